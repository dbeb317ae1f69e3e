package fr.atlasqpv.batch;

/** Which run this process works on; set before its first step. */
final class CurrentRun {
    private volatile long key;

    /** Key of the run: its job instance. */
    long key() {
        return key;
    }

    void is(long run) {
        key = run;
    }
}
