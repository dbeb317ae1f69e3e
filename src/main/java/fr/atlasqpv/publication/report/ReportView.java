package fr.atlasqpv.publication.report;

import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A run as its page shows it: totals and groups.
 *
 * @param report the run
 */
record ReportView(RunReport report) {
    /** Levels that have a column of their own. */
    static final List<Level> LEVELS = List.of(Level.FRANCE, Level.REG, Level.DEP, Level.EPCI, Level.QPV);

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH 'h' mm 'TU'", Locale.FRENCH).withZone(ZoneOffset.UTC);

    /**
     * Secrecy of an indicator.
     *
     * @param label its name
     * @param counts its cells, level by level
     */
    record SecrecyRow(String label, List<SecrecyCount> counts) {
        /** Cells at a level, null when it has none. */
        SecrecyCount at(Level level) {
            return counts.stream().filter(count -> count.level() == level).findFirst().orElse(null);
        }

        /** Number of shares published as a bound. */
        long bounded() {
            return counts.stream().mapToLong(c -> c.of(CellStatus.PLAFONNE) + c.of(CellStatus.PLANCHER)).sum();
        }

        /** Number of cells that bear the mark {@code estimé}. */
        long estimated() {
            return counts.stream().mapToLong(SecrecyCount::estimated).sum();
        }
    }

    /** Number of rows read. */
    long rowsRead() {
        return report.edition().sources().stream().mapToLong(SourceNotice::rowsRead).sum();
    }

    /** Number of rows rejected. */
    long rowsRejected() {
        return report.edition().sources().stream().mapToLong(SourceNotice::rowsRejected).sum();
    }

    /** Number of cells in the books. */
    long cells() {
        return report.secrecy().stream().mapToLong(SecrecyCount::cells).sum();
    }

    /** Number of cells of a status. */
    long cells(CellStatus status) {
        return report.secrecy().stream().mapToLong(count -> count.of(status)).sum();
    }

    /** Number of checks that failed. */
    long failedChecks() {
        return report.checks().stream().filter(check -> !check.passed()).count();
    }

    /** Duration of all steps. */
    Duration total() {
        return report.steps().stream().map(RunReport.Step::duration).reduce(Duration.ZERO, Duration::plus);
    }

    /** Width of the bar of a step, the longest step having 12. */
    double bar(RunReport.Step step) {
        long longest = report.steps().stream().mapToLong(s -> s.duration().toMillis()).max().orElse(0);
        long percent = longest == 0 ? 0 : Math.round(100.0 * step.duration().toMillis() / longest);
        return percent * 12 / 100.0;
    }

    /** When the run was started. */
    String moment() {
        return MOMENT.format(report.startedAt());
    }

    /** File of a region by the end of its path, null when it was not written. */
    RunReport.Book book(RunReport.RegionBooks region, String end) {
        return report.books()
                .stream()
                .filter(book -> book.path().startsWith(region.folder() + "/") && book.path().endsWith(end))
                .findFirst()
                .orElse(null);
    }

    /** Inputs by group. */
    Map<String, List<SourceNotice>> sources() {
        return grouped(report.edition().sources(), SourceNotice::group);
    }

    /** Notices by code. */
    List<NoticeGroup> notices() {
        return NoticeGroup.of(report.notices());
    }

    /** Choices of the attachment by rule. */
    Map<String, List<RunReport.Decision>> decisions() {
        return grouped(report.decisions(), RunReport.Decision::rule);
    }

    /** Secrecy by indicator. */
    List<SecrecyRow> secrecy() {
        List<SecrecyRow> rows = new ArrayList<>();
        grouped(report.secrecy(), this::label).forEach((label, counts) -> rows.add(new SecrecyRow(label, counts)));
        return rows;
    }

    private String label(SecrecyCount count) {
        return report.edition()
                .indicators()
                .stream()
                .filter(notice -> notice.indicator().equals(count.indicator()))
                .map(notice -> notice.label())
                .findFirst()
                .orElse(count.indicator().id());
    }

    private static <T> Map<String, List<T>> grouped(List<T> all, Function<T, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
