package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import java.util.Optional;

/**
 * A cell as the book prints it.
 *
 * @param text what stands there
 * @param number whether it is a figure without reservation; if not, a status or a clamp, in grey
 * @param meaning in full words, empty for a figure
 * @param estimated whether the mark {@code e} follows
 * @param bar length of its bar on the scale of its column, NaN when it has none
 */
record Printed(String text, boolean number, String meaning, boolean estimated, double bar) {
    static final String SECRET = "s";
    static final String NOT_APPLICABLE = "///";
    static final String NOT_AVAILABLE = "n.d.";
    static final String ESTIMATED = "e";

    /** A cell that the atlas does not have prints as not available. */
    static Printed of(Optional<PublishedCell> cell) {
        return cell.map(Printed::of)
                .orElse(new Printed(NOT_AVAILABLE, false, "non disponible", false, Double.NaN));
    }

    static Printed of(PublishedCell cell) {
        return switch (cell.status()) {
            case PUBLIE -> new Printed(figure(cell), true, "", cell.estimated(), bar(cell));
            case PLAFONNE -> clamped("≥", cell, "ou plus");
            case PLANCHER -> clamped("≤", cell, "ou moins");
            case SECRET -> new Printed(SECRET, false, "secret statistique", false, Double.NaN);
            case SANS_OBJET -> new Printed(NOT_APPLICABLE, false, "sans objet", false, Double.NaN);
            case NON_DISPONIBLE -> of(Optional.empty());
        };
    }

    private static Printed clamped(String sign, PublishedCell cell, String words) {
        String bound = French.plain(cell.value());
        return new Printed(
                sign + French.NO_BREAK + bound, false, bound + French.NO_BREAK + words, cell.estimated(), bar(cell));
    }

    private static String figure(PublishedCell cell) {
        if (cell.text() != null) {
            return cell.text();
        }
        return French.decimal(cell.value());
    }

    /** A figure below zero has no bar: an axis begins at zero. */
    private static double bar(PublishedCell cell) {
        return cell.value() == null || cell.value().signum() < 0 ? Double.NaN : cell.value().doubleValue();
    }

    /** The figure with its unit when that is a sign; what stands in place of a figure has none. */
    String withUnit(String unit) {
        return hasBar() && Composition.isSign(unit) ? text + French.NO_BREAK + unit : text;
    }

    boolean hasBar() {
        return !Double.isNaN(bar);
    }

    /** The pen to print it with: a status is told in full to who listens. */
    Pen pen(Pen cell) {
        return meaning.isEmpty() ? cell : cell.expanding(meaning);
    }

    /** Whether the figure may enter a sum or a sentence: neither clamped nor missing. */
    static boolean exact(Optional<PublishedCell> cell) {
        return cell.isPresent() && cell.get().status() == CellStatus.PUBLIE;
    }
}
