package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * {@code reference-impossible}: a published total of the territory of reference that is below what its communes or QPV at hand count
 * already, or that is no whole number where units are counted.
 */
final class ReferenceBelowSum implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("reference-impossible", Severity.ERROR);
    }

    @Override
    public String reserve() {
        return "un total de référence y est moindre que la somme de ses parties";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        for (Located<Fact.ReferenceFact> located : evidence.facts(Fact.ReferenceFact.class)) {
            Fact.ReferenceFact fact = located.fact();
            evidence.edition().catalogue().indicator(fact.indicator()).ifPresent(indicator -> {
                if (indicator.form() instanceof Form.Count count) {
                    examine(evidence, located, count.measure(), found);
                }
            });
        }
    }

    private static void examine(
            Evidence evidence, Located<Fact.ReferenceFact> located, Measure measure, Consumer<Finding> found) {
        Fact.ReferenceFact fact = located.fact();
        Where where = Where.row(evidence, located, "valeur");
        String of = fact.indicator() + " " + fact.code() + " " + fact.perimeter();
        String value = fact.value().toPlainString();
        if (!measure.weighted() && fact.value().stripTrailingZeros().scale() > 0) {
            found.accept(Finding.of(
                    where, of,
                    "Ce total de " + measure.id()
                            + " n’est pas un nombre entier\u00a0: un séparateur de milliers a-t-il été pris "
                            + "pour un signe décimal, ou le total donné en milliers\u00a0? Écrivez-le en entier, sans séparateur.",
                    value));
        } else if (fact.level().equals(Level.FRANCE.name())) {
            BigDecimal held = held(evidence, measure, fact.perimeter() == Perimeter.QPV ? Kind.QPV : Kind.COMMUNE);
            if (held.compareTo(fact.value()) > 0) {
                found.accept(Finding.of(
                        where, of,
                        "Ce total du territoire de référence est inférieur à la somme des "
                                + (fact.perimeter() == Perimeter.QPV ? "quartiers" : "communes")
                                + " que l’édition lit\u00a0: unité, milliers ou année\u00a0? Corrigez la valeur.",
                        value).with("Leur somme est de " + French.number(held) + "."));
            }
        }
    }

    private static BigDecimal held(Evidence evidence, Measure measure, Kind kind) {
        if (measure.equals(Measure.QPV)) {
            return BigDecimal.valueOf(evidence.facts(Fact.QpvFact.class).stream().map(f -> f.fact().code()).distinct()
                    .filter(c -> evidence.ofReference(Kind.QPV, c)).count());
        }
        return evidence.counts(kind)
                .getOrDefault(measure.id(), Map.of())
                .values()
                .stream()
                .filter(f -> evidence.ofReference(kind, f.fact().code()))
                .map(f -> f.fact().value())
                .collect(Collectors.reducing(BigDecimal.ZERO, BigDecimal::add));
    }
}
