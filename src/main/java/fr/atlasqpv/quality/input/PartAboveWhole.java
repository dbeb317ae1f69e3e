package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code partie-superieure-au-tout}: in one source, the numerator of a share is above its denominator. One of the two cells is
 * wrong, and nobody can tell which.
 */
final class PartAboveWhole implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("partie-superieure-au-tout", Severity.ERROR);
    }

    @Override
    public String reserve() {
        return "une partie y dépasse le tout";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Set<List<String>> seen = new HashSet<>();
        for (Kind kind : Kind.values()) {
            Map<String, Map<String, Located<Fact.MeasureFact>>> counts = evidence.counts(kind);
            for (Indicator indicator : evidence.edition().catalogue().indicators()) {
                if (!indicator.share() || !(indicator.form() instanceof Form.Ratio ratio)
                        || !seen.add(List.of(kind.name(), ratio.numerator().id(), ratio.denominator().id()))) {
                    continue;
                }
                Map<String, Located<Fact.MeasureFact>> wholes = counts.getOrDefault(ratio.denominator().id(), Map.of());
                counts.getOrDefault(ratio.numerator().id(), Map.of()).forEach((code, part) -> {
                    Located<Fact.MeasureFact> whole = wholes.get(code);
                    if (whole != null && whole.source().equals(part.source())
                            && part.fact().value().compareTo(whole.fact().value()) > 0) {
                        found.accept(finding(evidence, part, whole));
                    }
                });
            }
        }
    }

    private static Finding finding(
            Evidence evidence, Located<Fact.MeasureFact> part, Located<Fact.MeasureFact> whole) {
        Fact.MeasureFact fact = part.fact();
        Where where = Columns.of(evidence, part);
        return Finding.of(
                where, fact.code() + " " + fact.measure().id(),
                "Pour " + evidence.name(fact.kind(), fact.code()) + ", la mesure " + fact.measure().id()
                        + " dépasse la mesure " + whole.fact().measure().id() + " dont elle est une partie ("
                        + Columns.of(evidence, whole).told() + ").",
                fact.code())
                .with("On lit " + French.number(fact.value()) + " pour la partie et "
                        + French.number(whole.fact().value()) + " pour le tout\u00a0: corrigez l’un des deux.");
    }
}
