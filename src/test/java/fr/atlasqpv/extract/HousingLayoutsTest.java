package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Measures2022;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Layouts of the RPLS: lines as an institute delivers them, and what the reader says. */
class HousingLayoutsTest {
    @TempDir
    Path folder;

    private TestExtract dwellings() {
        return new TestExtract(folder, Layout.RPLS_LOGEMENTS)
                .charset(StandardCharsets.ISO_8859_1)
                .column("commune", "DEPCOM")
                .column("qpv", "CODE_QP")
                .column("mode", "MODE")
                .countedIn(Measures2022.LOGEMENTS_SOCIAUX_OCCUPES, "2", "3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                    "1;02691;ALLÉE DES PRÉS;1;QP002001;1 | DwellingFact[qpv=QP002001, measure=logements_sociaux_occupes]",
                    "1;02691;RUE;1;QP002001;2 | ~ mode-exclu",
                    "1;02691;RUE;0;;1 | ~ hors-qpv",
                    "1;97411;RUE;1;QP974001;1 | ~ hors-cadre",
                    "1;2691;RUE;1;QP002001;1 | ! 2 DEPCOM code-invalide 2691",
                    "1;02691;RUE;1;QP2001;1 | ! 2 CODE_QP code-invalide QP2001",
                    "1;02691;RUE;1;QP002001; | ! 2 MODE champ-vide "
            })
    void rplsLogements(String line, String told) {
        String expected = told.startsWith("! 2 MODE") ? told + " " : told;
        assertThat(dwellings().lines("DROIT;DEPCOM;NOMVOIE;QPV;CODE_QP;MODE", line).told()).containsExactly(expected);
    }

    /** An unusable row tells what is not counted for want of it, as far as it can. */
    @ParameterizedTest
    @CsvSource({
            "2691;QP002001;1, 'QP002001,'", "02691;QP2001;1, ',02691'", "02691;QP002001;, 'QP002001,02691'",
            "2691;QP2001;1, ','", "2691;;1, ", "02691;QP002001;1;zz, 'QP002001,02691'"})
    void anUnusableRowTellsWhatItLoses(String line, String lost) {
        assertThat(dwellings().lines("DEPCOM;CODE_QP;MODE", line).read()).singleElement()
                .isInstanceOfSatisfying(Outcome.Rejected.class, row -> assertThat(row.lost().stream()
                        .map(Fact.LostDwellingFact.class::cast).map(f -> f.qpv() + "," + f.commune()))
                        .containsExactlyElementsOf(lost == null ? List.of() : List.of(lost)));
    }

    @Test
    void theModeDoesNotMatterWhenNoneIsExcluded() {
        assertThat(dwellings()
                .countedIn(Measures2022.LOGEMENTS_SOCIAUX)
                .lines("DEPCOM;CODE_QP;MODE", "02691;QP002001;", "02691;QP002001;3")
                .told())
                .containsOnly("DwellingFact[qpv=QP002001, measure=logements_sociaux]");
    }

    private TestExtract communes(String... takenOff) {
        return new TestExtract(folder, Layout.RPLS_COMMUNES)
                .delimiter(',')
                .column("code", "DEPCOM_ARM")
                .column("logements", "nb_ls")
                .column("vacants", "nb_vacants")
                .column("vides", "nb_vides")
                .countedIn(Measures2022.LOGEMENTS_SOCIAUX_OCCUPES, takenOff);
    }

    @Test
    void rplsCommunes() {
        assertThat(communes("vacants", "vides")
                .lines(
                        "DEPCOM_ARM,LIBCOM,nb_ls,nb_loues,nb_vacants,nb_vides",
                        "02691,Saint-Quentin,7500,7000,300,100",
                        "02692,Savy,12,11,,1",
                        "02693,Seboncourt,,,,",
                        "02694,Selens,5,,4,2",
                        "97411,Saint-Denis,1,1,0,0")
                .told())
                .containsExactly(
                        "02691:LOGEMENTS_SOCIAUX_OCCUPES=7100",
                        "02692:LOGEMENTS_SOCIAUX_OCCUPES=11",
                        "02693:LOGEMENTS_SOCIAUX_OCCUPES=?EMPTY",
                        "! 5 nb_ls nombre-impossible 5",
                        "~ hors-cadre");
    }

    @Test
    void nothingIsTakenOffUnlessTheEditionSaysSo() {
        assertThat(communes().lines("DEPCOM_ARM,nb_ls,nb_vacants,nb_vides", "02691,7500,300,100").told())
                .containsExactly("02691:LOGEMENTS_SOCIAUX_OCCUPES=7500");
    }

    @Test
    void theArrondissementsOfACommuneGiveOneSum() {
        assertThat(communes()
                .lines(
                        "DEPCOM_ARM,nb_ls,nb_vacants,nb_vides",
                        "69381,100,0,0",
                        "02691,7500,0,0",
                        "69382,200,0,0",
                        "69383,50,0,0")
                .told())
                .containsExactly(
                        "", "02691:LOGEMENTS_SOCIAUX_OCCUPES=7500", "", "69123:LOGEMENTS_SOCIAUX_OCCUPES=350");
    }

    private TestExtract features(String... leftOut) {
        return new TestExtract(folder, Layout.RPLS_COMPTAGES)
                .column("code", "DEPCOM")
                .column("mode", "qpv")
                .column("nombre", "n")
                .countedIn(Measures2022.LOGEMENTS_SOCIAUX, leftOut);
    }

    private static final String[] CROSSED = {
            "DEPCOM;nbpiece;qpv;n", "02691;2;En QPV;4", "02691;3;En QPV;3", "02692;3;Hors QPV;2", "69381;1;Hors QPV;1",
            "02691;2;Hors QPV;20", "69382;1;En QPV;100", "97411;1;En QPV;7"};

    @Test
    void theRowsOfACommuneGiveOneSum() {
        assertThat(features().lines(CROSSED).told()).containsExactly(
                "", "", "02692:LOGEMENTS_SOCIAUX=2", "", "02691:LOGEMENTS_SOCIAUX=27", "69123:LOGEMENTS_SOCIAUX=101",
                "~ hors-cadre");
    }

    /** A commune whose rows are all left out has none; it is not unknown. */
    @Test
    void whatTheEditionLeavesOutIsNotCounted() {
        assertThat(features("Hors QPV").lines(CROSSED).told()).containsExactly(
                "", "", "02692:LOGEMENTS_SOCIAUX=0", "", "02691:LOGEMENTS_SOCIAUX=7", "69123:LOGEMENTS_SOCIAUX=100",
                "~ hors-cadre");
    }

    @Test
    void aSumOfWhichAPartIsUnknownIsUnknown() {
        assertThat(features("Hors QPV").lines(
                "DEPCOM;qpv;n", "02691;En QPV;s", "02691;En QPV;3", "02692;Hors QPV;s", "02692;En QPV;3").told())
                .containsExactly("", "02691:LOGEMENTS_SOCIAUX=?SECRET", "", "02692:LOGEMENTS_SOCIAUX=3");
    }

    @ParameterizedTest
    @CsvSource({
            "2691;En QPV;3, ! 2 DEPCOM code-invalide 2691", "02691;;3, '! 2 qpv champ-vide '",
            "02691;En QPV;-3, ! 2 n nombre-impossible -3", "02691;En QPV;trois, ! 2 n nombre-illisible trois"})
    void aRowThatCannotBeCountedIsRejected(String line, String told) {
        assertThat(features().lines("DEPCOM;qpv;n", line).told()).containsExactly(told);
    }

    /** Nothing would be left out, and nobody would see it. */
    @Test
    void aWordToLeaveOutThatTheFileDoesNotHaveStopsTheReading() {
        assertThatThrownBy(() -> features("Hors Qpv").lines(CROSSED).read())
                .isInstanceOfSatisfying(UnreadableSourceException.class, e -> assertThat(e.notices()).singleElement()
                        .satisfies(n -> assertThat(TestExtract.told(n)).isEqualTo("! 1 qpv valeur-inconnue Hors Qpv"))
                        .satisfies(n -> assertThat(n.message()).contains("«\u00a0Hors QPV\u00a0»", "En QPV")));
    }

    @Test
    void aDelegatedCommuneCountsInItsOwn() {
        TestExtract cog = new TestExtract(folder, Layout.COG_COMMUNES)
                .file("communes.csv")
                .column("type", "TYPECOM")
                .column("code", "COM")
                .column("departement", "DEP")
                .column("region", "REG")
                .column("label", "LIBELLE")
                .column("parente", "COMPARENT")
                .lines(
                        "TYPECOM;COM;DEP;REG;LIBELLE;COMPARENT", "COM;21452;21;27;Neuilly-Crimolois;",
                        "COMD;21213;;;Crimolois;21452", "COMD;21452;;;Neuilly-lès-Dijon;21452",
                        "COM;21231;21;27;Dijon;",
                        "COMD;21231;;;Dijon;21999");

        assertThat(features().beside(cog).lines(
                "DEPCOM;qpv;n", "21213;Hors QPV;44", "21231;En QPV;5", "21452;Hors QPV;125").told())
                .containsExactly("", "21231:LOGEMENTS_SOCIAUX=5", "21452:LOGEMENTS_SOCIAUX=169");
    }

    private TestExtract ofLandlords() {
        return dwellings().column("repondant", "BAILLEUR");
    }

    /** A landlord contributes to the QPV and to its commune, outside the QPV to the commune alone; what is not counted counts for nobody. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "02691;QP002001;1;Oise  Habitat  | COMMUNE 02691 OISE HABITAT, QPV QP002001 OISE HABITAT",
            "02691;QP002001;1;oise habitat | COMMUNE 02691 OISE HABITAT, QPV QP002001 OISE HABITAT",
            "02691;;1;Oise habitat | COMMUNE 02691 OISE HABITAT",
            "69382;;1;Oise habitat | COMMUNE 69123 OISE HABITAT",
            "02691;;2;Oise habitat | ",
            "02691;QP002001;3;Oise habitat | ",
            "97411;;1;Oise habitat | ",
            "02691;;1; | 'COMMUNE 02691 '",
            "02691;;1;nd | 'COMMUNE 02691 '",
    })
    void aRowTellsWhoseDwellingItIs(String line, String told) {
        List<Fact> facts = ofLandlords().lines("DEPCOM;CODE_QP;MODE;BAILLEUR", line).read().stream()
                .flatMap(row -> switch (row) {
                    case Outcome.Usable usable -> usable.facts().stream();
                    case Outcome.OutOfScope out -> out.seen().stream();
                    case Outcome.Rejected rejected -> rejected.lost().stream();
                })
                .filter(Fact.ContributionFact.class::isInstance)
                .toList();

        assertThat(facts.stream()
                .map(Fact.ContributionFact.class::cast)
                .map(f -> f.kind() + " " + f.code() + " " + f.respondent()))
                .isEqualTo(told == null ? List.of() : List.of(told.split(", ")));
    }

    @Test
    void aRowThatCannotBeUsedTellsNothingOfItsLandlord() {
        assertThat(
                ofLandlords().lines("DEPCOM;CODE_QP;MODE;BAILLEUR", "2691;QP002001;1;Oise habitat").read().toString())
                .doesNotContainIgnoringCase("oise");
    }
}
