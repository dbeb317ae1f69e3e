package fr.atlasqpv.audit;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Carries;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.indicator.Indicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files that what the rules of secrecy protect is counted from. Books made from one file tell of the same units, whatever vintage
 * they write beside them.
 *
 * @param byIndicator fingerprints of the files by indicator under a rule; empty where books do not say
 * @param all fingerprints of all files that the books were made from
 * @param simulated whether one of the files of an indicator under a rule is simulated; of any, where books do not say which these are
 */
public record CountedFiles(SortedMap<String, Set<String>> byIndicator, Set<String> all, boolean simulated) {
    /** Key of the section of secrecy of a manifest. */
    public static final String KEY = "counted";

    /**
     * Those of an edition.
     *
     * @param files fingerprint of the file of a source, null when it has none
     */
    public static CountedFiles of(Edition edition, Function<Source, String> files) {
        SortedMap<String, Set<String>> byIndicator = new TreeMap<>();
        boolean simulated = false;
        for (Indicator ruled : edition.protectedIndicators()) {
            for (Source source : edition.sources()) {
                String file = files.apply(source);
                if (file != null && counts(source, ruled)) {
                    byIndicator.computeIfAbsent(ruled.id(), id -> new TreeSet<>()).add(file);
                    simulated |= source.simulated();
                }
            }
        }
        Set<String> all = new TreeSet<>();
        byIndicator.values().forEach(all::addAll);
        return new CountedFiles(byIndicator, all, simulated);
    }

    /**
     * Tells whether a source states what is counted above: a base beside it may be that of other years as well. One whose rows name their
     * measures may state any.
     */
    private static boolean counts(Source source, Indicator ruled) {
        return source.layout() != null && source.layout().namesMeasures()
                || ruled.numerator().filter(measure -> measure.equals(source.measure())).isPresent()
                || source.values().stream().anyMatch(v -> v.carries() == Carries.MEASURE
                        ? ruled.numerator().filter(measure -> measure.equals(v.measure())).isPresent()
                        : ruled.equals(v.indicator()));
    }

    /**
     * Those of books, by their manifest.
     *
     * @throws IOException when it cannot be read
     */
    public static CountedFiles in(Path folder) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(Files.readString(folder.resolve(EditionRules.FILE_NAME)));
        SortedMap<String, Set<String>> byIndicator = new TreeMap<>();
        json.path("secret").path(KEY).properties().forEach(
                entry -> byIndicator.put(entry.getKey(), entry.getValue().values().stream().map(JsonNode::asString)
                        .collect(Collectors.toCollection(TreeSet::new))));
        Set<String> all = new TreeSet<>();
        boolean simulated = json.path("edition").path("simulee").asBoolean(false);
        boolean counted = false;
        for (JsonNode file : json.path("entrees").values()) {
            String fingerprint = file.path("sha256").asString("");
            all.add(fingerprint);
            counted |= file.path("simulee").asBoolean(false)
                    && byIndicator.values().stream().anyMatch(files -> files.contains(fingerprint));
        }
        return new CountedFiles(byIndicator, all, byIndicator.isEmpty() ? simulated : counted);
    }

    /** Tells whether books of before were made from a file that what is told of an indicator is counted from. */
    public boolean shares(String indicator, CountedFiles before) {
        Set<String> theirs =
                before.byIndicator.isEmpty() ? before.all : before.byIndicator.getOrDefault(indicator, Set.of());
        return byIndicator.getOrDefault(indicator, Set.of()).stream().anyMatch(theirs::contains);
    }

    /** Tells whether books of before were made from a file of any indicator under a rule. */
    public boolean shares(CountedFiles before) {
        return byIndicator.keySet().stream().anyMatch(indicator -> shares(indicator, before));
    }

    /** As a manifest writes them. */
    public SequencedMap<String, Object> written() {
        SequencedMap<String, Object> written = new LinkedHashMap<>();
        byIndicator.forEach((indicator, files) -> written.put(indicator, List.copyOf(files)));
        return written;
    }
}
