package fr.atlasqpv.publication.pdf.tagged;

import java.util.ArrayList;
import java.util.List;

/**
 * A text in several styles, some of it leading elsewhere.
 *
 * @param runs its parts in order
 */
public record Rich(List<Run> runs) {
    /** Defensive copy. */
    public Rich {
        runs = List.copyOf(runs);
    }

    /**
     * A part in one style.
     *
     * @param text characters; {@code \n} breaks the line
     * @param style how it is set
     * @param link where it leads, null when nowhere
     */
    public record Run(String text, Style style, LinkTarget link) {}

    /** A text in one style. */
    public static Rich of(String text, Style style) {
        return new Rich(List.of(new Run(text, style, null)));
    }

    /** A text that leads elsewhere. */
    public static Rich of(String text, Style style, LinkTarget link) {
        return new Rich(List.of(new Run(text, style, link)));
    }

    /** This text followed by another in its own style. */
    public Rich and(String text, Style style) {
        return and(of(text, style));
    }

    /** This text followed by another. */
    public Rich and(Rich other) {
        List<Run> all = new ArrayList<>(runs);
        all.addAll(other.runs);
        return new Rich(all);
    }

    /** The characters alone. */
    public String plain() {
        StringBuilder plain = new StringBuilder();
        runs.forEach(run -> plain.append(run.text()));
        return plain.toString();
    }

    boolean hasLink() {
        return runs.stream().anyMatch(run -> run.link() != null);
    }
}
