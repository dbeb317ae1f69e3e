package fr.atlasqpv.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ProximityTest {
    private static final Geometry SQUARE = wkt("POLYGON ((0 0, 1000 0, 1000 1000, 0 1000, 0 0))");

    @ParameterizedTest
    @CsvSource({"500, 500, true", "1000, 1300, true", "1000, 1300.01, false", "1212, 1212, true", "1213, 1213, false"})
    void a_college_is_near_at_300_metres_or_less_of_the_contour_and_inside(double x, double y, boolean near) {
        var found = Proximity.near(List.of(college("0590001A", x, y)), Map.of("QP059001", SQUARE), 300);

        assertThat(found.get("QP059001").containsKey("0590001A")).isEqualTo(near);
    }

    @Test
    void a_college_between_two_qpv_is_near_both() {
        Geometry other = wkt("POLYGON ((1400 0, 2000 0, 2000 1000, 1400 1000, 1400 0))");

        var found = Proximity.near(
                List.of(college("0590001A", 1200.0, 500.0)), Map.of("QP059083", SQUARE, "QP059087", other), 300);

        assertThat(found).containsEntry("QP059083", new TreeMap<>(Map.of("0590001A", 200.0)))
                .containsEntry("QP059087", new TreeMap<>(Map.of("0590001A", 200.0)));
    }

    @Test
    void a_college_without_position_is_near_nothing() {
        var found = Proximity.near(List.of(college("0590001A", null, null)), Map.of("QP059001", SQUARE), 300);

        assertThat(found.get("QP059001")).isEmpty();
    }

    @Test
    void a_qpv_without_contour_has_no_entry_rather_than_an_empty_one() {
        assertThat(Proximity.near(List.of(college("0590001A", 1.0, 1.0)), Map.of(), 300)).isEmpty();
    }

    private static Establishment college(String uai, Double x, Double y) {
        return new Establishment(uai, "COLLEGE", "PUBLIC", "59350", x, y, Set.of());
    }

    private static Geometry wkt(String text) {
        try {
            return new WKTReader().read(text);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }
}
