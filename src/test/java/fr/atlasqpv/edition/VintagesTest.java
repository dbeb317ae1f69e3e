package fr.atlasqpv.edition;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which vintages a figure rests on: those of what it is made of, and of what weighs its rates. */
class VintagesTest {
    private static Indicator indicator(String id) {
        return Indicators2022.of(id).orElseThrow();
    }

    private static List<Source> sources(String more) {
        return EditionText.edition(EditionText.replaced("\nmeasures:", more + "\nmeasures:")).sources();
    }

    private static String source(String id, String layout, String millesime, String values) {
        return "  - {id: " + id + ", layout: " + layout + ", file: " + id + ".csv, group: G, label: L, producer: P, "
                + "millesime: " + millesime + ", licence: L, columns: {code: C}, values: [" + values + "]}\n";
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
            "population, qpv-base, qpv-base",
            "taux_pauvrete, qpv-base, qpv-base",
            "population, qpv-base rpls, qpv-base",
            "population, rpls, ''",
            "population, '', ''",
            "nb_qpv, qpv-base, ''",
    })
    void aSourceCountsWhereItIsNamedAndCarriesTheCountsOrTheRate(String id, String named, String expected) {
        assertThat(Vintages.figures(indicator(id), Arrays.asList(named.split(" ")), sources("")))
                .extracting(Source::id)
                .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }

    @Test
    void aRateIsWeighedByTheBaseThatIsNamed() {
        assertThat(Vintages.weights(indicator("taux_pauvrete"), sources(""))).isEqualTo("RP 2018");
    }

    @Test
    void theDenominatorOfTheIndicatorItselfWeighsFirst() {
        assertThat(Vintages.weights(indicator("taux_pauvrete"), sources(
                source("filo", "base-qpv", "FILO 2019", "{column: P, measure: personnes}"))))
                .isEqualTo("FILO 2019");
    }

    @Test
    void aDenominatorOfOtherTerritoriesWeighsNothingHere() {
        assertThat(Vintages.weights(indicator("taux_pauvrete"), sources(
                source("filo", "base-communes", "FILO 2019", "{column: P, measure: personnes}"))))
                .isEqualTo("RP 2018");
    }

    @Test
    void vintagesOfBothTablesAreToldOnceAndInOrder() {
        String values = "{column: P, measure: population}, {column: T, rate: taux_pauvrete, base: population}";

        assertThat(Vintages.weights(indicator("taux_pauvrete"), sources(
                source("communes-base", "base-communes", "RP 2017", values)))).isEqualTo("RP 2017\u00a0; RP 2018");
        assertThat(Vintages.weights(indicator("taux_pauvrete"), sources(
                source("communes-base", "base-communes", "RP 2018", values)))).isEqualTo("RP 2018");
    }

    private static String dwellings(String id, String file, String millesime, String measure, String modes) {
        return "  - {id: " + id + ", layout: rpls-logements, file: " + file
                + ", group: G, label: L, producer: P, millesime: "
                + millesime + ", licence: L, columns: {qpv: Q, commune: C, mode: M}, measure: " + measure
                + (modes.isEmpty() ? "" : ", excluded-modes: [" + modes + "]") + "}\n";
    }

    /** The vintage of a source, however it is written, and which rows of a file it counts. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "one file, each row in one part | RPLS 2017 | a.csv | 1 | 2, 3 | '' | true | true",
            "another case of the vintage | rpls  2017 | a.csv | 1 | 2, 3 | '' | true | true",
            "another vintage | RPLS 2018 | a.csv | 1 | 2, 3 | '' | false | true",
            "rows in no part | RPLS 2017 | a.csv | 1, 4 | 2, 3, 4 | '' | true | false",
            "nor in the whole | RPLS 2017 | a.csv | 1, 4 | 2, 3, 4 | 4 | true | true",
            "counted elsewhere as well | RPLS 2017 | a.csv | 1 | 2, 3 | '' | true | true",
            "another file | RPLS 2017 | b.csv | 1 | 2, 3 | '' | true | false",
            "a part that leaves out nothing | RPLS 2017 | a.csv | '' | 2, 3 | '' | true | false"})
    void measuresOfOneVintageMayMakeUpAnother(
            String what, String millesime, String file, String one, String other, String whole, boolean agree,
            boolean makeUp) {
        Edition edition = EditionText.edition(EditionText.replaced("\nmeasures:",
                dwellings("x", "a.csv", "RPLS 2017", "un", one)
                        + dwellings("y", file, millesime, "deux", other)
                        + dwellings("z", "a.csv", "RPLS 2017", "tous", whole)
                        + (what.startsWith("counted elsewhere") ? dwellings("w", "c.csv", "RPLS 2017", "tous", "")
                                + dwellings("v", "c.csv", "RPLS 2017", "un", "9") : "")
                        + "\nmeasures:\n  un: {label: u, unit: u}\n  deux: {label: d, unit: u}\n  tous: {label: t, unit: u}"));
        List<Measure> measures =
                Stream.of("un", "deux", "tous").map(id -> edition.catalogue().measure(id).orElseThrow())
                        .toList();

        assertThat(Vintages.agree(edition.sources()).test(measures.subList(0, 2), measures.getLast())).isEqualTo(agree);
        assertThat(Vintages.makeUp(edition.sources()).test(measures.subList(0, 2), measures.getLast()))
                .isEqualTo(makeUp);
    }

    /** Two measures of which sources count the same rows are one count, whatever vintage is written beside each. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
            "the same rows | RPLS 2017 | a.csv | 1, 2 | 2, 1 | true",
            "all rows | RPLS 2017 | a.csv | '' | '' | true",
            "another vintage written | RPLS 2020 | a.csv | 1 | 1 | true",
            "other rows | RPLS 2017 | a.csv | 1 | 1, 2 | false",
            "another file | RPLS 2017 | b.csv | 1 | 1 | false"})
    void measuresMayCountTheSameRows(
            String what, String millesime, String file, String one, String other, boolean same) {
        Edition edition = EditionText.edition(EditionText.replaced("\nmeasures:",
                dwellings("x", "a.csv", "RPLS 2017", "un", one) + dwellings("y", file, millesime, "deux", other)
                        + "\nmeasures:\n  un: {label: u, unit: u}\n  deux: {label: d, unit: u}"));
        List<Measure> measures = Stream.of("un", "deux", "population")
                .map(id -> edition.catalogue().measure(id).orElseThrow()).toList();

        var sameUnits = Vintages.sameUnits(edition.sources());
        assertThat(sameUnits.test(measures.get(0), measures.get(1))).isEqualTo(same);
        assertThat(sameUnits.test(measures.get(0), measures.get(2))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {"P, P | true", "P, Q | false"})
    void measuresMayBeReadFromOneColumn(String columns, boolean same) {
        String[] column = columns.split(", ");
        Edition edition = EditionText.edition(EditionText.replaced("\nmeasures:",
                source("filo", "base-qpv", "FILO 2019",
                        "{column: " + column[0] + ", measure: un}, {column: " + column[1] + ", measure: deux}")
                        + "\nmeasures:\n  un: {label: u, unit: u}\n  deux: {label: d, unit: u}"));

        assertThat(Vintages.sameUnits(edition.sources()).test(
                edition.catalogue().measure("un").orElseThrow(), edition.catalogue().measure("deux").orElseThrow()))
                .isEqualTo(same);
    }

    @Test
    void aCountIsWeighedByNothing() {
        assertThat(Vintages.weights(indicator("population"), sources(""))).isEmpty();
    }
}
