package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.proj4j.BasicCoordinateTransform;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.ProjCoordinate;

class SheetTest {
    private static final double EQUATOR = 6_378_137;
    private static final double ECCENTRICITY_SQUARED = 0.00669438;

    @ParameterizedTest
    @CsvSource({"250000, 1250000 ,1300000", "178000,1039000,1100000", "150000,876000,880000", "40000,233000,234000"})
    void theScaleIsTheLargestRoundOneThatLeavesTwoMillimetres(double metres, double needed, double scale) {
        Envelope subject = new Envelope(0, metres / 2, 0, metres);
        double height = metres / needed * 1000 + 4;
        Sheet sheet = Sheet.fit(subject, new Box(0, 0, 177, height), 2, 0);
        assertThat(sheet.scale()).isEqualTo(scale);
        assertThat(sheet.y(metres)).isGreaterThanOrEqualTo(2 - 1e-9);
        assertThat(sheet.y(0)).isLessThanOrEqualTo(height - 2 + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.37,51.03", "-4.49,48.39", "9.45,42.70", "7.27,43.70", "2.90,42.70", "7.75,48.58",
            "3.06,50.63"})
    void theScaleBarIsTrueWithinOnePerCentAllOverTheCountry(String place) {
        double longitude = Double.parseDouble(place.split(",")[0]);
        double latitude = Double.parseDouble(place.split(",")[1]);
        Coordinate start = OpenGeography.lambert93(longitude, latitude);
        for (double scale : new double[] {206_000, 880_000, 1_300_000}) {
            ScaleBar bar = ScaleBar.at(scale);
            Sheet sheet = new Sheet(scale, start.x, start.y, new Box(0, 0, 100, 100));
            double metresOnPaper = bar.length() * scale / 1000;
            assertThat(sheet.x(start.x + metresOnPaper)).isCloseTo(bar.length(), within(1e-6));
            double onGround = distance(start, new Coordinate(start.x + metresOnPaper, start.y));
            assertThat(onGround / 1000).isCloseTo(bar.kilometres().doubleValue(),
                    within(bar.kilometres().doubleValue() / 100));
        }
    }

    @ParameterizedTest
    @CsvSource({"1300000,30", "880000,20", "206000,5", "1400000,30", "104000,2"})
    void theBarIsTheLongestRoundLengthThatFits(double scale, int kilometres) {
        assertThat(ScaleBar.at(scale).kilometres().intValue()).isEqualTo(kilometres);
        assertThat(ScaleBar.at(scale).length()).isBetween(10.0, 28.0);
    }

    @ParameterizedTest
    @CsvSource({"1300000,0 15 30\u00A0km", "206000,0  5\u00A0km", "104000,0 1 2\u00A0km", "50000,0  1\u00A0km",
            "20000,0 250 500\u00A0m"})
    void noNumberOfTheBarHasDecimals(double scale, String words) {
        assertThat(String.join(" ", ScaleBar.at(scale).words())).isEqualTo(words);
    }

    /** Distance on the ellipsoid over a few kilometres, by the radii of curvature halfway. */
    private static double distance(Coordinate a, Coordinate b) {
        ProjCoordinate from = degrees(a);
        ProjCoordinate to = degrees(b);
        double latitude = Math.toRadians((from.y + to.y) / 2);
        double w = Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(latitude) * Math.sin(latitude));
        double meridian = EQUATOR * (1 - ECCENTRICITY_SQUARED) / (w * w * w);
        double dx = Math.toRadians(to.x - from.x) * EQUATOR / w * Math.cos(latitude);
        return Math.hypot(dx, Math.toRadians(to.y - from.y) * meridian);
    }

    private static ProjCoordinate degrees(Coordinate lambert) {
        CRSFactory crs = new CRSFactory();
        CoordinateTransform back = new BasicCoordinateTransform(
                crs.createFromParameters("L93", OpenGeography.LAMBERT_93),
                crs.createFromParameters("WGS84", "+proj=longlat +datum=WGS84"));
        return back.transform(new ProjCoordinate(lambert.x, lambert.y), new ProjCoordinate());
    }
}
