package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.secrecy.OtherEdition.Told;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameCountsTest {
    private static final Indicator DWELLINGS = count("logements");
    private static final Indicator VACANT = count("vacants");
    private static final Indicator RENAMED = count("parc");

    private static Indicator count(String id) {
        return new Indicator(id, new Form.Count(new Measure("m_" + id, id, "logements", false)), 0,
                EnumSet.allOf(Level.class),
                EnumSet.allOf(Perimeter.class));
    }

    private static CellKey key(Indicator indicator, int qpv) {
        return CellKey.of(Level.QPV, "QP0010" + (10 + qpv), Perimeter.QPV, indicator);
    }

    private static SortedMap<CellKey, Told> told(Indicator indicator, String values) {
        SortedMap<CellKey, Told> told = new TreeMap<>();
        int qpv = 0;
        for (String value : values.split(" ")) {
            Publication publication = switch (value) {
                case "s" -> Publication.without(CellStatus.SECRET);
                case "c" -> new Publication(new BigDecimal("95"), null, CellStatus.PLAFONNE, false);
                default -> new Publication(new BigDecimal(value), null, CellStatus.PUBLIE, false);
            };
            told.put(key(indicator, qpv++), new Told(publication, "avant"));
        }
        return told;
    }

    private static final String YEAR = "11 12 13 14 15 16 17 18 19 20";

    /**
     * Figures of before, those of now, and whether they are taken for the same under the same name and another, beside the same vintage and
     * another.
     */
    @ParameterizedTest
    @CsvSource({
            "20 30 40 50, 20 30 40 50, true, true, true, true",
            "20 30 40 50, 20 30 40 51, true, true, false, false",
            "20 30 40 50, 20 30 41 51, true, false, false, false",
            "20 30 40 50, 20 31 41 51, false, false, false, false",
            "20 30 40 50, 21 31 41 51, false, false, false, false",
            YEAR + ", 11 12 13 14 15 16 17 18 19 21, true, true, true, true",
            YEAR + ", 11 12 13 14 15 16 17 18 18 21, true, true, false, false",
            "20 s s s, 20 30 40 50, true, true, true, true",
            "20 31 s s, 20 30 40 50, true, false, false, false",
            "s s s s, 20 30 40 50, false, false, false, false",
            "c c c c, 95 95 95 95, false, false, false, false",
            "0 0 0 0, 0 0 0 0, false, false, false, false",
            "0 0 0 7, 0 0 0 8, false, false, false, false",
            "12.3 20, 12.34 20, true, true, true, true",
            "12.34 20, 12.3 20, true, true, true, true",
            "12.4 20, 12.34 21, false, false, false, false",
    })
    void figuresTellWhatIsCounted(String before, String now, boolean same, boolean renamed, boolean otherYear,
            boolean both) {
        Map<CellKey, BigDecimal> figures = new HashMap<>();
        told(DWELLINGS, now).forEach((key, cell) -> figures.put(key, cell.publication().value()));
        told(VACANT, "1 2 3 4").forEach((key, cell) -> figures.put(key, cell.publication().value()));

        assertThat(taken(DWELLINGS, before, figures, "Avant")).isEqualTo(same ? DWELLINGS : null);
        assertThat(taken(RENAMED, before, figures, "avant")).isEqualTo(renamed ? DWELLINGS : null);
        assertThat(taken(DWELLINGS, before, figures, "après")).isEqualTo(otherYear ? DWELLINGS : null);
        assertThat(taken(RENAMED, before, figures, "après")).isEqualTo(both ? DWELLINGS : null);
        assertThat(taken(VACANT, before, figures, "avant")).as("a name that these books have is no other one").isNull();
    }

    private static Indicator taken(Indicator theirs, String before, Map<CellKey, BigDecimal> figures, String vintage) {
        return SameCounts.of(told(theirs, before), figures, List.of(DWELLINGS, VACANT), i -> Optional.of(vintage))
                .get(theirs);
    }
}
