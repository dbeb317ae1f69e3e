package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** The features of a file of contours under reading, one at a time. */
interface Features extends AutoCloseable {
    /** Points of one contour; the finest one of a region has some hundred thousands. */
    int MOST_POINTS = 2_000_000;

    /**
     * A feature.
     *
     * @param line line it begins on; its rank, from 1, in a file that has no lines
     * @param byteOffset offset of its first byte in the uncompressed file; 0 in a database
     * @param properties texts of its properties; values of a list are parted by commas
     * @param type type of its geometry, null when it has none
     * @param coordinates nested lists down to {@link Coordinate}, null when it has no geometry or they were not asked for
     */
    record Feature(long line, long byteOffset, Map<String, String> properties, String type, List<?> coordinates) {}

    /**
     * Opens a file, of whatever format, and goes to its first feature.
     *
     * @param file where it is
     * @param source what the edition says of it
     * @param geometries whether the coordinates are wanted
     * @throws UnreadableSourceException when it cannot be read
     */
    static Features of(InputFile file, Edition.Source source, boolean geometries) {
        if (source.layer() != null && !file.geoPackage()) {
            throw file.notices()
                    .unreadable(
                            0, "", NoticeCode.COUCHE_ABSENTE,
                            "Seul un GeoPackage a des couches\u00a0: ôtez layer de la source.", source.layer());
        }
        if (file.geoPackage()) {
            return new GeoPackageFeatures(file, source.layer(), geometries);
        }
        return file.shapes() ? new ShapefileFeatures(file, source.charset(), geometries)
                : new GeoJsonFeatures(file, geometries);
    }

    /** Next feature, null at the end. */
    Feature next();

    /**
     * The system of its coordinates, null when the file does not say it.
     *
     * @throws UnreadableSourceException when it is one that nobody here knows
     */
    Projection system();

    /** The system where neither the file nor the edition says one, null when that cannot be known. */
    default Projection usual() {
        return null;
    }

    @Override
    void close();

    /** A file that is cut or damaged. */
    static UnreadableSourceException illegible(InputFile file, long line, String message, String said) {
        return file.notices().unreadable(line, "", NoticeCode.CONTOURS_ILLISIBLES, message, said);
    }

    /** A contour larger than any. */
    static UnreadableSourceException tooManyPoints(InputFile file, long line) {
        return file.notices()
                .unreadable(
                        line, "", NoticeCode.FICHIER_TROP_GRAND,
                        "Un seul contour a plus de deux millions de points\u00a0: simplifiez-le.", "");
    }
}
