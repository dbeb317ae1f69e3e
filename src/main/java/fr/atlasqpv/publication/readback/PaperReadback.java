package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.publication.CsvDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what lies beside the books and tells no cell: descriptions in JSON, the page of the run, its notices. Each text comes with
 * what stands beside it, so that a number beside the code of a territory is seen, wherever it stands.
 */
public final class PaperReadback {
    private static final CSVFormat FORMAT = CsvDialect.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final List<String> NOTICE =
            List.of("file", "line", "column", "code", "severity", "message", "value");
    private static final int LINE = NOTICE.indexOf("line");
    /** Of two members of one name the first would be read by nobody. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    private static final Pattern TAG = Pattern.compile(
            "<!--(?<comment>.*?)(?:-->|\\z)|<(?<end>/?)(?<name>[a-zA-Z][\\w:-]*)(?<attributes>(?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>",
            Pattern.DOTALL);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w:-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\w+));?");
    /** What a piece of text within a paragraph, or within a cell, is set in. */
    private static final Set<String> INLINE =
            Set.of("a", "b", "br", "code", "em", "i", "span", "strong", "td", "th", "tspan", "wbr", "dt", "dd");
    /** Attributes that tell where and how something is drawn. */
    private static final Set<String> DRAWING = Set.of(
            "class", "cx", "cy", "d", "dx", "dy", "fill", "font-size", "font-weight", "height", "points", "r", "rx",
            "stroke", "stroke-dasharray", "stroke-width", "style", "transform", "viewbox", "width", "x", "x1", "x2",
            "xmlns", "y", "y1", "y2", "opacity", "fill-opacity", "stroke-opacity", "text-anchor", "letter-spacing",
            "textlength");

    /** Tags that hold nothing and have no end. */
    private static final Set<String> EMPTY = Set.of("br", "hr", "img", "input", "link", "meta", "wbr");
    /** What may be the code of a QPV, in either case, or of an EPCI. */
    private static final Pattern CODE = Pattern.compile("[Qq][A-Za-z]\\d\\w\\d{3}\\w|\\b\\d{9}\\b");

    private final Catalogue catalogue;

    /** @param catalogue measures and indicators of the edition that the files are of */
    public PaperReadback(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads a file by the end of its name.
     *
     * @throws IOException when it cannot be read, or is not what its name says
     */
    public ReadBook read(Path file) throws IOException {
        CellParser parser = new CellParser(catalogue);
        String name = file.getFileName().toString();
        switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "json" -> json(file, parser);
            case "html" -> html(Files.readString(file), parser);
            case "csv" -> notices(file, parser);
            default -> throw new IOException(name + "\u00a0: ni JSON, ni HTML, ni CSV");
        }
        return parser.book(name);
    }

    private static void json(Path file, CellParser parser) throws IOException {
        try {
            json(JSON.readTree(Files.readString(file)), "", "", parser);
        } catch (JacksonException e) {
            throw new IOException(file.getFileName() + "\u00a0: ce fichier n’est pas du JSON", e);
        }
    }

    /** A member stands beside its name, its neighbours, the names that lead to it and the territories that are named on the way. */
    private static void json(JsonNode node, String place, String names, CellParser parser) {
        List<String> told = new ArrayList<>();
        if (node.isObject()) {
            node.properties().stream().filter(p -> p.getValue().isValueNode())
                    .forEach(p -> told.add(p.getKey() + " " + p.getValue().asString("")));
            String codes = told.stream().filter(CODE.asPredicate()).collect(Collectors.joining(" "));
            node.properties().stream().filter(p -> !p.getValue().isValueNode()).forEach(p -> json(
                    p.getValue(), place + "/" + word(p.getKey()), names + " " + codes + " " + p.getKey(), parser));
        } else if (node.isArray()) {
            node.values().stream().filter(JsonNode::isValueNode).forEach(v -> told.add(v.asString("")));
            node.values().stream().filter(v -> !v.isValueNode()).forEach(v -> json(v, place, names, parser));
        } else {
            told.add(node.asString(""));
        }
        parser.elsewhere(place.isEmpty() ? "/" : place, String.join(" | ", told), names);
    }

    // A name that holds a digit may be a figure
    private static String word(String name) {
        return name.matches("[\\p{L}:_-]+") ? name : "…";
    }

    /** A tag that has not ended, and what its attributes tell. */
    private record Open(String tag, String told) {}

    /**
     * Reads the page. A text stands beside the attributes of its own tags and, where these name a territory, of those that it is in; what
     * tells where and how something is drawn stands beside them all.
     */
    private static void html(String page, CellParser parser) {
        String section = "tête";
        StringBuilder text = new StringBuilder();
        StringBuilder drawn = new StringBuilder();
        Deque<Open> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(page);
        List<String> heads = new ArrayList<>();
        int column = 0;
        int at = 0;
        while (tag.find()) {
            text.append(page, at, tag.start());
            at = tag.end();
            if (tag.group("name") == null) {
                parser.hidden(section + ", commentaire", plain(tag.group("comment")));
                continue;
            }
            String name = tag.group("name").toLowerCase(Locale.ROOT);
            boolean ends = !tag.group("end").isEmpty();
            if (name.equals("script") && !ends) {
                parser.fault(section, "un programme dans la page");
            }
            if (!INLINE.contains(name)) {
                block(section, text, drawn, open, parser);
            } else if (!name.equals("tspan") && !name.equals("wbr")) {
                text.append(' ');
            }
            String attributes = tag.group("attributes");
            if (name.equals("section") && !ends) {
                section = sectionOf(attributes, section);
            }
            String told = (Digits.in(name) && !name.matches("h[1-6]|[xy][12]") ? name : "") + told(attributes, drawn);
            text.append(told.isBlank() ? "" : " " + told + " ");
            if (ends) {
                leave(name, open);
            } else if (!EMPTY.contains(name) && !attributes.endsWith("/")) {
                open.push(new Open(name, CODE.matcher(attributes).find() ? plain(attributes) : ""));
            }
            switch (name) {
                case "table" -> heads.clear();
                case "tr" -> column = 0;
                case "th", "td" -> {
                    if (ends) {
                        break;
                    }
                    if (name.equals("th") && attributes.contains("col")) {
                        int end = page.indexOf("</th>", at);
                        heads.add(end < 0 ? "" : plain(page.substring(at, end).replaceAll("<[^>]*>", "")));
                    } else {
                        // A number of line is one because its column says so
                        text.append(column < heads.size() && heads.get(column).equals("Ligne") ? "| ligne " : "| ");
                        column++;
                    }
                }
                default -> {}
            }
        }
        text.append(page.substring(at));
        block(section, text, drawn, open, parser);
    }

    /** What stands between two tags that part one text from the next; of what is drawn, that which is beside a territory. */
    private static void block(
            String section, StringBuilder text, StringBuilder drawn, Deque<Open> open, CellParser parser) {
        String told = plain(text.toString());
        StringBuilder beside = new StringBuilder();
        open.forEach(tag -> beside.append(tag.told()).append(' '));
        if (CODE.matcher(told + drawn + beside).find()) {
            beside.append(drawn);
        }
        parser.elsewhere(section, Digits.in(told) ? told : told + " " + beside, beside.toString());
        text.setLength(0);
        drawn.setLength(0);
    }

    /** Whatever a tag says besides its name; what draws is set apart. */
    private static String told(String attributes, StringBuilder drawn) {
        return plain(ATTRIBUTE.matcher(attributes).replaceAll(hit -> {
            if (!DRAWING.contains(hit.group(1).toLowerCase(Locale.ROOT))) {
                return Matcher.quoteReplacement(hit.group() + " ");
            }
            drawn.append(' ').append(plain(hit.group()));
            return " ";
        }));
    }

    private static void leave(String name, Deque<Open> open) {
        if (open.stream().anyMatch(tag -> tag.tag().equals(name))) {
            while (!open.pop().tag().equals(name)) {
                // Left open, as HTML allows
            }
        }
    }

    private static String sectionOf(String attributes, String before) {
        Matcher id = Pattern.compile("\\bid=\"([a-z-]+)\"").matcher(attributes);
        return id.find() ? "partie «\u00a0" + id.group(1) + "\u00a0»" : before;
    }

    private static String plain(String html) {
        String decoded = ENTITY.matcher(html).replaceAll(hit -> Matcher.quoteReplacement(character(hit.group(1),
                hit.group(2), hit.group(3))));
        return PdfValue.plain(decoded).replaceAll("\\s+", " ").strip();
    }

    private static String character(String decimal, String hexadecimal, String name) {
        if (name != null) {
            return switch (name) {
                case "amp" -> "&";
                case "lt" -> "<";
                case "gt" -> ">";
                case "quot" -> "\"";
                default -> " ";
            };
        }
        int point = decimal == null ? Integer.parseInt(hexadecimal, 16) : Integer.parseInt(decimal);
        return Character.isValidCodePoint(point) ? Character.toString(point) : " ";
    }

    private static void notices(Path file, CellParser parser) throws IOException {
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            if (!rows.getHeaderNames().equals(NOTICE)) {
                parser.fault("ligne 1", "colonnes inattendues");
            }
            for (CSVRecord row : rows) {
                String where = "ligne " + (row.getRecordNumber() + 1);
                if (!row.isConsistent()) {
                    parser.fault(where, "nombre de colonnes inattendu");
                }
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> cells.add(
                        (cells.size() == LINE ? "ligne " : "") + PdfValue.plain(CsvDialect.unescape(cell))));
                parser.elsewhere(where, String.join(" | ", cells));
            }
        } catch (UncheckedIOException e) {
            throw new IOException(file.getFileName() + "\u00a0: ce fichier n’est pas du CSV", e);
        }
    }
}
