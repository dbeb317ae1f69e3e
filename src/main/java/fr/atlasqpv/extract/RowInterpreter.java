package fr.atlasqpv.extract;

/** Knows one layout: what a row of it states. Not thread-safe, since it may remember the keys that it has met. */
interface RowInterpreter {
    /** What the row states. */
    Outcome interpret(Row row);

    /** What becomes of a row that cannot be made sense of. */
    default Outcome lost(Row row) {
        return row.usable(java.util.List.of());
    }
}
