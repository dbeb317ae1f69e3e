package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Table;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.TableNote;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.List;

/** The region: map with key figures, facing its table and the weight of the QPV in each département. */
final class RegionChapter {
    static final String PART = "La géographie des quartiers prioritaires";

    private static final double LABEL = 36;
    private static final double POPULATION = 19;
    private static final double TALL_ROW = 7.4;
    private static final double LOWEST_ROW = 5.3;
    private static final double TALL_WEIGHT_ROW = 7.1;
    private static final double BEFORE_WEIGHT = 8;
    private static final double MAP_TOP = 58.5;
    private static final double MAP_HEIGHT = 205;

    private final Composition composition;

    RegionChapter(Composition composition) {
        this.composition = composition;
    }

    Chapter plan() {
        Frame frame = composition.frame(PART, composition.regionLabel(), composition.tab(composition.region()));
        List<PlannedPage> pages = new ArrayList<>();
        pages.add(new PlannedPage(frame, List.of(Anchors.REGION), this::map));
        int pairs = composition.departements().size() + references().size();
        double room = Frame.BOTTOM - tableTop() - 2.6 - foot().height(Frame.WIDTH);
        WeightTable tall = new WeightTable(composition, pairs > 8 ? LOWEST_ROW : TALL_WEIGHT_ROW);
        double besideWeight = PairTable.rowThatFits(pairs - 2, 2, room - BEFORE_WEIGHT - tall.height());
        boolean together = besideWeight >= LOWEST_ROW;
        double row = together
                ? Math.min(TALL_ROW, besideWeight)
                : Math.min(TALL_ROW, PairTable.rowThatFits(pairs - 2, 2, room));
        WeightTable weight = together ? tall : new WeightTable(composition, TALL_WEIGHT_ROW);
        pages.add(new PlannedPage(
                frame,
                List.of(Anchors.REGION_TABLE),
                (page, section) -> {
                    double end = table(page, section, row);
                    if (together) {
                        weight.draw(page, section, Frame.left(page), end + BEFORE_WEIGHT);
                    }
                }));
        if (!together) {
            pages.add(new PlannedPage(
                    frame, List.of(), (page, section) -> weight.draw(page, section, Frame.left(page), Frame.TOP)));
        }
        return new Chapter(1, true, pages).evened(() -> new QpvStrips(composition, composition.region(),
                composition.regionLabel(), composition.atlas().territories(Level.QPV)).page(frame));
    }

    private static double tableTop() {
        return Frame.TOP + TypeScale.H2_LEADING + TypeScale.BODY_LEADING + 3.5;
    }

    private PairTable table(double row) {
        return new PairTable(composition, "Département", LABEL, POPULATION, row);
    }

    private TableFoot foot() {
        return new TableFoot(composition, true, PairTable.INDICATORS, notes());
    }

    private List<String> notes() {
        return composition.atlas().notes().stream()
                .filter(note -> note.departement().equals(composition.atlas().region()))
                .map(TableNote::text)
                .toList();
    }

    private List<PairTable.Pair> references() {
        return List.of(
                PairTable.reference(composition.region(), composition.regionLabel()),
                PairTable.reference(Territory.FRANCE, "France métropolitaine"));
    }

    private void map(Page page, Element section) {
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
        new KeyFigures(composition, composition.region(), "de la population régionale")
                .draw(page, section, x, Frame.TOP + TypeScale.H1_LEADING + 3.5);
        MapDrawing map = composition.maps().region(Frame.WIDTH, MAP_HEIGHT);
        new MapFigure(map, x, MAP_TOP).draw(page, section, composition);
        MapNote.region(composition).draw(page, section, x, MAP_TOP + map.height() + 1.4);
    }

    private double table(Page page, Element section, double row) {
        double x = Frame.left(page);
        page.destination(Anchors.REGION_TABLE, 0);
        page.bookmark(2, "Données par département", 0);
        double top = Headings.tableTitle(page, section, "Données par département", x);
        PairTable pairs = table(row);
        Table table = pairs.begin(
                section, "Huit indicateurs pour chaque département, l’ensemble puis les quartiers prioritaires");
        PairTable.Slice slice = new PairTable.Slice(departementPairs(), true);
        double end = pairs.draw(page, table, slice, references(), x, top);
        return foot().draw(page, section, x, end + 2.6, Frame.WIDTH);
    }

    private List<PairTable.Pair> departementPairs() {
        List<PairTable.Pair> pairs = new ArrayList<>();
        for (PublishedTerritory departement : composition.departements()) {
            String name = composition.departementName(departement);
            LinkTarget link = new LinkTarget(Anchors.chapter(departement.territory()), name + " : carte et tableaux");
            pairs.add(new PairTable.Pair(departement.territory(), name, "Ensemble QPV", link, null));
        }
        return pairs;
    }
}
