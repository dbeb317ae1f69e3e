package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ZoomMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A département: map with key figures facing its table by EPCI, then zooms, then dot plots. That of a region of one département
 * is the chapter of the region too.
 */
final class DepartementChapter {
    private static final double UNDER_TITLE = TypeScale.H1_LEADING + 4;
    private static final double UNDER_LIST = 8;
    private static final double UNDER_KEY_FIGURES = 2.8;
    private static final double TALLEST_MAP = 190;
    private static final double NOTE_GAP = 1.4;
    private static final double LIST_GAP = 1.6;
    private static final double FOOT_GAP = 2.6;

    private final Composition composition;
    private final PublishedTerritory departement;
    private final List<PublishedTerritory> epci;
    private final Frame frame;

    DepartementChapter(Composition composition, PublishedTerritory departement) {
        this.composition = composition;
        this.departement = departement;
        this.epci = composition.epciOf(departement);
        this.frame = composition.frame(
                RegionChapter.PART, composition.departementName(departement),
                composition.tab(departement.territory()));
    }

    Chapter plan() {
        List<PlannedPage> pages = new ArrayList<>();
        if (epci.isEmpty()) {
            // No QPV: the references alone face the map, which would otherwise face a blank page
            tables(pages, new DotPlots(composition, departement));
        } else {
            DotPlots profiles = new DotPlots(composition, departement);
            boolean together = tables(pages, profiles);
            pages.addAll(ZoomPage.pages(composition, composition.zooms().stream().filter(this::here).toList(), frame));
            if (!together && !profiles.empty()) {
                pages.addAll(profiles.pages(frame));
            }
        }
        if (pages.getFirst().anchors().size() > 1) {
            return new Chapter(BookSection.DEPARTEMENT, 1, false, pages);
        }
        return new Chapter(BookSection.DEPARTEMENT, 1, true, pages)
                .evened(() -> new QpvStrips(composition, departement.territory(),
                        composition.departementName(departement), qpv()).page(frame));
    }

    private List<PublishedTerritory> qpv() {
        return epci.stream().flatMap(row -> composition.qpvOf(row).stream()).toList();
    }

    /** Plans the opening and the table; a short table leaves room for the dot plots, and says so. */
    private boolean tables(List<PlannedPage> pages, DotPlots profiles) {
        TableFoot last = foot(composition.book().chapters(), notes());
        double under = Headings.titleHeight(composition, title(false)) + FOOT_GAP + last.height();
        int count = epci.size() + references().size();
        boolean opens = !mapped() && table(0).withRows(ChapterTable.LOWEST_ROW)
                .height(count) <= Frame.BOTTOM - openingEnd() - under;
        double start = opens ? openingEnd() : Frame.TOP;
        if (!opens) {
            pages.add(new PlannedPage(frame, List.of(Anchors.chapter(departement.territory())), this::map));
        }
        double top = start + Headings.titleHeight(composition, title(false));
        double room = Frame.BOTTOM - start - under;
        ChapterTable table = table(room);
        List<List<Block.Rows>> slices = table.cut(lines(), references(), room);
        double end = top + table.height(count) + FOOT_GAP + last.height();
        boolean together = slices.size() == 1 && table.parts() == 1 && !profiles.empty()
                && end + profiles.heightBelow() <= Frame.BOTTOM
                && composition.zooms().stream().noneMatch(this::here);
        for (int part = 0; part < table.parts(); part++) {
            for (int i = 0; i < slices.size(); i++) {
                List<String> anchors = new ArrayList<>();
                if (opens && pages.isEmpty()) {
                    anchors.add(Anchors.chapter(departement.territory()));
                }
                if (part == 0 && i == 0) {
                    anchors.add(Anchors.table(departement.territory()));
                }
                if (together) {
                    anchors.add(Anchors.profiles(departement.territory()));
                }
                int columns = part;
                int rows = i;
                pages.add(new PlannedPage(frame, anchors, (page, section) -> {
                    boolean first = opens && columns == 0 && rows == 0;
                    if (first) {
                        opening(page, section);
                    }
                    double y = table(page, section, table, slices, columns, rows, first ? start : Frame.TOP);
                    if (together) {
                        profiles.drawBelow(page, section, y);
                    }
                }));
            }
        }
        return together;
    }

    /** Rows a little lower when that saves a page. */
    private ChapterTable table(double room) {
        ChapterTable table = new ChapterTable(composition, epci.isEmpty() ? "Territoire" : "Intercommunalité",
                epci.isEmpty()
                        ? "Indicateurs du département, de la région et de la France"
                        : "Indicateurs de chaque intercommunalité concernée, l’ensemble puis ses quartiers prioritaires");
        double fitting = table.rowThatFits(epci.size() + references().size(), room);
        return fitting >= ChapterTable.LOWEST_ROW ? table.withRows(Math.min(ChapterTable.ROW, fitting)) : table;
    }

    private String title(boolean next) {
        return French.typeset(departement.label()) + " — " + French.inSentence(subject()) + (next ? " (suite)" : "");
    }

    private String subject() {
        return epci.isEmpty() ? "Données du département" : "Données par intercommunalité";
    }

    private double table(
            Page page, Element section, ChapterTable table, List<List<Block.Rows>> slices, int part, int slice,
            double start) {
        double x = Frame.left(page);
        boolean last = slice == slices.size() - 1;
        double top;
        if (part == 0 && slice == 0) {
            page.destination(Anchors.table(departement.territory()), 0);
            page.bookmark(2, subject(), 0);
        }
        if (slice == 0) {
            top = Headings.title(page, section, title(part > 0), composition.units(), x, start);
            table.begin(section, part);
        } else {
            top = Headings.repeatedTableTitle(page, title(true), composition.units(), x);
        }
        double end = table.draw(page, part, slices.get(slice), x, top);
        if (last) {
            table.end(part);
            return foot(table.indicators(part), notes()).draw(page, section, x, end + FOOT_GAP);
        }
        foot(table.indicators(part), List.of()).draw(page, null, x, end + FOOT_GAP);
        return end;
    }

    private TableFoot foot(List<Indicator> indicators, List<String> notes) {
        return new TableFoot(composition, indicators, ChapterTable.LEVELS, true, notes);
    }

    private List<String> notes() {
        Stream<String> own = composition.notes(departement.territory().code()).stream();
        return composition.oneDepartement()
                ? Stream.concat(composition.notes(composition.atlas().region()).stream(), own).distinct().toList()
                : own.toList();
    }

    private List<ChapterTable.Line> lines() {
        return epci.stream()
                .map(row -> new ChapterTable.Line(
                        row.territory(), French.typeset(row.label()), French.typeset(row.shortLabel()), "dans les QPV",
                        composition.toDetail(row.territory(), row.label()), Anchors.row(row.territory())))
                .toList();
    }

    private List<ChapterTable.Line> references() {
        return composition.references(departement).stream().map(ChapterTable.Line::reference).toList();
    }

    private boolean mapped() {
        return composition.maps().draws(departement.territory());
    }

    private double underKeyFigures() {
        return Frame.TOP + UNDER_TITLE + keyFigures().height()
                + UNDER_KEY_FIGURES;
    }

    /** Where the table starts when there is no map and it has room under the list. */
    private double openingEnd() {
        return underKeyFigures() + new EpciList(composition, departement).height() + UNDER_LIST;
    }

    /** All that stands on the page of the map without it. */
    private void opening(Page page, Element section) {
        title(page, section);
        new EpciList(composition, departement).draw(page, section, Frame.left(page), underKeyFigures());
    }

    private void title(Page page, Element section) {
        double x = Frame.left(page);
        page.destination(Anchors.chapter(departement.territory()), 0);
        if (composition.oneDepartement()) {
            page.bookmark(0, RegionChapter.PART, 0);
        }
        page.bookmark(1, composition.departementName(departement), 0);
        Rich title = Rich.of(French.typeset(departement.label()) + " ", TypeScale.H1)
                .and(departement.territory().code(), TypeScale.H1_ASIDE);
        page.heading(section, Role.H1, title, x, Headings.h1Baseline(Frame.TOP));
        keyFigures().draw(page, section, x, Frame.TOP + UNDER_TITLE);
    }

    private KeyFigures keyFigures() {
        return new KeyFigures(composition,
                composition.oneDepartement() ? composition.region() : departement.territory());
    }

    private void map(Page page, Element section) {
        if (!mapped()) {
            opening(page, section);
            return;
        }
        title(page, section);
        double x = Frame.left(page);
        double top = underKeyFigures();
        EpciList list = new EpciList(composition, departement);
        MapNote note = MapNote.departement(composition, departement);
        double under = NOTE_GAP + note.height() + LIST_GAP + list.height();
        double height = Math.min(TALLEST_MAP, Frame.BOTTOM - top - under);
        MapDrawing map = composition.maps().departement(departement.territory().code(), Frame.WIDTH, height);
        new MapFigure(map, x, top).draw(page, section, composition);
        double y = note.under(map).draw(page, section, x, top + map.height() + NOTE_GAP);
        list.draw(page, section, x, y + LIST_GAP);
    }

    private boolean here(ZoomMap zoom) {
        return zoom.departement().equals(departement.territory().code());
    }
}
