package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
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
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which programmes the QPV are in: how many, how many inhabitants, and which of them combine several. */
final class ProgrammePages {
    static final String PART = "Les programmes";

    private static final String COMBINED = "Les quartiers qui en réunissent le plus";
    private static final double NAME = 74;
    private static final double ROW = 4.1;
    private static final double LIST_NAME = 46;
    private static final double BETWEEN = 7;
    private static final double NOTE_GAP = 1.5;
    private static final double BEFORE_FOOT = 2;
    /** A list of more QPV would be the detailed tables over again. */
    private static final int MOST_LISTED = 60;
    private static final Set<Level> LEVELS = Set.of(Level.QPV);
    private static final Style GREY = TypeScale.DETAIL.coloured(Palette.INK_2);

    private final Composition composition;
    private final List<Indicator> programmes;
    private final SortedMap<Integer, List<PublishedTerritory>> byNumber = new TreeMap<>(Collections.reverseOrder());

    ProgrammePages(Composition composition) {
        this.composition = composition;
        this.programmes = composition.book().programmes();
        for (PublishedTerritory qpv : composition.neighbourhoods()) {
            int number = (int) programmes.stream().filter(programme -> in(qpv, programme)).count();
            byNumber.computeIfAbsent(number, n -> new ArrayList<>()).add(qpv);
        }
    }

    /** Tells whether a QPV is known to be in a programme. */
    private boolean in(PublishedTerritory qpv, Indicator programme) {
        return composition.cell(qpv.territory(), Perimeter.QPV, programme).filter(ProgrammePages::in).isPresent();
    }

    /** Tells whether a cell of a list says that a QPV is in it, with a code or how often. */
    static boolean in(PublishedCell cell) {
        return cell.value() != null ? cell.value().signum() > 0 : cell.text() != null && !cell.text().isEmpty();
    }

    /** Tells whether nobody says of a QPV whether it is in a programme. */
    private boolean unknown(PublishedTerritory qpv) {
        return programmes.stream().map(programme -> composition.cell(qpv.territory(), Perimeter.QPV, programme))
                .anyMatch(cell -> cell.isEmpty() || cell.get().status() == CellStatus.NON_DISPONIBLE
                        || cell.get().status() == CellStatus.SECRET);
    }

    /** The chapter; without a page when the edition names no programme. */
    Chapter plan() {
        List<PlannedPage> pages = new ArrayList<>();
        if (!programmes.isEmpty() && !byNumber.isEmpty()) {
            CountTable counts = counts();
            CountTable numbers = numbers();
            Frame frame = composition.frame(PART, composition.regionLabel(), composition.programmesTab());
            List<PublishedTerritory> listed = listed();
            TableSpec spec = list();
            TableLayout layout = TableLayout.of(composition.type(), spec.columns(), AtlasColumns.TIGHT, Frame.WIDTH);
            TableDrawer table = new TableDrawer(composition.type(), spec, layout, 0);
            TableFoot foot = new TableFoot(composition, programmes, LEVELS, false, List.of());
            double y =
                    top() + 2 * Headings.UNDER_SMALL + counts.height() + numbers.height() + 2 * BETWEEN + noteHeight();
            double around = Headings.UNDER_SMALL + table.headHeight() + BEFORE_FOOT + foot.height();
            int here = Math.max(0, (int) ((Frame.BOTTOM - y - around) / ROW));
            int room = (int) ((Frame.BOTTOM - Frame.TOP - around) / ROW);
            List<List<PublishedTerritory>> parts = parts(listed, here, room);
            double start = y;
            pages.add(new PlannedPage(frame, List.of(Anchors.PROGRAMMES), (page, section) -> {
                first(page, section, counts, numbers);
                if (!parts.getFirst().isEmpty()) {
                    list(page, section, table, foot, parts.getFirst(), start);
                }
            }));
            parts.stream().skip(1).forEach(part -> pages.add(new PlannedPage(frame, List.of(),
                    (page, section) -> list(page, section, table, foot, part, Frame.TOP))));
        }
        return new Chapter(BookSection.PROGRAMMES, 7, false, pages);
    }

    private static List<List<PublishedTerritory>> parts(List<PublishedTerritory> listed, int first, int room) {
        List<List<PublishedTerritory>> parts = new ArrayList<>();
        int from = Math.min(first, listed.size());
        parts.add(listed.subList(0, from));
        while (from < listed.size()) {
            int to = Math.min(listed.size(), from + room);
            parts.add(listed.subList(from, to));
            from = to;
        }
        return parts;
    }

    private double top() {
        return Frame.TOP + TypeScale.H1_LEADING + 1 + TypeScale.BODY_LEADING + 3.5;
    }

    private void first(Page page, Element section, CountTable counts, CountTable numbers) {
        page.destination(Anchors.PROGRAMMES, 0);
        page.bookmark(0, PART, 0);
        Headings.chapter(page, section, PART, composition.regionLabel());
        double y = top();
        heading(page, section, "Combien de quartiers chacun concerne", y);
        y = counts.draw(page, section, y + Headings.UNDER_SMALL) + BETWEEN;
        heading(page, section, "Combien chaque quartier en réunit", y);
        double end = numbers.draw(page, section, y + Headings.UNDER_SMALL);
        note().ifPresent(note -> page.paragraph(section, Rich.of(note, TypeScale.SOURCE), Frame.left(page),
                end + NOTE_GAP, Frame.WIDTH, TypeScale.SOURCE_LEADING));
    }

    private Optional<String> note() {
        long unknown = composition.neighbourhoods().stream().filter(this::unknown).count();
        return unknown == 0 ? Optional.empty()
                : Optional.of(French.typeset("De " + French.counted(unknown, "quartier", "quartiers")
                        + ", on ne sait pas tous les programmes : ceux que l’on sait sont comptés."));
    }

    private double noteHeight() {
        return note().isEmpty() ? 0 : NOTE_GAP + TypeScale.SOURCE_LEADING;
    }

    private static void heading(Page page, Element section, String text, double top) {
        page.bookmark(1, text, top);
        Headings.small(page, section, text, Frame.left(page), top);
    }

    private CountTable counts() {
        List<CountTable.Kind> kinds = new ArrayList<>();
        for (Indicator programme : programmes) {
            kinds.add(new CountTable.Kind(List.of(name(French.typeset(composition.notice(programme).label()))),
                    composition.neighbourhoods().stream().filter(qpv -> in(qpv, programme)).toList()));
        }
        return new CountTable(composition, "Nombre de quartiers de chaque programme, par département",
                List.of(Column.words(Column.Kind.NAME, "Programme", "", NAME, 0)), kinds);
    }

    private CountTable numbers() {
        List<CountTable.Kind> kinds = new ArrayList<>();
        byNumber.forEach((number, qpv) -> kinds.add(new CountTable.Kind(
                List.of(name(number == 0 ? "Aucun programme" : French.counted(number, "programme", "programmes"))),
                qpv)));
        return new CountTable(composition, "Nombre de quartiers par nombre de programmes, par département",
                List.of(Column.words(Column.Kind.NAME, "Programmes du quartier", "", NAME, 0)), kinds);
    }

    private static Cell name(String text) {
        return Cell.name(text, "", TypeScale.TABLE, TypeScale.DETAIL);
    }

    /** QPV with the most programmes, two at least: all of a number, or none of it. */
    private List<PublishedTerritory> listed() {
        List<PublishedTerritory> listed = new ArrayList<>();
        byNumber.forEach((number, qpv) -> {
            if (number > 1 && listed.size() + qpv.size() <= MOST_LISTED) {
                listed.addAll(qpv);
            }
        });
        return composition.neighbourhoods().stream().filter(listed::contains).toList();
    }

    private TableSpec list() {
        AtlasColumns cells = new AtlasColumns(composition, AtlasColumns.TIGHT, LEVELS);
        List<Column> columns = new ArrayList<>(List.of(
                Column.words(Column.Kind.NAME, "Quartier prioritaire", "", LIST_NAME, LIST_NAME),
                Column.words(Column.Kind.WORDS, "Communes", "", LIST_NAME, LIST_NAME)));
        programmes.forEach(programme -> columns.add(cells.column(programme)));
        return new TableSpec(COMBINED, columns, AtlasColumns.TIGHT);
    }

    private void list(Page page, Element section, TableDrawer table, TableFoot foot, List<PublishedTerritory> qpv,
            double top) {
        AtlasColumns cells = new AtlasColumns(composition, AtlasColumns.TIGHT, LEVELS);
        heading(page, section, COMBINED + (top == Frame.TOP ? " (suite)" : ""), top);
        List<Block> rows = new ArrayList<>();
        for (PublishedTerritory one : qpv) {
            List<Cell> row = new ArrayList<>(List.of(
                    Cell.name(French.typeset(one.label()), French.typeset(one.shortLabel()), TypeScale.DETAIL, null)
                            .leadingTo(composition.toDetail(one.territory(), one.label())),
                    Cell.name(French.typeset(one.communes()), "", GREY, null)));
            programmes.forEach(programme -> row.add(
                    cells.cell(one.territory(), Perimeter.QPV, programme, TypeScale.DETAIL)));
            rows.add(new Block.Rows(
                    List.of(new Row(AtlasColumns.address(one.territory(), Perimeter.QPV), ROW, row)), false,
                    rows.size() % 2 == 1, ""));
        }
        table.begin(section);
        double end = table.draw(page, rows, Frame.left(page), top + Headings.UNDER_SMALL);
        table.end();
        foot.draw(page, section, Frame.left(page), end + BEFORE_FOOT);
    }
}
