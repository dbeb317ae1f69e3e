package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.territory.Frames;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layouts with one row per QPV: lines as the producers write them, and what the reader says. */
class QpvLayoutsTest {
    @TempDir
    Path folder;

    @Test
    void thematicBaseOfInsee() {
        TestExtract extract = new TestExtract(folder, Layout.BASE_QPV)
                .column("code", "CODGEO")
                .column("label", "LIBGEO")
                .column("communes", "LIB_COM")
                .measure("POP_MUN", Measures2022.POPULATION)
                .lines(
                        "\ufeffCODGEO;LIBGEO;POP_MUN;POP_COM_QP;POP_COM;LIB_COM;EVOL_CA_N_E ;NOTE_RP;;;",
                        "Ensemble;Ensemble des QPV;5\u202f019\u202f573;;;;;0;;;",
                        "QP059001;Duclos;1\u202f250;2\u202f500;11\u202f700;Bruay-sur-l'Escaut, Escautpont;;0;;;",
                        "QP971001;Bas du Bourg;1\u202f100;;;Basse-Terre;;0;;;",
                        "QP59001;Duclos;1\u202f250;;;;;0;;;",
                        "qp059002;Sans figure;;;;X;;0;;;");

        assertThat(extract.told())
                .containsExactly(
                        "~ ligne-ensemble",
                        "QP059001:POPULATION=1250 QpvFact[code=QP059001, label=Duclos, communes=Bruay-sur-l'Escaut, Escautpont]",
                        "~ hors-cadre",
                        "! 5 CODGEO code-invalide QP59001",
                        "QP059002:POPULATION=?EMPTY QpvFact[code=QP059002, label=Sans figure, communes=X]");
    }

    @Test
    void aListTellsTheQuartiersOfAZoneWithoutBooksAndATableOfFiguresDoesNot() {
        String[] lines = {"CODGEO;LIBGEO;POP_MUN", "QP059001;Duclos;1250", "QP978001;Sandy Ground;900",
                "QP971001;Bas du Bourg;1100"};
        TestExtract figures = new TestExtract(folder, Layout.BASE_QPV).frame(Frames.withSaintMartinAside())
                .column("code", "CODGEO").measure("POP_MUN", Measures2022.POPULATION).lines(lines);

        assertThat(figures.told().subList(1, 3)).containsOnly("~ hors-cadre");
        assertThat(seen(figures.read())).isEmpty();
        assertThat(seen(figures.column("label", "LIBGEO").read())).as("no zone has Guadeloupe")
                .containsExactly(new Fact.QpvElsewhereFact("QP978001"));
    }

    private static List<Fact> seen(List<Outcome> rows) {
        return rows.stream().filter(Outcome.OutOfScope.class::isInstance)
                .flatMap(row -> ((Outcome.OutOfScope) row).seen().stream()).toList();
    }

    @Test
    void filosofiInItsTwoSpellings() {
        String[] rows = {"Ensemble;10\u202f520;43,3", "QP002001;9 040;49,7", "QP002002;;", "QP002003;8000;nd",
                "QP002004;1;101"};
        TestExtract upper = filosofi("CODGEO", "DISP_TP60_A18");
        TestExtract lower = filosofi("codgeo", "tp60_a17");
        String[] expected = {
                "~ ligne-ensemble",
                "QP002001:taux_pauvrete=49.7%",
                "QP002002:taux_pauvrete=?EMPTY",
                "QP002003:taux_pauvrete=?NON_DISPONIBLE"
        };

        assertThat(upper.lines(headed("CODGEO;DISP_MED_A18;DISP_TP60_A18", rows)).told())
                .startsWith(expected)
                .endsWith("! 6 DISP_TP60_A18 nombre-impossible 101");
        assertThat(lower.lines(headed("codgeo;disp_med_a17;tp60_a17", rows)).told()).startsWith(expected);
    }

    private TestExtract filosofi(String code, String rate) {
        return new TestExtract(folder, Layout.BASE_QPV).column("code", code).rate(rate, Indicators2022.TAUX_PAUVRETE);
    }

    private static String[] headed(String header, String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = header;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        return lines;
    }

    @Test
    void rplsByQpv() {
        TestExtract extract = new TestExtract(folder, Layout.BASE_QPV)
                .delimiter(',')
                .column("code", "CodGeo")
                .measure("nbLsPls", Measures2022.LOGEMENTS_SOCIAUX)
                .lines(
                        "CodGeo,Note,nbLsPls,nbLsMes,txVac,q3Loy",
                        "QP002001,0,2493.0,,\"4,8\",\"5,97\"",
                        "QP002002,0,,,\"1,5\",");

        assertThat(extract.told())
                .containsExactly("QP002001:LOGEMENTS_SOCIAUX=2493.0", "QP002002:LOGEMENTS_SOCIAUX=?EMPTY");
    }

    @Test
    void comptagesQpv() {
        TestExtract extract = new TestExtract(folder, Layout.COMPTAGES_QPV)
                .column("code", "CODGEO")
                .column("mesure", "MESURE")
                .column("valeur", "VALEUR")
                .lines("CODGEO;MESURE;VALEUR", "QP002001;MENAGES;2713.0012", "QP002001;MENAGES;1",
                        "QP974001;MENAGES;1");

        assertThat(extract.told())
                .containsExactly(
                        "QP002001:MENAGES=2713.0012", "! 3 CODGEO cle-en-double QP002001 MENAGES", "~ hors-cadre");
    }

    @Test
    void qpvCommunes() {
        TestExtract extract = new TestExtract(folder, Layout.QPV_COMMUNES)
                .column("qpv", "QPV")
                .column("commune", "COMMUNE")
                .column("habitants", "HABITANTS")
                .lines(
                        "QPV;COMMUNE;HABITANTS",
                        "QP062040;59452;73",
                        "QP062040;62321;1\u202f443",
                        "QP013017;13213;500",
                        "QP013017;13214;700",
                        "QP062041;62321;",
                        "QP013017;13213;500");

        assertThat(extract.told())
                .containsExactly(
                        "QpvCommuneFact[qpv=QP062040, commune=59452, inhabitants=73]",
                        "QpvCommuneFact[qpv=QP062040, commune=62321, inhabitants=1443]",
                        "",
                        "",
                        "QpvCommuneFact[qpv=QP062041, commune=62321, inhabitants=null]",
                        "! 7 QPV cle-en-double QP013017 13213");
    }

    @Test
    void theArrondissementsOfAQuartierGiveOneSum() {
        TestExtract extract = new TestExtract(folder, Layout.QPV_COMMUNES)
                .column("qpv", "QPV")
                .column("commune", "COMMUNE")
                .column("habitants", "HABITANTS")
                .lines("QPV;COMMUNE;HABITANTS", "QP013017;13213;500", "QP013017;13214;700");

        assertThat(extract.told())
                .containsExactly("", "QpvCommuneFact[qpv=QP013017, commune=13055, inhabitants=1200]");
    }

    @Test
    void qpvPremiereCommune() {
        TestExtract extract = new TestExtract(folder, Layout.QPV_PREMIERE_COMMUNE)
                .delimiter(',')
                .column("qpv", "code")
                .column("commune", "insee_com")
                .lines("code,nom_qp,insee_com", "QP001001,Terre Des Fleurs,01053", "QP976034,Combani,97617");

        assertThat(extract.told())
                .containsExactly("QpvCommuneFact[qpv=QP001001, commune=01053, inhabitants=null]", "~ hors-cadre");
    }

    @Test
    void typologies() {
        TestExtract extract = new TestExtract(folder, Layout.BASE_QPV)
                .column("code", "CODE_QP")
                .code("CADRE", Indicators2022.TYPOLOGIE_CADRE_VIE)
                .code("COHESION", Indicators2022.TYPOLOGIE_COHESION)
                .code("EMPLOI", Indicators2022.TYPOLOGIE_EMPLOI)
                .lines("CODE_QP;CADRE;COHESION;EMPLOI", "QP002001;PUU;INT;IND", "QP002002;PET;;DYN",
                        "QP002003;PUU;PUU;IND");

        assertThat(extract.told())
                .containsExactly(
                        "QP002001:typologie_cadre_vie=PUU QP002001:typologie_cohesion=INT QP002001:typologie_emploi=IND",
                        "QP002002:typologie_cadre_vie=PET QP002002:typologie_cohesion=?EMPTY QP002002:typologie_emploi=DYN",
                        "! 4 COHESION valeur-inconnue PUU");
    }

    private TestExtract list(Indicator indicator) {
        return new TestExtract(folder, Layout.LISTE_QPV).column("code", "CODE_QP").feeding(indicator);
    }

    @Test
    void aListWithoutValueSaysThatTheQuartierBelongs() {
        assertThat(
                list(Indicators2022.ZFU).lines("CODE_QP;NOM", "QP002004;ZFU", "QP002004;ZFU bis", "QP973001;X").told())
                .containsExactly("QP002004:zfu=1", "~ doublon-identique", "~ hors-cadre");
    }

    @Test
    void theRowsOfAnIndicatorThatCountsAddUp() {
        assertThat(list(Indicators2022.CITES_EDUCATIVES)
                .lines("CODE_QP;CITE", "QP059079;Lille", "QP002001;Saint-Quentin", "QP059079;Loos")
                .told())
                .containsExactly("", "QP002001:cites_educatives=1", "QP059079:cites_educatives=2");
    }

    @Test
    void theSameCiteTwiceForAQuartierIsRejected() {
        assertThat(list(Indicators2022.CITES_EDUCATIVES)
                .column("programme", "CITE")
                .lines("CODE_QP;CITE", "QP059079;Lille", "QP059079;Lille")
                .told())
                .containsExactly("", "! 3 CODE_QP cle-en-double QP059079 Lille");
    }

    @Test
    void aListWithValuesGivesThem() {
        assertThat(list(Indicators2022.EMPLOIS_FRANCS)
                .column("valeur", "N")
                .lines("CODE_QP;N", "QP002001;54", "QP002002;", "QP002001;54", "QP002001;55", "QP002003;x")
                .told())
                .containsExactly(
                        "QP002001:emplois_francs=54",
                        "QP002002:emplois_francs=?EMPTY",
                        "~ doublon-identique",
                        "! 5 CODE_QP cle-en-double QP002001",
                        "! 6 N nombre-illisible x");
    }

    @Test
    void aListOfCodesKnowsItsDictionary() {
        assertThat(list(Indicators2022.NPNRU)
                .column("valeur", "INTERET")
                .lines("CODE_QP;INTERET", "QP002001;QIN", "QP002002;", "QP002003;PRIR")
                .told())
                .containsExactly("QP002001:npnru=QIN", "", "! 4 INTERET valeur-inconnue PRIR");
    }

    @Test
    void aFlagIsOneOrZero() {
        assertThat(list(Indicators2022.QRR).column("valeur", "QRR")
                .lines("CODE_QP;QRR", "QP059016;1", "QP059017;0", "QP059018;2").told())
                .containsExactly("QP059016:qrr=1", "QP059017:qrr=0", "! 4 QRR nombre-impossible 2");
    }
}
