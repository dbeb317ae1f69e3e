package fr.atlasqpv.batch;

import fr.atlasqpv.audit.Known;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.KnownFile;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.NoticeCode;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.secrecy.ProtectionNotice;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Counts that anybody can read in other publications ({@code rules: known:}), numerators as well as denominators, of the vintages of
 * this edition. The files have the form of {@link Known}; they are inputs of the run. No count of them is ever told.
 */
final class KnownFiles {
    private static final String SOURCE = "connus";
    private static final CSVFormat FORMAT = CsvDialect.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");
    private static final String MEASURE = "mesure";
    private static final String VALUE = "valeur";

    private KnownFiles() {}

    /** A row that makes sense. */
    private record Row(InputFile file, long line, TotalKey key, BigDecimal count) {}

    /** What a file says, and what is wrong in it. */
    private record Content(List<Row> rows, List<Notice> faults) {}

    /** Those that are there, in order, with their fingerprints. */
    static List<InputFile> files(Edition edition, Path inputFolder) {
        List<InputFile> files = new ArrayList<>();
        for (KnownFile known : edition.known()) {
            Path file = inputFolder.resolve(known.file());
            if (Files.isRegularFile(file)) {
                files.add(InputFile.asFarAsLegible(SOURCE, known.file(), file));
            }
        }
        return files;
    }

    /** Which publication a file is taken from. */
    static String publication(RunRequest request, InputFile file) {
        return request.edition().known().stream()
                .filter(k -> k.file().equals(file.path()))
                .map(KnownFile::source)
                .findFirst()
                .orElse("");
    }

    /** What is wrong with them, to be told before anything is computed. */
    static List<Notice> faults(RunRequest request) {
        List<Notice> faults = new ArrayList<>();
        for (KnownFile known : request.edition().known()) {
            if (request.known().stream().noneMatch(f -> f.path().equals(known.file()))) {
                faults.add(new Notice(
                        known.place().file(), known.place().line(), known.place().key(), NoticeCode.FICHIER_ABSENT.id(),
                        Severity.ERROR,
                        "Ce fichier de chiffres connus ailleurs n’est pas dans le dossier d’entrée\u00a0: sans lui, le secret se "
                                + "croirait mieux gardé qu’il ne l’est.",
                        known.file()));
            }
        }
        contents(request).forEach(content -> faults.addAll(content.faults));
        return faults;
    }

    /** What they tell; a count that two of them tell is that of the last. */
    static Map<TotalKey, BigDecimal> counts(RunRequest request) {
        Map<TotalKey, BigDecimal> counts = new HashMap<>();
        contents(request).forEach(content -> content.rows.forEach(row -> counts.put(row.key, row.count)));
        return counts;
    }

    /** Withheld figures whose count they tell, for the reader of a check. */
    static List<Notice> vain(RunRequest request, Map<CellKey, Publication> told) {
        Map<TotalKey, CellKey> secret = new HashMap<>();
        told.forEach((key, publication) -> {
            if (publication.status() == CellStatus.SECRET && key.indicator().additive()) {
                key.indicator()
                        .numerator()
                        .filter(m -> !request.edition().rules().knownMeasures().contains(m))
                        .ifPresent(m -> secret.put(new TotalKey(key.territory(), key.perimeter(), m), key));
            }
        });
        return contents(request).stream()
                .flatMap(content -> content.rows.stream())
                .filter(row -> secret.containsKey(row.key))
                .map(row -> new Notice(
                        row.file.path(), row.line, VALUE, ProtectionNotice.KNOWN_ELSEWHERE, Severity.WARNING,
                        "Cette valeur est retenue, et se lit dans une autre publication ("
                                + publication(request, row.file)
                                + ")\u00a0: la retenir ne protège personne.",
                        secret.get(row.key).toString()))
                .toList();
    }

    private static List<Content> contents(RunRequest request) {
        return request.known().stream().map(file -> content(request, file)).toList();
    }

    private static Content content(RunRequest request, InputFile file) {
        Content content = new Content(new ArrayList<>(), new ArrayList<>());
        Map<TotalKey, Long> seen = new HashMap<>();
        try (CSVParser rows = CSVParser.parse(text(request, file), FORMAT)) {
            for (String column : Known.HEADER) {
                if (!rows.getHeaderNames().contains(column)) {
                    content.faults.add(fault(file, 1, column, NoticeCode.COLONNE_ABSENTE,
                            "Colonnes attendues\u00a0: " + String.join(";", Known.HEADER) + ".", column));
                }
            }
            if (content.faults.isEmpty()) {
                for (CSVRecord record : rows) {
                    read(request, file, record, content).ifPresent(row -> {
                        Long first = seen.putIfAbsent(row.key, row.line);
                        if (first != null) {
                            content.faults.add(fault(file, row.line, "code", NoticeCode.CLE_EN_DOUBLE,
                                    "Ce chiffre est déjà donné à la ligne " + first + ".",
                                    row.key.territory().code()));
                        }
                        content.rows.add(row);
                    });
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            content.faults.add(fault(file, 0, "", NoticeCode.FICHIER_ILLISIBLE,
                    "Le fichier ne se lit pas comme un CSV en UTF-8, aux cellules séparées par des points-virgules.",
                    ""));
        }
        return content;
    }

    /** Strictly in UTF-8, without the mark that spreadsheets put first. */
    private static String text(RunRequest request, InputFile file) throws IOException {
        String text = Files.readString(request.inputFolder().resolve(file.path()));
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static Optional<Row> read(RunRequest request, InputFile file, CSVRecord record, Content content) {
        long line = record.getRecordNumber() + 1;
        if (!record.isConsistent()) {
            content.faults.add(fault(file, line, "", NoticeCode.VALEUR_INCONNUE,
                    "Cette ligne n’a pas autant de cellules que l’en-tête.", ""));
            return Optional.empty();
        }
        Cells cells = new Cells(file, record, line, content.faults);
        Level level = cells.word("niveau", Level::valueOf);
        Perimeter perimeter = cells.word("perimetre", Perimeter::valueOf);
        Measure measure = cells.word(
                MEASURE, w -> request.edition().catalogue().measure(w).orElseThrow(IllegalArgumentException::new));
        String count = record.get(VALUE).strip();
        if (!COUNT.matcher(count).matches()) {
            // What stands there may be a count nevertheless, mistyped: it is not quoted
            content.faults.add(fault(file, line, VALUE, NoticeCode.NOMBRE_ILLISIBLE,
                    "On attend un effectif, en chiffres, avec un point décimal.", ""));
            return Optional.empty();
        }
        return level == null || perimeter == null || measure == null
                ? Optional.empty()
                : Optional.of(new Row(
                        file, line,
                        new TotalKey(new Territory(level, record.get("code").strip()), perimeter, measure),
                        new BigDecimal(count)));
    }

    /** The cells of a row. */
    private record Cells(InputFile file, CSVRecord record, long line, List<Notice> faults) {
        <E> E word(String column, Function<String, E> find) {
            String word = record.get(column).strip();
            try {
                return find.apply(word);
            } catch (IllegalArgumentException e) {
                faults.add(fault(file, line, column, NoticeCode.VALEUR_INCONNUE,
                        "Ce mot n’est pas un de ceux de l’édition ni du fichier des chiffres publiés.", word));
                return null;
            }
        }
    }

    private static Notice fault(
            InputFile file, long line, String column, NoticeCode code, String message, String value) {
        return new Notice(file.path(), line, column, code.id(), Severity.ERROR, message, value);
    }
}
