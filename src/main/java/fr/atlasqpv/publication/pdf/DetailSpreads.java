package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.release.PublishedTerritory;
import java.util.ArrayList;
import java.util.List;

/** Part 2: each QPV on facing pages, the tables of the edition one after the other, with the same rows. */
final class DetailSpreads {
    static final String PART = "Données détaillées par quartier";

    private static final double TABLE_TOP = 31.5;
    private static final double MOST_BODY = 205.5;
    private static final double LOWEST_ROW = 3.8;
    private static final double TALLEST_ROW = 4.1;

    private final Composition composition;
    private final List<DetailTable> tables = new ArrayList<>();

    DetailSpreads(Composition composition) {
        this.composition = composition;
        composition.book().detail()
                .forEach(detail -> tables.add(new DetailTable(composition, detail, tables.isEmpty())));
    }

    Chapter plan() {
        List<PlannedPage> pages = new ArrayList<>();
        double around = tables.stream().mapToDouble(DetailTable::aroundRows).max().orElse(0);
        double body = Math.min(MOST_BODY, Frame.BOTTOM - TABLE_TOP - around);
        int room = (int) Math.floor(body / LOWEST_ROW) - DetailTable.REGION_ROWS;
        List<PublishedTerritory> seen = new ArrayList<>();
        for (List<DetailCut.Line> rows : tables.isEmpty() ? List.<List<DetailCut.Line>>of()
                : DetailCut.balanced(composition, room)) {
            double row = Math.clamp(body / (rows.size() + DetailTable.REGION_ROWS), LOWEST_ROW, TALLEST_ROW);
            for (DetailTable table : tables) {
                for (int part = 0; part < table.parts(); part++) {
                    pages.add(page(table, part, rows, row, seen));
                }
            }
        }
        return new Chapter(BookSection.DETAIL, 2, pages.size() > 1, pages);
    }

    private PlannedPage page(
            DetailTable table, int part, List<DetailCut.Line> rows, double row, List<PublishedTerritory> seen) {
        List<PublishedTerritory> departements = departements(rows);
        List<PublishedTerritory> opened = !table.opens(part) ? List.of()
                : departements.stream().filter(departement -> !seen.contains(departement)).toList();
        boolean first = seen.isEmpty();
        seen.addAll(opened);
        Frame frame = composition.frame(PART, names(departements), composition.detailTab());
        List<String> anchors = new ArrayList<>(
                opened.stream().map(departement -> Anchors.detail(departement.territory())).toList());
        for (DetailCut.Line line : table.opens(part) ? rows : List.<DetailCut.Line>of()) {
            if (line instanceof DetailCut.Line.Neighbourhood neighbourhood) {
                anchors.add(Anchors.detailRow(neighbourhood.qpv().territory()));
            }
        }
        return new PlannedPage(frame, anchors, (page, section) -> {
            title(page, section, first, table.title(part), departements);
            opened.forEach(departement -> open(page, departement));
            table.draw(page, section, part, rows, Frame.left(page), TABLE_TOP, row);
        });
    }

    private void open(Page page, PublishedTerritory departement) {
        page.destination(Anchors.detail(departement.territory()), 0);
        page.bookmark(1, composition.departementName(departement), 0);
    }

    private static List<PublishedTerritory> departements(List<DetailCut.Line> spread) {
        List<PublishedTerritory> departements = new ArrayList<>();
        for (DetailCut.Line line : spread) {
            if (line instanceof DetailCut.Line.Group group && !departements.contains(group.departement())) {
                departements.add(group.departement());
            }
        }
        return departements;
    }

    private String names(List<PublishedTerritory> departements) {
        return String.join(" · ", departements.stream().map(composition::departementName).toList());
    }

    /** The chapter has one heading; each page then one of its own, the chapter's title being drawn again as a mark. */
    private void title(
            Page page, Element section, boolean first, String aside, List<PublishedTerritory> departements) {
        double x = Frame.left(page);
        double baseline = Headings.h2Baseline(Frame.TOP);
        if (first) {
            page.bookmark(0, PART, 0);
            page.heading(section, Role.H1, Rich.of(PART, TypeScale.H2), x, baseline);
        } else {
            page.artifact().text(PART, TypeScale.H2, x, baseline);
        }
        double at = x + composition.type().width(PART + " ", TypeScale.H2);
        Element heading = section.child(Role.H2);
        heading.actualText(aside + ", " + names(departements));
        page.pen(heading).text(aside, TypeScale.SUBTITLE, at, baseline);
    }
}
