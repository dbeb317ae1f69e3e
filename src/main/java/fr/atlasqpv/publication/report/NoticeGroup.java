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
}
