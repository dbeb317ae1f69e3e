package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code quartiers-superieurs-a-la-commune}: the QPV that lie in one commune only count more of something than the whole commune.
 * The threshold is what two sources may differ by.
 */
final class QpvAboveTerritory implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.bound("quartiers-superieurs-a-la-commune", Severity.WARNING, 5, "% de la commune");
    }

    @Override
    public String reserve() {
        return "des quartiers y comptent plus que leur commune dans une autre source";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Map<String, List<String>> of = new TreeMap<>();
        evidence.places().forEach((qpv, communes) -> {
            if (communes.size() == 1) {
                of.computeIfAbsent(communes.first(), c -> new ArrayList<>()).add(qpv);
            }
        });
        Map<String, Map<String, Located<Fact.MeasureFact>>> inQpv = evidence.counts(Kind.QPV);
        evidence.counts(Kind.COMMUNE).forEach((measure, communes) -> of.forEach((commune, quartiers) -> {
            Located<Fact.MeasureFact> whole = communes.get(commune);
            List<Located<Fact.MeasureFact>> parts = quartiers.stream()
                    .map(inQpv.getOrDefault(measure, Map.of())::get)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            if (whole == null || parts.isEmpty()) {
                return;
            }
            BigDecimal sum = parts.stream().map(p -> p.fact().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal most = whole.fact().value().multiply(threshold.add(BigDecimal.valueOf(100))).movePointLeft(2);
            if (sum.compareTo(most) > 0) {
                found.accept(finding(evidence, parts, whole, sum));
            }
        }));
    }

    private static Finding finding(
            Evidence evidence, List<Located<Fact.MeasureFact>> parts, Located<Fact.MeasureFact> whole, BigDecimal sum) {
        Fact.MeasureFact fact = whole.fact();
        Where where = Columns.of(evidence, parts.getFirst());
        return Finding.of(
                where, fact.code() + " " + fact.measure().id(),
                "Les quartiers de " + evidence.name(Kind.COMMUNE, fact.code()) + " ("
                        + evidence.names(Kind.QPV, parts.stream().map(p -> p.fact().code()).toList())
                        + ") comptent plus que la commune entière pour la mesure " + fact.measure().id() + " ("
                        + Columns.of(evidence, whole).told() + ")\u00a0: vérifiez les deux fichiers.",
                fact.code())
                .with("On lit " + French.number(sum) + " dans les quartiers et " + French.number(fact.value())
                        + " dans la commune.");
    }
}
