package fr.atlasqpv.publication.report;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.publication.Fingerprint;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.EditionNotice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;

/**
 * All that a run says of itself. Times stand in the page only: what depends on the clock has no place in the manifest.
 *
 * @param edition the edition, with its inputs and what became of their rows
 * @param catalogue measures and indicators of the edition
 * @param job edition file
 * @param build fingerprint of the program
 * @param rules rules in force, as the edition file states them
 * @param secrecyRules rules of secrecy by key, for a program to read: whoever audits the books measures them by these
 * @param regions regions whose books stand in the folder
 * @param notices what readers and steps have to say, in the order of {@code notices.csv}
 * @param decisions choices of the attachment
 * @param checks checks on the edition
 * @param secrecy number of cells by indicator, level and status
 * @param audit what the attack on the books found, one sentence each, without any withheld figure
 * @param steps steps in the order they ran
 * @param startedAt when the run was started, null when it is not to be told
 * @param books files of the edition, paths below its folder
 * @param maps thumbnails
 */
public record RunReport(
        EditionNotice edition,
        Catalogue catalogue,
        JobFile job,
        String build,
        List<Rule> rules,
        SequencedMap<String, Object> secrecyRules,
        List<RegionBooks> regions,
        List<Notice> notices,
        List<Decision> decisions,
        List<Check> checks,
        List<SecrecyCount> secrecy,
        List<String> audit,
        List<Step> steps,
        Instant startedAt,
        List<Book> books,
        List<Thumbnail> maps) {
    /** Defensive copies; books by path. */
    public RunReport {
        rules = List.copyOf(rules);
        regions = List.copyOf(regions);
        notices = List.copyOf(notices);
        decisions = List.copyOf(decisions);
        checks = List.copyOf(checks);
        secrecy = List.copyOf(secrecy);
        audit = List.copyOf(audit);
        steps = List.copyOf(steps);
        books = books.stream().sorted(Comparator.comparing(Book::path)).toList();
        maps = List.copyOf(maps);
    }

    /**
     * The edition file.
     *
     * @param path path as it may be published: below the project, never of one machine
     * @param bytes size
     * @param sha256 fingerprint
     */
    public record JobFile(String path, long bytes, String sha256) {}

    /**
     * A rule in force.
     *
     * @param id what it bears on: an indicator, {@code rattachement} …
     * @param text the rule in words
     */
    public record Rule(String id, String text) {}

    /**
     * A region of the edition.
     *
     * @param code its code
     * @param label its name
     * @param folder folder of its books below the one of the edition
     * @param qpv number of its QPV
     */
    public record RegionBooks(String code, String label, String folder, int qpv) {}

    /**
     * What a person must know about an input.
     *
     * @param file path below the input folder
     * @param line line from 1; 0 when the notice is about the whole file
     * @param column name of the column, empty when none
     * @param code kind of notice
     * @param severity {@code ERROR}, {@code WARNING} or {@code INFO}
     * @param message sentence in French
     * @param value what was read, empty when nothing
     */
    public record Notice(
            String file, long line, String column, String code, String severity, String message, String value) {}

    /**
     * A choice of the attachment.
     *
     * @param rule code of the rule that decided
     * @param subject code of the territory
     * @param text what was decided and why
     */
    public record Decision(String rule, String subject, String text) {}

    /**
     * A step of the run.
     *
     * @param name name of the step
     * @param duration wall-clock time
     * @param count what it handled
     * @param unit of what: {@code lignes}, {@code cellules} …; empty when nothing is counted
     */
    public record Step(String name, Duration duration, long count, String unit) {}

    /**
     * A file of the edition.
     *
     * @param path path below the folder of the edition, {@code /} as separator
     * @param bytes size
     * @param sha256 fingerprint
     */
    public record Book(String path, long bytes, String sha256) {
        /**
         * Reads a file through.
         *
         * @param edition folder of the edition
         * @param file file below it
         * @throws IOException when it cannot be read
         */
        public static Book of(Path edition, Path file) throws IOException {
            Fingerprint fingerprint = Fingerprint.of(file);
            return new Book(
                    edition.relativize(file).toString().replace('\\', '/'), fingerprint.bytes(), fingerprint.sha256());
        }
    }

    /**
     * A map to look at.
     *
     * @param title its title
     * @param svg a complete {@code svg} element of our own making; it is put into the page as it is
     */
    public record Thumbnail(String title, String svg) {}
}
