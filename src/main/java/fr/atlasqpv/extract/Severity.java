package fr.atlasqpv.extract;

/** Weight of a notice. */
public enum Severity {
    /** Stops the run. */
    ERROR,
    /** Something was rejected, assumed or estimated; the run goes on. */
    WARNING,
    /** For the record. */
    INFO
}
