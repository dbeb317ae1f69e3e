package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tables.Cell;
import fr.atlasqpv.publication.pdf.tables.Column;
import fr.atlasqpv.publication.pdf.tables.TableDrawer;
import fr.atlasqpv.publication.pdf.tables.TableLayout;
import fr.atlasqpv.publication.pdf.tables.TableSpec;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Block;
import fr.atlasqpv.publication.pdf.tables.TableSpec.Row;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The QPV one by one: what each is concerned by, its rates on the line of all those of the region, and their place among those of its EPCI,
 * of its département, of the region, and of its classes.
 */
final class PortraitPages {
    static final String PART = "Les quartiers un par un";

    private static final double NAME = 30;
    private static final double MOST_NAME = 40;
    private static final double EPCI = 6;
    private static final double TITLE = 4.8;
    private static final double WORDS = 3.6;
    private static final double VALUE = 6.8;
    private static final double RANK = 3;
    private static final double AFTER = 0.8;
    private static final double BEFORE_FOOT = 2;
    private static final double UP = 1.4;
    private static final Set<Level> LEVELS = Set.of(Level.QPV);
    private static final Style QPV_NAME = Style.of(Weight.BOLD, 8, Palette.TEAL);
    private static final Style EPCI_NAME = Style.of(Weight.SEMIBOLD, 9, Palette.INK);
    private static final Style GREY = TypeScale.DETAIL.coloured(Palette.INK_2);
    private static final String LEAD = "Sous chaque valeur, un trait par quartier de la région, et un losange pour le "
            + "quartier. Le rang va du plus haut au plus bas, parmi les quartiers dont la valeur est publiée : ceux du même territoire, "
            + "puis ceux de la région qui ont la même classe.";

    private final Composition composition;
    private final List<Indicator> rates;
    private final AtlasColumns cells;
    private final List<Indicator> programmes;
    private final Map<Indicator, Peers> peers = new HashMap<>();
    private final List<PublishedTerritory> all;

    PortraitPages(Composition composition) {
        this.composition = composition;
        this.rates = composition.drawn(composition.book().portraits());
        this.cells = new AtlasColumns(composition, AtlasColumns.TIGHT, LEVELS);
        this.programmes = composition.book().programmes();
        composition.book().peers().forEach(typology -> peers.put(typology, new Peers(composition, typology)));
        this.all = composition.neighbourhoods();
    }

    /** Rows of one QPV, with the name of its EPCI when it is the first of it on the page. */
    private record Portrait(PublishedTerritory departement, PublishedTerritory epci, PublishedTerritory qpv) {}

    /** The chapter; without a page when the edition asks for none, or no rate is known. */
    Chapter plan() {
        List<PlannedPage> pages = new ArrayList<>();
        if (!rates.isEmpty() && !all.isEmpty()) {
            List<Column> columns = new ArrayList<>(List.of(
                    Column.words(Column.Kind.NAME, "Rang parmi les quartiers", "", NAME,
                            MOST_NAME)));
            rates.forEach(rate -> columns.add(cells.column(rate)));
            TableSpec spec = new TableSpec("Chaque quartier : ses taux, et leur rang parmi d’autres quartiers", columns,
                    AtlasColumns.TIGHT);
            TableLayout layout = TableLayout.of(composition.type(), columns, AtlasColumns.TIGHT, Frame.WIDTH);
            TableDrawer table = new TableDrawer(composition.type(), spec, layout, 0);
            List<Indicator> shown =
                    layout.parts().getFirst().columns().stream().filter(i -> i > 0).map(i -> rates.get(i - 1)).toList();
            TableFoot foot = new TableFoot(composition, shown, LEVELS, false, notes());
            cut(Frame.BOTTOM - table.headHeight() - foot.height() - BEFORE_FOOT).forEach(
                    page -> pages.add(page(page, pages.isEmpty(), pages, table, foot, shown)));
        }
        return new Chapter(BookSection.PORTRAITS, 6, false, pages);
    }

    private static List<String> notes() {
        return List.of(
                "Rang parmi les valeurs publiées ; « 2ᵉ= » : à égalité avec d’autres ; « 1–3ᵉ » : à une borne, avec "
                        + "d’autres ; « " + AtlasColumns.NONE + " » : pas de valeur publiée, ou aucune autre.");
    }

    /** Pages down to a place; each begins with the name of an EPCI, and no name ends one. */
    private List<List<Portrait>> cut(double bottom) {
        List<List<Portrait>> pages = new ArrayList<>();
        double y = bottom + 1;
        PublishedTerritory last = null;
        for (PublishedTerritory departement : composition.departements()) {
            for (PublishedTerritory epci : composition.epciOf(departement)) {
                for (PublishedTerritory qpv : composition.qpvOf(epci)) {
                    double height = height() + (epci.equals(last) ? 0 : EPCI);
                    if (y + height > bottom + AFTER) {
                        y = pages.isEmpty() ? top() : Frame.TOP;
                        pages.add(new ArrayList<>());
                        height = height() + EPCI;
                    }
                    pages.getLast().add(new Portrait(departement, epci, qpv));
                    y += height;
                    last = epci;
                }
            }
        }
        return pages;
    }

    private double height() {
        return TITLE + WORDS + VALUE + groups() * RANK + AFTER;
    }

    private int groups() {
        return (composition.oneDepartement() ? 2 : 3) + composition.book().peers().size();
    }

    private double top() {
        return Frame.TOP + TypeScale.H1_LEADING + 1 + 3.5
                + composition.type().broken(Rich.of(French.typeset(LEAD), TypeScale.SUBTITLE), Frame.WIDTH).size()
                        * TypeScale.BODY_LEADING;
    }

    private PlannedPage page(List<Portrait> portraits, boolean first, List<PlannedPage> before, TableDrawer table,
            TableFoot foot, List<Indicator> shown) {
        Set<String> told = new java.util.HashSet<>();
        before.forEach(page -> told.addAll(page.anchors()));
        List<PublishedTerritory> opened = portraits.stream().map(Portrait::departement).distinct()
                .filter(departement -> !told.contains(Anchors.portraits(departement.territory())))
                .toList();
        List<String> anchors = Stream.concat(
                opened.stream().map(departement -> Anchors.portraits(departement.territory())),
                portraits.stream().map(portrait -> Anchors.portrait(portrait.qpv().territory()))).toList();
        String names = String.join(", ", portraits.stream().map(p -> French.typeset(p.departement().label())).distinct()
                .toList());
        return new PlannedPage(composition.frame(PART, names, composition.portraitsTab()), anchors, (page, section) -> {
            double y = Frame.TOP;
            if (first) {
                page.bookmark(0, PART, 0);
                Headings.chapter(page, section, PART, French.typeset(LEAD));
                y = top();
            }
            for (PublishedTerritory departement : opened) {
                page.destination(Anchors.portraits(departement.territory()), 0);
                page.bookmark(1, composition.departementName(departement), 0);
            }
            draw(page, section, portraits, table, shown, y);
            foot.draw(page, section, Frame.left(page),
                    y + table.headHeight() + table.height(blocks(portraits)) + BEFORE_FOOT);
        });
    }

    private void draw(Page page, Element section, List<Portrait> portraits, TableDrawer table, List<Indicator> shown,
            double top) {
        double x = Frame.left(page);
        table.begin(section);
        table.draw(page, blocks(portraits), x, top);
        table.end();
        double y = top + table.headHeight();
        PublishedTerritory last = null;
        for (Portrait portrait : portraits) {
            y += portrait.epci().equals(last) ? 0 : EPCI;
            double line = y + TITLE + WORDS + VALUE - UP;
            for (int i = 0; i < shown.size(); i++) {
                line(page.artifact(), shown.get(i), portrait.qpv(), x + table.left(i + 1), table.length(i + 1), line);
            }
            y += height();
            last = portrait.epci();
        }
    }

    /** One stroke for each QPV of the region, a diamond for this one: what the places beneath say in words. */
    private void line(Pen pen, Indicator rate, PublishedTerritory qpv, double x, double length, double y) {
        pen.line(x, y, x + length, y, 0.15, Palette.AXIS);
        for (PublishedTerritory other : all) {
            Printed printed = composition.printed(other.territory(), Perimeter.QPV, rate);
            if (printed.hasBar()) {
                double at = x + at(rate, printed, length);
                pen.line(at, y - 0.9, at, y, 0.12, Palette.AXIS);
            }
        }
        Printed own = composition.printed(qpv.territory(), Perimeter.QPV, rate);
        if (own.hasBar()) {
            pen.diamond(x + at(rate, own, length), y - 0.45, 0.95, Palette.QPV);
        }
    }

    private double at(Indicator rate, Printed printed, double length) {
        return length * Math.min(1, printed.bar() / composition.scale(rate));
    }

    private List<Block> blocks(List<Portrait> portraits) {
        List<Block> blocks = new ArrayList<>();
        PublishedTerritory last = null;
        for (Portrait portrait : portraits) {
            if (!portrait.epci().equals(last)) {
                String name = portrait.departement().territory().code() + " — ";
                blocks.add(new Block.Group(EPCI, Cell.name(name + French.typeset(portrait.epci().label()),
                        name + French.typeset(portrait.epci().shortLabel()), EPCI_NAME, null), Cell.EMPTY, ""));
            }
            blocks.addAll(blocks(portrait));
            last = portrait.epci();
        }
        return blocks;
    }

    private List<Block> blocks(Portrait portrait) {
        PublishedTerritory qpv = portrait.qpv();
        List<Row> rows = new ArrayList<>(List.of(values(qpv)));
        PublishedTerritory departement = portrait.departement();
        rows.add(places("de l’intercommunalité", composition.qpvOf(portrait.epci()), qpv));
        if (!composition.oneDepartement()) {
            rows.add(places("du département", composition.epciOf(departement).stream()
                    .flatMap(epci -> composition.qpvOf(epci).stream()).toList(), qpv));
        }
        rows.add(places("de la région", all, qpv));
        composition.book().peers().forEach(typology -> rows.add(peers(typology, qpv)));
        Row end = rows.removeLast();
        rows.add(new Row(end.id(), end.height() + AFTER, end.cells()));
        String name = French.typeset(qpv.label());
        Cell title = Cell.name(name, French.typeset(qpv.shortLabel()), QPV_NAME, null)
                .leadingTo(composition.toDetail(qpv.territory(), qpv.label()));
        return List.of(new Block.Group(TITLE, title, AtlasColumns.inhabitants(
                composition, qpv.territory(), "", TypeScale.TABLE_BOLD, GREY).orElse(Cell.EMPTY),
                Anchors.portrait(qpv.territory())),
                new Block.Group(WORDS, Cell.name(words(qpv), "", GREY, null), Cell.EMPTY, ""),
                new Block.Rows(rows, false, false, ""));
    }

    /** Its communes, and the programmes that it is in. */
    private String words(PublishedTerritory qpv) {
        List<String> words = new ArrayList<>();
        words.add(French.typeset(qpv.territory().code()));
        if (!qpv.communes().isBlank()) {
            words.add(French.typeset(qpv.communes()));
        }
        for (Indicator programme : programmes) {
            composition.cell(qpv.territory(), Perimeter.QPV, programme).flatMap(this::word).ifPresent(words::add);
        }
        return String.join(" · ", words);
    }

    private Optional<String> word(PublishedCell cell) {
        String label = French.typeset(composition.notice(cell.indicator()).shortLabel().replace('\n', ' '));
        return !ProgrammePages.in(cell) ? Optional.empty()
                : Optional.of(cell.text() == null ? label
                        : label + " : " + French.typeset(meaning(cell.indicator(), cell.text())));
    }

    private String meaning(Indicator typology, String code) {
        String meaning = new Typology(composition, typology).meaning(code);
        return meaning.isEmpty() ? code : meaning;
    }

    private Row values(PublishedTerritory qpv) {
        List<Cell> row =
                new ArrayList<>(List.of(Cell.name("Valeur", "", TypeScale.DETAIL.with(Weight.SEMIBOLD), null)));
        rates.forEach(rate -> row.add(cells.cell(qpv.territory(), Perimeter.QPV, rate,
                TypeScale.DETAIL.with(Weight.SEMIBOLD)).barred(Double.NaN, Palette.BAR_QPV)));
        return new Row(AtlasColumns.address(qpv.territory(), Perimeter.QPV), VALUE, row);
    }

    private Row places(String among, List<PublishedTerritory> others, PublishedTerritory qpv) {
        List<Cell> row = new ArrayList<>(List.of(Cell.name(among, "", GREY, null)));
        for (Indicator rate : rates) {
            Optional<Place> place = Place.of(
                    composition.cell(qpv.territory(), Perimeter.QPV, rate),
                    others.stream().map(PublishedTerritory::territory)
                            .flatMap(other -> composition.cell(other, Perimeter.QPV, rate).stream()).toList());
            row.add(place.map(p -> Cell.of(p.text(), TypeScale.DETAIL).telling(p.said()))
                    .orElse(Cell.of(AtlasColumns.NONE, TypeScale.DETAIL_GREY).telling("sans rang")));
        }
        return new Row("", RANK, row);
    }

    /** Its place among those of its class; nothing where its class is not published. */
    private Row peers(Indicator typology, PublishedTerritory qpv) {
        Peers classes = peers.get(typology);
        Optional<String> code = composition.cell(qpv.territory(), Perimeter.QPV, typology).map(PublishedCell::text)
                .filter(Objects::nonNull).filter(classes.codes()::contains);
        String label = French.typeset(composition.notice(typology).shortLabel().replace('\n', ' '));
        return places(label + " : " + code.orElse(AtlasColumns.NONE), code.map(classes::of).orElse(List.of()), qpv);
    }
}
