package fr.atlasqpv.release;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A made-up region for the tests of writers: square communes, round neighbourhoods, every status, long names, a split
 * EPCI, a neighbourhood without contour. Figures follow from positions only: two calls give equal atlases.
 */
public final class PublishedAtlasFixture {
    /** Code of the region. */
    public static final String REGION = "99";

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final double COMMUNE_SIDE = 3_000;
    private static final int BLOCK = 4;
    private static final List<String> DEPARTEMENTS = List.of(
            "Brumes", "Val-d’Orme", "Côte-Rousse", "Deux-Plaines", "Monts-d’Argent", "Landes-Bleues", "Marais-Clair",
            "Grand-Causse");
    private static final List<String> EPCI = List.of(
            "CA du Pays d’Œuvry",
            "CC de l’Ondaine Supérieure",
            "CA de la Région de Longueville-sur-Brume et de la Basse Automne-Cendrée",
            "CU de Port-Alban",
            "Métropole du Grand Alizé",
            "CC des Sept Moulins",
            "CA Saint-Évremont – Valtaire",
            "CC Forêts et Vallons");
    private static final List<String> QPV = List.of(
            "Montaigu", "Les Tilleuls", "Quartier de la Gare et de l’Écluse des Trois Ponts", "Europe", "Beau Soleil",
            "Cité des Fleurs", "Le Haut du Bois", "Centre ancien", "Résidence – Terroir", "Bel-Air", "L’Épinette",
            "Les Provinces Françaises", "Secteur Sud");

    private final int departements;
    private final int epciEach;
    private final int qpvEach;
    private final List<PublishedTerritory> territories = new ArrayList<>();
    private final SortedMap<CellKey, PublishedCell> cells = new TreeMap<>();
    private final List<CommuneOnMap> communes = new ArrayList<>();
    private final Map<String, Geometry> contours = new HashMap<>();
    private final Map<String, Coordinate> centres = new HashMap<>();
    private final Map<String, Geometry> qpvContours = new HashMap<>();
    private final List<PublishedTerritory> qpvRows = new ArrayList<>();
    private final List<ZoomMap> zooms = new ArrayList<>();
    private final EditionNotice edition = edition();
    private int serial;

    private PublishedAtlasFixture(int departements, int epciEach, int qpvEach) {
        this.departements = departements;
        this.epciEach = epciEach;
        this.qpvEach = qpvEach;
    }

    /** Two départements, seven EPCI, eighteen QPV. */
    public static PublishedAtlas small() {
        return region(2, 3, 3);
    }

    /**
     * A region of any size.
     *
     * @param departements 1 to 8
     * @param epciEach EPCI with a QPV per département
     * @param qpvEach most QPV per EPCI (the second EPCI of each département has one)
     */
    public static PublishedAtlas region(int departements, int epciEach, int qpvEach) {
        return new PublishedAtlasFixture(departements, epciEach, qpvEach).build();
    }

    /** The same region with every figure of these indicators not available, above and at the QPV. */
    public static PublishedAtlas without(PublishedAtlas atlas, List<Indicator> missing) {
        SortedMap<CellKey, PublishedCell> cells = new TreeMap<>(atlas.cells());
        cells.replaceAll((key, cell) -> missing.contains(key.indicator())
                ? new PublishedCell(
                        key, null, null, CellStatus.NON_DISPONIBLE, false)
                : cell);
        return new PublishedAtlas(
                atlas.edition(),
                atlas.region(),
                atlas.regionLabel(),
                atlas.folder(),
                atlas.territories(),
                cells,
                atlas.notes(),
                atlas.zooms(),
                atlas.communes(),
                atlas.departements(),
                atlas.contours(),
                atlas.outlines(),
                atlas.checks(),
                PublishedAtlas.withoutFigure(atlas.edition(), cells.values()));
    }

    private PublishedAtlas build() {
        territories.add(new PublishedTerritory(
                Frames.FRANCE, "France métropolitaine", "France métro.", "", "", "", null, null, ""));
        territories.add(new PublishedTerritory(
                new Territory(Level.REG, REGION), "Hautes-Terres", "Hautes-Terres", "", "", REGION, null, null, ""));
        for (int d = 0; d < departements; d++) {
            String name = DEPARTEMENTS.get(d);
            territories.add(new PublishedTerritory(
                    new Territory(Level.DEP, departement(d)), name, name, "", "", REGION, null, null, ""));
        }
        for (int d = 0; d < departements; d++) {
            for (int e = 0; e < epciEach; e++) {
                epci(d, e);
            }
            quietBlock(d, departement(d), REGION, epciEach);
        }
        quietBlock(departements, "88", "98", 0);
        territories.addAll(qpvRows);
        aggregates();
        return new PublishedAtlas(
                edition,
                REGION,
                "Hautes-Terres",
                REGION + "-hautes-terres",
                territories,
                cells,
                List.of(
                        new TableNote(
                                departement(0),
                                "Les intercommunalités sont présentées entières, dans le département de leur siège."),
                        new TableNote(REGION,
                                "Un quartier à cheval est compté là où vivent la plupart de ses habitants.")),
                zooms,
                communes,
                List.of(),
                new Contours(contours, centres, qpvContours),
                Map.of(),
                List.of(new Check(
                        "additivite-population",
                        "La population des départements fait celle de la région.",
                        true,
                        departements + " départements")),
                PublishedAtlas.withoutFigure(edition, cells.values()));
    }

    private static String departement(int d) {
        return d < 2 ? "9" + (char) ('A' + d) : "9" + d;
    }

    private void epci(int d, int e) {
        String departement = departement(d);
        boolean part = e == 4;
        String siren = "2000" + (10_000 + 100 * d + e);
        String code = part ? siren + "-" + departement : siren;
        String label = EPCI.get((e + 3 * d) % EPCI.size());
        if (part) {
            label += " (partie " + DEPARTEMENTS.get(d) + ")";
        }
        territories.add(new PublishedTerritory(
                new Territory(Level.EPCI, code),
                label,
                label.replaceFirst("^Métropole du ", "").replace(" – Valtaire", ""),
                "",
                departement,
                REGION,
                null,
                null,
                ""));
        if (e == 0) {
            zooms.add(new ZoomMap(code, departement));
        }
        int count = e == 1 ? 1 : Math.max(1, qpvEach - e % 3);
        block(d, e, departement, REGION, code, count);
        for (int q = 0; q < count; q++) {
            qpv(d, e, q, departement, code);
        }
    }

    private void qpv(int d, int e, int q, String departement, String epci) {
        serial++;
        String code = "QP0" + departement + String.format(java.util.Locale.ROOT, "%03d", e * qpvEach + q + 1);
        CommuneOnMap commune = communes.get(communes.size() - BLOCK * BLOCK + (5 + q) % (BLOCK * BLOCK));
        Coordinate centre = centres.get(commune.code());
        Coordinate at = new Coordinate(centre.x + 250 * (q % 3 - 1), centre.y + 300 * (q % 2));
        if (serial % 8 != 3) {
            qpvContours.put(code, GEOMETRY.createPoint(at).buffer(180 + 60 * (serial % 4), 5));
        }
        qpvRows.add(new PublishedTerritory(
                new Territory(Level.QPV, code),
                QPV.get((serial + d) % QPV.size()),
                QPV.get((serial + d) % QPV.size()),
                epci,
                departement,
                REGION,
                at.x,
                at.y,
                commune.label()));
        for (Indicator indicator : Indicators2022.values()) {
            if (indicator.exists(Level.QPV, Perimeter.QPV)) {
                CellKey key = CellKey.of(Level.QPV, code, Perimeter.QPV, indicator);
                cells.put(key, qpvCell(key, serial));
            }
        }
    }

    private PublishedCell qpvCell(CellKey key, int n) {
        Indicator indicator = key.indicator();
        return switch (indicator.id()) {
            case "population" -> count(key, 1_050 + 413L * (n * 7 % 23));
            case "reussite_brevet" ->
                    n % 5 == 2 ? empty(key, CellStatus.SANS_OBJET) : rate(key, 71 + n * 37 % 280 / 10.0);
            case "taux_pauvrete" -> n % 9 == 4 ? empty(key, CellStatus.SECRET) : rate(key, 38 + n * 53 % 270 / 10.0);
            case "taux_emploi_femmes" -> rate(key, 14 + n * 29 % 300 / 10.0);
            case "taux_emploi_hommes" -> rate(key, 28 + n * 31 % 290 / 10.0);
            case "jeunes_0_14" -> rate(key, 18 + n * 41 % 190 / 10.0);
            case "taux_vacance" -> rate(key, n * 67 % 300 / 10.0);
            case "part_logements_sociaux" -> socialShare(key, n);
            case "nb_logements_sociaux" ->
                    n % 10 == 6 ? empty(key, CellStatus.SECRET) : count(key, 180 + 97L * (n % 31));
            case "typologie_cadre_vie", "typologie_cohesion", "typologie_emploi" -> typology(key, n);
            case "colleges_publics" -> count(key, n % 3);
            case "colleges_rep" -> count(key, n % 3 == 1 ? 1 : 0);
            case "colleges_rep_plus" -> count(key, n % 3 == 2 ? 1 : 0);
            case "cites_educatives" -> count(key, n % 6 == 5 ? 2 : n % 4 == 1 ? 1 : 0);
            case "emplois_francs" -> n % 13 == 7 ? empty(key, CellStatus.NON_DISPONIBLE) : count(key, n * 19 % 260);
            case "cites_emploi", "zfu", "qrr" ->
                    count(key, (n + Indicators2022.values().indexOf(indicator)) % 4 == 0 ? 1 : 0);
            case "npnru" -> npnru(key, n);
            default -> throw new IllegalStateException(indicator.id());
        };
    }

    private PublishedCell socialShare(CellKey key, int n) {
        return switch (n % 8) {
            case 1 -> value(key, new BigDecimal("95"), CellStatus.PLAFONNE, false);
            case 3 -> empty(key, CellStatus.SECRET);
            case 6 -> value(key, new BigDecimal("5"), CellStatus.PLANCHER, false);
            default -> rate(key, 22 + n * 83 % 700 / 10.0);
        };
    }

    private PublishedCell typology(CellKey key, int n) {
        List<String> codes =
                List.copyOf(edition.typologies().get(key.indicator().id()).keySet());
        return n % 14 == 9 ? empty(key, CellStatus.NON_DISPONIBLE) : text(key, codes.get(n % codes.size()));
    }

    private PublishedCell npnru(CellKey key, int n) {
        return switch (n % 4) {
            case 0 -> text(key, "QIN");
            case 1 -> text(key, "QIR");
            default -> empty(key, CellStatus.SANS_OBJET);
        };
    }

    private void aggregates() {
        long region = 0;
        long regionQpv = 0;
        int qpvOfRegion = 0;
        for (int d = 0; d < departements; d++) {
            String departement = departement(d);
            long total = 0;
            long inQpv = 0;
            int qpv = 0;
            for (PublishedTerritory epci : territories) {
                if (epci.territory().level() == Level.EPCI && epci.departement().equals(departement)) {
                    long population = populationOf(epci.territory().code());
                    long ensemble = population * 7 + 11_000 + 1_013L * d;
                    chapter(epci.territory(), ensemble, population, epci.territory().code().hashCode() & 0xFFFF);
                    total += ensemble;
                    inQpv += population;
                    qpv += qpvOf(epci.territory().code()).size();
                }
            }
            total += 90_000;
            chapter(new Territory(Level.DEP, departement), total, inQpv, 31 + d);
            keyFigures(new Territory(Level.DEP, departement), total, inQpv, qpv);
            region += total;
            regionQpv += inQpv;
            qpvOfRegion += qpv;
        }
        Territory reg = new Territory(Level.REG, REGION);
        chapter(reg, region, regionQpv, 5);
        keyFigures(reg, region, regionQpv, qpvOfRegion);
        for (Perimeter perimeter : Perimeter.values()) {
            CellKey key = new CellKey(reg, perimeter, Indicators2022.NB_LOGEMENTS_SOCIAUX);
            cells.put(key, count(key, perimeter == Perimeter.QPV ? regionQpv / 3 : region / 9));
        }
        chapter(Frames.FRANCE, 64_000_000, 4_800_000, 17);
        CellKey missing = new CellKey(Frames.FRANCE, Perimeter.QPV, Indicators2022.PART_LOGEMENTS_SOCIAUX);
        cells.put(missing, empty(missing, CellStatus.NON_DISPONIBLE));
    }

    private List<PublishedTerritory> qpvOf(String epci) {
        return qpvRows.stream().filter(q -> q.epci().equals(epci)).toList();
    }

    private long populationOf(String epci) {
        return qpvOf(epci).stream()
                .mapToLong(q -> cells.get(new CellKey(q.territory(), Perimeter.QPV, Indicators2022.POPULATION))
                        .value()
                        .longValueExact())
                .sum();
    }

    private void chapter(Territory territory, long ensemble, long inQpv, int n) {
        double[] ensembleRates = {18, 85, 15, 55, 60, 6, 18};
        double[] qpvRates = {24, 80, 44, 33, 44, 7, 70};
        List<Indicator> indicators = Indicators2022.chapterIndicators();
        for (Perimeter perimeter : Perimeter.values()) {
            boolean all = perimeter == Perimeter.ENSEMBLE;
            CellKey population = new CellKey(territory, perimeter, Indicators2022.POPULATION);
            cells.put(population, count(population, all ? ensemble : inQpv));
            for (int i = 1; i < indicators.size(); i++) {
                CellKey key = new CellKey(territory, perimeter, indicators.get(i));
                double rate = (all ? ensembleRates : qpvRates)[i - 1] + (n * (13 + i) + i * 7) % 60 / 10.0;
                boolean estimated = !all && i == 7;
                boolean withoutCollege = !all && i == 2 && territory.level() == Level.EPCI && n % 4 == 1;
                cells.put(
                        key,
                        withoutCollege
                                ? empty(key, CellStatus.SANS_OBJET)
                                : value(key, round(rate), CellStatus.PUBLIE, estimated));
            }
        }
    }

    private void keyFigures(Territory territory, long ensemble, long inQpv, int qpv) {
        CellKey number = new CellKey(territory, Perimeter.QPV, Indicators2022.NB_QPV);
        cells.put(number, count(number, qpv));
        CellKey share = new CellKey(territory, Perimeter.QPV, Indicators2022.PART_QPV_FRANCE);
        cells.put(share, rate(share, 100.0 * qpv / edition.frame().reference().qpv()));
        CellKey inhabitants = new CellKey(territory, Perimeter.QPV, Indicators2022.PART_POPULATION_QPV);
        cells.put(inhabitants, rate(inhabitants, 100.0 * inQpv / ensemble));
    }

    private void quietBlock(int d, String departement, String region, int e) {
        block(d, e, departement, region, "", 0);
    }

    private void block(int d, int e, String departement, String region, String epci, int qpv) {
        double left = 600_000 + (e % 3) * BLOCK * COMMUNE_SIDE;
        double top = 6_700_000 - (d * ((epciEach + 3) / 3) + e / 3) * BLOCK * COMMUNE_SIDE;
        for (int c = 0; c < BLOCK * BLOCK; c++) {
            String code = departement + String.format(java.util.Locale.ROOT, "%03d", e * BLOCK * BLOCK + c + 1);
            double x = left + c % BLOCK * COMMUNE_SIDE;
            double y = top - c / BLOCK * COMMUNE_SIDE;
            contours.put(code, GEOMETRY.toGeometry(new Envelope(x, x + COMMUNE_SIDE, y - COMMUNE_SIDE, y)));
            centres.put(code, new Coordinate(x + COMMUNE_SIDE / 2, y - COMMUNE_SIDE / 2));
            boolean hasQpv = c >= 5 && c < 5 + qpv;
            communes.add(new CommuneOnMap(
                    code,
                    c == 5 ? "Ville-" + code : "Saint-" + code,
                    epci,
                    departement,
                    region,
                    c == 5 ? 24_000 + 10L * e : 900 + 30L * c,
                    hasQpv,
                    c == 5 && !epci.isEmpty()));
        }
    }

    private PublishedCell count(CellKey key, long count) {
        return value(key, BigDecimal.valueOf(count), CellStatus.PUBLIE, false);
    }

    private PublishedCell rate(CellKey key, double rate) {
        return value(key, round(rate), CellStatus.PUBLIE, false);
    }

    private static BigDecimal round(double rate) {
        return BigDecimal.valueOf(rate).setScale(1, RoundingMode.HALF_UP);
    }

    private PublishedCell value(CellKey key, BigDecimal value, CellStatus status, boolean estimated) {
        return new PublishedCell(key, value, null, status, estimated);
    }

    private PublishedCell text(CellKey key, String text) {
        return new PublishedCell(key, null, text, CellStatus.PUBLIE, false);
    }

    private PublishedCell empty(CellKey key, CellStatus status) {
        return new PublishedCell(key, null, null, status, false);
    }

    private static EditionNotice edition() {
        return new EditionNotice(
                "essai",
                "2022",
                "Atlas des quartiers prioritaires de la politique de la ville",
                "Les quartiers, leur intercommunalité, leur département : cartes, tableaux et repères de comparaison",
                "Cartes et données",
                "janvier 2022",
                "Institut des essais",
                "atlas@example.org",
                "Licence Ouverte 2.0",
                Frames.placing(REGION, 1_296),
                "0.1.0",
                texts(),
                indicators(),
                Book2022.SPEC,
                typologies(),
                sources());
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "introduction",
                """
                        Cet atlas décrit des quartiers inventés, à seule fin d’essayer les livres.

                        Trois échelles se répondent :

                        - le département ;
                        - l’intercommunalité ;
                        - le quartier prioritaire.

                        Chaque territoire est lu deux fois : l’ensemble de ses habitants, puis ceux de ses quartiers.""");
        texts.put("credits", "Directrice de la publication : Prénom Nom.\n\nConception : l’équipe des essais.");
        texts.put(
                "processing-note",
                "Une intercommunalité est rattachée au département de son siège.\n\n"
                        + "Un quartier à cheval est rattaché là où vivent la plupart de ses habitants au 1er janvier 2021.");
        texts.put("legal-notice", "Reproduction permise, à condition de citer la source.");
        texts.put("abbreviations", "- QPV : quartier prioritaire de la politique de la ville\n"
                + "- EPCI : établissement public de coopération intercommunale à fiscalité propre\n"
                + "- RP : recensement de la population\n- ABC : sigle que le livre n’emploie pas");
        texts.put("about", "Un livre par région, calculé à partir de données publiques.");
        return texts;
    }

    private static List<IndicatorNotice> indicators() {
        List<IndicatorNotice> notices = new ArrayList<>();
        String rp = "Insee, recensement de la population";
        add(notices, Indicators2022.POPULATION, "Population", "Population", "Population", "habitants", rp, "RP 2018",
                null);
        add(notices, Indicators2022.JEUNES_0_14, "Jeunes de 0 à 14 ans", "Jeunes de\n0 à 14 ans", "Population", "%",
                "Insee, estimations démographiques", "RP 2017", axis(40, 10, 35));
        add(notices, Indicators2022.REUSSITE_BREVET, "Réussite au brevet", "Réussite\nau brevet", "Cohésion sociale",
                "%",
                "Depp, résultats par établissement", "sessions 2019–2020", axis(100, 70, 100));
        add(notices, Indicators2022.TAUX_PAUVRETE, "Taux de pauvreté", "Taux de\npauvreté", "Cohésion sociale", "%",
                "Insee-DGFiP-Cnaf-Cnav-CCMSA, Filosofi", "2018", axis(80, 0, 60));
        add(notices, Indicators2022.TAUX_EMPLOI_FEMMES, "Taux d’emploi des femmes", "Femmes", "Taux d’emploi", "%", rp,
                "RP 2017", axis(80, 20, 80));
        add(notices, Indicators2022.TAUX_EMPLOI_HOMMES, "Taux d’emploi des hommes", "Hommes", "Taux d’emploi", "%", rp,
                "RP 2017", axis(80, 20, 80));
        add(notices, Indicators2022.TAUX_VACANCE, "Taux de vacance", "Taux de\nvacance", "Habitat", "%", rp, "RP 2017",
                axis(25, 0, 15));
        add(notices, Indicators2022.PART_LOGEMENTS_SOCIAUX, "Part des logements sociaux", "Logements\nsociaux",
                "Habitat",
                "%", "SDES, RPLS ; Insee, RP", "RPLS 2017, RP 2017", axis(100, 0, 100));
        add(notices, Indicators2022.NB_LOGEMENTS_SOCIAUX, "Nombre de logements sociaux", "Log.\nsociaux", "Habitat",
                "logements", "SDES, RPLS", "RPLS 2020", null);
        add(notices, Indicators2022.NB_QPV, "Nombre de quartiers", "QPV", "Repères", "quartiers", "ANCT", "2021", null);
        add(notices, Indicators2022.PART_QPV_FRANCE, "Part des quartiers de France", "Part", "Repères", "%", "ANCT",
                "2021",
                null);
        add(notices, Indicators2022.PART_POPULATION_QPV, "Part des habitants en QPV", "Part", "Repères", "%", rp,
                "RP 2018",
                axis(15, 0, 15));
        add(notices, Indicators2022.TYPOLOGIE_CADRE_VIE, "Typologie cadre de vie", "Cadre\nde vie", "Typologie", "code",
                "ONPV", "rapport 2016", null);
        add(notices, Indicators2022.TYPOLOGIE_COHESION, "Typologie cohésion sociale", "Cohésion\nsociale",
                "Cohésion sociale",
                "code", "ONPV", "rapport 2016", null);
        add(notices, Indicators2022.TYPOLOGIE_EMPLOI, "Typologie emploi", "Emploi", "Taux d’emploi", "code", "ONPV",
                "rapport 2016", null);
        add(notices, Indicators2022.COLLEGES_PUBLICS, "Collèges publics", "Publics", "Collèges à < 300 m", "collèges",
                "Annuaire de l’éducation", "2020", null);
        add(notices, Indicators2022.COLLEGES_REP, "Collèges REP", "REP", "Collèges à < 300 m", "collèges",
                "Annuaire de l’éducation", "2020", null);
        add(notices, Indicators2022.COLLEGES_REP_PLUS, "Collèges REP+", "REP+", "Collèges à < 300 m", "collèges",
                "Annuaire de l’éducation", "2020", null);
        add(notices, Indicators2022.CITES_EDUCATIVES, "Cités éducatives", "Cité\néduc.", "Programmes", "cités", "ANCT",
                "2021", null);
        add(notices, Indicators2022.EMPLOIS_FRANCS, "Emplois francs", "Emplois francs\n2018–2020", "Programmes",
                "demandes",
                "DGEFP", "2018–2020", axis(200, 0, 200));
        add(notices, Indicators2022.CITES_EMPLOI, "Cité de l’emploi", "Cité de\nl’emploi", "Programmes", "oui ou non",
                "ANCT", "2021", null);
        add(notices, Indicators2022.ZFU, "Zone franche urbaine", "ZFU", "Programmes", "oui ou non", "ANCT", "2021",
                null);
        add(notices, Indicators2022.NPNRU, "Nouveau programme de renouvellement urbain", "NPNRU", "Programmes", "code",
                "ANRU", "2021", null);
        add(notices, Indicators2022.QRR, "Quartier de reconquête républicaine", "QRR", "Programmes", "oui ou non",
                "Ministère de l’Intérieur", "2021", null);
        return notices;
    }

    private static BigDecimal[] axis(int max, int from, int to) {
        return new BigDecimal[] {BigDecimal.valueOf(max), BigDecimal.valueOf(from), BigDecimal.valueOf(to)};
    }

    private static void add(
            List<IndicatorNotice> notices,
            Indicator indicator,
            String label,
            String shortLabel,
            String band,
            String unit,
            String source,
            String millesime,
            BigDecimal[] axis) {
        notices.add(new IndicatorNotice(
                indicator,
                label,
                shortLabel,
                band,
                "Définition d’essai : " + label.toLowerCase(java.util.Locale.FRENCH) + ", dit en une phrase.",
                unit,
                source,
                millesime,
                indicator.equals(Indicators2022.TAUX_EMPLOI_FEMMES) ? "RP 2018" : "",
                indicator.equals(Indicators2022.TAUX_PAUVRETE) ? "Secret (s) sous 200 personnes ou 11 ménages." : "",
                axis == null ? null : axis[0],
                axis == null ? null : axis[1],
                axis == null ? null : axis[2],
                List.of(),
                indicator.equals(Indicators2022.TAUX_VACANCE)));
    }

    private static Map<String, Map<String, String>> typologies() {
        Map<String, Map<String, String>> typologies = new LinkedHashMap<>();
        typologies.put(
                "typologie_cadre_vie",
                ordered(
                        "ANC", "Centres anciens",
                        "PUU", "Quartiers HLM de petites unités urbaines",
                        "PET", "Quartiers périphériques de petites adresses",
                        "GDE", "Quartiers HLM périphériques de grandes unités urbaines",
                        "BAN", "Quartiers HLM de banlieues éloignées de grandes unités urbaines"));
        typologies.put(
                "typologie_cohesion",
                ordered(
                        "INT", "Quartiers intégrés dans un environnement mixte",
                        "PET", "Petits quartiers en grande précarité qui se fondent dans leur environnement",
                        "SEG", "Quartiers ségrégués",
                        "DEF", "Grands quartiers défavorisés"));
        typologies.put(
                "typologie_emploi",
                ordered(
                        "DYN", "Quartiers qui profitent d’un environnement dynamique",
                        "DEC", "Quartiers en décrochage",
                        "IND", "Quartiers en difficulté dans un environnement industriel"));
        return typologies;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static List<SourceNotice> sources() {
        return List.of(
                source("cog", "Territoires", "Code officiel géographique", "Insee", "1er janvier 2021", false),
                source("contours", "Territoires", "Contours des communes", "IGN, Admin Express", "2022", false),
                source("vacance", "Quartiers prioritaires", "Logements vacants", "Insee", "RP 2017", true),
                source("qpv", "Quartiers prioritaires", "Population et structure par âge", "Insee", "RP 2018", false));
    }

    private static SourceNotice source(
            String id, String group, String label, String producer, String millesime, boolean simulated) {
        return new SourceNotice(
                id,
                group,
                label,
                producer,
                millesime,
                "essai/" + id + ".csv",
                12_345,
                "a41c9e07".repeat(8),
                List.of(),
                37_742,
                3,
                120,
                "Licence Ouverte 2.0",
                simulated,
                false);
    }
}
