package fr.atlasqpv.territory;

import fr.atlasqpv.territory.Zone.Inset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;

/** Frames of the tests: the metropolitan regions, and those of one ocean. */
public final class Frames {
    /** The territory that the tests compare with. */
    public static final Territory FRANCE = new Territory(Level.FRANCE, "FRMETRO");

    private static final SortedSet<String> REGIONS = new TreeSet<>(
            List.of("11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94"));

    private Frames() {}

    /** Of these regions, with so many QPV. */
    public static ReferenceTerritory reference(int qpv, String... regions) {
        return new ReferenceTerritory(
                FRANCE.code(), "France métropolitaine", "de la France métropolitaine",
                new TreeSet<>(List.of(regions)), qpv);
    }

    /** The metropolitan regions alone. */
    public static Frame metropole() {
        return metropole(1296);
    }

    /** The metropolitan regions alone, with so many QPV. */
    public static Frame metropole(int qpv) {
        return new Frame(reference(qpv, REGIONS.toArray(String[]::new)), List.of(zone()));
    }

    /** A region of no country, alone, with so many QPV. */
    public static Frame placing(String region, int qpv) {
        Zone zone = zone();
        return new Frame(reference(qpv, region), List.of(new Zone(
                zone.id(), zone.epsg(), zone.projection(), new TreeSet<>(List.of(region)), zone.departements(),
                zone.extent(), zone.surroundings(), zone.insets())));
    }

    /** The same frame, its first zone with insets of a département. */
    public static Frame withInsets(Frame frame, String departement, List<Inset> insets) {
        Zone z = frame.zones().getFirst();
        return new Frame(frame.reference(), List.of(new Zone(
                z.id(), z.epsg(), z.projection(), z.regions(), z.departements(), z.extent(), z.surroundings(),
                new TreeMap<>(Map.of(departement, insets)))));
    }

    /** The metropolitan regions, and La Réunion beside them. */
    public static Frame withReunion() {
        Zone reunion = new Zone(
                "reunion", 2975, "RGR92 / UTM 40S", new TreeSet<>(List.of("04")), new TreeSet<>(List.of("974")),
                new Envelope(300_000, 390_000, 7_620_000, 7_700_000), List.of(), new TreeMap<>());
        return new Frame(metropole().reference(), List.of(zone(), reunion));
    }

    /** The metropolitan regions, and Saint-Martin in a zone without books. */
    public static Frame withSaintMartinAside() {
        Zone aside = new Zone(
                "saint-martin", 5490, "RGAF09 / UTM 20N", new TreeSet<>(), new TreeSet<>(List.of("978")),
                new Envelope(475_000, 515_000, 1_985_000, 2_015_000), List.of(), new TreeMap<>());
        return new Frame(metropole().reference(), List.of(zone(), aside));
    }

    private static Zone zone() {
        SortedSet<String> departements = new TreeSet<>(List.of("2A", "2B"));
        IntStream.rangeClosed(1, 95).filter(n -> n != 20)
                .forEach(n -> departements.add(String.format(Locale.ROOT, "%02d", n)));
        return new Zone(
                "metropole", 2154, "Lambert-93", REGIONS, departements,
                new Envelope(50_000, 1_300_000, 6_000_000, 7_150_000), List.of(), new TreeMap<>());
    }
}
