package fr.atlasqpv.audit;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Indicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which indicators of some books count what simulated files state: their figures count nobody, and tell nothing of true ones of the same vintage.
 *
 * @param ids identifiers of the indicators
 */
public record SimulatedFigures(Set<String> ids) implements Predicate<Indicator> {
    /** Key of the section of secrecy of a manifest. */
    public static final String KEY = "simulated";

    /** Defensive copy. */
    public SimulatedFigures {
        ids = Collections.unmodifiableSet(new TreeSet<>(ids));
    }

    /** Those of an edition, as its manifest lists them. */
    public static List<String> of(Edition edition) {
        return edition.catalogue().indicators().stream().filter(edition::simulated).map(Indicator::id).sorted()
                .toList();
    }

    /**
     * Those of books, by their manifest; where it does not list them, all when any file was simulated.
     *
     * @throws IOException when it cannot be read
     */
    public static SimulatedFigures in(Path folder) throws IOException {
        return in(JsonMapper.shared().readTree(Files.readString(folder.resolve(EditionRules.FILE_NAME))));
    }

    static SimulatedFigures in(JsonNode manifest) {
        JsonNode listed = manifest.path("secret").path(KEY);
        boolean all = listed.isMissingNode() && manifest.path("edition").path("simulee").asBoolean(false);
        JsonNode ids = all ? manifest.path("catalogue").path("indicators") : listed;
        return new SimulatedFigures(ids.values().stream().map(id -> all ? id.path("id").asString() : id.asString())
                .collect(Collectors.toSet()));
    }

    @Override
    public boolean test(Indicator indicator) {
        return ids.contains(indicator.id());
    }
}
