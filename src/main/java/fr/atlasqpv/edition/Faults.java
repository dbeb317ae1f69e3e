package fr.atlasqpv.edition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Faults of an edition, gathered so that all of them are told at once. The lines of its shared parts are numbered on, a
 * million for each file, so that a line alone says which file it is of.
 */
final class Faults {
    private static final int LINES_OF_A_FILE = 1_000_000;

    private final List<String> files = new ArrayList<>();
    private final List<EditionFault> faults = new ArrayList<>();
    private final Observer observer;

    Faults() {
        this(Observer.NOBODY);
    }

    Faults(Observer observer) {
        this.observer = observer;
    }

    /** Who is told of the keys that are asked for. */
    Observer observer() {
        return observer;
    }

    /** Announces a file, the edition's own first; what its lines are numbered from. */
    int file(Path file) {
        files.add(file.toString().replace('\\', '/'));
        return (files.size() - 1) * LINES_OF_A_FILE;
    }

    /** The file of a line. */
    String path(int line) {
        return files.isEmpty() ? "" : files.get(line / LINES_OF_A_FILE);
    }

    /** The name of the file of a line. */
    String name(int line) {
        String path = path(line);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The line in its file. */
    int line(int line) {
        return line % LINES_OF_A_FILE;
    }

    void add(int line, String place, String code, String message, String value) {
        faults.add(
                new EditionFault(
                        path(line), line(line), Signs.visible(place), code, Signs.visible(message),
                        value == null ? "" : Signs.visible(French.shortened(value))));
    }

    /** All of them, in the order of the files. */
    List<EditionFault> all() {
        return faults.stream()
                .sorted(Comparator.comparingInt((EditionFault f) -> files.indexOf(f.file()))
                        .thenComparingLong(EditionFault::line))
                .toList();
    }

    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new EditionFileException(all());
        }
    }
}
