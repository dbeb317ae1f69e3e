package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.release.BookSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How to read the tables, the dot plots and the detailed pages, on the region's own figures. */
final class GuidePage {
    static final String TITLE = "Lire l’atlas";

    private final Composition composition;

    GuidePage(Composition composition) {
        this.composition = composition;
    }

    PlannedPage page() {
        Frame frame = composition.frame(TITLE, composition.regionLabel(), null);
        return new PlannedPage(frame, List.of(Anchors.GUIDE), this::draw);
    }

    private void draw(Page page, Element section) {
        double x = Frame.left(page);
        page.destination(Anchors.GUIDE, 0);
        page.bookmark(0, TITLE, 0);
        double y = Headings.chapter(page, section, TITLE, "Les mêmes signes, les mêmes échelles, du début à la fin.");
        y = heading(page, section, "Un tableau se lit par paires de lignes", x, y + 1);
        y = table(page, section, x, y + 1.5) + 3.5;
        List<String> signs = new ArrayList<>(List.of(
                "**Première ligne** : l’ensemble des habitants du territoire.",
                "**Seconde ligne**, avec le losange : les seuls habitants de ses quartiers prioritaires."));
        if (!composition.drawn(composition.book().chapters()).isEmpty()) {
            signs.add(
                    "**La barre** part de zéro, sur l’échelle écrite en tête de colonne. C’est la même dans tous les tableaux de "
                            + "l’atlas : les longueurs se comparent d’une page à l’autre. Une pointe au bout de la barre dit que "
                            + "la valeur dépasse l’échelle. Le trait pointillé marque la valeur "
                            + composition.edition().frame().reference().of() + ".");
        }
        if (!composition.statuses().isEmpty()) {
            signs.add(composition.statuses().stream().map(status -> "**" + status.sign() + "** " + status.brief())
                    .collect(Collectors.joining(" ; "))
                    + " : le sens de ces signes est développé dans la note de traitement.");
        }
        y = list(page, section, x, y, signs);
        if (!composition.drawn(composition.book().profiles()).isEmpty()) {
            y = heading(page, section, "Un trait, un rond, un losange", x, y + 5);
            y = list(page, section, x, y + 1, List.of(
                    "Les pages de profils comparent chaque intercommunalité à ses propres quartiers : le rond pour "
                            + "l’ensemble, le losange pour les quartiers, le trait pour l’écart.",
                    "Les intercommunalités y sont rangées de la plus haute à la plus basse valeur de leurs quartiers pour le "
                            + "premier indicateur."));
        }
        y = heading(page, section, composition.mapped() ? "De la carte au quartier" : "Du tableau au quartier", x,
                y + 5);
        list(page, section, x, y + 1, ways());
    }

    private List<String> ways() {
        boolean mapped = composition.mapped();
        List<String> ways = new ArrayList<>();
        if (mapped) {
            ways.add("Chaque territoire s’ouvre sur une page de gauche : la carte fait face à son tableau.");
        }
        List<BookSpec.Detail> detail = composition.book().detail();
        if (!detail.isEmpty()) {
            ways.add("Dans la seconde partie, chaque quartier tient une ligne par tableau, à la même place dans tous : "
                    + detail.stream().map(BookSpec.Detail::title).collect(Collectors.joining(" ; ")) + ".");
        }
        ways.add("À l’écran, un nom mène du sommaire " + (mapped ? "à la carte, de la carte au tableau" : "au tableau")
                + (detail.isEmpty() ? "." : " et du tableau au détail."));
        return ways;
    }

    private double heading(Page page, Element section, String text, double x, double top) {
        page.heading(section, Role.H2, Rich.of(text, TypeScale.H3.sized(13)), x,
                top + Pen.baselineIn(TypeScale.leading(17), 13));
        return top + TypeScale.leading(17);
    }

    private double table(Page page, Element section, double x, double top) {
        ChapterTable table =
                new ChapterTable(composition, "Exemple", "Exemple : les indicateurs de la région et de la France");
        table.begin(section, 0);
        double end = table.draw(page, 0, table.blocks(
                List.of(ChapterTable.Line.reference(composition.region(), composition.regionLabel())),
                List.of(ChapterTable.Line.reference(composition.reference(), composition.referenceLabel()))), x, top);
        table.end(0);
        return end;
    }

    private double list(Page page, Element section, double x, double top, List<String> items) {
        List<Rich> rich = items.stream().map(item -> French.rich(item, TypeScale.BODY)).toList();
        return page.list(section, rich, TypeScale.BODY, x, top, 160, TypeScale.BODY_LEADING, 1);
    }
}
