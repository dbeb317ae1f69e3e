package fr.atlasqpv.extract;

import java.util.List;

/** A whole input cannot be used: absent, cut, of another charset, without a column that the edition maps. */
public final class UnreadableSourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Notice> notices;

    /**
     * @param notices what to tell the person at the terminal, at least one
     */
    public UnreadableSourceException(List<Notice> notices) {
        super(notices.getFirst().message());
        this.notices = List.copyOf(notices);
    }

    /** What to tell the person at the terminal. */
    public List<Notice> notices() {
        return notices;
    }
}
