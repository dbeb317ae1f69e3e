package fr.atlasqpv.store;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The notices of a run, by the step or source that wrote them, so that what is done again does not say things twice. */
public final class Notices {
    private static final int LONGEST = 2_000;

    private final StepOutput output;

    /** @param output what the steps hand on */
    public Notices(StepOutput output) {
        this.output = output;
    }

    /** A notice and who wrote it. */
    private record Told(String origin, Notice notice) {}

    /**
     * Adds notices.
     *
     * @param run the run
     * @param origin step or source that writes them
     * @param notices in the order of the file
     */
    public void add(long run, String origin, List<Notice> notices) {
        output.add(run, origin, Told.class, notices.stream().map(n -> new Told(origin, shortened(n))).toList());
    }

    /** Writes the notices of a step or source instead of earlier ones. */
    public void replace(long run, String origin, List<Notice> notices) {
        output.forget(run, origin, Told.class);
        add(run, origin, notices);
    }

    /** Forgets those notices of a step or source that a condition holds for. */
    public void forget(long run, String origin, Predicate<Notice> condition) {
        List<Notice> kept = told(run).stream()
                .filter(t -> t.origin().equals(origin))
                .map(Told::notice)
                .filter(condition.negate())
                .toList();
        replace(run, origin, kept);
    }

    /** Number of notices of a step or source. */
    public long count(long run, String origin) {
        return told(run).stream().filter(t -> t.origin().equals(origin)).count();
    }

    /** All notices of a run, by file, line, origin and order of writing. */
    public List<Notice> all(long run) {
        List<Told> told = new ArrayList<>(told(run));
        told.sort(
                Comparator.comparing((Told t) -> t.notice().file())
                        .thenComparing(t -> t.notice().line())
                        .thenComparing(Told::origin));
        return told.stream().map(Told::notice).toList();
    }

    /** Tells whether a notice of the run stops it. */
    public boolean stopping(long run) {
        return !faulty(run).isEmpty();
    }

    /** Steps and sources that wrote a notice that stops the run. */
    public Set<String> faulty(long run) {
        return told(run).stream()
                .filter(t -> t.notice().severity() == Severity.ERROR)
                .map(Told::origin)
                .collect(Collectors.toSet());
    }

    private List<Told> told(long run) {
        return output.all(run, Told.class);
    }

    private static Notice shortened(Notice n) {
        return new Notice(
                n.file(), n.line(), shortened(n.column()), n.code(), n.severity(), shortened(n.message()),
                shortened(n.value()));
    }

    private static String shortened(String text) {
        if (text == null) {
            return "";
        }
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
