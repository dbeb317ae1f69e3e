package fr.atlasqpv.publication.pdf.tables;

/**
 * A column of a table.
 *
 * @param id whose cells stand in it, as the structure of the document tells it; empty for words
 * @param band name over it and over its neighbours of the same band, empty when none
 * @param head its name; may hold line breaks
 * @param under unit, or scale of thin bars, under its name; empty when none
 * @param kind how its cells stand
 * @param scale end of the scale of its bars, which begins at 0; 0 when it has none
 * @param end the end of the scale as printed
 * @param reference value of the dotted line across its bars, NaN when none
 * @param content width of the widest thing that stands in its cells, millimetres
 * @param most width over which it does not grow before its neighbours do, millimetres; 0 when it has none
 */
public record Column(
        String id,
        String band,
        String head,
        String under,
        Kind kind,
        double scale,
        String end,
        double reference,
        double content,
        double most) {
    /** How the cells of a column stand. */
    public enum Kind {
        /** Names of the rows, flush left. */
        NAME,
        /** Words, flush left. */
        WORDS,
        /** Figures, flush right. */
        FIGURE,
        /** Codes, marks and small numbers, centred. */
        SIGN
    }

    /** A column of words. */
    public static Column words(Kind kind, String head, String under, double least, double most) {
        return new Column("", "", head, under, kind, 0, "", Double.NaN, least, most);
    }

    /** A column of figures without bars. */
    public static Column figures(String id, String head, double content) {
        return new Column(id, "", head, "", Kind.FIGURE, 0, "", Double.NaN, content, 0);
    }

    /** The same column with bars on a scale, whose ends are told by its neighbours or not at all. */
    public Column scaled(double max) {
        return new Column(id, band, head, under, kind, max, end, reference, content, most);
    }

    /** The same column with bars on a scale whose end is printed over them. */
    public Column scaled(double max, String printedEnd) {
        return new Column(id, band, head, under, kind, max, printedEnd, reference, content, most);
    }

    /** The same column for other rows: another name over it. */
    public Column named(String otherHead) {
        return new Column(id, band, otherHead, under, kind, scale, end, reference, content, most);
    }

    boolean hasBars() {
        return scale > 0;
    }

    boolean leads() {
        return kind == Kind.NAME || kind == Kind.WORDS;
    }
}
