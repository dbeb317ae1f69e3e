package fr.atlasqpv.publication.pdf.tables;

import fr.atlasqpv.publication.pdf.tagged.Style;

/**
 * How a table is drawn; millimetres throughout.
 *
 * @param band style of the bands
 * @param head style of the names of columns
 * @param under style of units and scales
 * @param bandLine height of a line of the bands
 * @param firstName from the top of the names to the baseline of the first
 * @param nameLine height of a line of a name
 * @param toUnder from the baseline of the last line of a name to that of the unit
 * @param bottom from the last baseline to the rule under the heads
 * @param bars thickness of the bars: beside the figures when thick, under them when thin
 * @param before room before what stands in a cell
 * @param after room after it, where a mark may stand
 * @param textLine height of a line of a cell on several lines
 * @param rules whether a hairline stands under each row
 * @param closed whether a rule closes the table
 * @param heads whether its heads are drawn, and not only told
 * @param colours colours of what is neither text nor bar
 */
public record Look(
        Style band,
        Style head,
        Style under,
        double bandLine,
        double firstName,
        double nameLine,
        double toUnder,
        double bottom,
        double bars,
        double before,
        double after,
        double textLine,
        boolean rules,
        boolean closed,
        boolean heads,
        Colours colours) {
    private static final double THIN = 1;

    /** Colours, {@code 0xRRGGBB}. */
    public record Colours(
            int rule, int hairline, int axis, int reference, int shade, int pale, int track, int sign, int ink) {}

    /** Whether bars stand beside their figures, and not under them. */
    public boolean beside() {
        return bars > THIN;
    }

    /** The same look, open at its end. */
    public Look open() {
        return new Look(band, head, under, bandLine, firstName, nameLine, toUnder, bottom, bars, before, after,
                textLine, rules, false, heads, colours);
    }

    /** The same look, open at its end, whose heads are told and not drawn. */
    public Look headless() {
        return new Look(band, head, under, bandLine, firstName, nameLine, toUnder, bottom, bars, before, after,
                textLine, rules, false, false, colours);
    }
}
