package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gathers what a book says while it is read: cells, names, other texts, faults. */
final class CellParser {
    private static final Set<String> MARKS = Set.of("", "0", "1");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,18})?");

    private final Catalogue catalogue;
    private final List<ReadCell> occurrences = new ArrayList<>();
    private final SortedMap<Territory, String> labels = new TreeMap<>();
    private final List<ReadBook.Text> elsewhere = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<Object, Object> kept = new HashMap<>();
    private String edition = "";

    /** @param catalogue measures and indicators of the edition that the book is of */
    CellParser(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Words of one occurrence of a cell, as written. */
    record Words(
            String level,
            String code,
            String label,
            String perimeter,
            String indicator,
            String value,
            String status,
            String estimated,
            String millesime,
            String source) {}

    void edition(String id) {
        if (edition.isEmpty()) {
            edition = id;
        } else if (!edition.equals(id)) {
            fault("édition", "deux éditions dans un livre : " + edition + " et " + id);
        }
    }

    void cell(Words words, String where) {
        try {
            // What cannot be understood is not repeated: a withheld figure may stand there
            Territory territory =
                    once(new Territory(one(Level.values(), words.level(), "niveau inconnu"), words.code()));
            Indicator indicator = catalogue.indicator(words.indicator())
                    .orElseThrow(() -> new IllegalArgumentException("indicateur inconnu"));
            CellStatus status = CellStatus.of(words.status())
                    .orElseThrow(() -> new IllegalArgumentException("statut inconnu"));
            if (!MARKS.contains(words.estimated())) {
                throw new IllegalArgumentException("marque d’estimation inconnue");
            }
            Perimeter perimeter = one(Perimeter.values(), words.perimeter(), "périmètre inconnu");
            CellKey key = new CellKey(territory, perimeter, indicator);
            String label = labels.putIfAbsent(territory, words.label());
            if (label != null && !label.equals(words.label())) {
                elsewhere(where, words.label(), territory.code());
            }
            occurrences.add(new ReadCell(
                    key,
                    once(value(indicator, words.value())),
                    status,
                    words.estimated().equals("1"),
                    once(words.millesime()),
                    once(words.source()),
                    where));
        } catch (IllegalArgumentException e) {
            fault(where, e.getMessage());
        }
    }

    /** The same thing said before, where it was: a book says the same words thousands of times. */
    @SuppressWarnings("unchecked")
    private <T> T once(T said) {
        return (T) kept.computeIfAbsent(said, s -> s);
    }

    private static <E extends Enum<E>> E one(E[] words, String written, String fault) {
        return Arrays.stream(words)
                .filter(word -> word.name().equals(written))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(fault));
    }

    // Two books may write 14 and 14.0: the decimals of the indicator make them one
    private static String value(Indicator indicator, String written) {
        if (written.isEmpty() || indicator.kind() == Indicator.Kind.CODE) {
            return written;
        }
        if (!NUMBER.matcher(written).matches()) {
            throw new IllegalArgumentException("valeur qui n’est pas un nombre");
        }
        BigDecimal number = new BigDecimal(written);
        return number.scale() > indicator.decimals() && number.stripTrailingZeros().scale() > indicator.decimals()
                ? number.toPlainString()
                : number.setScale(indicator.decimals()).toPlainString();
    }

    /** Occurrences of cells so far. */
    int cells() {
        return occurrences.size();
    }

    void elsewhere(String where, String text) {
        elsewhere(where, text, "");
    }

    /** A text beside others that tell what it is about: the code of its row. */
    void elsewhere(String where, String text, String beside) {
        add(where, text, beside, ReadBook.Place.OPEN);
    }

    /** A text that tells of the file: title, author, dates. */
    void metadata(String where, String text) {
        add(where, text, "", ReadBook.Place.METADATA);
    }

    /** A text that belongs to the paper: running heads, scales. */
    void decoration(String where, String text) {
        add(where, text, "", ReadBook.Place.DECORATION);
    }

    /** A text where a sound book has none. */
    void hidden(String where, String text) {
        add(where, text, "", ReadBook.Place.HIDDEN);
    }

    private void add(String where, String text, String beside, ReadBook.Place place) {
        // Words that a reader sees tell no figure: most of a book, not kept
        boolean tells = place != ReadBook.Place.OPEN || Digits.in(text);
        if (tells && !text.isBlank()) {
            elsewhere.add(new ReadBook.Text(where, Digits.plain(text), Digits.plain(beside), place));
        }
    }

    void fault(String where, String what) {
        faults.add(where + " : " + what);
    }

    ReadBook book(String name) {
        return new ReadBook(
                name, edition, occurrences, ReadBook.byAddress(occurrences), labels, elsewhere, faults);
    }
}
