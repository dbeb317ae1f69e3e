package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What stands under a detailed table: the dictionaries of its codes, its signs, its sources. */
final class DetailFoot {
    private static final double LINE = 3.45;
    private static final double STEP = 60;
    private static final double WIDTH = 57.5;
    private static final double SIGN = 8.8;
    private static final double CHIP = 7.4;
    private static final int ACROSS = 3;
    private static final double LEADING = TypeScale.leading(8.6);
    private static final Style CODE = Style.of(Weight.SEMIBOLD, 7, Palette.INK).tracked(0.08);

    private final Composition composition;
    private final List<Legend> legends = new ArrayList<>();
    private final List<Rich> sources;
    private final Rich signs;

    /** A legend: codes and what they mean; the signs of the table when it has none. */
    private record Legend(String title, List<Entry> entries) {}

    /** A code, its ground or null, and its meaning. */
    private record Entry(String sign, Integer ground, String meaning) {}

    DetailFoot(Composition composition, List<Indicator> indicators) {
        this.composition = composition;
        this.sources = SourceLine.paragraphs(composition, indicators, SourceLine.TABLE);
        for (Indicator indicator : indicators) {
            Typology typology = new Typology(composition, indicator);
            if (indicator.kind() == Indicator.Kind.CODE && !typology.labels().isEmpty()) {
                List<Entry> entries = new ArrayList<>();
                typology.labels().forEach((code, label) -> entries.add(
                        new Entry(code, typology.ground(code), French.inSentence(ofNeighbourhoods(label)))));
                legends.add(new Legend(French.typeset(composition.notice(indicator).label()), entries));
            }
        }
        this.signs = signs(indicators);
        if (!signs.runs().isEmpty()) {
            legends.add(new Legend("Signes", List.of()));
        }
    }

    /** {@code Quartiers anciens} reads {@code anciens} under a table of neighbourhoods. */
    private static String ofNeighbourhoods(String label) {
        return label.replaceFirst("^Quartiers ", "");
    }

    /** The signs of the table in one sentence. */
    private Rich signs(List<Indicator> indicators) {
        List<PublishedCell> cells = composition.cells(indicators, EnumSet.of(Level.QPV, Level.REG));
        List<StatusMeaning> told = new ArrayList<>();
        if (cells.stream().anyMatch(cell -> cell.indicator().kind() == Indicator.Kind.FLAG && cell.value() != null
                && cell.value().signum() > 0)) {
            told.add(new StatusMeaning(AtlasColumns.YES, "oui", ""));
        }
        if (cells.stream().anyMatch(cell -> AtlasColumns.none(composition, cell))) {
            told.add(new StatusMeaning(AtlasColumns.NONE, "non concerné, ou aucun", ""));
        }
        told.addAll(StatusMeaning.of(cells.stream().filter(cell -> !AtlasColumns.none(composition, cell)).toList()));
        Rich text = new Rich(List.of());
        for (StatusMeaning sign : told) {
            text = text.and(text.runs().isEmpty() ? "" : " · ", TypeScale.DETAIL)
                    .and(sign.sign(), TypeScale.DETAIL.with(Weight.BOLD))
                    .and(French.NO_BREAK + sign.brief().replace(' ', French.NO_BREAK), TypeScale.DETAIL);
        }
        return text;
    }

    private List<List<Legend>> lines() {
        List<List<Legend>> lines = new ArrayList<>();
        for (int from = 0; from < legends.size(); from += ACROSS) {
            lines.add(legends.subList(from, Math.min(legends.size(), from + ACROSS)));
        }
        return lines;
    }

    private List<TextLine> broken(Entry entry) {
        return composition.type().broken(Rich.of(entry.meaning(), TypeScale.DETAIL), WIDTH - SIGN);
    }

    private double height(Legend legend) {
        double sentence = legend.entries().isEmpty() ? composition.type().broken(signs, WIDTH).size() * LINE : 0;
        return LINE + 0.4 + sentence
                + legend.entries().stream().mapToDouble(e -> broken(e).size() * (LINE - 0.1) + 0.1).sum();
    }

    private double height(List<Legend> line) {
        return line.stream().mapToDouble(this::height).max().orElse(0);
    }

    double height() {
        double height = 2 + lines().stream().mapToDouble(line -> height(line) + 1.2).sum();
        for (Rich text : sources) {
            height += composition.type().broken(text, Frame.WIDTH).size() * LEADING;
        }
        return height;
    }

    void draw(Page page, Element section, double x, double top) {
        double y = top;
        for (List<Legend> line : lines()) {
            for (int i = 0; i < line.size(); i++) {
                draw(page, section, line.get(i), x + i * STEP, y);
            }
            y += height(line) + 1.2;
        }
        for (Rich text : sources) {
            y = page.paragraph(section, text, x, y, Frame.WIDTH, LEADING);
        }
    }

    private void draw(Page page, Element section, Legend legend, double x, double top) {
        page.pen(section.child(Role.P)).text(composition.cut(legend.title(), TypeScale.LEGEND_BOLD, WIDTH),
                TypeScale.LEGEND_BOLD, x, top + 2.6);
        double y = top + LINE + 0.4;
        if (legend.entries().isEmpty()) {
            page.paragraph(section, signs, x, y, WIDTH, LINE);
            return;
        }
        Element list = section.child(Role.L);
        for (Entry entry : legend.entries()) {
            Element item = list.child(Role.LI);
            double width = Math.max(CHIP, composition.type().width(entry.sign(), CODE) + 1.4);
            if (entry.ground() != null) {
                page.artifact().roundRectangle(new Box(x, y + 0.2, width, 2.9), 0.5, entry.ground(), null, 0);
            }
            page.pen(item.child(Role.LBL)).text(entry.sign(), CODE, x + width / 2, y + 2.5, Anchor.MIDDLE);
            y = page.pen(item.child(Role.LBODY)).lines(broken(entry), x + SIGN, y - 0.05, LINE - 0.1) + 0.1;
        }
    }
}
