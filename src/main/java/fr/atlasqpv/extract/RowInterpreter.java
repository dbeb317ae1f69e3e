package fr.atlasqpv.extract;

/** Knows one layout: what a row of it states. Not thread-safe, since it may remember the keys that it has met. */
interface RowInterpreter {
    /** What the row states. */
    Outcome interpret(Row row);
}
