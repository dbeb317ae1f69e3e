package fr.atlasqpv.edition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Faults of one edition file, gathered so that all of them are told at once. */
final class Faults {
    private final String file;
    private final List<EditionFault> faults = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, String place, String code, String message, String value) {
        faults.add(new EditionFault(file, line, place, code, message, value == null ? "" : French.shortened(value)));
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new EditionFileException(
                    faults.stream().sorted(Comparator.comparingLong(EditionFault::line)).toList());
        }
    }
}
