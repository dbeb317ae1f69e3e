package fr.atlasqpv.batch;

import fr.atlasqpv.cartography.AtlasMaps;
import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.cartography.SvgRendering;
import fr.atlasqpv.publication.pdf.tagged.Typefaces;
import fr.atlasqpv.publication.report.RunReport;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.List;

/**
 * Small maps for the report of a run: whoever releases an edition sees at once a region without QPV or a ground that is
 * torn. Drawn for their own size, their lines are simplified and their names chosen for it.
 */
final class MapThumbnails {
    private static final double WIDTH = 110;
    private static final double HEIGHT = 110;

    private final Typefaces typefaces = new Typefaces();

    /**
     * The maps of a book; none when its input has no ground to draw.
     *
     * @param withDepartements whether each département has its own
     */
    List<RunReport.Thumbnail> of(PublishedAtlas atlas, boolean withDepartements) {
        AtlasMaps maps = AtlasMaps.of(atlas, typefaces);
        if (!maps.draws(new Territory(Level.REG, atlas.region()))) {
            return List.of();
        }
        List<RunReport.Thumbnail> thumbnails = new ArrayList<>();
        thumbnails.add(thumbnail(atlas.regionLabel(), maps.region(WIDTH, HEIGHT)));
        if (withDepartements) {
            for (PublishedTerritory departement : atlas.territories(Level.DEP)) {
                if (maps.draws(departement.territory())) {
                    thumbnails.add(
                            thumbnail(
                                    departement.label(),
                                    maps.departement(departement.territory().code(), WIDTH, HEIGHT)));
                }
            }
        }
        return thumbnails;
    }

    private RunReport.Thumbnail thumbnail(String title, MapDrawing map) {
        return new RunReport.Thumbnail(title, SvgRendering.of(map, typefaces));
    }
}
