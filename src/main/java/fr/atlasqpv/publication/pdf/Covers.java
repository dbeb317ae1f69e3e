package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.territory.Level;
import java.util.List;
import java.util.Optional;

/** The front and the back of the book. */
final class Covers {
    private static final double LEFT = 20;
    private static final double WIDTH = 175;
    private static final double SILHOUETTE_WIDTH = 150;
    private static final double SILHOUETTE_HEIGHT = 180;
    private static final double SILHOUETTE_TOP = 83;
    private static final double LOCATOR_RIGHT = 190;
    private static final double LOCATOR_BOTTOM = Page.HEIGHT - 17;
    private static final double LOCATOR_HEIGHT = 26;
    private static final double LOCATOR_GAP = 6;
    private static final double VEIL = 0.2;
    private static final Style SERIES = Style.of(Weight.SEMIBOLD, 11, Palette.COVER_TEXT).tracked(0.55);
    private static final Style TITLE = Style.of(Weight.BOLD, 36, Palette.WHITE);
    private static final Style SUBTITLE = Style.of(Weight.REGULAR, 12.5, Palette.COVER_TEXT);
    private static final Style REGION = Style.of(Weight.BOLD, 30, Palette.WHITE);
    private static final Style EDITION = Style.of(Weight.REGULAR, 12, Palette.COVER_TEXT);
    private static final Style WARNING = Style.of(Weight.SEMIBOLD, 10, Palette.COVER_WARNING).tracked(0.2);

    private final Composition composition;
    private MapDrawing silhouette;

    Covers(Composition composition) {
        this.composition = composition;
    }

    Chapter front() {
        return new Chapter(BookSection.COVER, 0, false, List.of(new PlannedPage(Frame.NONE, List.of(), this::front)));
    }

    Chapter back() {
        return new Chapter(BookSection.BACK_COVER, 0, true,
                List.of(new PlannedPage(Frame.NONE, List.of(), this::back)));
    }

    private void front(Page page, Element section) {
        EditionNotice edition = composition.edition();
        page.artifact().rectangle(-3, -3, Page.WIDTH + 6, Page.HEIGHT + 6, Palette.TEAL);
        page.bookmark(0, "Couverture", 0);
        page.pen(section.child(Role.P)).text(French.capitals(edition.series()), SERIES, LEFT, 27.2);
        double leading = TypeScale.leading(39);
        List<TextLine> title = composition.type().broken(Rich.of(French.typeset(edition.title()), TITLE), WIDTH);
        double y = page.pen(section.child(Role.H1)).lines(title, LEFT, 33.5, leading) + 4.2;
        y = page.paragraph(section, Rich.of(French.typeset(edition.subtitle()), SUBTITLE), LEFT, y, 118,
                TypeScale.leading(16.3));
        Optional<MapDrawing> locator = composition.maps().locator(LOCATOR_HEIGHT);
        double right = locator.map(map -> LOCATOR_RIGHT - map.width() - LOCATOR_GAP).orElse(LOCATOR_RIGHT);
        List<TextLine> region = composition.type().broken(Rich.of(composition.regionLabel(), REGION),
                Math.min(150, right - LEFT));
        double regionLeading = TypeScale.leading(34);
        double regionTop = Page.HEIGHT - 26 - region.size() * regionLeading;
        double top = Math.max(SILHOUETTE_TOP, y + 3);
        if (composition.mapped()) {
            double bottom = locator.isPresent() ? Math.min(regionTop, LOCATOR_BOTTOM - LOCATOR_HEIGHT) : regionTop;
            silhouette = composition.maps().cover(SILHOUETTE_WIDTH, Math.min(SILHOUETTE_HEIGHT, bottom - 1 - top));
            new MapFigure(silhouette, 44, top).draw(page, section, composition);
        }
        if (locator.isPresent()) {
            new MapFigure(locator.get(), LOCATOR_RIGHT - locator.get().width(), LOCATOR_BOTTOM - LOCATOR_HEIGHT)
                    .draw(page, section, composition);
        }
        page.pen(section.child(Role.P)).lines(region, LEFT, regionTop, regionLeading);
        page.pen(section.child(Role.P))
                .text("Édition " + edition.year() + " · " + French.typeset(edition.date()), EDITION, LEFT,
                        Page.HEIGHT - 18.7);
        if (edition.simulated()) {
            stamp(page, section, right);
        }
    }

    private void stamp(Page page, Element section, double right) {
        String text = "Données simulées";
        double width = composition.type().width(text, WARNING) + 6;
        Box box = new Box(right - width, Page.HEIGHT - 23.5, width, 6.4);
        page.artifact().roundRectangle(box, 0.01, null, Palette.COVER_WARNING, 0.3);
        page.pen(section.child(Role.P)).text(text, WARNING, box.centreX(), box.y() + 4.35, Anchor.MIDDLE);
    }

    private void back(Page page, Element section) {
        EditionNotice edition = composition.edition();
        page.artifact().rectangle(-3, -3, Page.WIDTH + 6, Page.HEIGHT + 6, Palette.TEAL);
        if (composition.mapped()) {
            veiledMap(page);
        }
        Style title = Style.of(Weight.BOLD, 19, Palette.WHITE);
        List<TextLine> lines = composition.type().broken(Rich.of(French.typeset(edition.title()), title), 125);
        double y = page.pen(section.child(Role.H1)).lines(lines, LEFT, 29, TypeScale.leading(24)) + 5.5;
        Style body = Style.of(Weight.REGULAR, 11, Palette.COVER_TEXT);
        for (String paragraph : Texts.paragraphs(about(edition))) {
            y = page.paragraph(section, French.rich(paragraph, body), LEFT, y, 125, TypeScale.leading(17)) + 3;
        }
        counts(page, section, edition);
    }

    private static String about(EditionNotice edition) {
        return edition.text("about").isBlank()
                ? "Un livre par région, calculé d’une seule traite, avec la source et le millésime de chaque chiffre."
                : edition.text("about");
    }

    private void counts(Page page, Element section, EditionNotice edition) {
        double y = Page.HEIGHT - 37.5;
        page.pen(section.child(Role.P)).text(
                composition.regionLabel() + " · Édition " + edition.year(), Style.of(Weight.BOLD, 10, Palette.WHITE),
                LEFT, y);
        Style small = Style.of(Weight.REGULAR, 10, Palette.COVER_TEXT);
        int qpv = composition.atlas().territories(Level.QPV).size();
        int epci = composition.atlas().territories(Level.EPCI).size();
        int departements = composition.departements().size();
        page.pen(section.child(Role.P)).text(
                French.counted(qpv, "quartier prioritaire", "quartiers prioritaires") + " · "
                        + French.counted(epci, "intercommunalité", "intercommunalités")
                        + (composition.oneDepartement() ? ""
                                : " · " + French.counted(departements, "département", "départements")),
                small, LEFT, y + 5);
        page.pen(section.child(Role.P))
                .text("Aussi disponible en classeur et en fichier de données", small, LEFT, y + 10);
        if (edition.simulated()) {
            page.pen(section.child(Role.P)).text("Données simulées", WARNING, LEFT, y + 17);
        }
    }

    /** The silhouette of the cover again, as a ground. */
    private void veiledMap(Page page) {
        Pen pen = page.artifact();
        pen.clipped(new Box(0, 0, Page.WIDTH, Page.HEIGHT), () -> new MapFigure(silhouette, 82, 104).draw(pen));
        pen.veil(new Box(0, 0, Page.WIDTH, Page.HEIGHT), Palette.TEAL, 1 - VEIL);
    }
}
