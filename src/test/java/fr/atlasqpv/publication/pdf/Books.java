package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.publication.AtlasVariants;
import fr.atlasqpv.release.OtherEditions;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Books of made-up regions, written once for all the tests. */
final class Books {
    /** Two départements. */
    static final String SMALL = "small";
    /** Tables longer than a page, a split EPCI, part 2 on many spreads. */
    static final String LARGE = "large";
    /** Most indicators not available. */
    static final String POOR = "poor";
    /** One département, one EPCI, one QPV. */
    static final String TINY = "tiny";
    /** As many départements as the fixture has. */
    static final String WIDE = "wide";

    /** Départements without any QPV. */
    static final String EMPTY = "empty";
    /** A chapter with an odd number of pages, which the strips of its QPV make even. */
    static final String ODD = "odd";
    /** Contents on two pages. */
    static final String LONG = "long";

    /** A zoom of every EPCI. */
    static final String ZOOMED = "zoomed";
    /** Three indicators. */
    static final String FEW = "few";
    /** Forty indicators with long names. */
    static final String MANY = "many";

    private static final Map<String, byte[]> WRITTEN = new ConcurrentHashMap<>();

    private Books() {}

    static byte[] pdf(String name) {
        return WRITTEN.computeIfAbsent(name, key -> write(atlas(key)));
    }

    static PublishedAtlas atlas(String name) {
        return switch (name) {
            case SMALL -> PublishedAtlasFixture.small();
            case LARGE -> PublishedAtlasFixture.region(2, 26, 5);
            case POOR -> PublishedAtlasFixture.without(
                    PublishedAtlasFixture.region(3, 4, 6),
                    List.of(
                            Indicators2022.JEUNES_0_14, Indicators2022.REUSSITE_BREVET,
                            Indicators2022.TAUX_EMPLOI_HOMMES,
                            Indicators2022.TAUX_VACANCE, Indicators2022.PART_LOGEMENTS_SOCIAUX,
                            Indicators2022.NB_LOGEMENTS_SOCIAUX,
                            Indicators2022.TYPOLOGIE_CADRE_VIE, Indicators2022.TYPOLOGIE_COHESION,
                            Indicators2022.TYPOLOGIE_EMPLOI));
            case TINY -> PublishedAtlasFixture.region(1, 1, 1);
            case WIDE -> PublishedAtlasFixture.region(8, 3, 2);
            case EMPTY -> PublishedAtlasFixture.region(2, 0, 0);
            case ODD -> PublishedAtlasFixture.region(2, 14, 4);
            case LONG -> PublishedAtlasFixture.region(8, 9, 1);
            case ZOOMED -> AtlasVariants.withAllZooms(PublishedAtlasFixture.region(2, 7, 11));
            case FEW -> OtherEditions.few(PublishedAtlasFixture.region(2, 5, 4));
            case MANY -> OtherEditions.many(PublishedAtlasFixture.region(2, 14, 4));
            default -> throw new IllegalArgumentException(name);
        };
    }

    static byte[] write(PublishedAtlas atlas) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new PdfBook().write(atlas, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
