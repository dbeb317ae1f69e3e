package fr.atlasqpv.extract;

import java.util.List;

/** What became of one row of an extract. */
public sealed interface Outcome {
    /**
     * The row is usable.
     *
     * @param line its line in the file
     * @param facts what it states; empty when the edition uses nothing of it
     * @param notices remarks that do not reject it
     */
    record Usable(long line, List<Fact> facts, List<Notice> notices) implements Outcome {}

    /**
     * The row cannot be used.
     *
     * @param line its line in the file
     * @param notices why, one notice per faulty cell
     * @param lost what is not counted for want of the row, as far as it tells; empty when nothing is counted by rows
     */
    record Rejected(long line, List<Notice> notices, List<Fact> lost) implements Outcome {}

    /**
     * The row does not concern the edition (overseas, former commune, total row, another session).
     *
     * @param line its line in the file
     * @param reason identifier of the reason
     * @param seen what it tells all the same: there is a dwelling, which does not count, or an EPCI overseas; empty when nothing
     */
    record OutOfScope(long line, String reason, List<Fact> seen) implements Outcome {}
}
