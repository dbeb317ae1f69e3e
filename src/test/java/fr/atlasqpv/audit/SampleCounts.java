package fr.atlasqpv.audit;

import fr.atlasqpv.edition2022.SampleBooks;
import fr.atlasqpv.edition2022.SampleBooks.TerritoryRow;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/** What the extracts of the sample count, read by other code than the program's. */
final class SampleCounts {
    private static final Path INPUT = Path.of("input/2022");

    private final Map<String, Map<Measure, BigDecimal>> qpv;
    private final Map<String, Map<Measure, BigDecimal>> communes;
    private final Map<String, List<String>> communesOf = new HashMap<>();
    private final Map<String, List<String>> qpvOf = new HashMap<>();
    private final SampleBooks books;

    SampleCounts(SampleBooks books) {
        this.books = books;
        this.qpv = counts(INPUT.resolve("insee/qpv/comptages_qpv.csv.gz"));
        this.communes = counts(INPUT.resolve("insee/communes/comptages_communes.csv.gz"));
        for (String line : lines(INPUT.resolve("insee/cog/composition_communale_2021.csv"))) {
            String[] fields = line.split(";");
            for (String parent : new String[] {fields[2], fields[4], fields[5] + "R"}) {
                communesOf.computeIfAbsent(parent, p -> new ArrayList<>()).add(fields[0]);
            }
        }
        for (TerritoryRow row : books.territories(Level.QPV)) {
            for (String parent : new String[] {row.epci(), row.departement(), "32R"}) {
                qpvOf.computeIfAbsent(parent, p -> new ArrayList<>()).add(row.code());
            }
            qpvOf.put(row.code(), List.of(row.code()));
        }
        dwellings("sdes-rpls/rpls_2017_detail.csv.gz", Measures2022.LOGEMENTS_SOCIAUX_OCCUPES, List.of("2", "3"));
    }

    private void dwellings(String file, Measure measure, List<String> excluded) {
        List<String> lines = lines(INPUT.resolve(file));
        List<String> header = Arrays.asList(lines.getFirst().split(";"));
        int code = header.indexOf("CODE_QP");
        int mode = header.indexOf("MODE");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(";", -1);
            if (!excluded.contains(fields[mode]) && qpv.containsKey(fields[code])) {
                qpv.get(fields[code]).merge(measure, BigDecimal.ONE, BigDecimal::add);
            }
        }
    }

    /** Sum of a measure; empty when the extracts do not give it. */
    Optional<BigDecimal> sum(Level level, String code, Perimeter perimeter, Measure measure) {
        String key = level == Level.REG ? code + "R" : code;
        boolean all = perimeter == Perimeter.ENSEMBLE;
        return (all ? communesOf : qpvOf).getOrDefault(key, List.of())
                .stream()
                .map(c -> (all ? communes : qpv).getOrDefault(c, Map.of()).get(measure))
                .filter(java.util.Objects::nonNull)
                .reduce(BigDecimal::add);
    }

    /** Value and status of a share of social dwellings as the books would have them if nothing withheld it. */
    String shareAsItWouldBeTold(CellKey key) {
        BigDecimal dwellings =
                sum(key.territory().level(), key.territory().code(), key.perimeter(),
                        Measures2022.LOGEMENTS_SOCIAUX_OCCUPES)
                        .orElseThrow();
        BigDecimal residences =
                sum(key.territory().level(), key.territory().code(), key.perimeter(),
                        Measures2022.RESIDENCES_PRINCIPALES)
                        .orElseThrow();
        BigDecimal share = dwellings.movePointRight(2).divide(residences, 1, RoundingMode.HALF_UP);
        return share.compareTo(BigDecimal.valueOf(95)) > 0 ? "95.0;plafonne" : share.toPlainString() + ";publie";
    }

    /** Writes what an attacker knows: the denominator of every rate of the books. */
    Path writeKnowledge(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        TreeSet<Measure> denominators = new TreeSet<>();
        Indicators2022.chapterIndicators().forEach(i -> i.denominator().ifPresent(denominators::add));
        for (Level level : List.of(Level.REG, Level.DEP, Level.EPCI, Level.QPV)) {
            for (TerritoryRow row : books.territories(level)) {
                for (Perimeter perimeter : Perimeter.values()) {
                    for (Measure measure : denominators) {
                        sum(level, row.code(), perimeter, measure).ifPresent(value -> rows.add(List.of(
                                level.name(), row.code(), perimeter.name(),
                                measure.id(), value.toPlainString())));
                    }
                }
            }
        }
        CsvDialect.write(file, Known.HEADER, rows);
        return file;
    }

    /** Counts of each measure by QPV. */
    Map<String, Map<Measure, BigDecimal>> qpv() {
        return qpv;
    }

    private static Map<String, Map<Measure, BigDecimal>> counts(Path file) {
        Map<String, Map<Measure, BigDecimal>> counts = new TreeMap<>();
        List<String> lines = lines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(";", -1);
            if (!fields[2].isEmpty()) {
                counts.computeIfAbsent(fields[0], c -> new TreeMap<>())
                        .put(Measures2022.valueOf(fields[1]), new BigDecimal(fields[2]));
            }
        }
        return counts;
    }

    private static List<String> lines(Path file) {
        try (var in = Files.newInputStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in,
                        file.toString().contains("rpls") ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
