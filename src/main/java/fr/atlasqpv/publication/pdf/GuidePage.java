package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Table;
import fr.atlasqpv.territory.Territory;
import java.util.List;

/** How to read the tables, the dot plots and the detailed pages, on the region's own figures. */
final class GuidePage {
    static final String TITLE = "Lire l’atlas";

    private static final double ROW = 5.85;

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
        y = list(page, section, x, y,
                "**Première ligne** : l’ensemble des habitants du territoire.",
                "**Seconde ligne**, avec le losange : les seuls habitants de ses quartiers prioritaires.",
                "**La barre** part de zéro, sur l’échelle écrite en tête de colonne. C’est la même dans tous les tableaux de "
                        + "l’atlas : les longueurs se comparent d’une page à l’autre. Une pointe au bout de la barre dit que "
                        + "la valeur dépasse l’échelle.",
                "**Le trait pointillé** marque la valeur de la France métropolitaine, ensemble.",
                "**s**, **///** et **n.d.** tiennent lieu de chiffre, **e** accompagne une estimation : leur sens est rappelé "
                        + "sous chaque tableau et développé dans la note de traitement.");
        y = heading(page, section, "Un trait, un rond, un losange", x, y + 5);
        y = list(page, section, x, y + 1,
                "Les pages de profils comparent chaque intercommunalité à ses propres quartiers : le rond pour l’ensemble, le "
                        + "losange pour les quartiers, le trait pour l’écart.",
                "Les intercommunalités y sont rangées par nombre d’habitants en quartier prioritaire.");
        y = heading(page, section, "De la carte au quartier", x, y + 5);
        list(page, section, x, y + 1,
                "Chaque territoire s’ouvre sur une page de gauche : la carte fait face à son tableau.",
                "Dans la seconde partie, chaque quartier tient deux fois la même ligne : ses chiffres à gauche ; sa typologie, "
                        + "ses collèges et ses programmes à droite.",
                "À l’écran, un nom mène du sommaire à la carte, de la carte au tableau et du tableau au détail.");
    }

    private double heading(Page page, Element section, String text, double x, double top) {
        page.heading(section, Role.H2, Rich.of(text, TypeScale.H3.sized(13)), x,
                top + Pen.baselineIn(TypeScale.leading(17), 13));
        return top + TypeScale.leading(17);
    }

    private double table(Page page, Element section, double x, double top) {
        PairTable pairs = new PairTable(composition, "Exemple", 41, 15.5, ROW);
        Table table = pairs.begin(section, "Exemple : les huit indicateurs de la région et de la France");
        PairTable.Slice slice = new PairTable.Slice(
                List.of(PairTable.reference(composition.region(), composition.regionLabel())), true);
        return pairs.draw(page, table, slice,
                List.of(PairTable.reference(Territory.FRANCE, "France métropolitaine")), x, top);
    }

    private double list(Page page, Element section, double x, double top, String... items) {
        List<Rich> rich = java.util.Arrays.stream(items).map(item -> French.rich(item, TypeScale.BODY)).toList();
        return page.list(section, rich, TypeScale.BODY, x, top, 160, TypeScale.BODY_LEADING, 1);
    }
}
