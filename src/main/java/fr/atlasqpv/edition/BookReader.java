package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicator.Kind;
import fr.atlasqpv.release.BookSpec;
import fr.atlasqpv.release.ThematicMap;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the section {@code book} of an edition file: what the books show, from the indicators that the edition declares. */
final class BookReader {
    private final Section book;
    private final Catalogue catalogue;

    BookReader(Section book, Catalogue catalogue) {
        this.book = book;
        this.catalogue = catalogue;
    }

    BookSpec read() {
        BookSpec spec = new BookSpec(
                catalogue.inhabitantsCounted().filter(i -> i.exists(Level.QPV, Perimeter.QPV)),
                keyFigures(),
                indicators(book, "chapters", BookReader::byTerritory),
                detail(),
                indicators(book, "profiles", BookReader::compared),
                indicators(book, "maps", BookReader::compared).stream().map(ThematicMap::new).toList(),
                indicators(book, "portraits",
                        i -> i.kind() == Kind.RATE && i.exists(Level.QPV, Perimeter.QPV)),
                indicators(book, "programmes",
                        i -> i.form() instanceof Form.Listed && i.exists(Level.QPV, Perimeter.QPV)),
                indicators(book, "peers", i -> i.kind() == Kind.CODE && i.exists(Level.QPV, Perimeter.QPV)));
        book.finish();
        return spec;
    }

    /** Figures of an EPCI, of everybody or of those in its QPV. */
    private static boolean byTerritory(Indicator indicator) {
        return indicator.kind() != Kind.CODE
                && (indicator.exists(Level.EPCI, Perimeter.ENSEMBLE) || indicator.exists(Level.EPCI, Perimeter.QPV));
    }

    /** Both are drawn beside one another. */
    private static boolean compared(Indicator indicator) {
        return indicator.kind() == Kind.RATE
                && indicator.exists(Level.EPCI, Perimeter.ENSEMBLE)
                && indicator.exists(Level.EPCI, Perimeter.QPV);
    }

    private List<BookSpec.KeyFigure> keyFigures() {
        List<BookSpec.KeyFigure> figures = new ArrayList<>();
        for (Section s : book.sections("key-figures", "figure")) {
            Predicate<Indicator> ofDepartements = i -> i.exists(Level.DEP, Perimeter.QPV);
            Indicator figure = indicator(s, "figure", ofDepartements);
            Indicator share = s.optionalChoice(
                    "share", "indicateur-inconnu", id -> catalogue.indicator(id).filter(ofDepartements),
                    ids(ofDepartements));
            String many = s.text("unit");
            if (figure != null) {
                figures.add(new BookSpec.KeyFigure(
                        figure, s.optionalText("one", many), many, Optional.ofNullable(share),
                        s.optionalText("of", "")));
            }
            s.finish();
        }
        return figures;
    }

    private List<BookSpec.Detail> detail() {
        List<BookSpec.Detail> pages = new ArrayList<>();
        for (Section s : book.sections("detail", "title")) {
            pages.add(new BookSpec.Detail(
                    s.text("title"), indicators(s, "columns", i -> i.exists(Level.QPV, Perimeter.QPV))));
            s.finish();
        }
        return pages;
    }

    private Indicator indicator(Section s, String key, Predicate<Indicator> fit) {
        return s.choice(key, "indicateur-inconnu", id -> catalogue.indicator(id).filter(fit), ids(fit));
    }

    private List<Indicator> indicators(Section s, String key, Predicate<Indicator> fit) {
        return s.choices(key, "indicateur-inconnu", id -> catalogue.indicator(id).filter(fit), ids(fit));
    }

    private List<String> ids(Predicate<Indicator> fit) {
        return catalogue.indicators().stream().filter(fit).map(Indicator::id).toList();
    }
}
