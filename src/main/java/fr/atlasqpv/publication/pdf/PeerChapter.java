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
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The QPV of one typology: how many of each class each département has, their quartiles, then each QPV among those of its class,
 * wherever they lie in the region. Its rows stand in the order of the book: sorted by a figure, they would tell between which others
 * a withheld one lies.
 */
final class PeerChapter {
    static final String PART = "Les quartiers de même profil";

    private static final double ROW = 4.1;
    private static final double NAME = 40;
    private static final double MOST_NAME = 52;
    private static final double CODE = 9;
    private static final double CLASS = 62;
    private static final double BETWEEN = 7;
    private static final double BEFORE_FOOT = 2;
    /** Fewer lines under what comes before are left to the next page. */
    private static final int LEAST_START = 8;
    private static final Set<Level> LEVELS = Set.of(Level.QPV, Level.REG);
    private static final Style GREY = TypeScale.DETAIL.coloured(Palette.INK_2);
    private static final Style CHIP = Style.of(Weight.SEMIBOLD, 7, Palette.INK).tracked(0.08);
    private static final List<String> QUARTILES = List.of("1ᵉʳ quartile", "Médiane", "3ᵉ quartile");

    private final Composition composition;
    private final Indicator indicator;
    private final Typology typology;
    private final Peers peers;
    private final List<Indicator> compared;
    private final AtlasColumns cells;
    private final String title;
    private final Frame frame;

    /** @param indicator the typology */
    PeerChapter(Composition composition, Indicator indicator) {
        this.composition = composition;
        this.indicator = indicator;
        this.typology = new Typology(composition, indicator);
        this.peers = new Peers(composition, indicator);
        this.compared = peers.compared();
        this.cells = new AtlasColumns(composition, AtlasColumns.TIGHT, LEVELS);
        this.title = French.typeset(composition.notice(indicator).label());
        this.frame = composition.frame(PART, title, composition.peersTab());
    }

    /** What stands under one heading: as high as it is, on a page that has room for it. */
    private record Part(double height, Drawing drawing) {
        private interface Drawing {
            void draw(Page page, Element section, double top);
        }
    }

    /** The chapter; without a page when no QPV of the region has a class. */
    Chapter plan() {
        List<PlannedPage> pages = new ArrayList<>();
        if (!peers.empty()) {
            List<Part> parts = new ArrayList<>(List.of(counts()));
            parts.addAll(quartiles());
            parts.addAll(lists(Frame.BOTTOM - end(parts)));
            flow(parts).forEach(page -> pages.add(page(page, pages.isEmpty())));
        }
        return new Chapter(BookSection.PEERS, 3, false, pages);
    }

    /** The parts of each page. */
    private List<List<Part>> flow(List<Part> parts) {
        List<List<Part>> pages = new ArrayList<>(List.of(new ArrayList<>()));
        double y = top();
        for (Part part : parts) {
            if (!pages.getLast().isEmpty() && y + part.height() > Frame.BOTTOM + 1e-6) {
                pages.add(new ArrayList<>());
                y = Frame.TOP;
            }
            pages.getLast().add(part);
            y += part.height() + BETWEEN;
        }
        return pages;
    }

    /** Where the next part may start on the last page of these. */
    private double end(List<Part> parts) {
        List<List<Part>> pages = flow(parts);
        return (pages.size() == 1 ? top() : Frame.TOP)
                + pages.getLast().stream().mapToDouble(part -> part.height() + BETWEEN).sum();
    }

    private PlannedPage page(List<Part> parts, boolean first) {
        return new PlannedPage(frame, first ? List.of(Anchors.peers(indicator)) : List.of(), (page, section) -> {
            double y = Frame.TOP;
            if (first) {
                page.destination(Anchors.peers(indicator), 0);
                page.bookmark(0, title, 0);
                Headings.chapter(page, section, title, subtitle());
                y = top();
            }
            for (Part part : parts) {
                part.drawing().draw(page, section, y);
                y += part.height() + BETWEEN;
            }
        });
    }

    private double top() {
        double subtitle = composition.type().broken(Rich.of(subtitle(), TypeScale.SUBTITLE), Frame.WIDTH).size()
                * TypeScale.BODY_LEADING;
        return Frame.TOP + TypeScale.H1_LEADING + 1 + subtitle + 3.5;
    }

    private String subtitle() {
        return French.typeset(composition.notice(indicator).definition());
    }

    private String others() {
        return French.counted(peers.others(), "quartier n’a pas de classe publiée",
                "quartiers n’ont pas de classe publiée")
                + ".";
    }

    private Part counts() {
        CountTable table = new CountTable(composition, "Nombre de quartiers de chaque classe, par département", List.of(
                Column.words(Column.Kind.SIGN, "Code", "", CODE, CODE),
                Column.words(Column.Kind.NAME, "Classe", "", CLASS, 0)),
                peers.codes()
                        .stream()
                        .map(code -> new CountTable.Kind(
                                List.of(chip(code), Cell.name(name(code), "", TypeScale.TABLE, TypeScale.DETAIL)),
                                peers.of(code)))
                        .toList());
        double others = peers.others() > 0 ? 1 + TypeScale.SOURCE_LEADING : 0;
        return new Part(Headings.UNDER_SMALL + table.height() + others, (page, section, top) -> {
            double x = Frame.left(page);
            Headings.small(page, section, "Combien, et où", x, top);
            double end = table.draw(page, section, top + Headings.UNDER_SMALL);
            if (peers.others() > 0) {
                page.paragraph(section, Rich.of(others(), TypeScale.SOURCE), x, end + 1, Frame.WIDTH,
                        TypeScale.SOURCE_LEADING);
            }
        });
    }

    private Cell chip(String code) {
        return new Cell(Rich.of(code, CHIP), null, null, "", null, Double.NaN, 0, typology.ground(code), Cell.Sign.NONE,
                null, "");
    }

    private String name(String code) {
        String meaning = typology.meaning(code);
        return meaning.isEmpty() ? code : French.typeset(meaning);
    }

    private TableSpec spec(String summary, List<Column> leading) {
        List<Column> columns = new ArrayList<>(leading);
        compared.forEach(rate -> columns.add(cells.column(rate)));
        return new TableSpec(French.typeset(title + " : ") + French.inSentence(summary), columns, AtlasColumns.TIGHT);
    }

    private TableLayout layout(TableSpec spec) {
        return TableLayout.of(composition.type(), spec.columns(), AtlasColumns.TIGHT, Frame.WIDTH);
    }

    private List<Block> quartileRows() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(region(List.of()));
        for (String code : peers.codes()) {
            if (compared.stream().allMatch(rate -> peers.quartiles(code, rate).isEmpty())) {
                continue;
            }
            blocks.add(new Block.Group(ROW, Cell.name(name(code), "", TypeScale.DETAIL_GROUP, null),
                    Cell.of(size(code), GREY), ""));
            List<Row> rows = new ArrayList<>();
            for (int quartile = 0; quartile < QUARTILES.size(); quartile++) {
                rows.add(quartileRow(code, quartile));
            }
            blocks.add(new Block.Rows(rows, false, false, ""));
        }
        return blocks.size() == 1 ? List.of() : blocks;
    }

    private Row quartileRow(String code, int quartile) {
        boolean median = quartile == 1;
        Style style = median ? Style.of(Weight.SEMIBOLD, 7, Palette.INK) : TypeScale.DETAIL;
        List<Cell> row = new ArrayList<>(List.of(Cell.name(French.typeset(QUARTILES.get(quartile)), "", style, null)));
        for (Indicator rate : compared) {
            List<Printed> quartiles = peers.quartiles(code, rate);
            if (quartiles.isEmpty()) {
                row.add(Cell.of(AtlasColumns.NONE, TypeScale.DETAIL_GREY));
            } else {
                Printed printed = quartiles.get(quartile);
                row.add(Cell.of(printed.text(), printed.number() ? style : TypeScale.DETAIL_GREY)
                        .telling(printed.meaning()).barred(printed.bar(), median ? Palette.BAR_QPV : Palette.LINE));
            }
        }
        return new Row("", ROW, row);
    }

    private String size(String code) {
        int qpv = peers.of(code).size();
        return qpv + " QPV" + composition.book().inhabitants()
                .flatMap(count -> peers.inhabitants(code)
                        .map(sum -> " · " + French.decimal(sum) + " "
                                + French.typeset(composition.notice(count).unit())))
                .orElse("");
    }

    /** @param beside what stands beside its name */
    private Block region(List<Cell> beside) {
        List<Cell> row = new ArrayList<>();
        Style style = Style.of(Weight.SEMIBOLD_ITALIC, 7, Palette.INK);
        Territory region = composition.region();
        row.add(Cell.name("Ensemble QPV de la région", "Ensemble QPV", style, null));
        row.addAll(beside);
        compared.forEach(rate -> row.add(cells.cell(region, Perimeter.QPV, rate, style)));
        return new Block.Rows(List.of(new Row(AtlasColumns.address(region, Perimeter.QPV), ROW, row)), true, false, "");
    }

    private TableFoot foot(TableLayout layout, int part, int leading, List<String> notes) {
        List<Indicator> shown = layout.parts().get(part).columns().stream().filter(i -> i >= leading)
                .map(i -> compared.get(i - leading)).toList();
        return new TableFoot(composition, shown, LEVELS, false, notes);
    }

    private List<String> note() {
        return List.of(
                "Un quartile est la valeur publiée du quartier au quart, à la moitié ou aux trois quarts du rang, parmi "
                        + "ceux de la classe dont la valeur est publiée ; « " + AtlasColumns.NONE + " » : moins de "
                        + Peers.FEWEST
                        + " valeurs publiées.");
    }

    private List<Part> quartiles() {
        List<Block> rows = compared.isEmpty() ? List.of() : quartileRows();
        TableSpec spec = spec("Quartiles de chaque classe", List.of(
                Column.words(Column.Kind.NAME, "Classe", "", NAME, MOST_NAME)));
        TableLayout layout = layout(spec);
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < layout.parts().size() && !rows.isEmpty(); part++) {
            parts.add(part("Entre quelles valeurs se tient la moitié de chaque classe", part == 0,
                    new TableDrawer(composition.type(), spec, layout, part), rows, foot(layout, part, 1, note())));
        }
        return parts;
    }

    private Part part(String heading, boolean first, TableDrawer table, List<Block> rows, TableFoot foot) {
        return new Part(around(table, foot) + table.height(rows), (page, section, top) -> {
            double x = Frame.left(page);
            if (first) {
                page.bookmark(1, heading, top);
            }
            Headings.small(page, section, heading + (first ? "" : " (suite)"), x, top);
            table.begin(section);
            double end = table.draw(page, rows, x, top + Headings.UNDER_SMALL);
            table.end();
            foot.draw(page, section, x, end + BEFORE_FOOT);
        });
    }

    private static double around(TableDrawer table, TableFoot foot) {
        return Headings.UNDER_SMALL + table.headHeight() + BEFORE_FOOT + foot.height();
    }

    /** @param left what is left of the page before, in millimetres */
    private List<Part> lists(double left) {
        TableSpec spec = spec("Les quartiers, classe par classe", List.of(
                Column.words(Column.Kind.NAME, "Quartier prioritaire", "", NAME, MOST_NAME),
                Column.words(Column.Kind.WORDS, "Intercommunalité", "", NAME, MOST_NAME)));
        TableLayout layout = layout(spec);
        List<Part> parts = new ArrayList<>();
        for (int part = 0; part < layout.parts().size(); part++) {
            TableFoot foot = foot(layout, part, 2, List.of());
            TableDrawer table = new TableDrawer(composition.type(), spec, layout, part);
            int room = (int) Math.floor((Frame.BOTTOM - Frame.TOP - around(table, foot)) / ROW);
            int start = (int) Math.floor((left - around(table, foot)) / ROW);
            for (List<Block> rows : cut(parts.isEmpty() && start >= LEAST_START ? start : room, room)) {
                parts.add(part("Les quartiers, classe par classe", parts.isEmpty(), table, rows, foot));
            }
        }
        return parts;
    }

    /** Pages of at most so many lines with that of the region; a class never ends a page with its name alone. */
    private List<List<Block>> cut(int first, int room) {
        List<List<Block>> pages = new ArrayList<>();
        List<Block> page = new ArrayList<>(List.of(region(List.of(Cell.EMPTY))));
        for (String code : peers.codes()) {
            int rank = 0;
            for (PublishedTerritory qpv : peers.of(code)) {
                if (page.size() + (rank == 0 ? 2 : 1) > (pages.isEmpty() ? first : room)) {
                    pages.add(page);
                    page = new ArrayList<>(List.of(region(List.of(Cell.EMPTY)), group(code, rank > 0)));
                } else if (rank == 0) {
                    page.add(group(code, false));
                }
                page.add(neighbourhood(qpv, rank));
                rank++;
            }
        }
        pages.add(page);
        return pages;
    }

    private Block group(String code, boolean next) {
        return new Block.Group(ROW, Cell.name(name(code) + (next ? " (suite)" : ""), "", TypeScale.DETAIL_GROUP, null),
                next ? Cell.EMPTY : Cell.of(size(code), GREY), "");
    }

    private Block neighbourhood(PublishedTerritory qpv, int rank) {
        List<Cell> row = new ArrayList<>();
        LinkTarget link = composition.toDetail(qpv.territory(), qpv.label());
        row.add(Cell.name(French.typeset(qpv.label()), French.typeset(qpv.shortLabel()), TypeScale.DETAIL, null)
                .leadingTo(link));
        row.add(epci(qpv));
        compared.forEach(rate -> row.add(cells.cell(qpv.territory(), Perimeter.QPV, rate, TypeScale.DETAIL)));
        return new Block.Rows(List.of(new Row(AtlasColumns.address(qpv.territory(), Perimeter.QPV), ROW, row)), false,
                rank % 2 == 1, "");
    }

    private Cell epci(PublishedTerritory qpv) {
        return composition.atlas().territory(new Territory(Level.EPCI, qpv.epci()))
                .map(epci -> Cell.name(French.typeset(epci.label()), French.typeset(epci.shortLabel()), GREY, null))
                .orElse(Cell.EMPTY);
    }
}
