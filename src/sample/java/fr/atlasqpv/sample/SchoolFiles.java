package fr.atlasqpv.sample;

import fr.atlasqpv.sample.Cog.Commune;
import fr.atlasqpv.sample.College.Result;
import fr.atlasqpv.sample.Lambert93.Degrees;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The three files of the DEPP: brevet results, directory, priority education; with the quirks of the real ones. */
final class SchoolFiles {
    private static final String BREVET_HEADER = "Session;Numero d'etablissement;Type d'etablissement;Patronyme;"
            + "Secteur d'enseignement;Commune;Libellé commune;Code département;Libellé département;Code académie;"
            + "Libellé académie;Code région;Libellé région;Inscrits;Presents;Admis;Admis sans mention;"
            + "Nombre_d_admis_Mention_AB;Admis Mention bien;Admis Mention très bien;Taux de réussite";
    private static final String DIRECTORY_HEADER = "Identifiant_de_l_etablissement;Nom_etablissement;"
            + "Type_etablissement;Statut_public_prive;Adresse_1;Adresse_2;Adresse_3;Code postal;Code_commune;"
            + "Nom_commune;Code_departement;Code_academie;Code_region;Ecole_maternelle;Ecole_elementaire;"
            + "Voie_generale;Voie_technologique;Voie_professionnelle;Telephone;Fax;Web;Mail;Restauration;Hebergement;"
            + "ULIS;Apprentissage;Segpa;Section_arts;Section_cinema;Section_theatre;Section_sport;"
            + "Section_internationale;Section_europeenne;Lycee_Agricole;Lycee_militaire;Lycee_des_metiers;Post_BAC;"
            + "Appartenance_Education_Prioritaire;GRETA;SIREN_SIRET;Nombre_d_eleves;Fiche_onisep;position;"
            + "Type_contrat_prive;Libelle_departement;Libelle_academie;Libelle_region;coordonnee_X;coordonnee_Y;epsg;"
            + "nom_circonscription;latitude;longitude;precision_localisation;date_ouverture;date_maj_ligne;etat;"
            + "ministere_tutelle;etablissement_multi_lignes;rpi_concentre;rpi_disperse;code_nature;libelle_nature;"
            + "Code_type_contrat_prive;PIAL;etablissement_mere;type_rattachement_etablissement_mere;"
            + "code_bassin_formation;libelle_bassin_formation";
    private static final String PRIORITY_HEADER = "uai;ep_2022_2023;nom_etablissement;type_etablissement;"
            + "statut_public_prive;libelle_academie;libelle_departement;nom_commune;libelle_region;uai_tete_de_reseau;"
            + "qp_a_proximite_o_n;qp_a_proximite;nom_du_qp;nombre_d_eleves;code_postal;code_commune;code_departement;"
            + "code_academie;code_region;libelle_nature;code_nature;position;latitude;longitude";
    private static final Map<String, String> DEPARTEMENTS =
            Map.of("02", "Aisne", "59", "Nord", "60", "Oise", "62", "Pas-de-Calais", "80", "Somme");

    private SchoolFiles() {}

    /** Results by establishment and session, unsorted. */
    static Table brevet(List<College> schools) {
        Table table = new Table(';', BREVET_HEADER);
        for (College school : schools) {
            for (int session : List.of(2018, 2019, 2020)) {
                Result result = school.results().get(session);
                Object[] place = {
                        session,
                        school.uai(),
                        school.type(),
                        school.name(),
                        school.open() ? "PUBLIC" : "PRIVE",
                        school.commune().code(),
                        school.commune().capitals(),
                        "0" + school.commune().departement(),
                        DEPARTEMENTS.get(school.commune().departement()).toUpperCase(Locale.ROOT),
                        school.academyCode(),
                        school.academy(),
                        "09",
                        "HAUTS-DE-FRANCE"
                };
                table.row(concat(place, result == null ? dashes() : figures(school, session, result)));
            }
        }
        for (int session : List.of(2018, 2019, 2020)) {
            table.row(session + ";GROUPE20;AUTRE;-;-;-;-;-;-;20;AMIENS;09;HAUTS-DE-FRANCE;61;48;33;15;12;5;1;68,70%");
            table.row(session + ";GROUPE09;AUTRE;-;-;-;-;-;-;09;LILLE;09;HAUTS-DE-FRANCE;74;59;41;17;16;6;2;69,40%");
        }
        Draw.of("desordre", "brevet").shuffle(table.lines());
        return table;
    }

    private static Object[] figures(College school, int session, Result result) {
        Draw draw = Draw.of("mentions", school.uai(), String.valueOf(session));
        int registered = result.sat() + draw.between(0, 5);
        int plain = (int) (result.passed() * draw.between(0.18, 0.34));
        int fair = (int) (result.passed() * draw.between(0.22, 0.3));
        int good = (int) (result.passed() * draw.between(0.2, 0.26));
        long permille = result.sat() == 0 ? 0 : 1000L * result.passed() / result.sat();
        return new Object[] {
                registered,
                result.sat(),
                result.passed(),
                plain,
                fair,
                good,
                result.passed() - plain - fair - good,
                permille / 10 + "," + permille % 10 + "0%"
        };
    }

    private static Object[] dashes() {
        Object[] dashes = new Object[8];
        Arrays.fill(dashes, "-");
        return dashes;
    }

    /** Directory, with the lycées and the private collèges that no indicator counts. */
    static Table directory(List<College> schools) {
        Table table = new Table(';', DIRECTORY_HEADER);
        List<String> columns = List.of(DIRECTORY_HEADER.split(";"));
        for (College school : schools) {
            Map<String, Object> fields = new HashMap<>();
            identity(school, fields);
            position(school, fields);
            fields.put("etat", "OUVERT");
            fields.put("date_maj_ligne", "2021-11-15");
            fields.put("ministere_tutelle", "MINISTERE DE L'EDUCATION NATIONALE");
            fields.put("etablissement_multi_lignes", 0);
            table.row(columns.stream().map(fields::get).toArray());
        }
        Draw.of("desordre", "annuaire").shuffle(table.lines());
        return table;
    }

    private static void identity(College school, Map<String, Object> fields) {
        Commune commune = school.commune();
        fields.put("Identifiant_de_l_etablissement", school.uai());
        fields.put("Nom_etablissement", title(school));
        fields.put("Type_etablissement", directoryType(school));
        fields.put("Statut_public_prive", school.open() ? "Public" : "Privé");
        fields.put("Code_commune", commune.code());
        fields.put("Nom_commune", commune.label());
        fields.put("Code_departement", "0" + commune.departement());
        fields.put("Code_academie", school.academyCode());
        fields.put("Code_region", commune.region());
        fields.put("Libelle_departement", DEPARTEMENTS.get(commune.departement()));
        fields.put("Libelle_academie", school.academy().equals("LILLE") ? "Lille" : "Amiens");
        fields.put("Libelle_region", "Hauts-de-France");
        fields.put("Appartenance_Education_Prioritaire", school.priority());
        fields.put("Nombre_d_eleves", Draw.of("eleves", school.uai()).between(320, 720));
        fields.put("Type_contrat_prive", school.open() ? "SANS OBJET" : "CONTRAT D'ASSOCIATION TOUTES CLASSES");
        fields.put("Code_type_contrat_prive", school.open() ? "99" : "30");
        fields.put("code_nature", natureCode(school));
        fields.put("libelle_nature", natureLabel(school));
    }

    private static void position(College school, Map<String, Object> fields) {
        Degrees degrees = Lambert93.unproject(school.place());
        String latitude = String.format(Locale.ROOT, "%.6f", degrees.lat());
        String longitude = String.format(Locale.ROOT, "%.6f", degrees.lon());
        fields.put("position", latitude + ", " + longitude);
        fields.put("coordonnee_X", tenths(school.place().x()));
        fields.put("coordonnee_Y", tenths(school.place().y()));
        fields.put("epsg", "EPSG:2154");
        fields.put("latitude", latitude);
        fields.put("longitude", longitude);
        fields.put("precision_localisation", "Numéro de rue");
    }

    /** Establishments of priority education; some rows stand twice, as in the published file. */
    static Table priority(List<College> schools, List<Neighbourhood> neighbourhoods) {
        Map<String, String> names = new HashMap<>();
        neighbourhoods.forEach(n -> names.put(n.code(), n.print().label()));
        Table table = new Table(';', PRIORITY_HEADER);
        schools.stream().filter(s -> !s.priority().isEmpty()).forEach(s -> {
            Degrees degrees = Lambert93.unproject(s.place());
            String latitude = String.format(Locale.ROOT, "%.6f", degrees.lat());
            String longitude = String.format(Locale.ROOT, "%.6f", degrees.lon());
            Object[] row = {
                    s.uai(), s.priority(), title(s), "Collège", "Public",
                    s.academy().equals("LILLE") ? "Lille" : "Amiens",
                    DEPARTEMENTS.get(s.commune().departement()),
                    s.commune().label(),
                    "Hauts-de-France",
                    s.uai(),
                    s.qpv().isEmpty() ? "Hors QP" : "Dans QP",
                    s.qpv(),
                    names.get(s.qpv()),
                    Draw.of("eleves", s.uai()).between(320, 720),
                    null,
                    s.commune().code(),
                    "0" + s.commune().departement(),
                    s.academyCode(),
                    s.commune().region(),
                    natureLabel(s),
                    natureCode(s),
                    latitude + "," + longitude,
                    latitude,
                    longitude
            };
            table.row(row);
            if (Draw.of("doublon", s.uai()).chance(0.06)) {
                table.row(row);
            }
        });
        return table;
    }

    private static String title(College school) {
        return switch (school.type()) {
            case College.COLLEGE -> "Collège " + capitalised(school.name());
            case "LYCEE PROFESSIONNEL" -> "Lycée professionnel " + capitalised(school.name());
            case "EREA" -> "EREA " + capitalised(school.name());
            default -> "Lycée " + capitalised(school.name());
        };
    }

    private static String capitalised(String name) {
        StringBuilder text = new StringBuilder(name.toLowerCase(Locale.ROOT));
        for (int i = 0; i < text.length(); i++) {
            if (i == 0 || text.charAt(i - 1) == ' ' || text.charAt(i - 1) == '-') {
                text.setCharAt(i, Character.toUpperCase(text.charAt(i)));
            }
        }
        return text.toString();
    }

    private static String directoryType(College school) {
        return switch (school.type()) {
            case College.COLLEGE -> "Collège";
            case "EREA" -> "EREA";
            default -> "Lycée";
        };
    }

    private static int natureCode(College school) {
        return switch (school.type()) {
            case College.COLLEGE -> 340;
            case "LYCEE PROFESSIONNEL" -> 320;
            case "EREA" -> 370;
            default -> 302;
        };
    }

    private static String natureLabel(College school) {
        return switch (school.type()) {
            case College.COLLEGE -> "COLLEGE";
            case "LYCEE PROFESSIONNEL" -> "LYCEE PROFESSIONNEL";
            case "EREA" -> "ETABLISSEMENT REGIONAL D'ENSEIGNT ADAPTE";
            default -> "LYCEE ENSEIGNT GENERAL ET TECHNOLOGIQUE";
        };
    }

    private static String tenths(double metres) {
        return String.format(Locale.ROOT, "%.1f", metres);
    }

    private static Object[] concat(Object[] first, Object[] second) {
        Object[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
