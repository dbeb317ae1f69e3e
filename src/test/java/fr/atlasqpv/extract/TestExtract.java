package fr.atlasqpv.extract;

import fr.atlasqpv.edition.CheckRules;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Catalogue2022;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.release.Book2022;
import fr.atlasqpv.secrecy.SecrecyRules;
import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Frames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A small extract in a temporary folder, the edition that declares it, and what its reader says of it. */
final class TestExtract {
    private final Path folder;
    private final Layout layout;
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<Edition.ValueColumn> values = new ArrayList<>();
    private final List<Edition.Source> others = new ArrayList<>();
    private String file = "extrait.csv";
    private String member;
    private String sheet;
    private String layer;
    private Integer epsg;
    private Charset charset;
    private char delimiter = ';';
    private Indicator indicator;
    private Measure measure;
    private List<String> excluded = List.of();
    private String correspondence;
    private List<String> regions = List.of();
    private Frame frame = Frames.metropole();
    private boolean standIn;
    private int unpackedLimit = Edition.Source.UNPACKED_LIMIT;

    TestExtract(Path folder, Layout layout) {
        this.folder = folder;
        this.layout = layout;
        this.charset = layout.geographic() ? null : StandardCharsets.UTF_8;
    }

    TestExtract column(String field, String name) {
        columns.put(field, name);
        return this;
    }

    TestExtract standIn() {
        this.standIn = true;
        return this;
    }

    TestExtract measure(String column, Measure counted) {
        values.add(new Edition.ValueColumn(column, Edition.Carries.MEASURE, counted, null));
        return this;
    }

    TestExtract rate(String column, Indicator rate) {
        values.add(new Edition.ValueColumn(column, Edition.Carries.RATE, Measures2022.POPULATION, rate));
        return this;
    }

    TestExtract code(String column, Indicator code) {
        values.add(new Edition.ValueColumn(column, Edition.Carries.CODE, null, code));
        return this;
    }

    TestExtract file(String name) {
        this.file = name;
        return this;
    }

    TestExtract member(String name) {
        this.member = name;
        return this;
    }

    TestExtract sheet(String name) {
        this.sheet = name;
        return this;
    }

    TestExtract layer(String name) {
        this.layer = name;
        return this;
    }

    TestExtract epsg(int code) {
        this.epsg = code;
        return this;
    }

    TestExtract charset(Charset declared) {
        this.charset = declared;
        return this;
    }

    TestExtract delimiter(char sign) {
        this.delimiter = sign;
        return this;
    }

    TestExtract feeding(Indicator fed) {
        this.indicator = fed;
        return this;
    }

    TestExtract countedIn(Measure counted, String... excluded) {
        this.measure = counted;
        this.excluded = List.of(excluded);
        return this;
    }

    TestExtract excluding(String... codes) {
        this.excluded = List.of(codes);
        return this;
    }

    TestExtract unpackedLimit(int megabytes) {
        this.unpackedLimit = megabytes;
        return this;
    }

    TestExtract pairedBy(Edition.Source table) {
        this.correspondence = table.id();
        others.add(table);
        return this;
    }

    /** Another extract of the same folder, in the same edition. */
    TestExtract beside(TestExtract other) {
        others.add(other.source());
        return this;
    }

    TestExtract frame(Frame placed) {
        this.frame = placed;
        return this;
    }

    TestExtract regions(String... codes) {
        this.regions = List.of(codes);
        return this;
    }

    /** Writes the lines, parted by line feeds, and a last line feed. */
    TestExtract lines(String... lines) {
        return bytes((String.join("\n", lines) + "\n").getBytes(charset == null ? StandardCharsets.UTF_8 : charset));
    }

    TestExtract bytes(byte[] bytes) {
        try {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.write(folder.resolve(file), bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Edition.Source source() {
        return new Edition.Source(
                "source-" + layout.id(), layout, file, member, sheet, layer, epsg, charset, delimiter, true, false,
                "Groupe",
                "Libellé",
                "Producteur",
                "2020", "Licence", columns, values, indicator, measure, List.of(2019, 2020), excluded,
                correspondence, unpackedLimit, false, standIn, List.of());
    }

    Edition edition() {
        List<Edition.Source> sources = new ArrayList<>(others);
        sources.add(source());
        Map<String, Map<String, String>> typologies = Map.of(
                "typologie_cadre_vie", Map.of("ANC", "", "PUU", "", "PET", "", "GDE", "", "BAN", ""),
                "typologie_cohesion", Map.of("INT", "", "PET", "", "SEG", "", "DEF", ""),
                "typologie_emploi", Map.of("DYN", "", "DEC", "", "IND", ""),
                "npnru", Map.of("QIN", "", "QIR", ""));
        return new Edition(
                "2022", "2022", "", "", "", "", "", "", "", "input", regions, frame, new BigDecimal("0.5"), sources,
                Catalogue2022.CATALOGUE, List.of(), Book2022.SPEC,
                new SecrecyRules(List.of(), List.of(), BigDecimal.valueOf(11), List.of(), List.of(), List.of(),
                        List.of(), BigDecimal.ZERO),
                List.of(), List.of(), List.of(), Map.of(), "", "", Map.of(), "", "", List.of(),
                List.of(), 0, typologies, Map.of(), CheckRules.NONE);
    }

    SourceReader open(ReadPosition from) {
        return SourceReaders.open(edition(), source(), folder, from);
    }

    /** Every row of the file. */
    List<Outcome> read() {
        try (SourceReader reader = open(ReadPosition.START)) {
            return rest(reader);
        }
    }

    /** The rows that a reader has left. */
    static List<Outcome> rest(SourceReader reader) {
        List<Outcome> rows = new ArrayList<>();
        for (Outcome row = reader.read(); row != null; row = reader.read()) {
            rows.add(row);
        }
        return rows;
    }

    /** Every row in short. */
    List<String> told() {
        return read().stream().map(TestExtract::told).toList();
    }

    /** A row in short: its facts, {@code ! line column code value} for each fault, or {@code ~ reason}. */
    static String told(Outcome row) {
        return switch (row) {
            case Outcome.Usable u -> u.facts().stream().map(TestExtract::told).collect(Collectors.joining(" "));
            case Outcome.Rejected r -> r.notices().stream().map(TestExtract::told).collect(Collectors.joining(" "));
            case Outcome.OutOfScope o -> "~ " + o.reason();
        };
    }

    private static String told(Measure measure) {
        return measure.id().toUpperCase(Locale.ROOT);
    }

    static String told(Notice n) {
        return "! " + n.line() + " " + n.column() + " " + n.code() + " " + n.value();
    }

    private static String told(Fact fact) {
        return switch (fact) {
            case Fact.MeasureFact m -> m.code() + ":" + told(m.measure()) + "=" + m.value().toPlainString();
            case Fact.RateFact r -> r.code() + ":" + r.indicator().id() + "=" + r.rate().toPlainString() + "%";
            case Fact.MissingFact m ->
                    m.code() + ":" + (m.measure() == null ? m.indicator().id() : told(m.measure())) + "=?" + m.mark();
            case Fact.ListedFact p ->
                    p.code() + ":" + p.indicator().id() + "="
                            + (p.text() == null ? p.value().toPlainString() : p.text());
            default -> fact.toString();
        };
    }
}
