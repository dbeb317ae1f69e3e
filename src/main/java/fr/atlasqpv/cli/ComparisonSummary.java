package fr.atlasqpv.cli;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.release.EditionComparison.FigureNature;
import fr.atlasqpv.release.EditionComparison.SeriesBreak;
import fr.atlasqpv.release.EditionComparison.TerritoryChange;
import fr.atlasqpv.release.EditionComparison.TerritoryNature;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A comparison on the terminal: counts by kind of change and by indicator, the first territories by name. */
final class ComparisonSummary {
    private static final int TERRITORIES_SHOWN = 10;

    private final Screen screen;
    private final EditionComparison comparison;

    private ComparisonSummary(Screen screen, EditionComparison comparison) {
        this.screen = screen;
        this.comparison = comparison;
    }

    static void tell(Screen screen, EditionComparison comparison) {
        new ComparisonSummary(screen, comparison).tell();
    }

    private void tell() {
        screen.say("De " + comparison.before() + " à " + comparison.after() + "\u00a0: "
                + French.integer(comparison.unchanged()) + " cellules identiques, "
                + French.integer(comparison.figures().size()) + " changées.");
        territories();
        breaks();
        byIndicator(FigureNature.REVISION, "valeurs changées, même millésime");
        byIndicator(FigureNature.STATUT, "statuts changés");
        byIndicator(FigureNature.APPARUE, "cellules apparues");
        byIndicator(FigureNature.DISPARUE, "cellules disparues");
        if (comparison.withheld() > 0) {
            screen.say("  retenues d’un côté au moins, aucun écart calculé\u00a0: "
                    + French.integer(comparison.withheld()) + " cellules");
        }
        causes();
    }

    private void territories() {
        List<TerritoryChange> changes = comparison.territories();
        if (changes.isEmpty()) {
            screen.say("  territoires\u00a0: les mêmes");
            return;
        }
        Map<TerritoryNature, Long> counts = changes.stream()
                .collect(Collectors.groupingBy(TerritoryChange::nature, TreeMap::new, Collectors.counting()));
        screen.say("  territoires\u00a0: " + counts.entrySet()
                .stream()
                .map(e -> e.getKey().word() + "\u00a0" + French.integer(e.getValue()))
                .collect(Collectors.joining(" · ")));
        changes.stream().limit(TERRITORIES_SHOWN).forEach(t -> screen.say("    " + line(t)));
        if (changes.size() > TERRITORIES_SHOWN) {
            screen.say("    … et " + French.integer(changes.size() - TERRITORIES_SHOWN) + " autres.");
        }
    }

    private static String line(TerritoryChange change) {
        String before = (String.join(" ", change.before()) + " " + change.labelBefore()).strip();
        String after = (String.join(" ", change.after()) + " " + change.labelAfter()).strip();
        return change.nature().word() + ", " + change.level() + "\u00a0: "
                + (before.isEmpty() || after.isEmpty() ? before + after : before + " → " + after);
    }

    private void breaks() {
        if (comparison.breaks().isEmpty()) {
            return;
        }
        screen.say("  ruptures de série (millésimes différents\u00a0: un écart n’y est pas une évolution)\u00a0:");
        for (SeriesBreak b : comparison.breaks()) {
            screen.say("    " + b.indicator().id() + "\u00a0: " + b.before() + " → " + b.after() + ", "
                    + French.integer(b.cells()) + " cellules dont " + French.integer(b.changed()) + " changées");
        }
    }

    private void byIndicator(FigureNature nature, String head) {
        Map<Indicator, List<FigureChange>> changes = new LinkedHashMap<>();
        comparison.figures(nature)
                .stream()
                .sorted(Comparator.comparing(c -> c.key().indicator()))
                .forEach(c -> changes.computeIfAbsent(c.key().indicator(), i -> new java.util.ArrayList<>()).add(c));
        if (changes.isEmpty()) {
            return;
        }
        screen.say("  " + head + "\u00a0:");
        changes.forEach((indicator, list) -> screen.say("    " + indicator.id() + "\u00a0: "
                + French.integer(list.size()) + largest(list)));
    }

    private static String largest(List<FigureChange> changes) {
        Optional<FigureChange> largest = changes.stream()
                .filter(c -> c.difference() != null)
                .max(Comparator.comparing(c -> c.difference().abs()));
        return largest.map(c -> ", au plus " + signed(c.difference()) + " (" + c.key().territory().code() + " "
                + c.label() + ")").orElse("");
    }

    private static String signed(BigDecimal number) {
        String[] parts = number.abs().toPlainString().split("\\.", 2);
        return (number.signum() < 0 ? "−" : "+") + French.integer(Long.parseLong(parts[0]))
                + (parts.length == 1 ? "" : "," + parts[1]);
    }

    private void causes() {
        Map<String, Long> causes = comparison.causes();
        if (!causes.isEmpty()) {
            screen.say("  causes reconnues\u00a0:");
            causes.forEach((cause, count) -> screen.say("    " + cause + "\u00a0: " + French.integer(count)));
        }
    }
}
