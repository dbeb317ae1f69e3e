package fr.atlasqpv.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.publication.report.RunReport.Thumbnail;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import fr.atlasqpv.territory.Contours;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MapThumbnailsTest {
    private static final int HEAVIEST = 150_000;

    private final PublishedAtlas atlas = PublishedAtlasFixture.small();

    @Test
    void theRegionComesFirstThenItsDepartements() {
        List<Thumbnail> maps = new MapThumbnails().of(atlas, true);

        assertThat(maps).extracting(Thumbnail::title).containsExactly("Hautes-Terres", "Brumes", "Val-d’Orme");
        assertThat(maps).extracting(Thumbnail::svg)
                .allSatisfy(svg -> assertThat(svg).startsWith("<svg ").contains("<title>").hasSizeLessThan(HEAVIEST));
    }

    @Test
    void inALongEditionTheRegionStandsAlone() {
        assertThat(new MapThumbnails().of(atlas, false)).hasSize(1);
    }

    @Test
    void withoutCommunesToDrawThereIsNoMap() {
        PublishedAtlas bare = new PublishedAtlas(
                atlas.edition(), atlas.region(), atlas.regionLabel(), atlas.folder(), atlas.territories(),
                atlas.cells(), atlas.notes(), atlas.zooms(), List.of(), atlas.departements(),
                new Contours(Map.of(), Map.of(), Map.of()), atlas.outlines(), atlas.checks(), atlas.withoutFigure());

        assertThat(new MapThumbnails().of(bare, true)).isEmpty();
    }
}
