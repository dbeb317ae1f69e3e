package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The communes of the region that have a QPV, and these under each, in the order of the alphabet, with the pages where they stand. */
final class IndexPages {
    static final String PART = "Index";
    static final String TITLE = "Communes et quartiers, de A à Z";

    private static final int COLUMNS = 3;
    private static final double STEP = 60.5;
    private static final double WIDTH = 56;
    private static final double LINE = 3.9;
    private static final double BEFORE_COMMUNE = 1.2;
    private static final double INDENT = 2.5;
    private static final double PAGE_ROOM = 7;
    private static final Style COMMUNE = Style.of(Weight.SEMIBOLD, 8, Palette.TEAL);
    private static final Style QPV = Style.of(Weight.REGULAR, 8, Palette.INK);
    private static final double PAGE_STEP = 6.4;
    private static final Style OTHER_FOLIO = Style.of(Weight.REGULAR, 8, Palette.INK_2);
    private static final Style FOLIO = Style.of(Weight.SEMIBOLD, 8, Palette.INK_2);

    private final Composition composition;
    private final Map<String, List<PublishedTerritory>> communes;

    /** A line of a column: a commune, or a QPV of the last one. */
    private sealed interface Entry {
        /** A commune; {@code next}: some of its QPV stand in the column before. */
        record Commune(String name, boolean next) implements Entry {}

        /** One of its QPV. */
        record Neighbourhood(PublishedTerritory qpv) implements Entry {}
    }

    IndexPages(Composition composition) {
        this.composition = composition;
        Collator order = Collator.getInstance(Locale.FRENCH);
        this.communes = new TreeMap<>(Comparator.<String, java.text.CollationKey>comparing(order::getCollationKey)
                .thenComparing(Comparator.naturalOrder()));
        for (PublishedTerritory qpv : composition.atlas().territories(Level.QPV)) {
            for (String commune : qpv.communes().split(", ")) {
                if (!commune.isBlank()) {
                    communes.computeIfAbsent(French.typeset(commune), c -> new ArrayList<>()).add(qpv);
                }
            }
        }
        communes.values().forEach(qpv -> qpv.sort(Comparator
                .comparing((PublishedTerritory q) -> order.getCollationKey(French.typeset(q.label())))
                .thenComparing(q -> q.territory().code())));
    }

    /** The chapter; without a page when no QPV has a row to lead to, or nobody says in which communes they are. */
    Chapter plan() {
        List<PlannedPage> pages = new ArrayList<>();
        if (composition.detailed() && !communes.isEmpty()) {
            Frame frame = composition.frame(PART, composition.regionLabel(), null);
            List<List<Entry>> columns = columns();
            for (int from = 0; from < columns.size(); from += COLUMNS) {
                List<List<Entry>> some = columns.subList(from, Math.min(columns.size(), from + COLUMNS));
                boolean first = from == 0;
                pages.add(new PlannedPage(frame, first ? List.of(Anchors.INDEX) : List.of(),
                        (page, section) -> draw(page, section, some, first)));
            }
        }
        return new Chapter(BookSection.INDEX, 4, false, pages);
    }

    private static double top(boolean first) {
        return Frame.TOP + (first ? TypeScale.H1_LEADING + TypeScale.BODY_LEADING + 6 : 0);
    }

    private static double height(Entry entry) {
        return entry instanceof Entry.Commune ? LINE + BEFORE_COMMUNE : LINE;
    }

    /** Columns from the first page on; a commune is never the last line of one. */
    private List<List<Entry>> columns() {
        List<List<Entry>> columns = new ArrayList<>(List.of(new ArrayList<>()));
        double y = top(true);
        for (Map.Entry<String, List<PublishedTerritory>> commune : communes.entrySet()) {
            List<Entry> entries = new ArrayList<>(List.of(new Entry.Commune(commune.getKey(), false)));
            commune.getValue().forEach(qpv -> entries.add(new Entry.Neighbourhood(qpv)));
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                double needed = height(entry) + (i == 0 ? LINE : 0);
                if (y + needed > Frame.BOTTOM && !columns.getLast().isEmpty()) {
                    columns.add(new ArrayList<>());
                    y = top(columns.size() <= COLUMNS);
                    if (i > 0) {
                        Entry again = new Entry.Commune(commune.getKey(), true);
                        columns.getLast().add(again);
                        y += height(again);
                    }
                }
                columns.getLast().add(entry);
                y += height(entry);
            }
        }
        return columns;
    }

    private void draw(Page page, Element section, List<List<Entry>> columns, boolean first) {
        double left = Frame.left(page);
        if (first) {
            page.destination(Anchors.INDEX, 0);
            page.bookmark(0, TITLE, 0);
            Headings.chapter(page, section, TITLE, subtitle());
        }
        for (int i = 0; i < columns.size(); i++) {
            column(page, section, columns.get(i), left + i * STEP, top(first));
        }
    }

    private void column(Page page, Element section, List<Entry> entries, double x, double top) {
        double y = top;
        Element list = null;
        for (Entry entry : entries) {
            double baseline = y + height(entry) - 1.1;
            switch (entry) {
                case Entry.Commune commune -> {
                    String name = commune.name() + (commune.next() ? " (suite)" : "");
                    page.pen(section.child(Role.P)).text(composition.cut(name, COMMUNE, WIDTH), COMMUNE, x, baseline);
                    list = section.child(Role.L);
                }
                case Entry.Neighbourhood neighbourhood ->
                        line(page, list.child(Role.LI).child(Role.LBODY), neighbourhood.qpv(), x, baseline);
            }
            y += height(entry);
        }
    }

    /** A place of the book where a QPV stands. */
    private record Place(String anchor, String what, String heading) {}

    /** The table with its row, its rank among the others, the map with its number: those that the book has. */
    private List<Place> places(PublishedTerritory qpv) {
        return Stream.of(
                new Place(Anchors.detailRow(qpv.territory()), "", "tableau"),
                new Place(Anchors.portrait(qpv.territory()), " : rang parmi les autres", "rang"),
                new Place(Anchors.zoom(qpv.epci()), " : carte", "carte"))
                .filter(place -> composition.hasPage(place.anchor()))
                .toList();
    }

    /** Which pages are given, in their order; nothing where it is one alone. */
    private String subtitle() {
        List<String> headings = composition.neighbourhoods().stream().flatMap(qpv -> places(qpv).stream())
                .map(Place::heading).distinct().toList();
        return headings.size() < 2 ? "" : "Pages : " + String.join(", ", headings);
    }

    private void line(Page page, Element body, PublishedTerritory qpv, double x, double baseline) {
        List<Place> places = places(qpv);
        double first = x + WIDTH - (places.size() - 1) * PAGE_STEP;
        String name = composition.fit(qpv, QPV, first - x - INDENT - PAGE_ROOM);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            double right = first + i * PAGE_STEP;
            String folio = Integer.toString(composition.folio(place.anchor()));
            LinkTarget target = new LinkTarget(
                    place.anchor(), French.typeset(qpv.label() + place.what()) + ", page " + folio);
            if (i == 0) {
                leader(page, x + INDENT + composition.type().width(name, QPV),
                        right - composition.type().width(folio, FOLIO), baseline);
                page.link(body, target, new Box(x, baseline - 2.9, right - x, LINE), pen -> {
                    pen.text(name + " ", QPV, x + INDENT, baseline);
                    pen.text(folio, FOLIO, right, baseline, Anchor.END);
                });
            } else {
                page.link(body, target, new Box(right - PAGE_STEP + 1, baseline - 2.9, PAGE_STEP - 1, LINE),
                        pen -> pen.text(folio, OTHER_FOLIO, right, baseline, Anchor.END));
            }
        }
    }

    private static void leader(Page page, double from, double to, double baseline) {
        if (to - from > 5.4) {
            page.artifact().dashed(from + 1.2, baseline - 0.2, to - 1.2, baseline - 0.2, 0.3, Palette.LEADER, 0, 0.8,
                    true);
        }
    }
}
