package fr.atlasqpv.quality.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.release.EditionComparison.FigureNature;
import fr.atlasqpv.release.EditionComparison.TerritoryChange;
import fr.atlasqpv.release.EditionComparison.TerritoryNature;
import fr.atlasqpv.territory.Correspondence;
import fr.atlasqpv.territory.Correspondence.Pair;
import fr.atlasqpv.territory.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionComparerTest {
    private static EditionComparison compare(Figures before, Figures after, Pair... pairs) {
        return new EditionComparer(before.edition(), after.edition(), Correspondence.of(List.of(pairs))).compare();
    }

    private static FigureChange only(String before, String after) {
        EditionComparison comparison = compare(new Figures("2022").cell(before), new Figures("2023").cell(after));
        assertThat(comparison.figures()).hasSize(1);
        return comparison.figures().getFirst();
    }

    @ParameterizedTest
    @CsvSource({
            "population 1000, population 1100, 100, 10.0",
            "taux_pauvrete 40.0, taux_pauvrete 38.5, -1.5, -3.8",
            "colleges_publics 0, colleges_publics 2, 2, "})
    void anotherFigureOfTheSameVintageHasADifference(String before, String after, String difference, String relative) {
        FigureChange change = only("QPV QP000001 QPV " + before, "QPV QP000001 QPV " + after);

        assertThat(change.nature()).isEqualTo(FigureNature.REVISION);
        assertThat(change.difference()).isEqualByComparingTo(difference);
        assertThat(change.relative() == null ? null : change.relative().toPlainString()).isEqualTo(relative);
    }

    @Test
    void anotherVintageIsABreakAndIsAnnouncedByIndicator() {
        EditionComparison comparison = compare(
                new Figures("a").cell("REG 32 QPV taux_pauvrete 45.0@2018")
                        .cell("REG 32 ENSEMBLE taux_pauvrete 18.0@2018"),
                new Figures("b").cell("REG 32 QPV taux_pauvrete 46.0@2022")
                        .cell("REG 32 ENSEMBLE taux_pauvrete 18.0@2022"));

        assertThat(comparison.figures()).extracting(FigureChange::nature).containsExactly(FigureNature.RUPTURE);
        assertThat(comparison.breaks()).containsExactly(
                new EditionComparison.SeriesBreak(Indicators2022.TAUX_PAUVRETE, "2018", "2022", 2, 1));
        assertThat(comparison.unchanged()).isEqualTo(1);
    }

    @Test
    void otherWeightsBreakTheSeriesOfTheEstimatesAndOfNothingElse() {
        EditionComparison comparison = compare(
                new Figures("a").weights(Indicators2022.TAUX_EMPLOI_FEMMES, "RP 2013")
                        .cell("EPCI 200000001 QPV taux_emploi_femmes 34.0 estime@RP 2017")
                        .cell("QPV QP000001 QPV taux_emploi_femmes 31.0@RP 2017"),
                new Figures("b").weights(Indicators2022.TAUX_EMPLOI_FEMMES, "RP 2018")
                        .cell("EPCI 200000001 QPV taux_emploi_femmes 33.4 estime@RP 2017")
                        .cell("QPV QP000001 QPV taux_emploi_femmes 31.5@RP 2017"));

        assertThat(comparison.breaks()).containsExactly(new EditionComparison.SeriesBreak(
                Indicators2022.TAUX_EMPLOI_FEMMES, "RP 2017, poids\u00a0: RP 2013", "RP 2017, poids\u00a0: RP 2018", 1,
                1));
        assertThat(comparison.figures()).extracting(c -> c.key().territory().level(), FigureChange::nature)
                .containsExactlyInAnyOrder(
                        tuple(Level.EPCI, FigureNature.RUPTURE), tuple(Level.QPV, FigureNature.REVISION));
    }

    @Test
    void booksThatDoNotTellTheirWeightsAreComparedByTheVintageOfTheirRates() {
        EditionComparison comparison = compare(
                new Figures("a").cell("EPCI 200000001 QPV taux_emploi_femmes 34.0 estime@RP 2017"),
                new Figures("b").weights(Indicators2022.TAUX_EMPLOI_FEMMES, "RP 2018")
                        .cell("EPCI 200000001 QPV taux_emploi_femmes 33.4 estime@RP 2017"));

        assertThat(comparison.breaks()).isEmpty();
    }

    @Test
    void nothingIsComputedFromAWithheldCellAndTheOtherSideIsNotRepeated() {
        FigureChange change = only("QPV QP000001 QPV taux_pauvrete 40.0", "QPV QP000001 QPV taux_pauvrete secret");

        assertThat(change.nature()).isEqualTo(FigureNature.STATUT);
        assertThat(change.difference()).isNull();
        assertThat(change.before().value()).isEmpty();
        assertThat(change.after().value()).isEmpty();
    }

    @Test
    void aBoundHasNoDifference() {
        FigureChange change = only(
                "QPV QP000001 QPV part_logements_sociaux 93.0",
                "QPV QP000001 QPV part_logements_sociaux 95 plafonne");

        assertThat(change.nature()).isEqualTo(FigureNature.STATUT);
        assertThat(change.difference()).isNull();
        assertThat(change.before().value()).isEqualTo("93.0");
    }

    @Test
    void whatIsTheSameIsCountedAndNotTold() {
        Figures same =
                new Figures("a").cell("QPV QP000001 QPV taux_pauvrete secret").cell("QPV QP000001 QPV population 12");

        assertThat(compare(same, same)).isEqualTo(
                new EditionComparison("a", "a", List.of(), List.of(), List.of(), 2, 1));
    }

    @Test
    void aCodeThatChangesHasNoDifference() {
        FigureChange change = only("QPV QP000001 QPV typologie_emploi DYN", "QPV QP000001 QPV typologie_emploi IND");

        assertThat(change.nature()).isEqualTo(FigureNature.REVISION);
        assertThat(change.difference()).isNull();
        assertThat(change.after().value()).isEqualTo("IND");
    }

    @Test
    void aRecodedNeighbourhoodIsComparedWithItself() {
        EditionComparison comparison = compare(
                new Figures("a").cell("QPV QP000001 QPV population 1000"),
                new Figures("b").cell("QPV QN00001M QPV population 1200"),
                new Pair("QP000001", "QN00001M"));

        assertThat(comparison.territories()).extracting(TerritoryChange::nature)
                .containsExactly(TerritoryNature.RECODE);
        assertThat(comparison.figures()).extracting(
                FigureChange::codeBefore, c -> c.key().territory().code(), FigureChange::nature)
                .containsExactly(tuple("QP000001", "QN00001M", FigureNature.REVISION));
    }

    @Test
    void mergedSplitNewGoneAndRenamedNeighbourhoodsAreToldAndTheirFiguresAreNotCompared() {
        Figures before = new Figures("a");
        List.of("QP000001", "QP000002", "QP000003", "QP000004", "QP000005")
                .forEach(code -> before.cell("QPV " + code + " QPV population 1000"));
        Figures after = new Figures("b").label(Level.QPV, "QP000005", "Les Tilleuls");
        List.of("QN00001M", "QN00003M", "QN00004M", "QN00009M", "QP000005")
                .forEach(code -> after.cell("QPV " + code + " QPV population 1000"));

        EditionComparison comparison = compare(
                before, after, new Pair("QP000001", "QN00001M"), new Pair("QP000002", "QN00001M"),
                new Pair("QP000003", "QN00003M"), new Pair("QP000003", "QN00004M"));

        assertThat(comparison.territories()).extracting(
                TerritoryChange::nature, TerritoryChange::before, TerritoryChange::after)
                .containsExactly(
                        tuple(TerritoryNature.RENOMME, List.of("QP000005"), List.of("QP000005")),
                        tuple(TerritoryNature.FUSIONNE, List.of("QP000001", "QP000002"), List.of("QN00001M")),
                        tuple(TerritoryNature.SCINDE, List.of("QP000003"), List.of("QN00003M", "QN00004M")),
                        tuple(TerritoryNature.DISPARU, List.of("QP000004"), List.of()),
                        tuple(TerritoryNature.NOUVEAU, List.of(), List.of("QN00009M")));
        assertThat(comparison.figures()).isEmpty();
    }

    @Test
    void mergedEpciAreRecognisedByWhereTheirNeighbourhoodsWent() {
        Figures before = new Figures("a")
                .parent(Level.QPV, "QP000001", Level.EPCI, "200000001")
                .parent(Level.QPV, "QP000002", Level.EPCI, "200000002")
                .label(Level.EPCI, "200000001", "CC Une")
                .label(Level.EPCI, "200000002", "CC Deux");
        Figures after = new Figures("b")
                .parent(Level.QPV, "QP000001", Level.EPCI, "200000009")
                .parent(Level.QPV, "QP000002", Level.EPCI, "200000009")
                .label(Level.EPCI, "200000009", "CA Ensemble");

        assertThat(compare(before, after).territories()).containsExactly(
                new TerritoryChange(
                        TerritoryNature.FUSIONNE, Level.EPCI, List.of("200000001", "200000002"),
                        "CC Une\u00a0; CC Deux",
                        List.of("200000009"), "CA Ensemble"));
    }

    @Test
    void aCellThatOnlyOneSideHasIsTold() {
        EditionComparison comparison = compare(
                new Figures("a").cell("REG 32 QPV population 10").cell("REG 32 QPV nb_qpv 2"),
                new Figures("b").cell("REG 32 QPV population 10").cell("REG 32 QPV taux_vacance 7.0"));

        assertThat(comparison.figures()).extracting(FigureChange::nature, c -> c.key().indicator())
                .containsExactlyInAnyOrder(
                        tuple(FigureNature.DISPARUE, Indicators2022.NB_QPV),
                        tuple(FigureNature.APPARUE, Indicators2022.TAUX_VACANCE));
    }
}
