package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tables.Cell;
import fr.atlasqpv.publication.pdf.tables.Column;
import fr.atlasqpv.publication.pdf.tables.TableDrawer;
import fr.atlasqpv.publication.pdf.tables.TableLayout;
import fr.atlasqpv.publication.pdf.tables.TableSpec;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Row;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.BookSpec;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A detailed table: one row per QPV under the line of its EPCI, the region above them all. */
final class DetailTable {
    /** Rows of the region on each page. */
    static final int REGION_ROWS = 2;

    private static final Set<Level> LEVELS = Set.of(Level.QPV, Level.REG);
    private static final double BEFORE_FOOT = 2;
    private static final double CODE = 12.6;
    private static final double LEAST_NAME = 37;
    private static final double MOST_NAME = 46;
    private static final Style GREY = TypeScale.DETAIL.coloured(Palette.INK_2);

    private final Composition composition;
    private final BookSpec.Detail detail;
    private final boolean first;
    private final AtlasColumns cells;
    private final TableSpec spec;
    private final TableLayout layout;

    /** @param first whether it is the first of its kind: the others repeat its rows */
    DetailTable(Composition composition, BookSpec.Detail detail, boolean first) {
        this.composition = composition;
        this.detail = detail;
        this.first = first;
        this.cells = new AtlasColumns(composition, AtlasColumns.TIGHT, LEVELS);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.words(Column.Kind.WORDS, "Code", "", CODE, 0));
        columns.add(Column.words(Column.Kind.NAME, "Quartier prioritaire", "", LEAST_NAME, MOST_NAME));
        detail.columns().forEach(indicator -> columns.add(cells.column(indicator)));
        this.spec = new TableSpec(French.typeset("Quartiers prioritaires, par intercommunalité : " + detail.title()),
                columns, AtlasColumns.TIGHT);
        this.layout = TableLayout.of(composition.type(), columns, AtlasColumns.TIGHT, Frame.WIDTH);
    }

    String title(int part) {
        return French.typeset(detail.title()) + (part == 0 ? "" : " (suite)");
    }

    int parts() {
        return layout.parts().size();
    }

    /** Tells whether a page opens the rows: the first one of the first table. */
    boolean opens(int part) {
        return first && part == 0;
    }

    /** Height of the heads and of the foot of the tallest part. */
    double aroundRows() {
        double tallest = 0;
        for (int part = 0; part < parts(); part++) {
            tallest = Math.max(tallest, new TableDrawer(composition.type(), spec, layout, part).headHeight()
                    + foot(part).height() + BEFORE_FOOT);
        }
        return tallest;
    }

    private TableFoot foot(int part) {
        return new TableFoot(composition, indicators(part), LEVELS, false, List.of());
    }

    private List<Indicator> indicators(int part) {
        return layout.parts().get(part).columns().stream().filter(i -> i > 1).map(i -> detail.columns().get(i - 2))
                .toList();
    }

    void draw(Page page, Element section, int part, List<DetailCut.Line> lines, double x, double top, double row) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Rows(
                List.of(region(Perimeter.ENSEMBLE, composition.regionLabel(), Weight.SEMIBOLD, row),
                        region(Perimeter.QPV, "Ensemble QPV", Weight.SEMIBOLD_ITALIC, row)),
                true, false, ""));
        for (DetailCut.Line line : lines) {
            blocks.add(switch (line) {
                case DetailCut.Line.Group group -> group(group, part, row);
                case DetailCut.Line.Neighbourhood neighbourhood -> neighbourhood(neighbourhood, part, row);
            });
        }
        TableDrawer drawer = new TableDrawer(composition.type(), spec, layout, part);
        for (int i = 0; i < lines.size() && opens(part); i++) {
            if (lines.get(i) instanceof DetailCut.Line.Group group && !group.next()) {
                page.bookmark(2, French.typeset(group.epci().label()),
                        top + drawer.headHeight() + (i + REGION_ROWS) * row);
            }
        }
        drawer.begin(section);
        double end = drawer.draw(page, blocks, x, top);
        drawer.end();
        foot(part).draw(page, section, x, end + BEFORE_FOOT);
    }

    private Row region(Perimeter perimeter, String label, Weight weight, double row) {
        Territory region = composition.region();
        Style style = Style.of(weight, 7, Palette.INK);
        return row(region, perimeter, Cell.of(region.code(), GREY), Cell.name(label, "", style, null), style, row);
    }

    private Block neighbourhood(DetailCut.Line.Neighbourhood line, int part, double row) {
        PublishedTerritory qpv = line.qpv();
        Cell code = Cell.of(qpv.territory().code(), GREY);
        return new Block.Rows(
                List.of(row(qpv.territory(), Perimeter.QPV, code,
                        name(qpv, "", "", TypeScale.DETAIL).leadingTo(opens(part) ? composition.toPortrait(qpv) : null),
                        TypeScale.DETAIL, row)),
                false, line.rank() % 2 == 1, opens(part) ? Anchors.detailRow(qpv.territory()) : "");
    }

    private static Cell name(PublishedTerritory territory, String before, String after, Style style) {
        return Cell.name(before + French.typeset(territory.label()) + after,
                before + French.typeset(territory.shortLabel()) + after, style, null);
    }

    private Row row(Territory territory, Perimeter perimeter, Cell code, Cell name, Style style, double height) {
        List<Cell> row = new ArrayList<>(List.of(code, name));
        detail.columns().forEach(indicator -> row.add(cells.cell(territory, perimeter, indicator, style)));
        return new Row(AtlasColumns.address(territory, perimeter), height, row);
    }

    private Block group(DetailCut.Line.Group group, int part, double row) {
        String before = group.departement().territory().code() + " " + French.typeset(group.departement().label())
                + " — ";
        Cell name = name(group.epci(), before, group.next() ? " (suite)" : "", TypeScale.DETAIL_GROUP);
        if (composition.hasPage(Anchors.table(group.departement().territory()))) {
            name = name.leadingTo(new LinkTarget(Anchors.row(group.epci().territory()),
                    French.typeset(group.epci().label()) + " : tableau du département"));
        }
        boolean opens = opens(part) && !group.next();
        return new Block.Group(row, name, opens(part) ? count(group.epci()) : Cell.EMPTY,
                opens ? Anchors.detailRow(group.epci().territory()) : "");
    }

    /** How many QPV an EPCI has, and their inhabitants where the edition counts them. */
    private Cell count(PublishedTerritory epci) {
        String qpv = composition.qpvOf(epci).size() + " QPV";
        return AtlasColumns.inhabitants(composition, epci.territory(), qpv + " · ", GREY, GREY)
                .orElse(Cell.of(qpv, GREY));
    }
}
