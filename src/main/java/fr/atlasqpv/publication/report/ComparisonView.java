package fr.atlasqpv.publication.report;

import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.release.EditionComparison.FigureNature;
import fr.atlasqpv.territory.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A comparison as its page shows it.
 *
 * @param comparison what changed
 */
record ComparisonView(EditionComparison comparison) {
    /** Longest table of changes; the page is not the list. */
    static final int ROWS = 200;

    /** Number of cells and territories by what became of them. */
    Map<String, Long> summary() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("Cellules identiques", (long) comparison.unchanged());
        counts.put("Valeurs changées, même millésime", number(FigureNature.REVISION));
        counts.put("Valeurs changées avec le millésime (rupture)", number(FigureNature.RUPTURE));
        counts.put("Statuts changés", number(FigureNature.STATUT));
        counts.put("Cellules retenues d’un côté au moins (aucun écart calculé)", (long) comparison.withheld());
        counts.put("Cellules apparues", number(FigureNature.APPARUE));
        counts.put("Cellules disparues", number(FigureNature.DISPARUE));
        counts.put("Territoires changés", (long) comparison.territories().size());
        return counts;
    }

    private long number(FigureNature nature) {
        return count(comparison.figures(), nature);
    }

    /** Number of changes of a nature. */
    static long count(List<FigureChange> changes, FigureNature nature) {
        return changes.stream().filter(change -> change.nature() == nature).count();
    }

    /** Changes that brought a cell or took one away, by indicator. */
    Map<String, List<FigureChange>> cells() {
        return comparison.figures()
                .stream()
                .filter(c -> c.nature() == FigureNature.APPARUE || c.nature() == FigureNature.DISPARUE)
                .collect(Collectors.groupingBy(
                        change -> change.key().indicator().id(), TreeMap::new, Collectors.toList()));
    }

    /** Tells whether a cause is recognised for one of the changes. */
    static boolean hasCauses(List<FigureChange> changes) {
        return changes.stream().anyMatch(change -> !change.cause().isEmpty());
    }

    /** Heads of the columns of a table of changes. */
    static List<String> heads(boolean causes) {
        List<String> heads = new ArrayList<>(List.of(
                "Territoire", "Indicateur", "Périmètre", "#Avant", "#Après", "#Écart", "#Écart relatif"));
        if (causes) {
            heads.add("Cause reconnue");
        }
        return heads;
    }

    /** The changes to show: what a reader looks up first stands first, whatever its size. */
    static List<FigureChange> foremost(List<FigureChange> changes) {
        if (changes.size() <= ROWS) {
            return changes;
        }
        return changes.stream()
                .sorted(Comparator.comparing(ComparisonView::detailed)
                        .thenComparing(change -> detailed(change) ? size(change).negate() : BigDecimal.ZERO))
                .limit(ROWS)
                .toList();
    }

    private static boolean detailed(FigureChange change) {
        return change.key().territory().level().compareTo(Level.DEP) > 0;
    }

    private static BigDecimal size(FigureChange change) {
        return change.relative() == null ? BigDecimal.ZERO : change.relative().abs();
    }
}
