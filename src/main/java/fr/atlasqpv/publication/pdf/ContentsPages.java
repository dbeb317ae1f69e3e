package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.LinkTarget;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.ThematicMap;
import fr.atlasqpv.release.ZoomMap;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The contents, made from the pages: what is not in the book is not in them. */
final class ContentsPages {
    private static final String TITLE = "Sommaire";
    private static final Style MAIN = Style.of(Weight.SEMIBOLD, 10, Palette.INK);
    private static final Style SUB = Style.of(Weight.REGULAR, 9.5, Palette.INK_SUB);
    private static final Style COUNT = Style.of(Weight.REGULAR, 8.5, Palette.INK_2);
    private static final Style PART_NUMBER = Style.of(Weight.LIGHT, 13, Palette.TEAL_2);
    private static final Style PART_TITLE = Style.of(Weight.BOLD, 13, Palette.TEAL);
    private static final double MAIN_HEIGHT = 6.14;
    private static final double SUB_HEIGHT = 4.94;
    private static final double PART_ABOVE = 7;
    private static final double PART_HEIGHT = 8;
    private static final double INDENT = 8;
    private static final double PAGE_COLUMN = 7;
    private static final double BOX_HEIGHT = 20.5;

    private final Composition composition;
    private final Set<String> shared = new HashSet<>();
    private Element contents;

    ContentsPages(Composition composition) {
        this.composition = composition;
    }

    /** A line of the contents. */
    private sealed interface Entry {
        /** The head of a part. */
        record Part(String number, String title) implements Entry {}

        /** A chapter or a page of one. */
        record Line(String text, String count, String anchor, boolean sub) implements Entry {}
    }

    private static double height(Entry entry) {
        return switch (entry) {
            case Entry.Part part -> PART_ABOVE + PART_HEIGHT;
            case Entry.Line line -> line.sub() ? SUB_HEIGHT : MAIN_HEIGHT;
        };
    }

    /**
     * Plans the pages. The number of lines follows from the chapters planned, not from their folios: the layout is stable
     * at once.
     *
     * @param planned the chapters that follow
     */
    Chapter plan(List<Chapter> planned) {
        List<String> anchors = planned.stream()
                .flatMap(chapter -> chapter.pages().stream())
                .flatMap(page -> page.anchors().stream())
                .toList();
        // A short table shares its page with the profiles
        planned.stream()
                .flatMap(chapter -> chapter.pages().stream())
                .filter(page -> page.anchors().size() > 1)
                .forEach(page -> shared.addAll(page.anchors()));
        List<Entry> entries = entries(anchors);
        Frame frame = composition.frame(TITLE, composition.regionLabel(), null);
        double top = Frame.TOP + TypeScale.H1_LEADING + 8;
        double total = entries.stream().mapToDouble(ContentsPages::height).sum();
        double room = Frame.BOTTOM - top;
        // A list slightly too long for its page is set a little closer
        double squeeze = total > room && total * 0.8 <= room ? room / total : 1;
        List<PlannedPage> pages = new ArrayList<>();
        List<Entry> part = new ArrayList<>();
        double y = top;
        for (Entry entry : entries) {
            if (y + height(entry) * squeeze > Frame.BOTTOM + 1e-6) {
                pages.add(page(frame, part, pages.isEmpty(), squeeze));
                part = new ArrayList<>();
                y = Frame.TOP;
            }
            part.add(entry);
            y += height(entry) * squeeze;
        }
        pages.add(page(frame, part, pages.isEmpty(), squeeze));
        return new Chapter(BookSection.CONTENTS, 0, false, pages);
    }

    private PlannedPage page(Frame frame, List<Entry> part, boolean first, double squeeze) {
        return new PlannedPage(frame, first ? List.of(Anchors.CONTENTS) : List.of(), (page, section) -> draw(page,
                section, part, first, squeeze));
    }

    private List<Entry> entries(List<String> anchors) {
        List<Entry> entries = new ArrayList<>();
        line(entries, anchors, "Introduction", "", Anchors.INTRODUCTION, false);
        line(entries, anchors, "Lire l’atlas", "", Anchors.GUIDE, false);
        line(entries, anchors, "Les indicateurs", "", Anchors.INDICATORS, false);
        line(entries, anchors, "Note de traitement et statuts des valeurs", "", Anchors.PROCESSING, false);
        entries.add(new Entry.Part("1", RegionChapter.PART));
        int qpv = composition.atlas().territories(Level.QPV).size();
        line(entries, anchors, composition.regionLabel(), qpv + " QPV", Anchors.REGION, false);
        composition.departements().forEach(departement -> chapter(entries, anchors, departement));
        int part = 1;
        if (composition.detailed()) {
            entries.add(new Entry.Part(Integer.toString(++part), DetailSpreads.PART));
        }
        for (PublishedTerritory departement : composition.departements()) {
            line(entries, anchors, composition.departementName(departement), composition.qpvCount(departement) + " QPV",
                    Anchors.detail(departement.territory()), false);
        }
        List<Indicator> mapped = composition.book().maps().stream().map(ThematicMap::indicator)
                .filter(indicator -> anchors.contains(Anchors.classMaps(indicator))).toList();
        if (!mapped.isEmpty()) {
            entries.add(new Entry.Part(Integer.toString(++part), ClassMapPages.PART));
        }
        for (Indicator indicator : mapped) {
            line(entries, anchors, French.typeset(composition.notice(indicator).label()), "",
                    Anchors.classMaps(indicator), false);
        }
        List<PublishedTerritory> portrayed = composition.departements().stream()
                .filter(departement -> anchors.contains(Anchors.portraits(departement.territory()))).toList();
        if (!portrayed.isEmpty()) {
            entries.add(new Entry.Part(Integer.toString(++part), PortraitPages.PART));
        }
        for (PublishedTerritory departement : portrayed) {
            line(entries, anchors, composition.departementName(departement), composition.qpvCount(departement) + " QPV",
                    Anchors.portraits(departement.territory()), false);
        }
        if (anchors.contains(Anchors.PROGRAMMES)) {
            entries.add(new Entry.Part(Integer.toString(++part), ProgrammePages.PART));
            line(entries, anchors, composition.regionLabel(), "", Anchors.PROGRAMMES, false);
        }
        if (composition.book().peers().stream().anyMatch(typology -> anchors.contains(Anchors.peers(typology)))) {
            entries.add(new Entry.Part(Integer.toString(++part), PeerChapter.PART));
        }
        for (Indicator typology : composition.book().peers()) {
            line(entries, anchors, French.typeset(composition.notice(typology).label()), "", Anchors.peers(typology),
                    false);
        }
        if (anchors.contains(Anchors.INDEX)) {
            entries.add(new Entry.Part(Integer.toString(++part), IndexPages.PART));
            line(entries, anchors, IndexPages.TITLE, "", Anchors.INDEX, false);
        }
        entries.add(new Entry.Part(Integer.toString(part + 1), SourcesPages.TITLE));
        line(entries, anchors, "Fichiers utilisés, millésimes et empreintes", "", Anchors.SOURCES, false);
        line(entries, anchors, Abbreviations.TITLE, "", Anchors.ABBREVIATIONS, false);
        return entries;
    }

    private void chapter(List<Entry> entries, List<String> anchors, PublishedTerritory departement) {
        Territory territory = departement.territory();
        line(entries, anchors, composition.departementName(departement), composition.qpvCount(departement) + " QPV",
                Anchors.chapter(territory), false);
        if (composition.epciOf(departement).isEmpty()) {
            return;
        }
        List<ZoomMap> zooms = composition.zooms().stream()
                .filter(zoom -> zoom.departement().equals(territory.code()))
                .toList();
        if (shared.contains(Anchors.profiles(territory))) {
            line(entries, anchors, "Données et profils", "", Anchors.table(territory), true);
            return;
        }
        line(entries, anchors, "Données par intercommunalité", "", Anchors.table(territory), true);
        if (!zooms.isEmpty()) {
            String names = String.join(", ", zooms.stream().map(this::shortName).toList());
            String text = French.typeset((zooms.size() == 1 ? "Zoom : " : "Zooms : ") + names);
            boolean fits = composition.type().width(text, SUB) <= Frame.WIDTH - INDENT - PAGE_COLUMN - 8;
            line(entries, anchors,
                    fits ? text : "Zooms sur " + French.counted(zooms.size(), "intercommunalité", "intercommunalités"),
                    "", first(anchors, zooms), true);
        }
        line(entries, anchors, "Profils des intercommunalités", "", Anchors.profiles(territory), true);
    }

    /** The zoom that comes first: the small ones stand after the others. */
    private static String first(List<String> anchors, List<ZoomMap> zooms) {
        List<String> names = zooms.stream().map(zoom -> Anchors.zoom(zoom.epci())).toList();
        return anchors.stream().filter(names::contains).findFirst().orElseThrow();
    }

    private String shortName(ZoomMap zoom) {
        return composition.atlas()
                .territory(new Territory(Level.EPCI, zoom.epci()))
                .map(epci -> epci.shortLabel().replaceFirst("^(CA|CC|CU) (de la |de l’|du |des |de |d’)?", ""))
                .orElse(zoom.epci());
    }

    private static void line(
            List<Entry> entries, List<String> anchors, String text, String count, String anchor, boolean sub) {
        if (anchors.contains(anchor)) {
            entries.add(new Entry.Line(text, count, anchor, sub));
        }
    }

    private void draw(Page page, Element section, List<Entry> part, boolean first, double squeeze) {
        double x = Frame.left(page);
        double y = Frame.TOP;
        if (first) {
            page.destination(Anchors.CONTENTS, 0);
            page.bookmark(0, TITLE, 0);
            page.heading(section, Role.H1, Rich.of(TITLE, TypeScale.H1), x, Headings.h1Baseline(Frame.TOP));
            y += TypeScale.H1_LEADING + 8;
        }
        for (Entry entry : part) {
            switch (entry) {
                case Entry.Part head -> {
                    head(page, section, head, x, y + PART_ABOVE * squeeze);
                    contents = null;
                }
                case Entry.Line line -> {
                    if (contents == null) {
                        contents = section.child(Role.TOC);
                    }
                    line(page, contents.child(Role.TOCI), line, x, y, height(line) * squeeze);
                }
            }
            y += height(entry) * squeeze;
        }
        if (y + BOX_HEIGHT + 8 < Frame.BOTTOM) {
            box(page, section, x, Frame.BOTTOM - BOX_HEIGHT - 2);
        }
    }

    private void head(Page page, Element section, Entry.Part head, double x, double y) {
        page.artifact().line(x, y, x + Frame.WIDTH, y, 0.3, Palette.TEAL);
        Pen pen = page.pen(section.child(Role.H2));
        pen.text(head.number() + " ", PART_NUMBER, x, y + 5.8);
        pen.text(head.title(), PART_TITLE, x + 6.2, y + 5.8);
    }

    private void line(Page page, Element item, Entry.Line line, double x, double y, double height) {
        Style style = line.sub() ? SUB : MAIN;
        double left = x + (line.sub() ? INDENT : 0);
        double baseline = y + height / 2 + 1.25;
        String folio = Integer.toString(composition.folio(line.anchor()));
        LinkTarget target = new LinkTarget(line.anchor(), line.text() + ", page " + folio);
        double textWidth = composition.type().width(line.text(), style);
        double end = left + textWidth;
        double countWidth = 0;
        if (!line.count().isEmpty()) {
            countWidth = composition.type().width(line.count(), COUNT);
            end += 2 + countWidth;
        }
        double stop = x + Frame.WIDTH - PAGE_COLUMN - 1.6;
        if (stop - end > 4) {
            page.artifact().dashed(end + 1.6, baseline - 0.2, stop, baseline - 0.2, 0.35, Palette.LEADER, 0, 0.8, true);
        }
        double countLeft = left + textWidth + 2;
        Element reference = item.child(Role.REFERENCE);
        page.link(reference, target, new Box(left, y, x + Frame.WIDTH - left, height), pen -> {
            pen.text(line.text() + " ", style, left, baseline);
            if (!line.count().isEmpty()) {
                pen.text(line.count() + " ", COUNT, countLeft, baseline);
            }
            pen.text(folio, line.sub() ? SUB : MAIN.with(Weight.BOLD), x + Frame.WIDTH, baseline, Anchor.END);
        });
    }

    private void box(Page page, Element section, double x, double y) {
        page.artifact().rectangle(x, y, Frame.WIDTH, BOX_HEIGHT, Palette.PALE);
        Style body = Style.of(Weight.REGULAR, 8.5, Palette.INK);
        Style strong = Style.of(Weight.SEMIBOLD, 8.5, Palette.TEAL);
        double leading = TypeScale.leading(12.2);
        Rich left = Rich.of("Trois échelles, deux périmètres. ", strong).and(
                French.typeset(
                        "Chaque territoire est lu deux fois : l’ensemble de ses habitants, puis les seuls habitants de "
                                + "ses quartiers prioritaires."),
                body);
        Rich right = Rich.of("Les mêmes signes partout. ", strong).and(
                French.typeset(
                        "Rond ou barre bleu-vert : ensemble ; losange ou barre rouge : quartiers prioritaires. Une "
                                + "échelle par indicateur, la même dans tout l’atlas."),
                body);
        page.paragraph(section, left, x + 5, y + 3.6, 80, leading);
        page.paragraph(section, right, x + 92.5, y + 3.6, 80, leading);
    }
}
