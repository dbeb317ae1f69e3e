package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.atlasqpv.cartography.MapDrawing.Label;
import fr.atlasqpv.cartography.Primitive.Circle;
import fr.atlasqpv.cartography.Primitive.Path;
import fr.atlasqpv.cartography.Primitive.Text;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MapDrawingTest {
    private static final Map<LegendClass, Integer> FILLS = Map.of(
            LegendClass.COMMUNE_AVEC_QPV, 0x8FBFC6,
            LegendClass.EPCI_CONCERNE, 0xCFE3E6,
            LegendClass.AUTRE_COMMUNE, 0xCFE3E6,
            LegendClass.AUTRE_TERRITOIRE, 0xF4F2EC,
            LegendClass.COMMUNE_VOISINE_AVEC_QPV, 0xE9EEEE,
            LegendClass.QPV, 0xBE2A45);

    private final List<MapDrawing> maps = MadeUpAtlases.maps().toList();

    Stream<MapDrawing> maps() {
        return maps.stream();
    }

    @ParameterizedTest
    @MethodSource("maps")
    void noTwoNamesMeet(MapDrawing map) {
        List<Label> labels = map.labels();
        List<String> meetings = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            for (int j = i + 1; j < labels.size(); j++) {
                if (labels.get(i).box().overlaps(labels.get(j).box())) {
                    meetings.add(labels.get(i).text() + " / " + labels.get(j).text());
                }
            }
        }
        assertThat(meetings).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("maps")
    void everyNameStaysOffTheFrame(MapDrawing map) {
        Box room = map.frame().grown(-0.79);
        assertThat(map.labels()).isNotEmpty().allMatch(l -> room.contains(l.box()), "inside " + room);
    }

    @ParameterizedTest
    @MethodSource("maps")
    void everyTextFitsTheBoxThatIsKeptForIt(MapDrawing map) {
        BookMetrics metrics = new BookMetrics();
        List<Text> names = map.primitives().stream()
                .filter(p -> p instanceof Text t && t.halo() != null)
                .map(Text.class::cast)
                .toList();
        for (Text text : names) {
            double width = metrics.width(text.text(), text.face(), text.size())
                    + text.tracking() * (text.text().length() - 1);
            double left = switch (text.anchor()) {
                case START -> text.at().x();
                case MIDDLE -> text.at().x() - width / 2;
                case END -> text.at().x() - width;
            };
            Box ink = new Box(left, text.at().y() - 0.1, width, 0.1).grown(-0.02);
            assertThat(map.labels()).as(text.text()).anyMatch(l -> l.box().contains(ink));
        }
    }

    @ParameterizedTest
    @MethodSource("maps")
    void nothingIsDrawnOutsideTheSheet(MapDrawing map) {
        Box sheet = new Box(0, 0, map.width(), map.height()).grown(0.01);
        for (Primitive primitive : map.primitives()) {
            if (primitive instanceof Path path) {
                path.lines().forEach(
                        l -> assertThat(l.points()).allMatch(p -> sheet.contains(new Box(p.x(), p.y(), 0, 0))));
            } else if (primitive instanceof Circle circle) {
                assertThat(sheet.contains(Box.around(circle.centre().x(), circle.centre().y(), 0, 0))).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("maps")
    void theLegendHoldsExactlyTheClassesDrawn(MapDrawing map) {
        Set<Integer> ground = new java.util.HashSet<>();
        // One of them is in the legend that names them; those of the insets come after the names
        long hollow = map.primitives().stream().filter(MapDrawingTest::isHollow).count()
                - (map.legend().contains(LegendClass.QPV_SANS_CONTOUR) ? 1 : 0);
        for (Primitive primitive : map.primitives()) {
            if (primitive instanceof Text) {
                break;
            }
            if (primitive instanceof Path path && path.fill() != null) {
                ground.add(path.fill().rgb());
            }
        }
        boolean zoom = map.subject().level() == Level.EPCI;
        Set<LegendClass> expected = EnumSet.noneOf(LegendClass.class);
        FILLS.forEach((what, ink) -> {
            boolean here = zoom
                    ? what != LegendClass.EPCI_CONCERNE && what != LegendClass.AUTRE_TERRITOIRE
                    : what != LegendClass.AUTRE_COMMUNE;
            if (here && ground.contains(ink)) {
                expected.add(what);
            }
        });
        if (hollow > 0) {
            expected.add(LegendClass.QPV_SANS_CONTOUR);
        }
        Set<LegendClass> areas = EnumSet.copyOf(FILLS.keySet());
        areas.add(LegendClass.QPV_SANS_CONTOUR);
        assertThat(map.legend()).doesNotHaveDuplicates();
        assertThat(map.legend().stream().filter(areas::contains)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static boolean isHollow(Primitive primitive) {
        return primitive instanceof Circle c && c.radius() == QpvShapes.HOLLOW_RADIUS
                && Signs.HOLLOW.equals(c.stroke());
    }

    /** A circle that stands for a QPV without contour says nothing of where it is: over another QPV it would. */
    @ParameterizedTest
    @MethodSource("maps")
    void noHollowCircleIsHiddenNorLiesOnAnotherQpv(MapDrawing map) {
        List<Circle> hollow =
                map.primitives().stream().filter(MapDrawingTest::isHollow).map(Circle.class::cast).toList();
        for (int i = 0; i < hollow.size(); i++) {
            Point at = hollow.get(i).centre();
            for (int j = i + 1; j < hollow.size(); j++) {
                Point other = hollow.get(j).centre();
                assertThat(Math.hypot(at.x() - other.x(), at.y() - other.y()))
                        .isGreaterThan(2 * QpvShapes.HOLLOW_RADIUS);
            }
            assertThat(map.primitives()).as("over " + at).noneMatch(p -> p instanceof Path path && path.fill() != null
                    && path.fill().rgb() == Palette.QPV.rgb() && covers(path, at));
        }
    }

    private static boolean covers(Path path, Point at) {
        boolean inside = false;
        for (Primitive.Polyline line : path.lines()) {
            List<Point> p = line.points();
            for (int i = 0, j = p.size() - 1; i < p.size(); j = i++) {
                boolean across = p.get(i).y() > at.y() != p.get(j).y() > at.y();
                inside ^= across && at.x() < (p.get(j).x() - p.get(i).x()) * (at.y() - p.get(i).y())
                        / (p.get(j).y() - p.get(i).y()) + p.get(i).x();
            }
        }
        return inside;
    }

    @ParameterizedTest
    @MethodSource("maps")
    void theDescriptionNamesTheTerritoryTheSubjectAndTheTable(MapDrawing map) {
        assertThat(map.altText())
                .startsWith("Carte")
                .containsPattern("quartiers? prioritaires?")
                .containsPattern("tableau")
                .hasSizeBetween(80, 700);
    }

    @ParameterizedTest
    @MethodSource("maps")
    void aSchematicGroundIsSaidOnTheMapAndInItsDescription(MapDrawing map) {
        boolean said =
                map.primitives().stream().anyMatch(p -> p instanceof Text t && t.text().equals("Fond schématique"));
        assertThat(said).isEqualTo(map.schematic());
        assertThat(map.altText().contains("schématique")).isEqualTo(map.schematic());
    }

    @ParameterizedTest
    @MethodSource("maps")
    void noTextIsSmallerThanSevenPoints(MapDrawing map) {
        assertThat(map.primitives()).noneMatch(p -> p instanceof Text t && t.size() < 7);
    }

    @Test
    void theDescriptionOfADepartementCountsItsQuarters() {
        PublishedAtlas atlas = MadeUpAtlases.withContours(2);
        PublishedTerritory departement = atlas.territories(Level.DEP).getFirst();
        MapDrawing map = AtlasMaps.of(atlas, new BookMetrics()).departement(departement.territory().code(), 177, 154);
        long count = AltText.numberOfQpv(atlas, departement.territory());
        assertThat(map.altText())
                .contains(departement.label() + " (" + departement.territory().code() + ")")
                .contains(count + "\u00A0quartiers prioritaires")
                .contains("intercommunalité");
    }

    @Test
    void numbersOfAZoomFollowTheCodesAndLeadToTheirQuarter() {
        PublishedAtlas atlas = MadeUpAtlases.withContours(2);
        MapDrawing map = AtlasMaps.of(atlas, new BookMetrics()).zoom(atlas.zooms().getFirst(), 177, 172);
        assertThat(map.key()).isNotEmpty().extracting(k -> k.qpv().code()).isSorted();
        assertThat(map.key()).extracting(MapDrawing.KeyEntry::number).isSorted().startsWith(1);
        for (MapDrawing.KeyEntry entry : map.key()) {
            assertThat(map.labels()).extracting(Label::text).contains(Integer.toString(entry.number()));
            assertThat(map.links()).extracting(MapDrawing.Link::target).contains(entry.qpv());
        }
    }

    @Test
    void namesOfEpciLeadToTheirRows() {
        PublishedAtlas atlas = MadeUpAtlases.withContours(2);
        String code = atlas.territories(Level.DEP).getFirst().territory().code();
        MapDrawing map = AtlasMaps.of(atlas, new BookMetrics()).departement(code, 177, 154);
        assertThat(map.links()).isNotEmpty().allSatisfy(link -> {
            assertThat(atlas.territory(link.target())).isPresent();
            assertThat(map.labels()).anyMatch(l -> l.box().equals(link.area()));
            assertThat(link.description()).isNotBlank();
        });
    }

    @Test
    void twoDrawingsAreTheSameInAnyLocaleAndTimeZone() {
        List<String> here = MadeUpAtlases.mapsOf(MadeUpAtlases.schematic(2))
                .map(map -> SvgRendering.of(map, new BookMetrics())).toList();
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(MadeUpAtlases.mapsOf(MadeUpAtlases.schematic(2))
                    .map(map -> SvgRendering.of(map, new BookMetrics())))
                    .containsExactlyElementsOf(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theCoverHasACircleForEveryQuarterAndTheLargestComesFirst() {
        PublishedAtlas atlas = MadeUpAtlases.withContours(2);
        MapDrawing map = AtlasMaps.of(atlas, new BookMetrics()).cover(150, 180);
        List<Double> radii = map.primitives().stream()
                .filter(p -> p instanceof Circle)
                .map(p -> ((Circle) p).radius())
                .toList();
        assertThat(radii).hasSize(atlas.territories(Level.QPV).size())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(map.primitives()).noneMatch(p -> p instanceof Text);
        assertThat(map.altText()).contains(atlas.regionLabel());
    }

    @Test
    void aCommuneWithTooManyQuartersHasAMapOfItsOwn() {
        PublishedAtlas atlas = PublishedAtlasFixture.region(1, 1, 200);
        ZoomMap zoom = atlas.zooms().getFirst();
        AtlasMaps maps = AtlasMaps.of(atlas, new BookMetrics());
        CloseUp crowded = maps.crowded(zoom, 60, 40).orElseThrow();
        assertThat(crowded.qpv()).hasSizeGreaterThanOrEqualTo(12);
        MapDrawing whole = maps.zoom(zoom, 60, 40);
        MapDrawing near = maps.closeUp(zoom, crowded, 177, 210);
        List<String> numbers = crowded.qpv().stream()
                .map(qpv -> numberOf(whole, qpv))
                .toList();
        assertThat(whole.labels()).extracting(Label::text).doesNotContainAnyElementsOf(numbers);
        assertThat(near.labels()).extracting(Label::text).containsAll(numbers);
        assertThat(whole.altText()).contains(crowded.label() + " sont sur la carte suivante");
        assertThat(near.altText()).contains(crowded.label());
        assertThat(near.scale()).isLessThan(whole.scale());
    }

    private static String numberOf(MapDrawing map, Territory qpv) {
        return map.key().stream()
                .filter(k -> k.qpv().equals(qpv))
                .map(k -> Integer.toString(k.number()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aMapWithRoomForItsNumbersIsNotSplit() {
        PublishedAtlas atlas = MadeUpAtlases.withContours(2);
        assertThat(AtlasMaps.of(atlas, new BookMetrics()).crowded(atlas.zooms().getFirst(), 177, 172)).isEmpty();
    }

    @Test
    void aPartOfADepartementIsShownASecondTimeLargerWithItsNameAndItsBar() {
        PublishedAtlas atlas = MadeUpAtlases.withInsets(2, 1);
        String code = atlas.edition().frame().zones().getFirst().insets().firstKey();
        MapDrawing map = AtlasMaps.of(atlas, new BookMetrics()).departement(code, 177, 154);
        MapDrawing without = AtlasMaps.of(MadeUpAtlases.withContours(2), new BookMetrics()).departement(code, 177, 154);

        assertThat(map.altText()).contains("En encart, agrandi", "Vallée");
        assertThat(without.altText()).doesNotContain("encart");
        assertThat(map.labels()).extracting(Label::text).filteredOn(t -> t.startsWith("Vallée"))
                .as("on its outline and in the inset").hasSize(2);
        assertThat(bars(map)).isEqualTo(2);
        assertThat(bars(without)).isEqualTo(1);
    }

    @Test
    void severalPartsStandOneUnderTheOtherEachWithItsBar() {
        PublishedAtlas atlas = MadeUpAtlases.withInsets(1, 3);
        String code = atlas.edition().frame().zones().getFirst().insets().firstKey();
        MapDrawing map = AtlasMaps.of(atlas, new BookMetrics()).departement(code, 177, 154);
        List<Box> frames = map.primitives().stream()
                .filter(p -> p instanceof Path path && path.fill() == null
                        && new Stroke(Palette.INK, 0.25).equals(path.stroke())
                        && path.lines().getFirst().points().stream().allMatch(at -> at.x() > 100))
                .map(p -> ((Path) p).lines().getFirst().points().stream()
                        .map(at -> new Box(at.x(), at.y(), 0, 0)).reduce(Box::union).orElseThrow())
                .toList();

        assertThat(bars(map)).isEqualTo(4);
        assertThat(map.altText()).contains("En encart, agrandis");
        assertThat(frames).hasSize(3);
        for (int i = 1; i < frames.size(); i++) {
            assertThat(frames.get(i).y()).isGreaterThan(frames.get(i - 1).bottom());
            assertThat(map.frame().contains(frames.get(i))).isTrue();
        }
    }

    private static long bars(MapDrawing map) {
        return map.primitives().stream().filter(p -> p instanceof Text t && t.text().endsWith("\u00A0km")).count();
    }

    @ParameterizedTest
    @MethodSource("maps")
    void theScaleBarDrawnMeasuresWhatItSays(MapDrawing map) {
        Text words = map.primitives().stream()
                .filter(p -> p instanceof Text t && t.text().endsWith("\u00A0km"))
                .map(Text.class::cast)
                .reduce((inset, whole) -> whole)
                .orElseThrow();
        Text zero = map.primitives().stream()
                .filter(p -> p instanceof Text t && t.text().equals("0") && t.at().y() == words.at().y())
                .map(Text.class::cast)
                .filter(t -> t.at().x() < words.at().x())
                .max(java.util.Comparator.comparingDouble(t -> t.at().x()))
                .orElseThrow();
        double kilometres = Double.parseDouble(words.text().replace("\u00A0km", "").replace(',', '.'));
        double left = Double.POSITIVE_INFINITY;
        double right = 0;
        for (Primitive primitive : map.primitives()) {
            if (primitive instanceof Path path && path.lines().size() == 1 && isSegment(path, words.at())
                    && path.lines().getFirst().points().stream().allMatch(p -> p.x() > zero.at().x() - 1.5
                            && p.x() < words.at().x() + 1.5)) {
                for (Point point : path.lines().getFirst().points()) {
                    left = Math.min(left, point.x());
                    right = Math.max(right, point.x());
                }
            }
        }
        assertThat((right - left) * map.scale() / 1_000_000).isCloseTo(kilometres, within(kilometres / 100));
        assertThat(zero.at().x()).isCloseTo(left, within(1.5));
    }

    /** A part of the bar: as high as it, just under its words. */
    private static boolean isSegment(Path path, Point words) {
        List<Point> points = path.lines().getFirst().points();
        double top = points.stream().mapToDouble(Point::y).min().orElse(0);
        double bottom = points.stream().mapToDouble(Point::y).max().orElse(0);
        return Math.abs(bottom - top - 1.1) < 0.02 && top > words.y() && top < words.y() + 1.5;
    }
}
