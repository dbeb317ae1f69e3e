package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import java.util.ArrayList;
import java.util.List;

/** The region: map with key figures, facing its table and the weight of the QPV in each département. */
final class RegionChapter {
    static final String PART = "La géographie des quartiers prioritaires";

    private static final double TALL_ROW = 7.4;
    private static final double TALL_WEIGHT_ROW = 7.1;
    private static final double BEFORE_WEIGHT = 8;
    private static final double UNDER_TITLE = TypeScale.H1_LEADING + 3.5;
    private static final double UNDER_KEY_FIGURES = 2.5;
    private static final double MAP_HEIGHT = 205;

    private final Composition composition;

    RegionChapter(Composition composition) {
        this.composition = composition;
    }

    Chapter plan() {
        Frame frame = composition.frame(PART, composition.regionLabel(), composition.tab(composition.region()));
        List<PlannedPage> pages = new ArrayList<>();
        List<ChapterTable.Line> lines = departements();
        int count = lines.size() + references().size();
        double wholeRoom = Frame.BOTTOM - tableTop() - 2.6 - foot(composition.book().chapters()).height();
        WeightTable weight = new WeightTable(composition, count > 8 ? ChapterTable.LOWEST_ROW : TALL_WEIGHT_ROW);
        ChapterTable any = new ChapterTable(composition, "Département",
                "Indicateurs de chaque département, l’ensemble puis les quartiers prioritaires");
        double left = wholeRoom - (openingEnd() - Frame.TOP);
        boolean opens = !composition.mapped() && any.rowThatFits(count, left) >= ChapterTable.LOWEST_ROW;
        double start = opens ? openingEnd() : Frame.TOP;
        double room = opens ? left : wholeRoom;
        if (!opens) {
            pages.add(new PlannedPage(frame, List.of(Anchors.REGION), this::map));
        }
        double besideWeight = any.rowThatFits(count, room - BEFORE_WEIGHT - weight.height());
        boolean together = !weight.empty() && besideWeight >= ChapterTable.LOWEST_ROW;
        ChapterTable table =
                any.withRows(Math.min(TALL_ROW, together ? besideWeight : any.rowThatFits(count, room)));
        List<Block.Rows> rows = table.blocks(lines, references());
        for (int part = 0; part < table.parts(); part++) {
            int number = part;
            boolean last = part == table.parts() - 1;
            List<String> anchors = part > 0 ? List.of()
                    : opens ? List.of(Anchors.REGION, Anchors.REGION_TABLE) : List.of(Anchors.REGION_TABLE);
            pages.add(new PlannedPage(frame, anchors, (page, section) -> {
                if (opens && number == 0) {
                    opening(page, section);
                }
                double end = table(page, section, table, rows, number, number == 0 ? start : Frame.TOP);
                if (together && last) {
                    weight.draw(page, section, Frame.left(page), end + BEFORE_WEIGHT);
                }
            }));
        }
        if (!together && !weight.empty()) {
            pages.add(new PlannedPage(
                    frame, List.of(), (page, section) -> weight.draw(page, section, Frame.left(page), Frame.TOP)));
        }
        if (opens) {
            return new Chapter(BookSection.REGION, 1, false, pages);
        }
        return new Chapter(BookSection.REGION, 1, true, pages)
                .evened(() -> new QpvStrips(composition, composition.region(),
                        composition.regionLabel(), composition.atlas().territories(Level.QPV)).page(frame));
    }

    private static double tableTop() {
        return Frame.TOP + TypeScale.H2_LEADING + TypeScale.BODY_LEADING + 3.5;
    }

    private TableFoot foot(List<Indicator> indicators) {
        return new TableFoot(composition, indicators, ChapterTable.LEVELS, true,
                composition.notes(composition.atlas().region()));
    }

    private List<ChapterTable.Line> references() {
        return List.of(
                ChapterTable.Line.reference(composition.region(), composition.regionLabel()),
                ChapterTable.Line.reference(composition.reference(), composition.referenceLabel()));
    }

    /** Where the map starts, or the table when there is none and it has room there. */
    private double openingEnd() {
        return Frame.TOP + UNDER_TITLE + new KeyFigures(composition, composition.region()).height()
                + UNDER_KEY_FIGURES;
    }

    /** Title and key figures. */
    private void opening(Page page, Element section) {
        double x = Frame.left(page);
        page.destination(Anchors.REGION, 0);
        page.bookmark(0, PART, 0);
        page.bookmark(1, composition.regionLabel(), 0);
        page.heading(
                section,
                Role.H1,
                Rich.of(composition.regionLabel(), TypeScale.H1),
                x,
                Headings.h1Baseline(Frame.TOP));
        new KeyFigures(composition, composition.region()).draw(page, section, x, Frame.TOP + UNDER_TITLE);
    }

    private void map(Page page, Element section) {
        opening(page, section);
        if (!composition.mapped()) {
            return;
        }
        double x = Frame.left(page);
        double top = openingEnd();
        MapNote note = MapNote.region(composition);
        double room = Frame.BOTTOM - top - note.height() - 1.4;
        MapDrawing map = composition.maps().region(Frame.WIDTH, Math.min(MAP_HEIGHT, room));
        new MapFigure(map, x, top).draw(page, section, composition);
        note.draw(page, section, x, top + map.height() + 1.4);
    }

    private double table(Page page, Element section, ChapterTable table, List<Block.Rows> rows, int part,
            double start) {
        double x = Frame.left(page);
        if (part == 0) {
            page.destination(Anchors.REGION_TABLE, 0);
            page.bookmark(2, "Données par département", 0);
        }
        double top = Headings.title(page, section, "Données par département" + (part == 0 ? "" : " (suite)"),
                composition.units(), x, start);
        table.begin(section, part);
        double end = table.draw(page, part, rows, x, top);
        table.end(part);
        return foot(table.indicators(part)).draw(page, section, x, end + 2.6);
    }

    private List<ChapterTable.Line> departements() {
        List<ChapterTable.Line> lines = new ArrayList<>();
        for (PublishedTerritory departement : composition.departements()) {
            String name = composition.departementName(departement);
            LinkTarget link = new LinkTarget(Anchors.chapter(departement.territory()), name
                    + (composition.maps().draws(departement.territory()) ? " : carte et tableaux" : " : tableaux"));
            lines.add(new ChapterTable.Line(departement.territory(), name, "", "Ensemble QPV", link, ""));
        }
        return lines;
    }
}
