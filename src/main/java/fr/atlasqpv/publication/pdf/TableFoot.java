package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What stands under a table: the colours of its bars, the dictionaries of its codes, its signs, simulated figures, sources
 * with vintages, notes. It tells of what the table holds and of nothing else.
 */
final class TableFoot {
    private static final double BARS = 5.1;
    private static final double BETWEEN_BARS = 5.2;
    private static final double SWATCH = 6;
    private static final double LINE = 3.45;
    private static final double ENTRY = 3.35;
    private static final double STEP = 60;
    private static final double WIDTH = 57.5;
    private static final double CODE_WIDTH = 8.8;
    private static final int ACROSS = 3;
    private static final double GAP = 1.2;
    private static final Style CODE = Style.of(Weight.SEMIBOLD, 7, Palette.INK).tracked(0.08);

    private final Composition composition;
    private final List<Indicator> indicators;
    private final boolean wide;
    private final List<Indicator> codes;
    private final Rich signs;
    private final List<Rich> paragraphs;

    /**
     * The foot of a table.
     *
     * @param indicators indicators of the table
     * @param levels levels of its rows
     * @param wide whether its bars have two colours, to be told apart
     * @param notes sentences under the sources
     */
    TableFoot(Composition composition, List<Indicator> indicators, Set<Level> levels, boolean wide,
            List<String> notes) {
        this.composition = composition;
        this.indicators = indicators;
        this.wide = wide;
        this.codes = indicators.stream().filter(i -> !new Typology(composition, i).labels().isEmpty()).toList();
        this.signs = signs(composition.cells(indicators, levels));
        this.paragraphs = new ArrayList<>(SourceLine.paragraphs(composition, indicators, SourceLine.TABLE));
        notes.forEach(note -> paragraphs.add(Rich.of(French.typeset(note), TypeScale.SOURCE)));
    }

    /** The signs of the table in one sentence. */
    private Rich signs(List<PublishedCell> cells) {
        List<StatusMeaning> told = new ArrayList<>();
        if (cells.stream().anyMatch(AtlasColumns::yes)) {
            told.add(new StatusMeaning(AtlasColumns.YES, "oui", ""));
        }
        if (cells.stream().anyMatch(cell -> AtlasColumns.none(composition, cell))) {
            told.add(new StatusMeaning(AtlasColumns.NONE, "non concerné, ou aucun", ""));
        }
        told.addAll(StatusMeaning.of(cells.stream().filter(cell -> !AtlasColumns.none(composition, cell)).toList()));
        Style style = wide ? TypeScale.LEGEND : TypeScale.DETAIL;
        Rich text = new Rich(List.of());
        for (StatusMeaning sign : told) {
            text = text.and(text.runs().isEmpty() ? "" : " · ", style).and(sign.sign(), style.with(Weight.BOLD))
                    .and(French.NO_BREAK + sign.brief().replace(' ', French.NO_BREAK), style.coloured(Palette.INK_2));
        }
        return text;
    }

    /** Height, millimetres. */
    double height() {
        double height = GAP + (bars().isEmpty() ? 0 : BARS);
        for (List<Indicator> line : lines()) {
            height += height(line) + GAP;
        }
        height += apart() ? broken(signs, Frame.WIDTH).size() * LINE : 0;
        return height
                + paragraphs.stream().mapToDouble(p -> broken(p, Frame.WIDTH).size() * TypeScale.SOURCE_LEADING).sum();
    }

    /** Draws it from {@code top} and says where it ends; as a mark, without a section, on a page that the table only crosses. */
    double draw(Page page, Element section, double x, double top) {
        double y = top;
        if (!bars().isEmpty()) {
            bars(page, section, x, y + 3.2);
            y += BARS;
        }
        for (List<Indicator> line : lines()) {
            for (int i = 0; i < line.size(); i++) {
                dictionary(page, section, line.get(i), x + i * STEP, y);
            }
            if (line.size() < ACROSS) {
                pen(page, section).lines(broken(signs, WIDTH), x + line.size() * STEP, y, LINE);
            }
            y += height(line) + GAP;
        }
        y = apart() && !signs.runs().isEmpty() ? pen(page, section).lines(broken(signs, Frame.WIDTH), x, y, LINE) : y;
        y += GAP;
        for (Rich paragraph : paragraphs) {
            y = pen(page, section).lines(broken(paragraph, Frame.WIDTH), x, y, TypeScale.SOURCE_LEADING);
        }
        return y;
    }

    private static Pen pen(Page page, Element section) {
        return section == null ? page.artifact() : page.pen(section.child(Role.P));
    }

    private List<TextLine> broken(Rich text, double width) {
        return composition.type().broken(text, width);
    }

    /** Bars by colour; the dotted line of the reference has none. */
    private List<Map.Entry<Integer, String>> bars() {
        List<Indicator> drawn = composition.drawn(indicators);
        if (!wide || drawn.isEmpty()) {
            return List.of();
        }
        boolean reference = drawn.stream().anyMatch(indicator -> composition
                .cell(composition.reference(), Perimeter.ENSEMBLE, indicator).map(PublishedCell::value).isPresent());
        List<Map.Entry<Integer, String>> bars = new ArrayList<>();
        if (drawn.stream().anyMatch(i -> i.perimeters().contains(Perimeter.ENSEMBLE))) {
            bars.add(Map.entry(Palette.BAR_ENSEMBLE, "Ensemble du territoire"));
        }
        if (drawn.stream().anyMatch(i -> i.perimeters().contains(Perimeter.QPV))) {
            bars.add(Map.entry(Palette.BAR_QPV, "Dans les quartiers prioritaires"));
        }
        if (reference) {
            bars.add(Map.entry(Palette.REFERENCE, composition.referenceLabel() + ", ensemble"));
        }
        return bars;
    }

    private void bars(Page page, Element section, double x, double baseline) {
        double at = x;
        Pen pen = pen(page, section);
        for (Map.Entry<Integer, String> bar : bars()) {
            if (bar.getKey() == Palette.REFERENCE) {
                page.artifact().dashed(at, baseline - 3, at, baseline + 0.6, 0.25, Palette.REFERENCE, 0.45, 0.75,
                        false);
                at += 2;
            } else {
                page.artifact().rectangle(at, baseline - 2.35, SWATCH, 2.3, bar.getKey());
                at += SWATCH + GAP;
            }
            pen.text(bar.getValue() + " ", TypeScale.LEGEND, at, baseline);
            at += composition.type().width(bar.getValue(), TypeScale.LEGEND) + BETWEEN_BARS;
        }
    }

    private List<List<Indicator>> lines() {
        List<List<Indicator>> lines = new ArrayList<>();
        for (int from = 0; from < codes.size(); from += ACROSS) {
            lines.add(codes.subList(from, Math.min(codes.size(), from + ACROSS)));
        }
        return lines;
    }

    /** Whether the signs have no place beside the dictionaries. */
    private boolean apart() {
        return codes.size() % ACROSS == 0;
    }

    private List<TextLine> meaning(String label) {
        String text = French.inSentence(label.replaceFirst("^Quartiers ", ""));
        return broken(Rich.of(text, TypeScale.DETAIL), WIDTH - CODE_WIDTH);
    }

    private double height(List<Indicator> line) {
        double beside = line.size() < ACROSS ? broken(signs, WIDTH).size() * LINE : 0;
        return line.stream()
                .mapToDouble(indicator -> LINE + 0.4 + new Typology(composition, indicator).labels().values()
                        .stream().mapToDouble(label -> meaning(label).size() * ENTRY + 0.1).sum())
                .reduce(beside, Math::max);
    }

    private void dictionary(Page page, Element section, Indicator indicator, double x, double top) {
        Typology typology = new Typology(composition, indicator);
        String title =
                composition.cut(French.typeset(composition.notice(indicator).label()), TypeScale.LEGEND_BOLD, WIDTH);
        page.pen(section.child(Role.P)).text(title, TypeScale.LEGEND_BOLD, x, top + 2.6);
        double y = top + LINE + 0.4;
        Element list = section.child(Role.L);
        for (Map.Entry<String, String> entry : typology.labels().entrySet()) {
            Element item = list.child(Role.LI);
            double width = AtlasColumns.chip(composition, entry.getKey());
            page.artifact().roundRectangle(new Box(x, y + 0.2, width, 2.9), 0.5, typology.ground(entry.getKey()), null,
                    0);
            page.pen(item.child(Role.LBL)).text(entry.getKey(), CODE, x + width / 2, y + 2.5, Anchor.MIDDLE);
            y = page.pen(item.child(Role.LBODY)).lines(meaning(entry.getValue()), x + CODE_WIDTH, y - 0.05, ENTRY)
                    + 0.1;
        }
    }
}
