package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.AtlasMaps;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.pdf.tables.Fitted;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Typefaces;
import fr.atlasqpv.release.BookSpec;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.TableNote;
import fr.atlasqpv.release.ThematicMap;
import fr.atlasqpv.release.ZoomMap;
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
import java.util.Set;

/** What all pages of a book share: the figures, the faces, the maps, and the folios once they are known. */
final class Composition {
    private static final double FIRST_TAB = 24;
    private static final double TAB_STEP = 17;
    private static final double LAST_TAB = 143;
    private static final double DETAIL_TAB = 160;
    private static final double NEXT_TAB = 17;
    private static final String PER_CENT = "%";
    private static final int SIGN_LENGTH = 2;

    private final PublishedAtlas atlas;
    private final Typefaces typefaces;
    private final AtlasMaps maps;
    private final BookSpec book;
    private final List<StatusMeaning> statuses;
    private final ChapterTable.Columns chapterColumns;
    private final Map<String, Integer> folios = new HashMap<>();
    private final Map<String, List<PublishedTerritory>> qpvByEpci = new HashMap<>();

    Composition(PublishedAtlas atlas, Typefaces typefaces) {
        this.atlas = atlas;
        this.typefaces = typefaces;
        this.maps = AtlasMaps.of(atlas, typefaces);
        this.book = only(atlas.edition().book());
        this.statuses = StatusMeaning.of(
                atlas.cells().values().stream().filter(cell -> known(cell.indicator())).toList());
        this.chapterColumns = ChapterTable.Columns.of(this);
        atlas.territories(Level.QPV)
                .forEach(qpv -> qpvByEpci.computeIfAbsent(qpv.epci(), e -> new java.util.ArrayList<>()).add(qpv));
    }

    private BookSpec only(BookSpec spec) {
        return new BookSpec(
                spec.inhabitants().filter(this::known),
                spec.keyFigures().stream()
                        .filter(key -> known(key.figure()))
                        .map(key -> new BookSpec.KeyFigure(key.figure(), key.one(), key.many(),
                                key.share().filter(this::known), key.of()))
                        .toList(),
                known(spec.chapters()),
                spec.detail().stream()
                        .filter(detail -> detail.columns().isEmpty() || !known(detail.columns()).isEmpty())
                        .map(detail -> new BookSpec.Detail(detail.title(), known(detail.columns())))
                        .toList(),
                known(spec.profiles()),
                spec.maps().stream().filter(map -> known(map.indicator())).toList(),
                known(spec.portraits()),
                known(spec.programmes()),
                known(spec.peers()));
    }

    private List<Indicator> known(List<Indicator> indicators) {
        return indicators.stream().filter(this::known).toList();
    }

    PublishedAtlas atlas() {
        return atlas;
    }

    /** The territory that the book compares with. */
    Territory reference() {
        return atlas.reference();
    }

    /** Its name. */
    String referenceLabel() {
        return edition().frame().reference().label();
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

    /** Tells whether any map can be drawn. */
    boolean mapped() {
        return maps.draws(region());
    }

    /** The zooms that the edition asks for and whose ground is known. */
    List<ZoomMap> zooms() {
        return atlas.zooms().stream().filter(zoom -> maps.draws(new Territory(Level.EPCI, zoom.epci()))).toList();
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

    /** Tells whether the region is one département: the book then says once what is true of both. */
    boolean oneDepartement() {
        return departements().size() == 1;
    }

    /** Where the table is that ends with the row of the region. */
    String regionTable() {
        return oneDepartement() ? Anchors.table(departements().getFirst().territory()) : Anchors.REGION_TABLE;
    }

    /** A territory that the others are compared with, at the foot of a table; its short name is empty when it has none. */
    record Reference(Territory territory, String label, String shorter) {}

    /** What closes the tables of a département: itself, its region, the territory of reference. */
    List<Reference> references(PublishedTerritory departement) {
        Reference whole = new Reference(reference(), referenceLabel(), "");
        return oneDepartement()
                ? List.of(new Reference(region(), regionLabel() + ", région et département", regionLabel()), whole)
                : List.of(new Reference(departement.territory(), departementName(departement), ""),
                        new Reference(region(), regionLabel(), ""), whole);
    }

    List<PublishedTerritory> epciOf(PublishedTerritory departement) {
        return atlas.epciOf(departement.territory().code());
    }

    List<PublishedTerritory> qpvOf(PublishedTerritory epci) {
        return qpvByEpci.getOrDefault(epci.territory().code(), List.of());
    }

    /** All QPV, in the order of the book. */
    List<PublishedTerritory> neighbourhoods() {
        return departements().stream().flatMap(departement -> epciOf(departement).stream())
                .flatMap(epci -> qpvOf(epci).stream()).toList();
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
        return inhabitants(territory.territory(), Perimeter.QPV)
                .map(PublishedCell::value)
                .map(BigDecimal::doubleValue)
                .orElse(0.0);
    }

    /** Inhabitants of a territory; empty when the edition does not count them. */
    Optional<PublishedCell> inhabitants(Territory territory, Perimeter perimeter) {
        return book.inhabitants().flatMap(count -> cell(territory, perimeter, count));
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
        Optional<PublishedCell> part = inhabitants(territory, Perimeter.QPV);
        Optional<PublishedCell> whole = inhabitants(territory, Perimeter.ENSEMBLE);
        if (!Printed.exact(part) || !Printed.exact(whole) || whole.get().value().signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(part.get()
                .value()
                .multiply(BigDecimal.valueOf(100))
                .divide(whole.get().value(), 1, RoundingMode.HALF_UP));
    }

    /** What the edition says of an indicator. */
    IndicatorNotice notice(Indicator indicator) {
        return edition().indicator(indicator);
    }

    /** What the book shows, without the indicators that it has no figure of. */
    BookSpec book() {
        return book;
    }

    /** Tells whether an indicator has a figure somewhere in the book. */
    boolean known(Indicator indicator) {
        return !atlas.withoutFigure().contains(indicator);
    }

    /** Indicators of the book that bars are drawn of. */
    List<Indicator> drawn(List<Indicator> indicators) {
        return indicators.stream().filter(indicator -> scale(indicator) > 0).toList();
    }

    /** End of the scale of the bars of an indicator, the same in the whole book; 0 when it has no bars. */
    double scale(Indicator indicator) {
        IndicatorNotice notice = notice(indicator);
        if (notice.axisMax() != null) {
            return notice.axisMax().doubleValue();
        }
        return switch (indicator.kind()) {
            case RATE -> notice.unit().equals(PER_CENT) ? 100 : 0;
            default -> 0;
        };
    }

    /** A number on a scale, with the sign of its unit when it has one. */
    String graduation(Indicator indicator, double number) {
        String unit = notice(indicator).unit();
        return French.plain(BigDecimal.valueOf(number)) + (unit.length() <= SIGN_LENGTH ? French.NO_BREAK + unit : "");
    }

    /** Whether a unit is a sign that follows each number: {@code %}. */
    static boolean isSign(String unit) {
        return unit.length() <= SIGN_LENGTH;
    }

    /** {@code en pourcentage} when that is the unit of all these indicators, else empty. */
    String inPerCent(List<Indicator> indicators) {
        return indicators.stream().allMatch(i -> notice(i).unit().equals(PER_CENT)) ? ", en pourcentage" : "";
    }

    /** In which units the tables by territory are, in one sentence. */
    String units() {
        boolean all = book.chapters().stream().allMatch(i -> notice(i).unit().equals(PER_CENT));
        boolean none = book.chapters().stream().noneMatch(i -> notice(i).unit().equals(PER_CENT));
        return none ? "L’unité de chaque indicateur est écrite sous son nom"
                : "Les indicateurs sont exprimés en pourcentage"
                        + (all ? "" : ", sauf ceux dont l’unité est écrite sous le nom");
    }

    /** Whether an indicator says of a QPV that it belongs, which code it bears or how many there are. */
    boolean listed(Indicator indicator) {
        return switch (indicator.form()) {
            case Form.Code code -> true;
            case Form.Near near -> true;
            case Form.Listed list -> list.says() != Form.Says.NUMBER || scale(indicator) == 0;
            default -> false;
        };
    }

    /** The signs of the book, without those of indicators that it does not show. */
    List<StatusMeaning> statuses() {
        return statuses;
    }

    /** The cells of these indicators at these levels. */
    List<PublishedCell> cells(List<Indicator> indicators, Set<Level> levels) {
        return atlas.cells().values().stream()
                .filter(cell -> levels.contains(cell.key().territory().level())
                        && indicators.contains(cell.indicator()))
                .toList();
    }

    /** The columns of the tables by territory. */
    ChapterTable.Columns chapterColumns() {
        return chapterColumns;
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

    /** Tells whether the book has a second part, where each QPV has its row. */
    boolean detailed() {
        return !book.detail().isEmpty();
    }

    /** Sentences under the tables of the chapter of a département, or of the region. */
    List<String> notes(String chapter) {
        return atlas.notes().stream().filter(note -> note.departement().equals(chapter)).map(TableNote::text).toList();
    }

    /** Where the name of a QPV or an EPCI leads to, null when the book has no second part. */
    LinkTarget toDetail(Territory territory, String name) {
        String what = territory.level() == Level.QPV ? " : détail" : " : détail par quartier";
        return detailed() ? new LinkTarget(Anchors.detailRow(territory), French.typeset(name) + what) : null;
    }

    /** Where a QPV stands among the others, null when the book does not say. */
    LinkTarget toPortrait(PublishedTerritory qpv) {
        return drawn(book.portraits()).isEmpty() ? null
                : new LinkTarget(Anchors.portrait(qpv.territory()),
                        French.typeset(qpv.label()) + " : rang parmi les autres");
    }

    Frame.Tab classMapsTab() {
        return partTab(present(detailed()));
    }

    Frame.Tab portraitsTab() {
        return partTab(present(detailed(), hasClassMaps()));
    }

    Frame.Tab programmesTab() {
        return partTab(present(detailed(), hasClassMaps(), !book.portraits().isEmpty()));
    }

    Frame.Tab peersTab() {
        return partTab(present(
                detailed(), hasClassMaps(), !book.portraits().isEmpty(), !book.programmes().isEmpty()));
    }

    private boolean hasClassMaps() {
        return !classMaps().isEmpty();
    }

    /** The maps by class of which one EPCI at least has a class here. */
    List<ThematicMap> classMaps() {
        return !mapped() ? List.of()
                : book.maps().stream()
                        .filter(map -> !map.bounds().isEmpty())
                        .filter(map -> cells(List.of(map.indicator()), Set.of(Level.EPCI)).stream()
                                .anyMatch(cell -> cell.value() != null))
                        .toList();
    }

    private static int present(boolean... parts) {
        int present = 0;
        for (boolean part : parts) {
            present += part ? 1 : 0;
        }
        return present;
    }

    /** @param before parts between the chapters and this one */
    private static Frame.Tab partTab(int before) {
        return new Frame.Tab(Integer.toString(before + 2), DETAIL_TAB + before * NEXT_TAB);
    }

    Frame.Tab detailTab() {
        return partTab(0);
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
        return Fitted
                .of(typefaces, French.typeset(territory.label()), French.typeset(territory.shortLabel()), style, null,
                        width)
                .text();
    }

    /** A name if it fits, else the short one on one line, else as much of it as fits. */
    String firstThatFits(Style style, double width, String name, String shorter) {
        return typefaces.width(name, style) <= width ? name : cut(shorter.replace('\n', ' '), style, width);
    }

    /** As much of a text as fits, with an ellipsis when it does not. */
    String cut(String text, Style style, double width) {
        return Fitted.cut(typefaces, text, style, width);
    }
}
