package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tables.Cell;
import fr.atlasqpv.publication.pdf.tables.Column;
import fr.atlasqpv.publication.pdf.tables.TableDrawer;
import fr.atlasqpv.publication.pdf.tables.TableLayout;
import fr.atlasqpv.publication.pdf.tables.TableSpec;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Row;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.SourceNotice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every input with its vintage, its number of rows and a short fingerprint, then how the figures are made. */
final class SourcesPages {
    static final String TITLE = "Sources et provenance";

    private static final double GROUP = 6.6;
    private static final double LINE = 3.3;
    private static final double TALLEST_PADDING = 3.3;
    private static final double COMFORTABLE_PADDING = 2.3;
    private static final double LOWEST_PADDING = 1.3;
    private static final double BEFORE_NOTES = 5;
    private static final double BETWEEN = 8;
    private static final int FINGERPRINT = 8;
    private static final double TEXT_WIDTH = 84;
    private static final double TEXT_STEP = 92.5;
    private static final Style CELL = Style.of(Weight.REGULAR, 8, Palette.INK);
    private static final Style HASH = Style.of(Weight.REGULAR, 8, Palette.INK_2);
    private static final Style GROUP_STYLE = Style.of(Weight.SEMIBOLD, 8, Palette.TEAL);

    private final Composition composition;
    private final Frame frame;
    private double padding = TALLEST_PADDING;
    private final TableDrawer drawer;

    SourcesPages(Composition composition) {
        this.composition = composition;
        this.frame = composition.frame(TITLE, composition.regionLabel(), null);
        List<Column> columns = List.of(
                Column.words(Column.Kind.NAME, "Fichier", "", 92, 0),
                Column.words(Column.Kind.WORDS, "Producteur", "", 25, 0),
                Column.words(Column.Kind.WORDS, "Millésime", "", 27, 0),
                Column.words(Column.Kind.WORDS, "Empreinte", "", 19, 0),
                Column.figures("", "Lignes\nlues", 6));
        TableSpec spec = new TableSpec("Fichiers utilisés : producteur, millésime, empreinte, lignes lues", columns,
                AtlasColumns.LIST);
        this.drawer = new TableDrawer(composition.type(), spec,
                TableLayout.of(composition.type(), columns, AtlasColumns.LIST, Frame.WIDTH), 0);
    }

    /** A row, and whether the heading of its group stands over it. */
    private record Line(SourceNotice source, boolean opensGroup) {}

    /**
     * The table, the notes and the abbreviations on a number of pages such that the back cover follows on a left page, and
     * none is blank before it.
     *
     * @param left whether the first of them is a left page
     */
    Chapter plan(boolean left) {
        padding = roomiest();
        List<List<Line>> parts = parts();
        double end = (parts.size() == 1 ? firstTop() : Frame.TOP + drawer.headHeight())
                + parts.getLast().stream().mapToDouble(this::height).sum() + BEFORE_NOTES;
        Abbreviations abbreviations = new Abbreviations(composition);
        boolean none = abbreviations.empty();
        boolean even = parts.size() % 2 == (left ? 0 : 1);
        // Without abbreviations the notes have the page that these would have made even
        boolean notesFit = end + notesHeight() <= Frame.BOTTOM && (even || !none);
        boolean allFits = end + notesHeight() + (none ? 0 : BETWEEN + abbreviations.height()) <= Frame.BOTTOM;
        boolean apart = !(even && allFits);
        List<String> anchor = none ? List.of() : List.of(Anchors.ABBREVIATIONS);
        List<PlannedPage> pages = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean first = i == 0;
            boolean last = i == parts.size() - 1;
            List<Line> lines = parts.get(i);
            List<String> anchors = new ArrayList<>(first ? List.of(Anchors.SOURCES) : List.of());
            if (last && !apart) {
                anchors.addAll(anchor);
            }
            pages.add(new PlannedPage(frame, anchors, (page, section) -> {
                double bottom = draw(page, section, lines, first, last) + BEFORE_NOTES;
                if (last && (!apart || notesFit && !even)) {
                    bottom = notes(page, section, bottom);
                }
                if (last && !apart) {
                    abbreviations.draw(page, section, bottom + BETWEEN);
                }
            }));
        }
        if (apart && even) {
            pages.add(new PlannedPage(frame, List.of(), (page, section) -> notes(page, section, Frame.TOP)));
        }
        if (apart && !(none && even)) {
            boolean notesToo = !notesFit && !even;
            pages.add(new PlannedPage(frame, anchor, (page, section) -> abbreviations.draw(page,
                    section, notesToo ? notes(page, section, Frame.TOP) + BETWEEN : Frame.TOP)));
        }
        return new Chapter(BookSection.SOURCES, 5, left, pages);
    }

    /** Rows as tall as one page lets them: with the notes under the table unless that makes them tight. */
    private double roomiest() {
        double first = Frame.BOTTOM - firstTop();
        double rows = lines().size();
        padding = 0;
        double bare = lines().stream().mapToDouble(this::height).sum();
        double withNotes = (first - bare - BEFORE_NOTES - notesHeight()) / rows;
        double alone = (first - bare) / rows;
        if (withNotes >= COMFORTABLE_PADDING) {
            return Math.min(TALLEST_PADDING, withNotes);
        }
        return alone >= LOWEST_PADDING ? Math.min(TALLEST_PADDING, alone) : COMFORTABLE_PADDING;
    }

    private double firstTop() {
        return Frame.TOP + TypeScale.H1_LEADING + 1 + TypeScale.BODY_LEADING + 3.5 + drawer.headHeight();
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        String group = "";
        for (SourceNotice source : byGroup()) {
            lines.add(new Line(source, !source.group().equals(group)));
            group = source.group();
        }
        return lines;
    }

    private List<List<Line>> parts() {
        List<List<Line>> parts = new ArrayList<>();
        List<Line> part = new ArrayList<>();
        double y = firstTop();
        for (Line line : lines()) {
            if (!part.isEmpty() && y + height(line) > Frame.BOTTOM + 1e-6) {
                parts.add(part);
                part = new ArrayList<>();
                y = Frame.TOP + drawer.headHeight();
            }
            part.add(line);
            y += height(line);
        }
        parts.add(part);
        return parts;
    }

    private double height(Line line) {
        return row(line.source()).height() + (line.opensGroup() ? GROUP : 0);
    }

    /** Sources of a group together, groups in the order in which they first come. */
    private List<SourceNotice> byGroup() {
        Map<String, List<SourceNotice>> groups = new LinkedHashMap<>();
        for (SourceNotice source : composition.edition().sources()) {
            groups.computeIfAbsent(source.group(), group -> new ArrayList<>()).add(source);
        }
        return groups.values().stream().flatMap(List::stream).toList();
    }

    private double draw(Page page, Element section, List<Line> lines, boolean first, boolean last) {
        double x = Frame.left(page);
        double y = Frame.TOP;
        if (first) {
            page.destination(Anchors.SOURCES, 0);
            page.bookmark(0, TITLE, 0);
            boolean sealed = composition.edition().sources().stream().anyMatch(source -> source.sha256().isEmpty());
            y = Headings.chapter(page, section, TITLE,
                    "Chaque chiffre de l’atlas se recalcule à partir de ces fichiers. L’empreinte identifie le fichier lu, à "
                            + "l’octet près"
                            + (sealed ? " ; celle d’un fichier dont le secret protège des valeurs n’est pas publiée."
                                    : "."));
            drawer.begin(section);
        }
        List<Block> blocks = new ArrayList<>();
        for (Line line : lines) {
            if (line.opensGroup()) {
                blocks.add(new Block.Group(GROUP,
                        Cell.name(French.typeset(line.source().group()), "", GROUP_STYLE, null), Cell.EMPTY, ""));
            }
            blocks.add(new Block.Rows(List.of(row(line.source())), false, false, ""));
        }
        double end = drawer.draw(page, blocks, x, y);
        if (last) {
            drawer.end();
        }
        return end;
    }

    private Row row(SourceNotice source) {
        Rich label = Rich.of(French.typeset(source.label()), CELL);
        if (source.simulated()) {
            label = label.and(" —" + French.NO_BREAK + "données" + French.NO_BREAK + "simulées",
                    CELL.with(Weight.SEMIBOLD).coloured(Palette.QPV_TEXT));
        }
        String hash = source.sha256().isEmpty() ? "non publiée" : source.sha256().substring(0, FINGERPRINT);
        Row row = new Row("", LINE, List.of(Cell.of(label), Cell.of(French.typeset(source.producer()), CELL),
                Cell.of(French.typeset(source.millesime()), CELL), Cell.of(hash, HASH),
                Cell.of(French.integer(source.rowsRead()), HASH)));
        return new Row("", padding + drawer.lines(row) * LINE, row.cells());
    }

    /** A short text under the table. */
    private record Note(String title, String text) {}

    private List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        notes.add(new Note("Comment les chiffres sont faits",
                "Un taux est une somme de numérateurs divisée par une somme de dénominateurs, arrondie une seule fois, à la "
                        + "fin. Une source qui ne donne qu’un taux entre avec le poids de sa base : la valeur est alors "
                        + "marquée **e**."));
        notes.add(new Note(composition.mapped() ? "Ce que les contours disent" : "Où les territoires sont comptés",
                (composition.mapped()
                        ? "Les limites sont simplifiées à l’échelle de l’impression ; elles n’ont pas de valeur réglementaire. "
                        : "")
                        + "Une intercommunalité est rattachée au département de son siège, un quartier à celui "
                        + (composition.book().inhabitants().isEmpty() ? "d’une seule de ses communes."
                                : "où vivent la plupart de ses habitants.")));
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

    private double notesHeight() {
        List<Note> notes = notes();
        double height = 0;
        for (int i = 0; i < notes.size(); i += 2) {
            height += Math.max(noteHeight(notes.get(i)), noteHeight(notes.get(i + 1)));
        }
        return height;
    }

    private double notes(Page page, Element section, double top) {
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
        return y;
    }
}
