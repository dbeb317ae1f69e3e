package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Figures are written {@code numerator/denominator}: {@code ?} is not known to us, {@code ~} before the denominator says that
 * the attacker does not know it.
 */
class PerimeterLinksTest {
    private final SortedMap<CellKey, Figure> figures = new TreeMap<>();
    private final Map<CellKey, Integer> positions = new HashMap<>();

    private void figure(Level level, String code, Perimeter perimeter, String counts) {
        CellKey key = CellKey.of(level, code, perimeter, Indicators2022.PART_LOGEMENTS_SOCIAUX);
        String[] parts = counts.split("/");
        figures.put(key, new Figure(
                key, null, number(parts[0]), number(parts[1].replace("~", "")), !parts[1].startsWith("~")));
        positions.put(key, positions.size());
    }

    private static BigDecimal number(String text) {
        return text.equals("?") ? null : new BigDecimal(text);
    }

    /** EPCI A and B lie in the département 59, C is presented there and lies in two. */
    private PerimeterLinks links() {
        return new PerimeterLinks(figures, positions, new Hierarchy(
                new TreeMap<>(), new TreeMap<>(), new TreeMap<>(Map.of("A", "59", "B", "59", "C", "59", "D", "62")),
                new TreeMap<>(Map.of("59", "32", "62", "32")), new TreeSet<>(List.of("32")),
                new TreeSet<>(List.of("A", "B", "D")), new TreeSet<>()));
    }

    private static String told(List<Link> links) {
        return links.isEmpty() ? "none" : links.getFirst().sum() ? "sum" : range(links.getFirst());
    }

    private static String range(Link link) {
        return bound(link.low()) + " to " + bound(link.high());
    }

    private static String bound(double value) {
        return Math.abs(value) == LinkedTable.NO_BOUND ? "any" : String.valueOf((long) value);
    }

    @ParameterizedTest(name = "of {0}, A {1} and B {2}: {3}")
    @CsvSource({
            "40/1000, 10/400, 30/600, sum",
            "40/1000, 10/400, , 0 to 600",
            "40/1000, 10/400, 20/500, 0 to 100",
            "?/1000, ?/400, ?/600, sum",
            "?/1000, ?/400, , 0 to 600",
            "40/1000, , , none",
            // more concerned in the part than in the whole
            "40/1000, 50/400, , none",
            // more people in the part than in the whole
            "40/1000, 10/1200, , none",
            // 30 concerned among nobody
            "40/1000, 10/1000, , none",
            // 30 concerned among 20
            "40/1000, 10/980, , none",
            // nobody knows how many live outside, unless nobody does
            "40/~1000, 10/400, , none",
            "40/~1000, 10/400, 30/600, sum",
            "40/?, 10/400, 30/600, none",
            // an EPCI that no denominator is known of is no part
            "40/1000, 10/400, 30/?, 0 to 600",
    })
    void theEpciOfADepartementAndThoseThatAreNotPublishedMakeItUp(String whole, String a, String b, String expected) {
        figure(Level.DEP, "59", Perimeter.ENSEMBLE, whole);
        if (a != null) {
            figure(Level.EPCI, "A", Perimeter.ENSEMBLE, a);
        }
        if (b != null) {
            figure(Level.EPCI, "B", Perimeter.ENSEMBLE, b);
        }
        figure(Level.EPCI, "C", Perimeter.ENSEMBLE, "1/1");
        figure(Level.EPCI, "D", Perimeter.ENSEMBLE, "1/1");

        assertThat(told(links().departements())).isEqualTo(expected);
    }

    @Test
    void theLinkSubtractsTheEpciFromTheirDepartement() {
        figure(Level.DEP, "59", Perimeter.ENSEMBLE, "40/1000");
        figure(Level.EPCI, "B", Perimeter.ENSEMBLE, "10/400");
        figure(Level.EPCI, "A", Perimeter.ENSEMBLE, "10/400");

        assertThat(links().departements()).singleElement().satisfies(link -> {
            assertThat(link.cells()).containsExactly(0, 2, 1);
            assertThat(link.signs()).containsExactly(1, -1, -1);
        });
    }

    @ParameterizedTest(name = "in QPV {0}, in all {1}: {2}")
    @CsvSource({
            "10/100, 40/1000, 0 to 900",
            "10/100, 10/1000, 0 to 900",
            "?/100, ?/1000, 0 to 900",
            "10/~100, 40/1000, 0 to any",
            "10/100, 40/?, 0 to any",
            // 39 concerned among the 10 others
            "1/990, 40/1000, 0 to any",
            // more concerned in the QPV than in all: two sources
            "10/100, 5/1000, any to 900",
            "10/~100, 5/1000, none",
            "10/200, 5/100, none",
    })
    void thoseOfTheQpvAreSomeOfAll(String inner, String outer, String expected) {
        figure(Level.EPCI, "A", Perimeter.QPV, inner);
        figure(Level.EPCI, "A", Perimeter.ENSEMBLE, outer);

        assertThat(told(links().inclusions())).isEqualTo(expected);
    }

    @Test
    void aPerimeterAloneOrOneCellForBothGivesNoLink() {
        figure(Level.EPCI, "A", Perimeter.QPV, "10/100");
        assertThat(links().inclusions()).isEmpty();

        figure(Level.EPCI, "A", Perimeter.ENSEMBLE, "10/100");
        assertThat(links().inclusions()).hasSize(1);
        positions.replaceAll((key, position) -> 0);
        assertThat(links().inclusions()).isEmpty();
    }
}
