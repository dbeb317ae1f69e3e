package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.release.PublishedTerritory;
import java.util.ArrayList;
import java.util.List;

/** Part 2: each QPV on facing pages, figures on the left, typologies, collèges and programmes on the right. */
final class DetailSpreads {
    static final String PART = "Données détaillées par quartier";

    private static final double TABLE_TOP = 31.5;
    private static final double MOST_BODY = 205.5;
    private static final double LOWEST_ROW = 3.8;
    private static final double TALLEST_ROW = 4.1;
    private static final int REGION_ROWS = 2;

    private final Composition composition;
    private final DetailLeft left;
    private final DetailRight right;

    DetailSpreads(Composition composition) {
        this.composition = composition;
        this.left = new DetailLeft(composition);
        this.right = new DetailRight(composition);
    }

    Chapter plan() {
        double foot = Math.max(left.footHeight(), right.footHeight());
        double body = Math.min(MOST_BODY, Frame.BOTTOM - TABLE_TOP - DetailGrid.HEAD - foot);
        int room = (int) Math.floor(body / LOWEST_ROW) - REGION_ROWS;
        List<PlannedPage> pages = new ArrayList<>();
        List<PublishedTerritory> seen = new ArrayList<>();
        for (List<DetailCut.Line> spread : DetailCut.balanced(composition, room)) {
            List<PublishedTerritory> departements = departements(spread);
            double row = Math.clamp(body / (spread.size() + REGION_ROWS), LOWEST_ROW, TALLEST_ROW);
            Frame frame = composition.frame(PART, names(departements), composition.detailTab());
            List<PublishedTerritory> opened =
                    departements.stream().filter(departement -> !seen.contains(departement)).toList();
            boolean first = seen.isEmpty();
            seen.addAll(opened);
            pages.add(new PlannedPage(
                    frame,
                    opened.stream().map(departement -> Anchors.detail(departement.territory())).toList(),
                    (page, section) -> {
                        title(page, section, first, "indicateurs", departements);
                        opened.forEach(departement -> open(page, departement));
                        left.draw(page, section, spread, Frame.left(page), TABLE_TOP, row);
                    }));
            pages.add(new PlannedPage(frame, List.of(), (page, section) -> {
                title(page, section, false, "cadre de vie, collèges et programmes", departements);
                right.draw(page, section, spread, Frame.left(page), TABLE_TOP, row);
            }));
        }
        return new Chapter(2, true, pages);
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
