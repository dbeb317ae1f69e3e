package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import java.util.List;

/** The abbreviations of the book in full words, in two columns: readers of maps are not all of the trade. */
final class Abbreviations {
    static final String TITLE = "Sigles";

    private static final double HEAD = TypeScale.H2_LEADING + 2;
    private static final double COLUMN = 84;
    private static final double STEP = 93;
    private static final double SIGN = 17;
    private static final double GAP = 1.3;
    private static final double LEADING = TypeScale.leading(11.5);
    private static final Style NAME = Style.of(Weight.SEMIBOLD, 8.5, Palette.TEAL);
    private static final Style MEANING = Style.of(Weight.REGULAR, 8.5, Palette.INK);

    private static final List<Entry> ENTRIES = List.of(
            new Entry("ANCT", "Agence nationale de la cohésion des territoires"),
            new Entry("ANRU", "Agence nationale pour la rénovation urbaine"),
            new Entry("CA, CC, CU", "communauté d’agglomération, communauté de communes, communauté urbaine"),
            new Entry("Depp",
                    "direction de l’évaluation, de la prospective et de la performance, au ministère chargé de "
                            + "l’éducation"),
            new Entry("DGEFP", "délégation générale à l’emploi et à la formation professionnelle"),
            new Entry("DGFiP", "direction générale des finances publiques"),
            new Entry("EPCI", "établissement public de coopération intercommunale à fiscalité propre ; l’atlas dit "
                    + "« intercommunalité »"),
            new Entry("Filosofi", "fichier localisé social et fiscal"),
            new Entry("HLM", "habitation à loyer modéré"),
            new Entry("IGN", "Institut national de l’information géographique et forestière"),
            new Entry("Insee", "Institut national de la statistique et des études économiques"),
            new Entry("NPNRU", "nouveau programme national de renouvellement urbain"),
            new Entry("ONPV", "Observatoire national de la politique de la ville"),
            new Entry("QIN, QIR", "quartier d’intérêt national, quartier d’intérêt régional du NPNRU"),
            new Entry("QPV", "quartier prioritaire de la politique de la ville"),
            new Entry("QRR", "quartier de reconquête républicaine"),
            new Entry("REP, REP+", "réseau d’éducation prioritaire, réseau d’éducation prioritaire renforcé"),
            new Entry("RP", "recensement de la population"),
            new Entry("RPLS", "répertoire des logements locatifs des bailleurs sociaux"),
            new Entry("SDES", "service des données et études statistiques, au ministère chargé du logement"),
            new Entry("ZFU", "zone franche urbaine – territoire entrepreneurs"));

    private final Composition composition;

    /** An abbreviation and what it stands for. */
    private record Entry(String name, String meaning) {}

    Abbreviations(Composition composition) {
        this.composition = composition;
    }

    private List<TextLine> lines(Entry entry) {
        return composition.type().broken(Rich.of(French.typeset(entry.meaning()), MEANING), COLUMN - SIGN);
    }

    private double height(Entry entry) {
        return lines(entry).size() * LEADING + GAP;
    }

    /** How many entries the first column holds, so that both are about as tall. */
    private int firstColumn() {
        double half = ENTRIES.stream().mapToDouble(this::height).sum() / 2;
        double y = 0;
        int count = 0;
        while (y < half) {
            y += height(ENTRIES.get(count++));
        }
        return count;
    }

    double height() {
        return HEAD + ENTRIES.subList(0, firstColumn()).stream().mapToDouble(this::height).sum();
    }

    void draw(Page page, Element section, double top) {
        double x = Frame.left(page);
        page.destination(Anchors.ABBREVIATIONS, top);
        page.bookmark(1, TITLE, top);
        page.heading(section, Role.H2, Rich.of(TITLE, TypeScale.H2), x, Headings.h2Baseline(top));
        Element list = section.child(Role.L);
        column(page, list, ENTRIES.subList(0, firstColumn()), x, top + HEAD);
        column(page, list, ENTRIES.subList(firstColumn(), ENTRIES.size()), x + STEP, top + HEAD);
    }

    private void column(Page page, Element list, List<Entry> entries, double x, double top) {
        double y = top;
        for (Entry entry : entries) {
            Element item = list.child(Role.LI);
            page.pen(item.child(Role.LBL)).text(entry.name() + " ", NAME, x, y + Pen.baselineIn(LEADING, NAME.size()));
            y = page.pen(item.child(Role.LBODY)).lines(lines(entry), x + SIGN, y, LEADING) + GAP;
        }
    }
}
