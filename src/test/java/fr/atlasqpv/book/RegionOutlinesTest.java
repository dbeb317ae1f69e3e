package fr.atlasqpv.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentInput;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Contours;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Region;
import fr.atlasqpv.territory.Zone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

class RegionOutlinesTest {
    private static final GeometryFactory GEOMETRY = new GeometryFactory();

    private static Zone zone(String id, List<String> regions, List<String> departements) {
        return new Zone(id, 2154, id, new TreeSet<>(regions), new TreeSet<>(departements),
                new Envelope(0, 100_000, 0, 100_000), List.of(), new TreeMap<>());
    }

    private static final Frame FRAME = new Frame(Frames.metropole().reference(), List.of(
            zone("large", List.of("04"), List.of("974")), zone("terre", List.of("32", "28"), List.of("59", "76"))));

    private static final Attachment ATTACHMENT = Attachment.of(new AttachmentInput(
            List.of(new Commune("59001", "Une", "59", "32"), new Commune("59002", "Deux", "59", "32"),
                    new Commune("76001", "Trois", "76", "28"), new Commune("97401", "Quatre", "974", "04")),
            List.of(new Departement("59", "Nord", "32", "59001"), new Departement("76", "Seine", "28", "76001"),
                    new Departement("974", "Île", "04", "97401")),
            List.of(new Region("32", "Nord", "59001"), new Region("28", "Ouest", "76001"),
                    new Region("04", "Île", "97401")),
            List.of(), Map.of(), Map.of(), Map.of(), List.of(), Map.of(), Map.of(), Set.of()));

    private static Geometry square(double x) {
        return GEOMETRY.toGeometry(new Envelope(x, x + 20_000, 0, 20_000));
    }

    private static Map<String, Geometry> contours() {
        return new HashMap<>(Map.of("59001", square(0), "59002", square(20_000), "76001", square(40_000), "97401",
                square(0)));
    }

    private static Map<String, Geometry> outlines(Map<String, Geometry> communes) {
        return RegionOutlines.of(ATTACHMENT, FRAME, new Contours(communes, Map.of(), Map.of()));
    }

    @Test
    void aRegionIsTheUnionOfItsCommunesInTheMetresOfItsZone() {
        Map<String, Geometry> outlines = outlines(contours());

        assertThat(outlines).containsOnlyKeys("04", "28", "32");
        assertThat(outlines.get("32").getArea()).isCloseTo(800e6, within(1.0));
        assertThat(outlines.get("32").getNumPoints()).as("the line between its communes is gone").isLessThan(9);
    }

    @Test
    void overlappingContoursAreJoinedAllTheSame() {
        Map<String, Geometry> communes = contours();
        communes.put("59002", square(15_000));

        assertThat(outlines(communes).get("32").getArea()).isCloseTo(700e6, within(1.0));
    }

    @Test
    void aCountryWithAHoleIsNoMapOfIt() {
        Map<String, Geometry> without = contours();
        without.remove("76001");

        assertThat(outlines(without)).isEmpty();
        assertThat(outlines(Map.of())).isEmpty();
    }

    @Test
    void aRegionOfAnotherZoneMayBeMissing() {
        Map<String, Geometry> without = contours();
        without.remove("97401");

        assertThat(outlines(without)).containsOnlyKeys("28", "32");
    }
}
