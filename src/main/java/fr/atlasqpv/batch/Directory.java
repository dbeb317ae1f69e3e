package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.territory.Establishment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The establishments of the directories, with their labels. */
final class Directory {
    private Directory() {}

    /** Tells the départements that a file of a layout holds in a run; one without a row holds none. */
    static Predicate<String> holding(Layout layout, Edition edition, RunHistory history, long run) {
        Set<String> filled = history.inputs(run).stream().filter(i -> i.rows().read() > 0).map(Input::source)
                .collect(Collectors.toSet());
        List<Source> files =
                edition.sources().stream().filter(s -> s.layout() == layout && filled.contains(s.id())).toList();
        return departement -> files.stream().anyMatch(s -> s.covers(departement));
    }

    /** Establishments of a run by identifier. */
    static SortedMap<String, Establishment> of(Facts facts, long run) {
        Map<String, String> labels = new HashMap<>();
        facts.each(run, Fact.LabelFact.class, f -> labels.put(f.fact().establishment(), f.fact().label()));
        SortedMap<String, Establishment> establishments = new TreeMap<>();
        facts.each(run, Fact.EstablishmentFact.class, located -> {
            Fact.EstablishmentFact fact = located.fact();
            String label = labels.getOrDefault(fact.id(), "");
            establishments.put(fact.id(), new Establishment(
                    fact.id(), fact.kind(), fact.sector(), fact.commune(), fact.x(), fact.y(),
                    label.isEmpty() ? Set.of() : Set.of(label)));
        });
        return establishments;
    }
}
