package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.secrecy.Protection;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Figures that would be published and rest on fewer units than the protection width, on one side or the other: what somebody has to look
 * at who declares that an indicator needs no rule. Numbers of cells only, by indicator and level. Beside them, what the edition decides of
 * single cells and the secrecy does not follow.
 */
record FewUnits(RunRequest request, RunTables tables, long run) {
    /** Code of the notice, one per indicator that has such figures. */
    static final String CODE = "peu-d-unites";

    List<Notice> notices() {
        SortedMap<CellKey, RawCell> raw = tables.cells().raw(run);
        if (raw.isEmpty()) {
            return List.of();
        }
        SortedMap<CellKey, Publication> told = Protection
                .protect(ProtectionAssembly.of(request, tables.attachments(), tables.cells(), run))
                .publications();
        BigDecimal width = request.edition().rules().protectionWidth();
        SortedMap<Indicator, SortedMap<Level, Integer>> few = new TreeMap<>();
        raw.forEach((key, cell) -> {
            if (told.get(key).status() == CellStatus.PUBLIE && few(cell, width)) {
                few.computeIfAbsent(key.indicator(), i -> new TreeMap<>())
                        .merge(key.territory().level(), 1, Integer::sum);
            }
        });
        List<Notice> notices = new ArrayList<>(DecidedCells.vain(request.edition(), told));
        notices.addAll(KnownFiles.vain(request, told));
        few.forEach((indicator, levels) -> notices.add(notice(indicator, levels, width)));
        return notices;
    }

    /** A count of some units, fewer than the width; for a ratio a side under it, none at all included: 0 % says it of everybody. */
    static boolean few(RawCell cell, BigDecimal width) {
        Indicator indicator = cell.key().indicator();
        if (cell.availability() != Availability.KNOWN || cell.numerator() == null || cell.estimated()
                || !indicator.restsOnUnits()) {
            return false;
        }
        if (cell.denominator() == null) {
            boolean counted = indicator.kind() == Indicator.Kind.COUNT;
            return counted && cell.numerator().signum() > 0 && cell.numerator().compareTo(width) < 0;
        }
        BigDecimal other =
                indicator.share() ? cell.denominator().subtract(cell.numerator()) : cell.denominator();
        return cell.denominator().signum() > 0 && cell.numerator().min(other).compareTo(width) < 0;
    }

    private Notice notice(Indicator indicator, SortedMap<Level, Integer> levels, BigDecimal width) {
        int all = levels.values().stream().mapToInt(Integer::intValue).sum();
        String where = levels.entrySet()
                .stream()
                .map(e -> e.getKey() + "\u00a0: " + e.getValue())
                .collect(Collectors.joining(", "));
        String because = request.edition().unruled().get(indicator.id());
        return new Notice(
                request.jobFile().getFileName().toString(), 0, "rules.primary", CODE, Severity.INFO,
                indicator.id() + "\u00a0: " + all + " chiffres qui seraient publiés reposent sur moins de "
                        + width.toPlainString() + " unités (" + where + ")"
                        + (because == null ? "." : ", sans règle de secret\u00a0: " + because),
                indicator.id());
    }
}
