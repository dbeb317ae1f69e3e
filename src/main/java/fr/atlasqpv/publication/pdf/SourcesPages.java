package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Table;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.SourceNotice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every input with its vintage, its number of rows and a short fingerprint, then how the figures are made. */
final class SourcesPages {
    static final String TITLE = "Sources et provenance";

    private static final double HEAD = 6.4;
    private static final double GROUP = 7.4;
    private static final double LINE = 3.3;
    private static final double PADDING = 3.3;
    private static final double[] COLUMNS = {0, 74, 106, 136, 160};
    private static final double LABEL_WIDTH = 72;
    private static final double PRODUCER_WIDTH = 30;
    private static final double MILLESIME_WIDTH = 29;
    private static final double ROWS_RIGHT = 152;
    private static final int FINGERPRINT = 8;
    private static final double TEXT_WIDTH = 84;
    private static final double TEXT_STEP = 92.5;
    private static final Style CELL = Style.of(Weight.REGULAR, 8, Palette.INK);
    private static final Style HASH = Style.of(Weight.REGULAR, 8, Palette.INK_2);
    private static final Style GROUP_STYLE = Style.of(Weight.SEMIBOLD, 8, Palette.TEAL);

    private final Composition composition;
    private Table table;

    SourcesPages(Composition composition) {
        this.composition = composition;
    }

    /** A row, and whether the heading of its group stands over it. */
    private record Line(SourceNotice source, boolean opensGroup) {}

    Chapter plan() {
        Frame frame = composition.frame(TITLE, composition.regionLabel(), null);
        double top = Frame.TOP + TypeScale.H1_LEADING + 1 + TypeScale.BODY_LEADING + 3.5;
        List<List<Line>> parts = new ArrayList<>();
        List<Line> part = new ArrayList<>();
        double y = top + HEAD;
        String group = "";
        for (SourceNotice source : byGroup()) {
            boolean opens = !source.group().equals(group);
            double height = rowHeight(source) + (opens ? GROUP : 0);
            if (!part.isEmpty() && y + height > Frame.BOTTOM) {
                parts.add(part);
                part = new ArrayList<>();
                y = Frame.TOP + HEAD;
            }
            part.add(new Line(source, opens));
            group = source.group();
            y += height;
        }
        parts.add(part);
        double end = y + 5;
        boolean textsFit = end + textsHeight() <= Frame.BOTTOM;
        List<PlannedPage> pages = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Line> lines = parts.get(i);
            boolean first = i == 0;
            boolean last = i == parts.size() - 1;
            pages.add(new PlannedPage(frame, first ? List.of(Anchors.SOURCES) : List.of(), (page, section) -> {
                double bottom = draw(page, section, lines, first, last);
                if (last && textsFit) {
                    texts(page, section, bottom + 5);
                }
            }));
        }
        if (!textsFit) {
            pages.add(new PlannedPage(frame, List.of(), (page, section) -> texts(page, section, Frame.TOP)));
        }
        return new Chapter(3, true, pages);
    }

    /** Sources of a group together, groups in the order in which they first come. */
    private List<SourceNotice> byGroup() {
        Map<String, List<SourceNotice>> groups = new LinkedHashMap<>();
        for (SourceNotice source : composition.edition().sources()) {
            groups.computeIfAbsent(source.group(), group -> new ArrayList<>()).add(source);
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private double rowHeight(SourceNotice source) {
        int lines = Math.max(
                Math.max(label(source).size(), broken(source.producer(), PRODUCER_WIDTH).size()),
                broken(source.millesime(), MILLESIME_WIDTH).size());
        return PADDING + lines * LINE;
    }

    private List<TextLine> label(SourceNotice source) {
        Rich text = Rich.of(French.typeset(source.label()), CELL);
        if (source.simulated()) {
            text = text.and(" — données" + French.NO_BREAK + "simulées", CELL.with(Weight.SEMIBOLD).coloured(
                    Palette.QPV_TEXT));
        }
        return composition.type().broken(text, LABEL_WIDTH);
    }

    private List<TextLine> broken(String text, double width) {
        return composition.type().broken(Rich.of(French.typeset(text), CELL), width);
    }

    private double draw(Page page, Element section, List<Line> lines, boolean first, boolean last) {
        double x = Frame.left(page);
        double y = Frame.TOP;
        if (first) {
            page.destination(Anchors.SOURCES, 0);
            page.bookmark(0, TITLE, 0);
            y = Headings.chapter(page, section, TITLE,
                    "Chaque chiffre de l’atlas se recalcule à partir de ces fichiers. L’empreinte identifie le fichier lu, à "
                            + "l’octet près.");
            table = new Table(section, COLUMNS.length,
                    "Fichiers utilisés : producteur, millésime, lignes lues, empreinte");
        }
        double head = y;
        table.page(page, heads -> heads(heads, page, x, head));
        y += HEAD;
        for (Line line : lines) {
            if (line.opensGroup()) {
                y = group(page, line.source().group(), x, y);
            }
            y = row(page, line.source(), x, y);
        }
        if (last) {
            table.end();
        }
        return y;
    }

    private void heads(Table heads, Page page, double x, double y) {
        Table.Row row = heads.row(y, HEAD);
        double baseline = y + 3.8;
        row.head(Table.Scope.COLUMN, x, LABEL_WIDTH).text("Fichier", TypeScale.TABLE_HEAD, x, baseline);
        row.head(Table.Scope.COLUMN, x + COLUMNS[1], 30)
                .text("Producteur", TypeScale.TABLE_HEAD, x + COLUMNS[1], baseline);
        row.head(Table.Scope.COLUMN, x + COLUMNS[2], 30)
                .text("Millésime", TypeScale.TABLE_HEAD, x + COLUMNS[2], baseline);
        row.head(Table.Scope.COLUMN, x + COLUMNS[3], 20)
                .text("Lignes lues", TypeScale.TABLE_HEAD, x + ROWS_RIGHT, baseline, Anchor.END);
        row.head(Table.Scope.COLUMN, x + COLUMNS[4], 17)
                .text("Empreinte", TypeScale.TABLE_HEAD, x + COLUMNS[4], baseline);
        page.artifact().line(x, y + HEAD, x + Frame.WIDTH, y + HEAD, 0.5, Palette.TEAL);
    }

    private double group(Page page, String name, double x, double y) {
        Table.Row row = table.row(y, GROUP);
        row.head(Table.Scope.ROW, x, Frame.WIDTH, COLUMNS.length, 1)
                .text(French.typeset(name), GROUP_STYLE, x, y + 4.9);
        page.artifact().line(x, y + GROUP, x + Frame.WIDTH, y + GROUP, 0.3, Palette.TEAL);
        return y + GROUP;
    }

    private double row(Page page, SourceNotice source, double x, double y) {
        double height = rowHeight(source);
        double top = y + PADDING / 2;
        Table.Row row = table.row(y, height);
        row.head(Table.Scope.ROW, x, LABEL_WIDTH + 1).lines(label(source), x, top, LINE);
        row.data(x + COLUMNS[1], PRODUCER_WIDTH + 1)
                .lines(broken(source.producer(), PRODUCER_WIDTH), x + COLUMNS[1], top, LINE);
        row.data(x + COLUMNS[2], MILLESIME_WIDTH + 1)
                .lines(broken(source.millesime(), MILLESIME_WIDTH), x + COLUMNS[2], top, LINE);
        double baseline = top + Pen.baselineIn(LINE, 8);
        row.data(x + COLUMNS[3], 17)
                .text(French.integer(source.rowsRead()), HASH, x + ROWS_RIGHT, baseline, Anchor.END);
        String hash = source.sha256().substring(0, Math.min(FINGERPRINT, source.sha256().length()));
        row.data(x + COLUMNS[4], 17).text(hash, HASH, x + COLUMNS[4], baseline);
        page.artifact().line(x, y + height, x + Frame.WIDTH, y + height, 0.12, Palette.LINE);
        return y + height;
    }

    /** A short text under the table. */
    private record Note(String title, String text) {}

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        notes.add(new Note("Comment les chiffres sont faits",
                "Un taux est une somme de numérateurs divisée par une somme de dénominateurs, arrondie une seule fois, à la "
                        + "fin. Une source qui ne donne qu’un taux entre avec le poids de sa base : la valeur est alors "
                        + "marquée **e**."));
        notes.add(new Note("Ce que les contours disent",
                "Les limites sont simplifiées à l’échelle de l’impression ; elles n’ont pas de valeur réglementaire. Une "
                        + "intercommunalité est rattachée au département de son siège, un quartier à celui où vivent la "
                        + "plupart de ses habitants."));
        notes.add(new Note("Le secret statistique",
                "Une valeur qui renseignerait, seule ou par différence, sur trop peu de personnes ou de logements est retenue "
                        + "dans tous les tableaux du livre, du classeur et des fichiers."));
        notes.add(new Note("Licence et réutilisation",
                composition.edition().licence()
                        + ". Les tableaux existent aussi en classeur et en fichier texte, cellule "
                        + "pour cellule."));
        return notes;
    }

    private double noteHeight(Note note) {
        return TypeScale.H3_LEADING + 3.5
                + composition.type().broken(French.rich(note.text(), TypeScale.BODY), TEXT_WIDTH).size()
                        * TypeScale.BODY_LEADING;
    }

    private double textsHeight() {
        List<Note> notes = notes();
        double height = 0;
        for (int i = 0; i < notes.size(); i += 2) {
            height += Math.max(noteHeight(notes.get(i)), noteHeight(notes.get(i + 1)));
        }
        return height;
    }

    private void texts(Page page, Element section, double top) {
        double x = Frame.left(page);
        List<Note> notes = notes();
        double y = top;
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            double left = x + i % 2 * TEXT_STEP;
            page.heading(section, Role.H2, Rich.of(note.title(), TypeScale.H3), left,
                    y + Pen.baselineIn(TypeScale.H3_LEADING, 11));
            page.paragraph(section, French.rich(note.text(), TypeScale.BODY), left, y + TypeScale.H3_LEADING + 0.6,
                    TEXT_WIDTH, TypeScale.BODY_LEADING);
            if (i % 2 == 1) {
                y += Math.max(noteHeight(notes.get(i - 1)), noteHeight(note));
            }
        }
    }
}
