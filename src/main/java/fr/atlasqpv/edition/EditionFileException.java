package fr.atlasqpv.edition;

import java.util.List;

/** An edition file cannot be used; holds every fault found in it, not only the first. */
public final class EditionFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<EditionFault> faults;

    /**
     * @param faults what to tell the person at the terminal, at least one, by line
     */
    public EditionFileException(List<EditionFault> faults) {
        super(faults.getFirst().message());
        this.faults = List.copyOf(faults);
    }

    /** What to tell the person at the terminal, by line. */
    public List<EditionFault> faults() {
        return faults;
    }
}
