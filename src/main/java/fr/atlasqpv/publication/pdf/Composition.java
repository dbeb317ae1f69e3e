package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.AtlasMaps;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Typefaces;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What all pages of a book share: the figures, the faces, the maps, and the folios once they are known. */
final class Composition {
    private static final double FIRST_TAB = 24;
    private static final double TAB_STEP = 17;
    private static final double LAST_TAB = 143;
    private static final double DETAIL_TAB = 160;
    private static final String ELLIPSIS = "…";

    private final PublishedAtlas atlas;
    private final Typefaces typefaces;
    private final AtlasMaps maps;
    private final Map<String, Integer> folios = new HashMap<>();
    private final Map<String, List<PublishedTerritory>> qpvByEpci = new HashMap<>();

    Composition(PublishedAtlas atlas, Typefaces typefaces) {
        this.atlas = atlas;
        this.typefaces = typefaces;
        this.maps = AtlasMaps.of(atlas, typefaces);
        atlas.territories(Level.QPV)
                .forEach(qpv -> qpvByEpci.computeIfAbsent(qpv.epci(), e -> new java.util.ArrayList<>()).add(qpv));
    }

    PublishedAtlas atlas() {
        return atlas;
    }

    EditionNotice edition() {
        return atlas.edition();
    }

    Typefaces type() {
        return typefaces;
    }

    AtlasMaps maps() {
        return maps;
    }

    String regionLabel() {
        return French.typeset(atlas.regionLabel());
    }

    Territory region() {
        return new Territory(Level.REG, atlas.region());
    }

    PublishedTerritory regionRow() {
        return atlas.territory(region()).orElseThrow(() -> new IllegalStateException("the atlas lacks its own region"));
    }

    List<PublishedTerritory> departements() {
        return atlas.territories(Level.DEP);
    }

    List<PublishedTerritory> epciOf(PublishedTerritory departement) {
        return atlas.epciOf(departement.territory().code());
    }

    List<PublishedTerritory> qpvOf(PublishedTerritory epci) {
        return qpvByEpci.getOrDefault(epci.territory().code(), List.of());
    }

    long qpvCount(PublishedTerritory departement) {
        return epciOf(departement).stream().mapToLong(epci -> qpvOf(epci).size()).sum();
    }

    /** {@code Nord (59)}. */
    String departementName(PublishedTerritory departement) {
        return French.typeset(departement.label()) + French.NO_BREAK + "(" + departement.territory().code() + ")";
    }

    Optional<PublishedCell> cell(Territory territory, Perimeter perimeter, Indicator indicator) {
        return atlas.cell(territory.level(), territory.code(), perimeter, indicator);
    }

    Printed printed(Territory territory, Perimeter perimeter, Indicator indicator) {
        return Printed.of(cell(territory, perimeter, indicator));
    }

    /** Inhabitants in the QPV of a territory, 0 when unknown: for orders and lengths only. */
    double inhabitantsInQpv(PublishedTerritory territory) {
        return cell(territory.territory(), Perimeter.QPV, Indicator.POPULATION)
                .map(PublishedCell::value)
                .map(BigDecimal::doubleValue)
                .orElse(0.0);
    }

    /** EPCI of a département, most inhabitants in QPV first. */
    List<PublishedTerritory> epciByInhabitants(PublishedTerritory departement) {
        return epciOf(departement).stream()
                .sorted(Comparator.comparingDouble(this::inhabitantsInQpv)
                        .reversed()
                        .thenComparing(epci -> epci.territory().code()))
                .toList();
    }

    /** Share of inhabitants who live in a QPV, from two published populations; empty when one is missing. */
    Optional<BigDecimal> shareInQpv(Territory territory) {
        Optional<PublishedCell> part = cell(territory, Perimeter.QPV, Indicator.POPULATION);
        Optional<PublishedCell> whole = cell(territory, Perimeter.ENSEMBLE, Indicator.POPULATION);
        if (!Printed.exact(part) || !Printed.exact(whole) || whole.get().value().signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(part.get()
                .value()
                .multiply(BigDecimal.valueOf(100))
                .divide(whole.get().value(), 1, RoundingMode.HALF_UP));
    }

    Optional<IndicatorNotice> notice(Indicator indicator) {
        return edition().indicators().stream()
                .filter(notice -> notice.indicator().equals(indicator))
                .findFirst();
    }

    /** End of the scale of the bars of an indicator: the same in the whole book. */
    double axisMax(Indicator indicator) {
        return notice(indicator)
                .map(IndicatorNotice::axisMax)
                .map(BigDecimal::doubleValue)
                .orElse(indicator.equals(Indicator.EMPLOIS_FRANCS) ? 200.0 : 100.0);
    }

    Frame frame(String chapter, String territory, Frame.Tab tab) {
        String foot = "Atlas des quartiers prioritaires · " + regionLabel() + " · Édition " + edition().year();
        return new Frame(chapter, territory, foot, tab);
    }

    /** The thumb tab of the region or of a département: lower for each, closer together when they are many. */
    Frame.Tab tab(Territory territory) {
        if (territory.level() == Level.REG) {
            return new Frame.Tab(territory.code(), FIRST_TAB);
        }
        int count = departements().size();
        double step = Math.min(TAB_STEP, (LAST_TAB - FIRST_TAB) / Math.max(1, count));
        int rank = 1;
        for (PublishedTerritory departement : departements()) {
            if (departement.territory().equals(territory)) {
                break;
            }
            rank++;
        }
        return new Frame.Tab(territory.code(), FIRST_TAB + step * rank);
    }

    Frame.Tab detailTab() {
        return new Frame.Tab("2", DETAIL_TAB);
    }

    void folio(String anchor, int number) {
        folios.putIfAbsent(anchor, number);
    }

    /** Folio of a page planned under this name. */
    int folio(String anchor) {
        Integer folio = folios.get(anchor);
        if (folio == null) {
            throw new IllegalStateException("no page is named " + anchor);
        }
        return folio;
    }

    boolean hasPage(String anchor) {
        return folios.containsKey(anchor);
    }

    /** The name if it fits, else the short one, else as much of it as fits with an ellipsis. */
    String fit(PublishedTerritory territory, Style style, double width) {
        String label = French.typeset(territory.label());
        if (typefaces.width(label, style) <= width) {
            return label;
        }
        return cut(French.typeset(territory.shortLabel()), style, width);
    }

    /** As much of a text as fits, with an ellipsis when it does not. */
    String cut(String text, Style style, double width) {
        if (typefaces.width(text, style) <= width) {
            return text;
        }
        String rest = text;
        while (rest.length() > 1 && typefaces.width(rest + ELLIPSIS, style) > width) {
            rest = rest.substring(0, rest.length() - 1).stripTrailing();
        }
        return rest + ELLIPSIS;
    }
}
