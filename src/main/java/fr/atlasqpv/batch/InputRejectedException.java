package fr.atlasqpv.batch;

/** Inputs are wrong; the notices that say why are in the store. Its message holds no value of an input. */
final class InputRejectedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InputRejectedException() {
        super("inputs rejected: see the notices");
    }
}
