package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Table;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.PublishedTerritory;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the two pages of a detail spread share: heads, group lines, chips and the legend of the typologies. */
final class DetailGrid {
    /** Height of the heads of the tables. */
    static final double HEAD = 14.7;
    static final double LEGEND_LINE = 3.45;

    private static final double BAND_RULE = 3.6;
    private static final Style CODE = Style.of(Weight.SEMIBOLD, 7, Palette.INK).tracked(0.08);
    private static final Map<String, Map<String, Integer>> CHIPS = Map.of(
            "typologie_cohesion", Map.of("INT", 0xF3F0F7, "PET", 0xE0D8EC, "SEG", 0xC9BBDE, "DEF", 0xAE9BCB),
            "typologie_emploi", Map.of("DYN", 0xFCF6E8, "DEC", 0xF5E6C4, "IND", 0xEBD09C),
            "typologie_cadre_vie",
            Map.of("ANC", 0xF2F7F8, "PUU", 0xDDECEE, "PET", 0xC6DFE3, "GDE", 0xABCFD5, "BAN", 0x8FBFC6));

    private final Composition composition;

    DetailGrid(Composition composition) {
        this.composition = composition;
    }

    static double baseline(double y, double row) {
        return y + row / 2 + 0.62;
    }

    /** A band over columns, with its rule. */
    void band(Page page, Pen cell, String name, double left, double right, double top) {
        cell.text(composition.cut(French.capitals(name), TypeScale.BAND, right - left + 1.5), TypeScale.BAND, left,
                top + 2.4);
        page.artifact().line(left, top + BAND_RULE, right, top + BAND_RULE, 0.5, Palette.TEAL);
    }

    /** A head on two lines with its unit under it. */
    void head(Pen cell, String name, String unit, double at, Anchor anchor, double top) {
        double y = top + 7.2;
        for (String line : name.split("\n")) {
            cell.text(line, TypeScale.DETAIL_HEAD, at, y, anchor);
            y += 3;
        }
        if (!unit.isEmpty()) {
            cell.text(unit, TypeScale.DETAIL.coloured(Palette.INK_2), at, top + 13.2, anchor);
        }
    }

    void headRule(Page page, double x, double top) {
        page.artifact().line(x, top + HEAD, x + Frame.WIDTH, top + HEAD, 0.3, Palette.TEAL);
    }

    /** The line of an EPCI; what it counts stands at its right end unless {@code count} is empty. */
    void group(Page page, Table table, DetailCut.Line.Group group, int columns, String count, double x, double y,
            double row) {
        page.artifact().line(x, y, x + Frame.WIDTH, y, 0.2, Palette.TEAL_2);
        Table.Row line = table.row(y, row);
        double baseline = baseline(y, row) + 0.1;
        boolean counted = !count.isEmpty();
        Pen head = line.head(Table.Scope.ROW, x, counted ? Frame.WIDTH - 40 : Frame.WIDTH,
                counted ? columns - 3 : columns, 1);
        String before = group.departement().territory().code() + " " + French.typeset(group.departement().label())
                + " — ";
        String after = group.next() ? " (suite)" : "";
        double room = Frame.WIDTH - 42 - composition.type().width(before + after, TypeScale.DETAIL_GROUP);
        String text = before + composition.fit(group.epci(), TypeScale.DETAIL_GROUP, room) + after;
        if (composition.hasPage(Anchors.table(group.departement().territory()))) {
            Pen link = head.child(Role.LINK);
            link.text(text, TypeScale.DETAIL_GROUP, x + 1, baseline);
            link.leadingTo(
                    new LinkTarget(
                            Anchors.row(group.epci().territory()),
                            French.typeset(group.epci().label()) + " : tableau du département"),
                    new Box(x, y, Frame.WIDTH - 42, row));
        } else {
            head.text(text, TypeScale.DETAIL_GROUP, x + 1, baseline);
        }
        if (counted) {
            line.data(x + Frame.WIDTH - 42, 42, 3)
                    .text(count, TypeScale.DETAIL.coloured(Palette.INK_2), x + Frame.WIDTH, baseline, Anchor.END);
        }
    }

    /** The code of a typology on its ground. */
    void chip(Page page, Pen cell, String typology, Printed printed, double centre, double y, double row) {
        double baseline = baseline(y, row);
        Integer ground = CHIPS.getOrDefault(typology, Map.of()).get(printed.text());
        if (!printed.number()) {
            printed.pen(cell).text(printed.text(), TypeScale.DETAIL_GREY, centre, baseline, Anchor.MIDDLE);
            return;
        }
        if (ground != null) {
            page.artifact()
                    .roundRectangle(new Box(centre - 3.7, y + row / 2 - 1.5, 7.4, 2.9), 0.5, ground, null, 0);
        }
        cell.expanding(meaning(typology, printed.text()))
                .text(printed.text(), CODE, centre, y + row / 2 + 0.8, Anchor.MIDDLE);
    }

    private String meaning(String typology, String code) {
        return composition.edition().typologies().getOrDefault(typology, Map.of()).getOrDefault(code, code);
    }

    /** The legend of a typology: codes on their grounds and what they mean; says where it ends. */
    double typologyLegend(Page page, Element section, String typology, String title, double x, double top,
            double width) {
        page.pen(section.child(Role.P)).text(title, TypeScale.LEGEND_BOLD, x, top + 2.6);
        double y = top + LEGEND_LINE + 0.4;
        Element list = section.child(Role.L);
        for (Map.Entry<String, String> entry : entries(typology).entrySet()) {
            Element item = list.child(Role.LI);
            Integer ground = CHIPS.getOrDefault(typology, Map.of()).get(entry.getKey());
            if (ground != null) {
                page.artifact().roundRectangle(new Box(x, y + 0.2, 7.4, 2.9), 0.5, ground, null, 0);
            }
            page.pen(item.child(Role.LBL)).text(entry.getKey(), CODE, x + 3.7, y + 2.5, Anchor.MIDDLE);
            var lines = composition.type().broken(legendText(entry.getValue()), width - 9.5);
            y = page.pen(item.child(Role.LBODY)).lines(lines, x + 9.5, y - 0.05, LEGEND_LINE - 0.1) + 0.1;
        }
        return y;
    }

    double typologyLegendHeight(String typology, double width) {
        double lines = 0;
        for (String text : entries(typology).values()) {
            lines += composition.type().broken(legendText(text), width - 9.5).size() * (LEGEND_LINE - 0.1) + 0.1;
        }
        return LEGEND_LINE + 0.4 + lines;
    }

    private Map<String, String> entries(String typology) {
        return composition.edition().typologies().getOrDefault(typology, Map.of());
    }

    /** {@code Quartiers ségrégués} reads {@code ségrégués} in a legend of neighbourhoods. */
    private static Rich legendText(String label) {
        String text = French.typeset(label);
        String shorter = text.startsWith("Quartiers ") ? text.substring("Quartiers ".length()) : text;
        return Rich.of(shorter.substring(0, 1).toLowerCase(Locale.ROOT).equals("h") ? shorter : lower(shorter),
                TypeScale.DETAIL);
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /** Signs and their meanings on a few lines. */
    List<Rich> statusLegend() {
        Rich text = new Rich(List.of());
        boolean first = true;
        for (StatusMeaning status : StatusMeaning.values()) {
            text = text.and(first ? "" : French.NO_BREAK + "· ", TypeScale.DETAIL)
                    .and(status.sign(), TypeScale.DETAIL.with(Weight.BOLD))
                    .and(French.NO_BREAK + status.brief(), TypeScale.DETAIL);
            first = false;
        }
        return List.of(text);
    }

    static boolean zebra(DetailCut.Line.Neighbourhood line) {
        return line.rank() % 2 == 1;
    }

    /** Code and name of a QPV, at the start of its row. */
    void name(Page page, Table.Row line, PublishedTerritory qpv, double x, double y, double row, double nameWidth,
            boolean linked) {
        double baseline = baseline(y, row);
        line.data(x, 13).text(qpv.territory().code(), TypeScale.DETAIL.coloured(Palette.INK_2), x + 1, baseline);
        Pen cell = line.head(Table.Scope.ROW, x + 13, nameWidth + 0.4);
        cell.text(composition.fit(qpv, TypeScale.DETAIL, nameWidth), TypeScale.DETAIL, x + 13.2, baseline);
        if (linked) {
            page.destination(Anchors.detailRow(qpv.territory()), y - 1);
        }
    }
}
