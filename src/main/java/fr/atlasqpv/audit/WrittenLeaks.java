package fr.atlasqpv.audit;

import fr.atlasqpv.audit.Finding.Kind;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.publication.readback.Digits;
import fr.atlasqpv.publication.readback.ReadBook;
import fr.atlasqpv.publication.readback.ReadCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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
            Pattern.compile(
                    "(?:19|20)\\d{2}-[01]\\d-[0-3]\\d(T[\\d:.]+(Z|[+-]\\d\\d:?\\d\\d)?)?|D:(?:19|20)\\d{6,12}\\S*");
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
    /** What a notice may tell of an extract and of the ground beside the code of a withheld territory: the sentences of ours that do. */
    private static final Pattern SENTENCE = Pattern.compile(
            "[Ll]ignes? " + WHOLE + "(?:(?:, | et | à )" + WHOLE + ")*|" + WHOLE + SPACE
                    + "lignes? (?:est|sont) inutilisables?|est à cheval \\((?:[^()\\d][^(),]* \\d+(?:\\.\\d+)?(?:, )?){2,} habitants\\)"
                    + "|couvre " + WHOLE + SPACE + "km²|\\(" + WHOLE + "(?:,\\d+)?" + SPACE + "km² au plus\\)|est à "
                    + WHOLE + SPACE
                    + "km de sa commune");
    /** The QPV of a commune, which a notice also gives as what it has read. */
    private static final Pattern OF_A_COMMUNE =
            Pattern.compile("Les quartiers de [^|()]+ \\((?<code>\\d[\\dAB]\\d{3})\\) \\(");
    /** So many QPV, and the first of them by their codes. */
    private static final Pattern LISTED = Pattern.compile(
            "(?<number>" + WHOLE + ")" + SPACE + "quartiers?(?: sur " + WHOLE + ")?(?<named>[^|]*)");
    private static final Pattern OTHERS = Pattern.compile(" et (?<number>" + WHOLE + ") autres?");
    private static final int NAMED = 5;
    private static final Pattern ARRONDISSEMENT =
            Pattern.compile("\\b\\d{1,2}(?:er|e) Arrondissement", Pattern.CASE_INSENSITIVE);
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
    private final Set<String> properties = new HashSet<>(STANDARDS);
    private final Set<String> years = new HashSet<>();
    /** Names that hold digits: files, measures and indicators, territories; the longest first, for one may hold another. */
    private final SortedMap<String, Set<Territory>> numbered = new TreeMap<>(
            Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    private final Set<Finding> findings = new LinkedHashSet<>();

    private WrittenLeaks(EditionBooks edition) {
        edition.told().forEach((key, cell) -> cell(edition, key, cell));
        for (RegionBooks region : edition.regions()) {
            region.territories().forEach(row -> {
                everywhere.add(row.territory().code());
                if (row.territory().code().matches("\\d[A-Z]")) {
                    named(row.territory().code());
                }
            });
            region.csv().labels().forEach(
                    (territory, label) -> labelled.computeIfAbsent(label, l -> new HashSet<>()).add(territory));
            region.csv().labels().forEach((territory, label) -> {
                if (label.equals(region.workbook().labels().getOrDefault(territory, label))) {
                    ofName.computeIfAbsent(territory, t -> new HashSet<>()).addAll(everyNumber(label));
                }
            });
        }
        edition.rules().files().forEach(this::named);
        edition.rules().catalogue().indicators().forEach(indicator -> named(indicator.id()));
        edition.rules().catalogue().measures().forEach(measure -> named(measure.id()));
        labelled.forEach((label, territories) -> {
            if (label.length() >= SHORTEST_NAME && Digits.in(label)) {
                numbered.put(label, territories);
            }
        });
        edition.rules().words().forEach(word -> {
            properties.addAll(numbers(word));
            years(word);
        });
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
        years(cell.millesime());
        years(cell.source());
        if (cell.status() == CellStatus.SECRET) {
            codes.put(territory.code(), territory);
            for (RegionBooks region : edition.regions()) {
                String name = region.csv().labels().getOrDefault(territory, "");
                if (name.length() >= SHORTEST_NAME) {
                    names.put(Digits.plain(name), territory);
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
                text.where(),
                withheld(text).isEmpty() ? REFERENCE.matcher(text.text()).replaceAll(" ")
                        : withoutSentences(text.text()),
                text.beside(), text.place())));
    }

    /** Without what the sentences of our notices tell of an extract; a number of QPV is that of those they list. */
    private static String withoutSentences(String text) {
        String bare = SENTENCE.matcher(text).replaceAll(" ");
        Matcher commune = OF_A_COMMUNE.matcher(bare);
        if (commune.find()) {
            bare = bare.replaceAll("\\b" + commune.group("code") + "\\b", " ");
        }
        return LISTED.matcher(bare).replaceAll(list -> {
            String named = list.group("named");
            int first = (int) CODE.matcher(named).results().count();
            Matcher others = OTHERS.matcher(named);
            int number = Integer.parseInt(plain(list.group("number")));
            boolean whole = first == NAMED && others.find()
                    ? number == first + Integer.parseInt(plain(others.group("number")))
                    : number == first || first == NAMED && number > first && named.contains("…");
            return Matcher.quoteReplacement(whole ? OTHERS.matcher(named).replaceFirst("") : list.group());
        });
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
                if (numbers(text.text()).stream().anyMatch(n -> !properties.contains(n) && !everywhere.contains(n))) {
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
        if (Digits.in(text)) {
            leak(where + "\u00a0: un nombre là où un livre n’a rien");
        } else {
            findings.add(new Finding(Kind.NOTICE, where + "\u00a0: un texte là où un livre n’a rien."));
        }
    }

    private void besideCode(String where, ReadBook.Text text) {
        for (Territory territory : withheld(text)) {
            if (unexplained(text.text() + " " + text.beside(), territory)) {
                leak(where + "\u00a0: un nombre à côté du code " + territory.code());
            }
        }
    }

    /** Territories with a withheld figure whose codes stand in a text or beside it, in either case. */
    private Set<Territory> withheld(ReadBook.Text text) {
        Set<Territory> withheld = new TreeSet<>();
        Matcher code = CODE.matcher((text.text() + " " + text.beside()).toUpperCase(Locale.ROOT));
        for (int at = 0; code.find(at); at = code.start() + 1) {
            Territory territory = codes.get(code.group());
            if (territory != null) {
                withheld.add(territory);
            }
        }
        return withheld;
    }

    private void besideName(String where, ReadBook.Text text) {
        names.forEach((name, territory) -> {
            if (text.text().contains(name) && named(text.text(), name)) {
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

    /** “Centre” is not named by “Centres des communes”. */
    private static boolean named(String text, String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])").matcher(text).find();
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
        String bare = CODE.matcher(text).replaceAll(" ");
        for (Map.Entry<String, Set<Territory>> name : numbered.entrySet()) {
            // Its own name is explained number by number: that of another book may differ
            bare = name.getValue().equals(Set.of(territory)) ? bare : bare.replace(name.getKey(), " ");
        }
        return everyNumber(ARRONDISSEMENT.matcher(bare).replaceAll(" ")).stream()
                .anyMatch(n -> !explained(n, territory) && !years.contains(n));
    }

    /** A published figure of the same territory, the code of another. */
    private boolean explained(String number, Territory territory) {
        return published.getOrDefault(territory, Set.of()).contains(number) || everywhere.contains(number)
                || ofName.getOrDefault(territory, Set.of()).contains(number);
    }

    /** Numbers of a text with {@code .} decimal, without codes, dates and years. */
    private static List<String> numbers(String text) {
        return everyNumber(text).stream().filter(n -> !YEAR.matcher(n).matches()).toList();
    }

    /** The same with the years: beside a code a count may look like one. */
    private static List<String> everyNumber(String text) {
        String bare = DATE.matcher(CODE.matcher(text).replaceAll(" ")).replaceAll(" ");
        return NUMBER.matcher(bare).results().map(number -> plain(number.group())).toList();
    }

    private void named(String name) {
        if (Digits.in(name)) {
            numbered.put(name, Set.of());
        }
    }

    private void years(String words) {
        everyNumber(words).stream().filter(n -> YEAR.matcher(n).matches()).forEach(years::add);
    }

    private static String plain(String number) {
        return number.replaceAll(SPACE, "").replace(',', '.');
    }

    private void leak(String message) {
        findings.add(new Finding(Kind.DISCLOSURE, message + "."));
    }
}
