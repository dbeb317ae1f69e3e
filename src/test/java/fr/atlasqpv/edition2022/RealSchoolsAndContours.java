package fr.atlasqpv.edition2022;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Outcome;
import fr.atlasqpv.extract.ReadPosition;
import fr.atlasqpv.extract.SourceReader;
import fr.atlasqpv.extract.SourceReaders;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.territory.Establishment;
import fr.atlasqpv.territory.Proximity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;

/**
 * Schools and contours of a territory, read by the program as an edition declares them, and what the {@code near} indicators of
 * the shipped edition find in them.
 */
final class RealSchoolsAndContours {
    private static final Path SHIPPED = Path.of("jobs", "2022.yaml");
    private static final String SOURCES = "\nsources:\n";

    private final Edition edition;
    private final Map<String, Establishment> schools = new TreeMap<>();
    private final SortedMap<String, SortedMap<String, Double>> distances;

    /**
     * Reads them.
     *
     * @param job where to write the edition
     * @param sources its sources in YAML: {@code vrai-annuaire}, {@code vrais-contours} and {@code vrais-labels}, if any
     * @param folder what the files of the sources are relative to
     */
    RealSchoolsAndContours(Path job, String sources, Path folder) throws IOException {
        this.edition = edition(job, sources);
        Map<String, String> labels = facts("vrais-labels", folder, Fact.LabelFact.class)
                .collect(Collectors.toMap(Fact.LabelFact::establishment, Fact.LabelFact::label));
        facts("vrai-annuaire", folder, Fact.EstablishmentFact.class).forEach(
                f -> schools.put(f.id(), new Establishment(
                        f.id(), f.kind(), f.sector(), f.commune(), f.x(), f.y(),
                        labels.containsKey(f.id()) ? Set.of(labels.get(f.id())) : Set.of())));
        Map<String, Geometry> contours = facts("vrais-contours", folder, Fact.ContourFact.class)
                .collect(Collectors.toMap(Fact.ContourFact::code, Fact.ContourFact::geometry));
        this.distances = Proximity.near(schools.values(), contours, edition.catalogue().reach());
    }

    /** The shipped edition with more sources. */
    private static Edition edition(Path job, String sources) throws IOException {
        String shipped = Files.readString(SHIPPED);
        assertThat(shipped).contains(SOURCES);
        Files.writeString(job, shipped.replace(SOURCES, SOURCES + sources));
        return EditionFile.load(job);
    }

    private <T extends Fact> Stream<T> facts(String source, Path folder, Class<T> kind) {
        List<T> facts = new ArrayList<>();
        edition.source(source).ifPresent(declared -> {
            try (SourceReader reader = SourceReaders.open(edition, declared, folder, ReadPosition.START)) {
                for (Outcome row = reader.read(); row != null; row = reader.read()) {
                    assertThat(row).as("a row of %s", source).isNotInstanceOf(Outcome.Rejected.class);
                    if (row instanceof Outcome.Usable usable) {
                        usable.facts().stream().filter(kind::isInstance).map(kind::cast).forEach(facts::add);
                    }
                }
            }
        });
        return facts.stream();
    }

    /** Schools of the directory. */
    Map<String, Establishment> schools() {
        return schools;
    }

    /** QPV that have a contour. */
    Set<String> quarters() {
        return distances.keySet();
    }

    /** Those that an indicator counts near each QPV. */
    SortedMap<String, SortedSet<String>> found(String indicator) {
        Form.Near near = (Form.Near) edition.catalogue().indicator(indicator).orElseThrow().form();
        SortedMap<String, SortedSet<String>> found = new TreeMap<>();
        distances.forEach((qpv, around) -> found.put(qpv, near.which().near(around, schools)));
        return found;
    }

    /** Metres from a QPV to the schools around it. */
    Map<String, Double> metres(String qpv) {
        return distances.get(qpv);
    }
}
