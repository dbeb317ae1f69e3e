package fr.atlasqpv.review;

import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.store.OwnersOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVParser;

/**
 * What a reviewer has approved.
 *
 * @param date when
 * @param who name, and function if it was given
 * @param remark what they had to say, empty when nothing
 * @param reviewed fingerprint of what they had before them
 */
record Signature(Instant date, String who, String remark, String reviewed) {
    private static final List<String> HEADER = List.of("date", "nom", "remarque", "sha256");

    Signature {
        date = date.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Signatures of a file, in order; none when it is not there.
     *
     * @throws IOException when it cannot be read, or is no file of signatures
     */
    static List<Signature> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (CSVParser rows = CSVParser.parse(
                file, StandardCharsets.UTF_8,
                CsvDialect.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
            return rows.stream()
                    .map(r -> new Signature(
                            Instant.parse(r.get(0)), CsvDialect.unescape(r.get(1)), CsvDialect.unescape(r.get(2)),
                            r.get(3)))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            throw new IOException(file + "\u00a0: ce ne sont pas des signatures", e);
        }
    }

    /** Adds it to those of a file, which is whole at any moment. */
    void addTo(Path file) throws IOException {
        List<Signature> all = new ArrayList<>(read(file));
        all.add(this);
        StringBuilder text = new StringBuilder();
        CsvDialect.write(
                text, HEADER,
                all.stream().map(s -> List.of(s.date.toString(), s.who, s.remark, s.reviewed)).toList());
        OwnersOnly.write(file, text.toString());
    }
}
