package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.territory.Establishment;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The public collèges of the school directory, with their label of priority education. */
final class PublicColleges {
    private PublicColleges() {}

    /** Public collèges of a run by identifier. */
    static SortedMap<String, Establishment> of(Facts facts, long run) {
        Map<String, String> labels = new HashMap<>();
        facts.each(
                run, Fact.PriorityEducationFact.class, f -> labels.put(f.fact().uai(), f.fact().label()));
        SortedMap<String, Establishment> colleges = new TreeMap<>();
        facts.each(run, Fact.CollegeFact.class, located -> {
            Fact.CollegeFact fact = located.fact();
            if (fact.open()) {
                String label = labels.getOrDefault(fact.uai(), "");
                colleges.put(fact.uai(), new Establishment(
                        fact.uai(), "COLLEGE", "PUBLIC", fact.commune(), fact.x(), fact.y(),
                        label.isEmpty() ? Set.of() : Set.of(label)));
            }
        });
        return colleges;
    }
}
