package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code ordre-de-grandeur}: the middle value of an indicator in one source is many times that of another: a unit, a scale or a
 * decimal sign has been taken for another.
 */
final class OrderOfMagnitude implements InputCheck {
    /** A middle of fewer values says little. */
    private static final int FEWEST = 10;

    @Override
    public Terms terms() {
        return Terms.bound("ordre-de-grandeur", Severity.WARNING, 30, "fois la valeur médiane d’une autre source");
    }

    /** The middle value of an indicator in a source. */
    private record Middle(Where where, double value) {}

    @Override
    public String reserve() {
        return "ses valeurs sont d’un autre ordre de grandeur que celles d’une autre source";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        for (Indicator indicator : evidence.edition().catalogue().indicators()) {
            List<Middle> middles = middles(evidence, indicator).stream().filter(m -> m.value() > 0)
                    .sorted(Comparator.comparingDouble(Middle::value)).toList();
            if (middles.size() < 2) {
                continue;
            }
            Middle least = middles.getFirst();
            Middle most = middles.getLast();
            if (most.value() > least.value() * threshold.doubleValue()) {
                // The middle value is that of one territory, which a rule may withhold: one digit of a quotient is not
                String times = BigDecimal.valueOf(most.value() / least.value()).round(new MathContext(1)).toPlainString();
                found.accept(Finding.of(
                        least.where(), indicator.id(),
                        "Les valeurs de l’indicateur " + indicator.id() + " sont ici quelque " + times
                                + " fois plus petites que dans " + most.where().told()
                                + "\u00a0: vérifiez l’unité, l’échelle et le signe décimal des deux fichiers.",
                        times + " fois"));
            }
        }
    }

    private static List<Middle> middles(Evidence evidence, Indicator indicator) {
        List<Middle> middles = new ArrayList<>();
        Map<String, List<Double>> rates = new HashMap<>();
        Map<String, Located<Fact.RateFact>> first = new HashMap<>();
        evidence.facts(Fact.RateFact.class).stream().filter(f -> f.fact().indicator().equals(indicator)).forEach(f -> {
            rates.computeIfAbsent(f.source(), s -> new ArrayList<>()).add(f.fact().rate().doubleValue());
            first.putIfAbsent(f.source(), f);
        });
        rates.forEach((source, values) -> {
            if (values.size() >= FEWEST) {
                middles.add(new Middle(Columns.of(evidence, first.get(source), indicator), middle(values)));
            }
        });
        if (indicator.form() instanceof Form.Ratio ratio) {
            for (Kind kind : Kind.values()) {
                quotients(evidence, ratio, kind, middles);
            }
        }
        evidence.facts(Fact.ReferenceFact.class).stream()
                .filter(f -> f.fact().indicator().equals(indicator.id()) && !(indicator.form() instanceof Form.Count))
                .forEach(f -> middles.add(
                        new Middle(Where.row(evidence, f, "valeur"), f.fact().value().doubleValue())));
        return middles;
    }

    private static void quotients(Evidence evidence, Form.Ratio ratio, Kind kind, List<Middle> middles) {
        Map<String, Located<Fact.MeasureFact>> tops =
                evidence.counts(kind).getOrDefault(ratio.numerator().id(), Map.of());
        Map<String, Located<Fact.MeasureFact>> bottoms =
                evidence.counts(kind).getOrDefault(ratio.denominator().id(), Map.of());
        List<Double> quotients = new ArrayList<>();
        tops.forEach((code, top) -> {
            Located<Fact.MeasureFact> bottom = bottoms.get(code);
            if (bottom != null && bottom.fact().value().signum() > 0) {
                quotients.add(top.fact().value().doubleValue() * ratio.scale().doubleValue()
                        / bottom.fact().value().doubleValue());
            }
        });
        if (quotients.size() >= FEWEST) {
            middles.add(new Middle(Columns.of(evidence, tops.values().iterator().next()), middle(quotients)));
        }
    }

    static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
