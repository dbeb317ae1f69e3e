package fr.atlasqpv.publication.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The notices of one code.
 *
 * @param code kind of notice
 * @param severity weight
 * @param notices in the order of the run
 */
record NoticeGroup(String code, String severity, List<RunReport.Notice> notices) {
    /** Number of examples that the page shows. */
    static final int EXAMPLES = 5;

    private static final List<String> SEVERITIES = List.of("ERROR", "WARNING", "INFO");

    /** Groups, heaviest first, then by code. */
    static List<NoticeGroup> of(List<RunReport.Notice> notices) {
        TreeMap<String, List<RunReport.Notice>> byCode = new TreeMap<>();
        notices.forEach(n -> byCode.computeIfAbsent(n.code(), code -> new ArrayList<>()).add(n));
        return byCode.entrySet()
                .stream()
                .map(entry -> new NoticeGroup(entry.getKey(), entry.getValue().getFirst().severity(), entry.getValue()))
                .sorted(Comparator.comparingInt(group -> SEVERITIES.indexOf(group.severity())))
                .toList();
    }

    /** The severity in French. */
    String severityInWords() {
        return switch (severity) {
            case "ERROR" -> "erreur";
            case "WARNING" -> "avertissement";
            default -> "information";
        };
    }

    /** Class of the style sheet for the severity. */
    String look() {
        return switch (severity) {
            case "ERROR" -> "bad";
            case "WARNING" -> "warn";
            default -> "calm";
        };
    }

    /** The first files that they are about. */
    String files() {
        List<String> files = notices.stream().map(RunReport.Notice::file).distinct().toList();
        return String.join(", ", files.subList(0, Math.min(3, files.size()))) + (files.size() > 3 ? " …" : "");
    }

    /** The first of them. */
    List<RunReport.Notice> examples() {
        return notices.subList(0, Math.min(EXAMPLES, notices.size()));
    }
}
