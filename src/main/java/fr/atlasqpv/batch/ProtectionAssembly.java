package fr.atlasqpv.batch;

import fr.atlasqpv.audit.Known;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Respondents;
import fr.atlasqpv.secrecy.Elsewhere;
import fr.atlasqpv.secrecy.Hierarchy;
import fr.atlasqpv.secrecy.ProtectionInput;
import fr.atlasqpv.secrecy.SecrecyRules;
import fr.atlasqpv.secrecy.UnitCounts;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Cells;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the protection works on: the raw figures of the whole edition, whatever regions the run prints. */
final class ProtectionAssembly {
    private ProtectionAssembly() {}

    static ProtectionInput of(RunRequest request, Attachments attachments, Cells cells, long run) {
        Edition edition = request.edition();
        Attachment attachment = attachments.load(run);
        UnitCounts counts = counts(cells, run);
        Hierarchy hierarchy = hierarchy(edition, attachment);
        return new ProtectionInput(
                cells.raw(run).values(), counts, hierarchy, edition.rules(),
                BooksBefore.of(request, cells, run, hierarchy, known(request, counts)).told()
                        .and(Elsewhere.counted(KnownFiles.counts(request))),
                request.drawKey().key(), edition.decided());
    }

    /** The books of before that tell of the counts of a run. */
    static BooksBefore before(RunRequest request, Attachments attachments, Cells cells, long run) {
        return BooksBefore.of(
                request, cells, run, hierarchy(request.edition(), attachments.load(run)),
                known(request, counts(cells, run)));
    }

    private static Hierarchy hierarchy(Edition edition, Attachment attachment) {
        return Hierarchy.of(
                attachment, AggregationAssembly.regions(edition, attachment), edition.frame().reference());
    }

    /** Sums of the measures, level by level, with their respondents. */
    static UnitCounts counts(Cells cells, long run) {
        return new Counts(cells.totals(run), cells.respondents(run));
    }

    private record Counts(Map<TotalKey, BigDecimal> totals, Map<TotalKey, Respondents> respondents)
            implements UnitCounts {
        @Override
        public Optional<BigDecimal> count(Territory territory, Perimeter perimeter, Measure measure) {
            return Optional.ofNullable(totals.get(new TotalKey(territory, perimeter, measure)));
        }

        @Override
        public Respondents named(Territory territory, Perimeter perimeter, Measure measure) {
            return respondents.getOrDefault(new TotalKey(territory, perimeter, measure), Respondents.NONE);
        }
    }

    /** What the attacker knows of indicators under a rule, in order: denominators, and what other publications tell of any count. */
    static List<Known.Row> known(RunRequest request, Cells cells, long run) {
        Edition edition = request.edition();
        SecrecyRules rules = edition.rules();
        Set<Measure> known = edition.protectedIndicators()
                .stream()
                .flatMap(indicator -> indicator.denominator().stream())
                .filter(rules.knownMeasures()::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        Map<TotalKey, BigDecimal> counts = new HashMap<>(KnownFiles.counts(request));
        cells.totals(run).forEach((key, count) -> {
            if (known.contains(key.measure())) {
                counts.put(key, count);
            }
        });
        return counts.entrySet()
                .stream()
                .map(total -> new Known.Row(
                        total.getKey().territory(), total.getKey().perimeter(), total.getKey().measure(),
                        total.getValue()))
                .sorted(Comparator.comparing(Known.Row::territory).thenComparing(Known.Row::perimeter)
                        .thenComparing(Known.Row::measure))
                .toList();
    }

    /** Those among them that the attacker knows, and what other publications tell. */
    static UnitCounts known(RunRequest request, UnitCounts counts) {
        Map<TotalKey, BigDecimal> elsewhere = KnownFiles.counts(request);
        return (territory, perimeter, measure) -> request.edition().rules().knownMeasures().contains(measure)
                ? counts.count(territory, perimeter, measure)
                : Optional.ofNullable(elsewhere.get(new TotalKey(territory, perimeter, measure)));
    }
}
