package fr.atlasqpv.cartography;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.release.CommuneOnMap;
import fr.atlasqpv.release.PublishedAtlas;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Where the sign of a commune stands when nobody gives its centre. */
class TownsTest {
    private static final double VAST = 12;

    private static Geometry shape(PublishedAtlas atlas, Ground ground, int cell) {
        return atlas.contours().communes().get(ground.commune(cell).code());
    }

    private static List<Geometry> quarters(PublishedAtlas atlas, Geometry commune) {
        return atlas.contours().qpv().values().stream().filter(q -> commune.covers(q.getInteriorPoint())).toList();
    }

    @Test
    void aVastCommuneIsWhereItsQpvAre() {
        PublishedAtlas atlas = MadeUpAtlases.vast(VAST);
        Ground ground = Ground.of(atlas);
        List<Integer> known = IntStream.range(0, ground.size())
                .filter(cell -> !quarters(atlas, shape(atlas, ground, cell)).isEmpty()).boxed().toList();

        assertThat(known).isNotEmpty().allSatisfy(cell -> {
            Coordinate town = ground.centre(cell);
            assertThat(quarters(atlas, shape(atlas, ground, cell)))
                    .anySatisfy(q -> assertThat(Ground.middle(q).distance(town)).isLessThanOrEqualTo(5_000));
            assertThat(ground.situated(cell)).isTrue();
        });
    }

    @Test
    void aVastCommuneOfWhichNothingIsKnownHasNoSign() {
        PublishedAtlas atlas = MadeUpAtlases.vast(VAST);
        Ground ground = Ground.of(atlas);
        CommuneOnMap unknown = IntStream.range(0, ground.size())
                .filter(cell -> quarters(atlas, shape(atlas, ground, cell)).isEmpty())
                .mapToObj(ground::commune).findFirst().orElseThrow();

        assertThat(ground.situated(ground.cell(unknown.code()))).isFalse();
    }

    @Test
    void aCommuneOfUsualSizeIsInItsMiddle() {
        PublishedAtlas atlas = MadeUpAtlases.withContours(2);
        Ground ground = Ground.of(atlas);

        assertThat(IntStream.range(0, ground.size()).boxed()).allSatisfy(cell -> {
            assertThat(ground.situated(cell)).isTrue();
            assertThat(ground.centre(cell)).isEqualTo(Ground.middle(shape(atlas, ground, cell)));
        });
    }

    @Test
    void whereQpvAreAllOfTheLandTheLegendDoesNotNameWhatTheyHide() {
        PublishedAtlas atlas = MadeUpAtlases.covered(2);
        String code = atlas.communes().getFirst().departement();
        MapDrawing map = AtlasMaps.of(atlas, new BookMetrics()).departement(code, 177, 154);

        assertThat(map.legend()).containsExactly(LegendClass.QPV, LegendClass.LIMITE_EPCI);
        assertThat(map.primitives()).filteredOn(p -> p instanceof Primitive.Path path && path.fill() != null
                && path.fill().rgb() == Palette.QPV_PALE.rgb()).as("on the map and in the legend")
                .hasSizeGreaterThan(1);
    }
}
