package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each accessor takes of one cell, and what it says of the rest. */
class RowTest {
    private static final Column COLUMN = new Column("VALEUR", 0);

    private static Row row(String cell) {
        return new Row(new Notices("extrait.csv"), new Table.Cells(7, 7, 0, List.of(cell), List.of(), false));
    }

    /** Codes of the notices that reject the row once the cell is read. */
    private static List<String> faults(String cell, BiConsumer<Row, Column> read) {
        Row row = row(cell);
        read.accept(row, COLUMN);
        return row.usable(List.of()) instanceof Outcome.Rejected r ? r.notices().stream().map(Notice::code).toList()
                : List.of();
    }

    private static String message(String cell, BiConsumer<Row, Column> read) {
        Row row = row(cell);
        read.accept(row, COLUMN);
        return ((Outcome.Rejected) row.usable(List.of())).notices().getFirst().message();
    }

    private static void check(String cell, String fault, BiConsumer<Row, Column> read) {
        assertThat(faults(cell, read)).isEqualTo(fault == null ? List.of() : List.of(fault));
    }

    @ParameterizedTest(name = "commune {0}: {1}")
    @CsvSource({"59350, ", "2A004, ", "75101, ", "5935, code-invalide", "593500, code-invalide", "5935O, code-invalide",
            "'', champ-vide"})
    void readsTheCodeOfACommune(String cell, String fault) {
        check(cell, fault, Row::commune);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"1004, true", "9999, true", "0004, true", "104, false", "10004x, false", "2A04, false", "100/, false",
            "100:, false"})
    void onlyFourDigitsAreTakenForACodeThatLostItsZero(String cell, boolean lost) {
        assertThat(message(cell, Row::commune).contains("Un tableur a sans doute ôté le zéro initial\u00a0: 0" + cell))
                .isEqualTo(lost);
    }

    @ParameterizedTest(name = "QPV {0}: {1}")
    @CsvSource({"QP059001, ", "qp059001, ", "QN05901M, ", "QP05900, code-invalide", "59350, code-invalide",
            "'', champ-vide"})
    void readsTheCodeOfAQpv(String cell, String fault) {
        check(cell, fault, Row::qpv);
        check(cell, fault, (row, column) -> row.territory(Fact.Kind.QPV, column));
    }

    @Test
    void aTerritoryIsACommuneOrAQpv() {
        assertThat(row("59350").territory(Fact.Kind.COMMUNE, COLUMN)).isEqualTo("59350");
        assertThat(row("qp059001").territory(Fact.Kind.QPV, COLUMN)).isEqualTo("QP059001");
        check("QP059001", "code-invalide", (row, column) -> row.territory(Fact.Kind.COMMUNE, column));
    }

    @ParameterizedTest(name = "SIREN {0}: {1}")
    @CsvSource({"200043495, ", "ZZZZZZZZZ, code-invalide", "20004349, code-invalide", "2000434950, code-invalide",
            "'', champ-vide"})
    void readsTheSirenOfAnEpci(String cell, String fault) {
        check(cell, fault, Row::siren);
        assertThat(row(cell).siren(COLUMN)).isEqualTo(cell);
    }

    @ParameterizedTest(name = "département {0}: {1}")
    @CsvSource({"02, ", "2A, ", "2B, ", "974, ", "2, code-invalide", "2C, code-invalide", "9740, code-invalide",
            "'', champ-vide"})
    void readsTheCodeOfADepartement(String cell, String fault) {
        check(cell, fault, Row::departement);
        assertThat(row(cell).departement(COLUMN)).isEqualTo(cell);
    }

    @ParameterizedTest(name = "region {0}: {1}")
    @CsvSource({"32, ", "01, ", "3, code-invalide", "320, code-invalide", "3A, code-invalide", "'', champ-vide"})
    void readsTheCodeOfARegion(String cell, String fault) {
        check(cell, fault, Row::region);
        assertThat(row(cell).region(COLUMN)).isEqualTo(cell);
    }

    @ParameterizedTest(name = "count {0}: {1}")
    @CsvSource({"0, ", "6034, ", "6 034, ", "ns, ", "'', ", "-1, nombre-impossible", "6.034, nombre-impossible",
            "'6034,0', ", "beaucoup, nombre-illisible", "1000000000000000, nombre-impossible"})
    void readsACountOfWholeUnits(String cell, String fault) {
        check(cell, fault, Row::count);
    }

    private static final Measure HUNDRED = new Measure("cent", "cent", "unités", false, BigDecimal.valueOf(100));
    private static final Measure WEIGHTED = new Measure("ponderee", "pondérée", "unités", true);

    @ParameterizedTest(name = "count {0}, at most 100 {1}, weighted {2}")
    @CsvSource({"100, , ", "101, nombre-impossible, ", "0, , ", "-1, nombre-impossible, nombre-impossible",
            "'10,5', nombre-impossible, ", "'10,0', , "})
    void readsACountOfAMeasureWithinWhatTheEditionSays(String cell, String bounded, String weighted) {
        check(cell, bounded, (row, column) -> row.count(column, HUNDRED));
        check(cell, weighted, (row, column) -> row.count(column, WEIGHTED));
    }

    @Test
    void saysWhatACountGoesBeyond() {
        assertThat(message("101", (row, column) -> row.count(column, HUNDRED)))
                .isEqualTo(
                        "La mesure cent ne va pas au-delà de 100\u00a0: corrigez la cellule, ou déclarez un maximum plus "
                                + "haut (maximum).");
        assertThat(message("2", Row::flag))
                .isEqualTo("Une appartenance ne va pas au-delà de 1\u00a0: on attend 1 (oui) ou 0 (non).");
    }

    @ParameterizedTest(name = "flag {0}: {1}")
    @CsvSource({"1, ", "0, ", "2, nombre-impossible", "'0,5', nombre-impossible", "-1, nombre-impossible",
            "oui, nombre-illisible"})
    void readsWhetherATerritoryBelongs(String cell, String fault) {
        check(cell, fault, Row::flag);
    }

    @ParameterizedTest(name = "rate {0}: of a whole {1}, per thousand {2}")
    @CsvSource({"0, , ", "'49,7', , ", "'49,7 %', , ", "100, , ", "'100,1', nombre-impossible, ",
            "-0.1, nombre-impossible, nombre-impossible",
            "1000000, nombre-impossible, ", "1000001, nombre-impossible, nombre-impossible", "ns, , ",
            "x, nombre-illisible, nombre-illisible"})
    void readsARateWithinItsScale(String cell, String ofAWhole, String perThousand) {
        Indicator ratio = new Indicator(
                "ratio",
                new Form.Ratio(Measures2022.LOGEMENTS, Measures2022.POPULATION, BigDecimal.valueOf(1_000)), 1,
                Set.of(Level.values()), Set.of(Perimeter.values()));

        check(cell, ofAWhole, (row, column) -> row.rate(column, Indicators2022.TAUX_PAUVRETE));
        check(cell, perThousand, (row, column) -> row.rate(column, ratio));
    }

    @Test
    void saysBetweenWhatARateLies() {
        Indicator ratio = new Indicator(
                "ratio", new Form.Ratio(Measures2022.LOGEMENTS, Measures2022.POPULATION, BigDecimal.TEN), 1,
                Set.of(Level.values()), Set.of(Perimeter.values()));

        assertThat(message("101", (row, column) -> row.rate(column, Indicators2022.TAUX_PAUVRETE)))
                .isEqualTo("Un taux va de 0 à 100\u00a0%.");
        assertThat(message("-1", (row, column) -> row.rate(column, ratio))).isEqualTo("Ce quotient va de 0 à 10000.");
    }

    @ParameterizedTest(name = "figure {0}: {1}")
    @CsvSource({"1000000000000, ", "-1000000000000, ", "1000000000001, nombre-impossible",
            "-1000000000001, nombre-impossible", "'14 230,5', ", "nd, ", "?, nombre-illisible"})
    void readsAnyFigureOfASizeThatFiguresHave(String cell, String fault) {
        check(cell, fault, Row::number);
    }

    @Test
    void aCellThatIsNotMappedIsEmpty() {
        assertThat(row("x").text(null)).isEmpty();
        assertThat(row("x").written(null)).isEmpty();
        assertThat(row(" x\u00a0").written(COLUMN)).isEqualTo("x");
    }

    @Test
    void aWordOfADictionaryIsListedAMarkIsMissingAndAnyOtherIsRefused() {
        List<Fact> facts = new ArrayList<>();
        Indicator code = Indicators2022.TYPOLOGIE_EMPLOI;
        for (String word : List.of("DYN", "ns", "dyn")) {
            Row row = row(word);
            row.code(facts, "QP059001", code, COLUMN, List.of("DYN", "IND"));
            assertThat(row.faulty()).isEqualTo(word.equals("dyn"));
        }

        assertThat(facts).startsWith(
                new Fact.ListedFact(Fact.Kind.QPV, "QP059001", code, null, "DYN"),
                new Fact.MissingFact(Fact.Kind.QPV, "QP059001", null, code, Fact.MissingMark.NON_SIGNIFICATIF));
    }

    @Test
    void remarksGoWithARowThatIsUsed() {
        Row row = row("x");
        row.remark(COLUMN, NoticeCode.CHAMP_VIDE, "une remarque", "x");
        row.inform(COLUMN, NoticeCode.GEOMETRIE_REPAREE, "pour mémoire", "x");

        assertThat(row.faulty()).isFalse();
        assertThat(row.line()).isEqualTo(7);
        assertThat(((Outcome.Usable) row.usable(List.of())).notices()).extracting(Notice::severity)
                .containsExactly(Severity.WARNING, Severity.INFO);
        assertThat(((Outcome.OutOfScope) row.outOfScope(ScopeReason.HORS_CADRE)).line()).isEqualTo(7);
    }
}
