package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Rules;
import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.secrecy.Clamp;
import fr.atlasqpv.secrecy.Hierarchy;
import fr.atlasqpv.secrecy.PrimaryRule;
import fr.atlasqpv.secrecy.ProtectionInput;
import fr.atlasqpv.secrecy.UnitCounts;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Cells;
import fr.atlasqpv.territory.Attachment;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the protection works on: the raw figures of the whole edition, whatever regions the run prints. */
final class ProtectionAssembly {
    private ProtectionAssembly() {}

    static ProtectionInput of(RunRequest request, Attachments attachments, Cells cells, long run) {
        Edition edition = request.edition();
        Attachment attachment = attachments.load(run);
        Map<TotalKey, BigDecimal> totals = cells.totals(run);
        Rules rules = edition.rules();
        UnitCounts counts = (territory, perimeter, measure) -> Optional
                .ofNullable(totals.get(new TotalKey(territory, perimeter, measure)));
        Hierarchy hierarchy = Hierarchy.of(
                attachment, AggregationAssembly.regions(edition, attachment),
                AggregationAssembly.wholeOfFrance(edition, attachment));
        return new ProtectionInput(
                cells.raw(run).values(),
                counts,
                hierarchy,
                rules.thresholds()
                        .stream()
                        .map(
                                t -> PrimaryRule.of(
                                        t.indicator(), t.numerator(), t.denominator(), t.minimum(), t.bothSides(),
                                        t.zeroAllowed()))
                        .toList(),
                rules.clamps()
                        .stream()
                        .map(c -> new Clamp(c.indicator(), c.floor(), c.ceiling(), c.inclusive()))
                        .toList(),
                Set.copyOf(rules.knownMeasures()),
                rules.linkedShareAndCount(),
                rules.protectionWidth(),
                PreviousEdition.elsewhere(request, hierarchy, counts));
    }
}
