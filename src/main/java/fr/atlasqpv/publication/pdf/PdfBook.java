package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.tagged.DocumentDescription;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.TaggedDocument;
import fr.atlasqpv.publication.pdf.tagged.Typefaces;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the book of a region: PDF/UA-1 and PDF/A-2a at once. All pages are planned, then numbered, then drawn; the same
 * atlas gives the same bytes.
 *
 * {@snippet :
 * new PdfBook().write(atlas, out);
 * }
 */
public final class PdfBook {
    private static final int YEAR_WHEN_UNKNOWN = 2000;

    /**
     * Writes a book.
     *
     * @param atlas what the book may say
     * @param out receives the file; not closed
     * @throws IOException when {@code out} fails
     */
    public void write(PublishedAtlas atlas, OutputStream out) throws IOException {
        Typefaces typefaces = new Typefaces();
        Composition composition = new Composition(atlas, typefaces);
        List<Chapter> chapters = plan(composition);
        TaggedDocument document = new TaggedDocument(description(atlas), typefaces);
        number(composition, chapters);
        draw(document, chapters);
        out.write(document.close());
    }

    private static DocumentDescription description(PublishedAtlas atlas) {
        EditionNotice edition = atlas.edition();
        String title = French.typeset(edition.title() + " — " + atlas.regionLabel() + ", édition " + edition.year());
        int year = edition.year().matches("[12]\\d{3}") ? Integer.parseInt(edition.year()) : YEAR_WHEN_UNKNOWN;
        return new DocumentDescription(
                title,
                French.typeset(edition.publisher()),
                French.typeset(edition.subtitle()),
                "quartiers prioritaires, politique de la ville, atlas, " + French.typeset(atlas.regionLabel()),
                "Atlas QPV " + edition.programVersion(),
                year);
    }

    private static List<Chapter> plan(Composition composition) {
        Covers covers = new Covers(composition);
        List<Chapter> texts = new ArrayList<>();
        texts.add(introduction(composition));
        texts.add(new Chapter(BookSection.GUIDE, 0, false, List.of(new GuidePage(composition).page())));
        texts.add(new Chapter(BookSection.INDICATORS, 0, false, new IndicatorPages(composition).pages()));
        texts.add(new Chapter(BookSection.PROCESSING, 0, false, new ProcessingPages(composition).pages()));
        List<Chapter> body = new ArrayList<>();
        if (!composition.oneDepartement()) {
            body.add(new RegionChapter(composition).plan());
        }
        for (PublishedTerritory departement : composition.departements()) {
            body.add(new DepartementChapter(composition, departement).plan());
        }
        body.add(new DetailSpreads(composition).plan());
        body.add(new ClassMapPages(composition).plan());
        body.add(new PortraitPages(composition).plan());
        body.add(new ProgrammePages(composition).plan());
        composition.book().peers().forEach(typology -> body.add(new PeerChapter(composition, typology).plan()));
        body.add(new IndexPages(composition).plan());
        body.add(new SourcesPages(composition).plan(endsOnTheRight(body)));
        List<Chapter> opening = new ArrayList<>();
        opening.add(covers.front());
        opening.add(new CreditsPage(composition).plan());
        opening.add(new ContentsPages(composition).plan(Stream.of(texts, body).flatMap(List::stream).toList()));
        List<Chapter> chapters = new ArrayList<>(opening);
        chapters.addAll(withEssentials(composition, texts, opening.stream().mapToInt(c -> c.pages().size()).sum()));
        chapters.addAll(body);
        chapters.add(covers.back());
        chapters.removeIf(chapter -> chapter.pages().isEmpty());
        return chapters;
    }

    /** Whether chapters, of which the first opens on a left page, end on a right one. */
    private static boolean endsOnTheRight(List<Chapter> chapters) {
        int folio = 1;
        for (Chapter chapter : chapters) {
            boolean skips = chapter.verso() && folio % 2 == 0 && !chapter.pages().isEmpty();
            folio += chapter.pages().size() + (skips ? 1 : 0);
        }
        return folio % 2 == 1;
    }

    private static Chapter introduction(Composition composition) {
        String text = composition.edition().text("introduction");
        return new Chapter(BookSection.INTRODUCTION, 0, false, text.isBlank() ? List.of()
                : new TextChapter(composition, "Introduction", Anchors.INTRODUCTION, text).pages());
    }

    /**
     * The region in one look, under the introduction where it has room; on a page of its own where the first chapter,
     * which opens on the left, would leave a blank page before it.
     *
     * @param before number of pages before the texts
     */
    private static List<Chapter> withEssentials(Composition composition, List<Chapter> texts, int before) {
        Essentials essentials = new Essentials(composition);
        List<PlannedPage> pages = new ArrayList<>(texts.getFirst().pages());
        if (essentials.empty()) {
            return texts;
        }
        boolean blank = (before + texts.stream().mapToInt(c -> c.pages().size()).sum()) % 2 == 0;
        if (blank) {
            pages.add(essentials.page(composition.frame("L’essentiel", composition.regionLabel(), null)));
        } else if (!pages.isEmpty()) {
            double top = introductionEnd(composition) + 8;
            if (top + essentials.height() <= Frame.BOTTOM) {
                PlannedPage last = pages.removeLast();
                pages.add(new PlannedPage(last.frame(), last.anchors(), (page, section) -> {
                    last.drawing().draw(page, section);
                    essentials.draw(page, section, top);
                }));
            }
        }
        List<Chapter> all = new ArrayList<>(texts);
        all.set(0, new Chapter(BookSection.INTRODUCTION, 0, false, pages));
        return all;
    }

    private static double introductionEnd(Composition composition) {
        TextChapter text = new TextChapter(
                composition, "Introduction", Anchors.INTRODUCTION, composition.edition().text("introduction"));
        text.pages();
        return text.endOfLastPage();
    }

    /** Gives each page its folio; a chapter that opens on the left leaves the page before it empty when it must. */
    private static void number(Composition composition, List<Chapter> chapters) {
        int folio = 0;
        for (Chapter chapter : chapters) {
            if (chapter.verso() && folio % 2 == 0) {
                folio++;
            }
            for (PlannedPage page : chapter.pages()) {
                folio++;
                for (String anchor : page.anchors()) {
                    composition.folio(anchor, folio);
                }
            }
        }
    }

    private static void draw(TaggedDocument document, List<Chapter> chapters) {
        Map<Integer, Element> parts = new HashMap<>();
        int folio = 0;
        for (Chapter chapter : chapters) {
            if (chapter.verso() && folio % 2 == 0) {
                document.newPage();
                folio++;
            }
            Element parent = chapter.part() == 0
                    ? document.root()
                    : parts.computeIfAbsent(chapter.part(), part -> document.root().child(Role.PART));
            Element section = parent.child(Role.SECT).title(chapter.section().id());
            for (PlannedPage planned : chapter.pages()) {
                Page page = document.newPage();
                folio++;
                planned.frame().draw(page);
                planned.drawing().draw(page, section);
            }
        }
    }
}
