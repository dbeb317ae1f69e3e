package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What stands under a table by territory: colours, statuses, simulated figures, sources with vintages, notes. */
final class TableFoot {
    private static final double LEGEND_LINE = 5.1;
    private static final double GAP_ABOVE_SOURCES = 1.6;
    private static final double BETWEEN = 5.2;
    private static final double SWATCH = 6;

    private final Composition composition;
    private final List<Indicator> indicators;
    private final List<StatusMeaning> signs;
    private final List<Rich> paragraphs;

    /** A sign and its meaning; the sign is drawn, or written when {@code colour} is 0. */
    private record Entry(String sign, int colour, String meaning) {
        private static final int REFERENCE = -1;

        double width(Composition composition) {
            return signWidth(composition) + composition.type().width(meaning, TypeScale.LEGEND);
        }

        double signWidth(Composition composition) {
            return colour == 0 ? composition.type().width(sign, TypeScale.LEGEND_BOLD) + 1.6
                    : colour == REFERENCE ? 2 : SWATCH + 1.2;
        }
    }

    /**
     * The foot of a table.
     *
     * @param indicators indicators of the table
     * @param notes sentences under the sources
     */
    TableFoot(Composition composition, List<Indicator> indicators, List<String> notes) {
        this.composition = composition;
        this.indicators = indicators;
        this.signs = StatusMeaning.of(composition.cells(indicators, EnumSet.complementOf(EnumSet.of(Level.QPV))));
        this.paragraphs = new ArrayList<>(SourceLine.paragraphs(composition, indicators, SourceLine.TABLE));
        notes.forEach(note -> paragraphs.add(Rich.of(French.typeset(note), TypeScale.SOURCE)));
    }

    /** Height for a width, both in millimetres. */
    double height(double width) {
        double height = legend(width).size() * LEGEND_LINE + GAP_ABOVE_SOURCES;
        for (Rich paragraph : paragraphs) {
            height += composition.type().broken(paragraph, width).size() * TypeScale.SOURCE_LEADING;
        }
        return height;
    }

    /** Draws it from {@code top} and says where it ends; as a mark, without a section, on a page that the table only crosses. */
    double draw(Page page, Element section, double x, double top, double width) {
        double y = top;
        for (List<Entry> line : legend(width)) {
            line(page.artifact(), pen(page, section), line, x, y + 3.2);
            y += LEGEND_LINE;
        }
        y += GAP_ABOVE_SOURCES;
        for (Rich paragraph : paragraphs) {
            y = pen(page, section).lines(composition.type().broken(paragraph, width), x, y, TypeScale.SOURCE_LEADING);
        }
        return y;
    }

    private static Pen pen(Page page, Element section) {
        return section == null ? page.artifact() : page.pen(section.child(Role.P));
    }

    private List<List<Entry>> legend(double width) {
        List<Entry> bars = new ArrayList<>();
        List<Indicator> drawn = composition.drawn(indicators);
        if (!drawn.isEmpty()) {
            bars.add(new Entry("", Palette.BAR_ENSEMBLE, "Ensemble du territoire"));
            bars.add(new Entry("", Palette.BAR_QPV, "Dans les quartiers prioritaires"));
        }
        if (drawn.stream().anyMatch(this::hasReference)) {
            bars.add(new Entry("", Entry.REFERENCE, "France métropolitaine, ensemble"));
        }
        List<Entry> statuses =
                signs.stream().map(s -> new Entry(s.sign(), 0, s.brief())).toList();
        List<List<Entry>> lines = new ArrayList<>(wrapped(bars, width));
        lines.addAll(wrapped(statuses, width));
        return lines;
    }

    private boolean hasReference(Indicator indicator) {
        return composition.cell(Territory.FRANCE, Perimeter.ENSEMBLE, indicator).map(PublishedCell::value).isPresent();
    }

    private List<List<Entry>> wrapped(List<Entry> entries, double width) {
        List<List<Entry>> lines = new ArrayList<>();
        double x = width + 1;
        for (Entry entry : entries) {
            if (x + entry.width(composition) > width) {
                lines.add(new ArrayList<>());
                x = 0;
            }
            lines.getLast().add(entry);
            x += entry.width(composition) + BETWEEN;
        }
        return lines;
    }

    private void line(Pen artifact, Pen pen, List<Entry> line, double x, double baseline) {
        double at = x;
        for (Entry entry : line) {
            if (entry.colour() == Entry.REFERENCE) {
                artifact.dashed(at + 0.2, baseline - 3, at + 0.2, baseline + 0.6, 0.25, Palette.REFERENCE, 0.45, 0.75,
                        false);
            } else if (entry.colour() != 0) {
                artifact.rectangle(at, baseline - 2.35, SWATCH, 2.3, entry.colour());
            }
            at += entry.width(composition) + BETWEEN;
        }
        at = x;
        for (Entry entry : line) {
            Style style = entry.colour() == 0 ? TypeScale.LEGEND.coloured(Palette.INK_2) : TypeScale.LEGEND;
            pen.text(entry.sign() + (entry.sign().isEmpty() ? "" : " "), TypeScale.LEGEND_BOLD, at, baseline);
            pen.text(entry.meaning() + " ", style, at + entry.signWidth(composition), baseline);
            at += entry.width(composition) + BETWEEN;
        }
    }
}
