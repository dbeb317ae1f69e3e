package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.territory.Establishment;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The establishments of the directories, with their labels. */
final class Directory {
    private Directory() {}

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
