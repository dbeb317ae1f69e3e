package fr.atlasqpv.audit;

import fr.atlasqpv.audit.Finding.Kind;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.publication.readback.ReadBook;
import fr.atlasqpv.publication.readback.ReadCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for withheld values that stand in the books outside their cells: beside the code or the name of a territory, in the
 * properties of a file, in a place where a sound book has nothing. The values themselves are not known here: any number that
 * is not explained is a leak.
 */
final class WrittenLeaks {
    private static final String SPACE = "[ \u202f\u00a0]";
    private static final String WHOLE = "\\d+(?:" + SPACE + "\\d{3}(?!\\d))*";
    private static final Pattern NUMBER = Pattern.compile(WHOLE + "(?:[.,]\\d+)*");
    private static final Pattern DECIMAL = Pattern.compile(WHOLE + "(?:[.,]\\d+|(?=" + SPACE + "?%))");
    private static final Pattern DATE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}(T[\\d:.]+(Z|[+-]\\d\\d:?\\d\\d)?)?|D:\\d{8,14}\\S*");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    /** Codes of QPV, of every generation and of every département, and of EPCI. */
    private static final Pattern CODE = Pattern.compile("Q[A-Z][0-9A-Z]{6}|\\b\\d{9}(?:-\\w{2,3})?\\b");
    /**
     * What a notice tells of an extract and of the ground: lines, territories that it speaks of, distances, areas, sizes of files,
     * inhabitants by commune.
     */
    private static final Pattern REFERENCE = Pattern.compile(
            "lignes? " + WHOLE + "(?:(?:, | et )" + WHOLE + ")*|" + WHOLE
                    + "(?:[.,]\\d+)?" + SPACE
                    + "(?:km²?|octets|o|ko|Mo|Go|lignes?|quartiers?(?: sur " + WHOLE
                    + ")?|communes?|territoires?|QPV|EPCI)\\b|\\([^()]* habitants\\)");
    /** Numbers of the standards that the properties of a PDF name. */
    private static final Set<String> STANDARDS = Set.of("1", "2", "14289", "19005");
    /** A shorter name is a common word. */
    private static final int SHORTEST_NAME = 6;

    private final Map<String, Territory> codes = new HashMap<>();
    private final Map<String, Territory> names = new TreeMap<>();
    private final Map<Territory, Set<String>> published = new HashMap<>();
    private final Map<String, Set<Territory>> labelled = new HashMap<>();
    private final Map<Territory, Set<String>> ofName = new HashMap<>();
    private final Set<String> everywhere = new HashSet<>();
    private final Set<Finding> findings = new LinkedHashSet<>();

    private WrittenLeaks(EditionBooks edition) {
        edition.told().forEach((key, cell) -> cell(edition, key, cell));
        for (RegionBooks region : edition.regions()) {
            region.territories().forEach(row -> everywhere.add(row.territory().code()));
            region.csv().labels().forEach(
                    (territory, label) -> labelled.computeIfAbsent(label, l -> new HashSet<>()).add(territory));
            region.csv().labels().forEach((territory, label) -> {
                if (label.equals(region.workbook().labels().getOrDefault(territory, label))) {
                    ofName.computeIfAbsent(territory, t -> new HashSet<>()).addAll(numbers(label));
                }
            });
            everywhere.addAll(STANDARDS);
        }
        edition.rules().words().forEach(word -> numbers(word).forEach(everywhere::add));
    }

    static List<Finding> of(EditionBooks edition) {
        WrittenLeaks leaks = new WrittenLeaks(edition);
        for (RegionBooks region : edition.regions()) {
            for (ReadBook book : region.all()) {
                book.elsewhere().forEach(text -> leaks.look(book.name(), text));
                leaks.decoration(book);
            }
            region.papers().forEach(paper -> leaks.paper(region.folder() + "/" + paper.name(), paper));
            leaks.names(region);
        }
        edition.papers().read().forEach(paper -> leaks.paper(paper.name(), paper));
        edition.papers().strangers().forEach(file -> leaks.findings.add(new Finding(
                Kind.DISAGREEMENT, file + "\u00a0: rien ne lit ce fichier\u00a0; ôtez-le du dossier de l’édition.")));
        edition.papers().missing().forEach(file -> leaks.findings.add(new Finding(
                Kind.NOTICE, file + "\u00a0: ce fichier manque, il n’a pas été lu.")));
        return List.copyOf(leaks.findings);
    }

    private void cell(EditionBooks edition, CellKey key, ReadCell cell) {
        Territory territory = key.territory();
        if (cell.status() == CellStatus.SECRET) {
            codes.put(territory.code(), territory);
            for (RegionBooks region : edition.regions()) {
                String name = region.csv().labels().getOrDefault(territory, "");
                if (name.length() >= SHORTEST_NAME) {
                    names.put(name, territory);
                }
            }
        }
        if (!cell.value().isEmpty()) {
            published.computeIfAbsent(territory, t -> new HashSet<>()).add(cell.value());
        }
    }

    /** A file that tells no cell: what it says of extracts and files is no figure. */
    private void paper(String name, ReadBook paper) {
        paper.faults().forEach(fault -> findings.add(new Finding(
                Kind.DISAGREEMENT, name + ", " + fault + ".")));
        paper.elsewhere().forEach(text -> look(name, new ReadBook.Text(
                text.where(), REFERENCE.matcher(text.text()).replaceAll(" "), text.beside(), text.place())));
    }

    /** A territory has one name in all the books. */
    private void names(RegionBooks region) {
        SortedMap<Territory, String> names = region.csv().labels();
        region.workbook().labels().forEach((territory, name) -> {
            String other = names.getOrDefault(territory, name);
            if (!name.equals(other)) {
                look(region.workbook().name(), new ReadBook.Text(
                        "nom de " + territory, name + " " + other, territory.code(), ReadBook.Place.OPEN));
            }
        });
    }

    private void look(String book, ReadBook.Text text) {
        String where = book + ", " + text.where();
        switch (text.place()) {
            case HIDDEN -> hidden(where, text.text());
            case METADATA -> {
                if (numbers(text.text()).stream().anyMatch(n -> !everywhere.contains(n))) {
                    leak(where + "\u00a0: un nombre dans les propriétés du document");
                }
            }
            case OPEN, DECORATION -> {}
        }
        besideCode(where, text);
        besideName(where, text);
    }

    /** Running heads and scales come again from page to page: a decimal number that stands on one page alone is neither. */
    private void decoration(ReadBook book) {
        Map<String, List<String>> places = new TreeMap<>();
        for (ReadBook.Text text : book.elsewhere()) {
            if (text.place() == ReadBook.Place.DECORATION) {
                numbers(text.text()).stream()
                        .filter(n -> n.contains("."))
                        .distinct()
                        .forEach(n -> places.computeIfAbsent(n, k -> new ArrayList<>()).add(text.where()));
            }
        }
        places.values()
                .stream()
                .filter(pages -> pages.size() == 1)
                .forEach(pages -> leak(book.name() + ", " + pages.getFirst() + "\u00a0: un nombre sans raison d’être"));
    }

    private void hidden(String where, String text) {
        if (text.chars().anyMatch(Character::isDigit)) {
            leak(where + "\u00a0: un nombre là où un livre n’a rien");
        } else {
            findings.add(new Finding(Kind.NOTICE, where + "\u00a0: un texte là où un livre n’a rien."));
        }
    }

    private void besideCode(String where, ReadBook.Text text) {
        Matcher code = CODE.matcher(text.text() + " " + text.beside());
        while (code.find()) {
            Territory territory = codes.get(code.group());
            if (territory != null && unexplained(text.text() + " " + text.beside(), territory)) {
                leak(where + "\u00a0: un nombre à côté du code " + territory.code());
            }
        }
    }

    private void besideName(String where, ReadBook.Text text) {
        names.forEach((name, territory) -> {
            if (text.text().contains(name)) {
                Set<String> ofOthers = publishedOfThoseNamed(text.text());
                Matcher number = DECIMAL.matcher(CODE.matcher(text.text()).replaceAll(" "));
                while (number.find()) {
                    String plain = plain(number.group());
                    if (!explained(plain, territory) && !ofOthers.contains(plain)) {
                        leak(where + "\u00a0: un nombre à côté du nom de " + territory.code());
                    }
                }
            }
        });
    }

    /** A sentence that compares territories names each beside its figure. */
    private Set<String> publishedOfThoseNamed(String text) {
        Set<String> values = new HashSet<>();
        labelled.forEach((label, territories) -> {
            if (text.contains(label)) {
                territories.forEach(t -> values.addAll(published.getOrDefault(t, Set.of())));
            }
        });
        return values;
    }

    private boolean unexplained(String text, Territory territory) {
        return numbers(text).stream().anyMatch(n -> !explained(n, territory));
    }

    /** A published figure of the same territory, the code of another, a year. */
    private boolean explained(String number, Territory territory) {
        return published.getOrDefault(territory, Set.of()).contains(number) || everywhere.contains(number)
                || ofName.getOrDefault(territory, Set.of()).contains(number);
    }

    /** Numbers of a text with {@code .} decimal, without codes, dates and years. */
    private static List<String> numbers(String text) {
        String bare = DATE.matcher(CODE.matcher(text).replaceAll(" ")).replaceAll(" ");
        List<String> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(bare);
        while (number.find()) {
            String plain = plain(number.group());
            if (!YEAR.matcher(plain).matches()) {
                numbers.add(plain);
            }
        }
        return numbers;
    }

    private static String plain(String number) {
        return number.replaceAll(SPACE, "").replace(',', '.');
    }

    private void leak(String message) {
        findings.add(new Finding(Kind.DISCLOSURE, message + "."));
    }
}
