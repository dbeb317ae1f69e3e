package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The place of a figure among others, the highest first. Only what is published takes a place, as it is published: whoever has the book can
 * find the same, and nothing is said of a withheld figure. Those at a bound share the places that theirs may have.
 *
 * @param first first place that it may have, from 1
 * @param last last one
 * @param of how many figures are published
 * @param bound whether it is told as a bound, so that it is one of these places; else it is equal to the others that share them
 */
record Place(int first, int last, int of, boolean bound) {
    private static final Comparator<PublishedCell> ORDER =
            Comparator.comparing(PublishedCell::value).thenComparingInt(cell -> side(cell.status()));

    /**
     * The place of a figure.
     *
     * @param own its cell
     * @param all all cells that it is placed among, itself included
     * @return empty when it is not published, or none of the others is
     */
    static Optional<Place> of(Optional<PublishedCell> own, Collection<PublishedCell> all) {
        List<PublishedCell> published = all.stream().filter(cell -> cell.value() != null).toList();
        if (own.isEmpty() || own.get().value() == null || published.size() < 2) {
            return Optional.empty();
        }
        int above = (int) published.stream().filter(cell -> ORDER.compare(cell, own.get()) > 0).count();
        int equal = (int) published.stream().filter(cell -> ORDER.compare(cell, own.get()) == 0).count();
        return Optional.of(new Place(
                above + 1, above + equal, published.size(), own.get().status() != CellStatus.PUBLIE));
    }

    /** At one number, what lies at or under it, it, what lies at or over it. */
    private static int side(CellStatus status) {
        return switch (status) {
            case PLANCHER -> -1;
            case PLAFONNE -> 1;
            default -> 0;
        };
    }

    /** {@code 3ᵉ / 64}, {@code 3ᵉ= / 64}, {@code 1–13ᵉ / 64}. */
    String text() {
        String place = first == last ? French.ordinal(first)
                : bound ? French.integer(first) + "–" + French.ordinal(last) : French.ordinal(first) + "=";
        return (place + " / " + French.integer(of)).replace(' ', French.NO_BREAK);
    }

    /** The same in full words. */
    String said() {
        String place = first == last ? French.ordinal(first)
                : bound ? "entre le " + French.ordinal(first) + " et le " + French.ordinal(last) + " rang"
                        : French.ordinal(first) + " à égalité avec "
                                + French.counted(last - first, "autre", "autres");
        return place + " sur " + French.integer(of);
    }
}
