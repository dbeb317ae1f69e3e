package fr.atlasqpv.store;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JavaType;

/** What the extracts of a run state, kept by source and kind. */
public final class Facts {
    private static final Comparator<Located<?>> AS_READ =
            Comparator.<Located<?>, String>comparing(Located::source).thenComparingLong(Located::line);

    private final StepOutput output;
    private final Counters counters;

    /**
     * @param output what the steps hand on
     * @param counters dwellings counted
     */
    public Facts(StepOutput output, Counters counters) {
        this.output = output;
        this.counters = counters;
    }

    /** Adds facts of one source. */
    public void add(long run, String source, Collection<Located<Fact>> facts) {
        Map<Class<? extends Fact>, List<Located<Fact>>> byKind = new LinkedHashMap<>();
        facts.forEach(f -> byKind.computeIfAbsent(f.fact().getClass(), k -> new ArrayList<>()).add(f));
        byKind.forEach((kind, some) -> output.add(run, source, kind, located(kind), some));
    }

    /** All facts of a kind, by source and line. */
    public <F extends Fact> List<Located<F>> all(long run, Class<F> kind) {
        List<Located<F>> found = new ArrayList<>();
        each(run, kind, found::add);
        found.sort(AS_READ);
        return found;
    }

    /** Gives all facts of a kind, those of a source in its order, without holding them. */
    public <F extends Fact> void each(long run, Class<F> kind, Consumer<Located<F>> consumer) {
        output.each(run, kind, located(kind), consumer);
    }

    private JavaType located(Class<? extends Fact> kind) {
        return output.type(Located.class, kind);
    }

    /** One count of every territory of a kind, by code. */
    public Map<String, BigDecimal> measure(long run, Fact.Kind kind, Measure measure) {
        Map<String, BigDecimal> counts = new HashMap<>();
        each(run, Fact.MeasureFact.class, located -> {
            Fact.MeasureFact fact = located.fact();
            if (fact.kind() == kind && fact.measure().equals(measure)) {
                counts.put(fact.code(), fact.value());
            }
        });
        return counts;
    }

    /** The dwellings counted, as counts of the QPV, by source and line. */
    public List<Located<Fact.MeasureFact>> counters(long run) {
        List<Located<Fact.MeasureFact>> counted = counters.all(run);
        counted.sort(AS_READ);
        return counted;
    }
}
