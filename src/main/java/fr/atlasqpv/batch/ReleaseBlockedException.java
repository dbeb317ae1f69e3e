package fr.atlasqpv.batch;

import java.util.List;

/** A disclosure or a failed check stops the release. Names cells and checks, never a value. */
final class ReleaseBlockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> reasons;

    /** @param reasons what stops the release, sentences in French, at least one */
    ReleaseBlockedException(List<String> reasons) {
        super("release blocked: " + reasons.size() + " reason(s)");
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
