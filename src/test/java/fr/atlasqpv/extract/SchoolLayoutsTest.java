package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Measures2022;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts of the DEPP: lines as it writes them, and what the reader says. */
class SchoolLayoutsTest {
    @TempDir
    Path folder;

    private TestExtract brevet() {
        return new TestExtract(folder, Layout.BREVET)
                .column("session", "Session")
                .column("uai", "Numero d'etablissement")
                .column("type", "Type d'etablissement")
                .column("secteur", "Secteur d'enseignement")
                .column("commune", "Commune")
                .column("departement", "Code département")
                .measure("Presents", Measures2022.BREVET_PRESENTS)
                .measure("Admis", Measures2022.BREVET_ADMIS);
    }

    private static final String BREVET_HEADER =
            "Session;Numero d'etablissement;Type d'etablissement;Patronyme;Secteur d'enseignement;Commune;Code département;"
                    + "Inscrits;Presents;Admis;Taux de réussite";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "2019;0020001A;COLLEGE;JEAN MOULIN;PUBLIC;02408;002;98;97;90;92,70% | ResultFact[establishment=0020001A, session=2019, measure=brevet_presents, value=97] ResultFact[establishment=0020001A, session=2019, measure=brevet_admis, value=90]",
                    "2020;0590002B;COLLEGE;SAINTE ANNE;PRIVE;59350;059;80;80;80;100,00% | ResultFact[establishment=0590002B, session=2020, measure=brevet_presents, value=80] ResultFact[establishment=0590002B, session=2020, measure=brevet_admis, value=80]",
                    "2020;02A0003C;COLLEGE;FESCH;PUBLIC;2A004;02A;50;49;45;91,80% | ! 2 Numero d'etablissement code-invalide 02A0003C",
                    "2020;6200003C;COLLEGE;FESCH;PUBLIC;2A004;02A;50;49;45;91,80% | ResultFact[establishment=6200003C, session=2020, measure=brevet_presents, value=49] ResultFact[establishment=6200003C, session=2020, measure=brevet_admis, value=45]",
                    "2020;0750004D;COLLEGE;TURGOT;PUBLIC;75103;075;60;58;50;86,20% | ResultFact[establishment=0750004D, session=2020, measure=brevet_presents, value=58] ResultFact[establishment=0750004D, session=2020, measure=brevet_admis, value=50]",
                    "2019;0590005E;COLLEGE;PETIT;PUBLIC;59350;059;-;-;-;- | ResultFact[establishment=0590005E, session=2019, measure=brevet_presents, value=null] ResultFact[establishment=0590005E, session=2019, measure=brevet_admis, value=null]",
                    "2018;0590005E;COLLEGE;PETIT;PUBLIC;59350;059;9;9;9;100% | ~ autre-session",
                    "2019;0590006F;LYCEE PROFESSIONNEL;ZOLA;PUBLIC;59350;059;9;9;9;100% | ~ autre-etablissement",
                    "2019;GROUPE24;AUTRE;GROUPE;PUBLIC;59350;059;9;9;9;100% | ~ pseudo-etablissement",
                    "2019;9740007G;COLLEGE;REUNION;PUBLIC;97411;974;9;9;9;100% | ~ hors-cadre",
                    "2019;0590008H;COLLEGE;TROP;PUBLIC;59350;059;9;9;10;111% | ! 2 Admis nombre-impossible 10",
                    "2019;0590008H;COLLEGE;TROP;MIXTE;59350;059;9;9;9;100% | ! 2 Secteur d'enseignement valeur-inconnue MIXTE",
                    "19;0590008H;COLLEGE;TROP;PUBLIC;59350;059;9;9;9;100% | ! 2 Session nombre-illisible 19"
            })
    void brevet(String line, String told) {
        assertThat(brevet().lines(BREVET_HEADER, line).told()).containsExactly(told);
    }

    @Test
    void aCollegeHasOneRowPerSession() {
        String row = ";0590001A;COLLEGE;X;PUBLIC;59350;059;9;9;9;100%";

        assertThat(brevet().lines(BREVET_HEADER, "2019" + row, "2020" + row, "2019" + row).told().getLast())
                .isEqualTo("! 4 Numero d'etablissement cle-en-double 0590001A 2019");
    }

    private TestExtract annuaire() {
        return new TestExtract(folder, Layout.ANNUAIRE_EDUCATION)
                .column("uai", "Identifiant_de_l_etablissement")
                .column("type", "Type_etablissement")
                .column("statut", "Statut_public_prive")
                .column("commune", "Code_commune")
                .column("x", "coordonnee_X")
                .column("y", "coordonnee_Y")
                .column("epsg", "epsg")
                .column("etat", "etat");
    }

    private static final String ANNUAIRE_HEADER =
            "Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;Statut_public_prive;Code_commune;"
                    + "coordonnee_X;coordonnee_Y;epsg;etat";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "0620001A;Collège Zola;Collège;Public;62217;659912.2;7043686.5;EPSG:2154;OUVERT | EstablishmentFact[id=0620001A, kind=COLLEGE, sector=PUBLIC, commune=62217, x=659912.2, y=7043686.5]",
                    "0620001A;Collège Zola;Collège;Privé;62217;659912;7043686;2154;OUVERT | EstablishmentFact[id=0620001A, kind=COLLEGE, sector=PRIVE, commune=62217, x=659912.0, y=7043686.0]",
                    "0620001A;Collège Zola;Collège;Public;62217;;;;OUVERT | EstablishmentFact[id=0620001A, kind=COLLEGE, sector=PUBLIC, commune=62217, x=null, y=null]",
                    "0620001A;École Zola;Ecole;Public;62217;1;2;EPSG:2154;OUVERT | ~ autre-etablissement",
                    "0620001A;Collège Zola;Collège;Public;62217;1;2;EPSG:2154;FERME | ~ etablissement-ferme",
                    "9740001A;Collège;Collège;Public;97411;338000;7690000;EPSG:2975;OUVERT | ~ hors-cadre",
                    "0620001A;Collège Zola;Collège;Public;62217;1;2;EPSG:99999;OUVERT | ! 2 epsg valeur-inconnue 99999",
                    "0620001A;Collège Zola;Collège;Public;62217;1;2x;EPSG:2154;OUVERT | ! 2 coordonnee_Y nombre-illisible 2x"
            })
    void annuaire(String line, String told) {
        assertThat(annuaire().lines(ANNUAIRE_HEADER, line).told()).containsExactly(told);
    }

    @Test
    void aCollegeWithoutPositionIsToldAndKept() {
        Outcome row = annuaire().lines(ANNUAIRE_HEADER, "0620001A;X;Collège;Public;62217;;;;OUVERT").read().getFirst();

        assertThat(((Outcome.Usable) row).notices()).extracting(Notice::severity).containsExactly(Severity.WARNING);
    }

    @Test
    void degreesAreProjected() {
        Outcome row = annuaire().lines(ANNUAIRE_HEADER, "0750001A;X;Collège;Public;75056;2.3488;48.8534;EPSG:4326;")
                .read().getFirst();
        Fact.EstablishmentFact college = (Fact.EstablishmentFact) ((Outcome.Usable) row).facts().getFirst();

        assertThat(college.x()).isBetween(652_200.0, 652_400.0);
    }

    @Test
    void aCollegeRepeatedWordForWordCountsOnceAndContradictionsAreRejected() {
        String row = "0620001A;X;Collège;Public;62217;1;2;EPSG:2154;OUVERT";

        assertThat(annuaire().lines(ANNUAIRE_HEADER, row, row, row.replace("Public", "Privé")).told())
                .endsWith("~ doublon-identique", "! 4 Identifiant_de_l_etablissement cle-en-double 0620001A");
    }

    @Test
    void educationPrioritaire() {
        TestExtract extract = new TestExtract(folder, Layout.EDUCATION_PRIORITAIRE)
                .column("uai", "uai")
                .column("label", "ep_2022_2023")
                .lines(
                        "uai;ep_2022_2023;nom_etablissement",
                        "0020001A;REP+;\"Collège ; A\"",
                        "0020002B;REP;Collège B",
                        "0020002B;REP;Collège B",
                        "0020003C;HORS REP;Collège C",
                        "0020001A;REP;Collège A",
                        "0020004D;RAR;Collège D");

        assertThat(extract.told())
                .containsExactly(
                        "LabelFact[establishment=0020001A, label=REP+]",
                        "LabelFact[establishment=0020002B, label=REP]",
                        "~ doublon-identique",
                        "~ hors-education-prioritaire",
                        "! 6 uai cle-en-double 0020001A",
                        "! 7 ep_2022_2023 valeur-inconnue RAR");
    }
}
