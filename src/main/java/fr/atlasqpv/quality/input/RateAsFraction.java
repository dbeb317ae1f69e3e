package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code taux-en-fraction}: a column of rates in per cent without any value above 1. It most likely gives fractions, 0,085 for
 * 8,5 %. The threshold is the number of values from which this is no chance.
 */
final class RateAsFraction implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.bound("taux-en-fraction", Severity.ERROR, 20, "valeurs");
    }

    @Override
    public String reserve() {
        return "des taux y sont peut-être donnés en fractions";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        SortedMap<String, List<Located<Fact.RateFact>>> columns = new TreeMap<>();
        evidence.facts(Fact.RateFact.class).stream().filter(f -> f.fact().indicator().share())
                .forEach(f -> columns
                        .computeIfAbsent(f.source() + " " + f.fact().indicator().id(), c -> new ArrayList<>())
                        .add(f));
        columns.values().forEach(values -> {
            BigDecimal greatest = values.stream().map(f -> f.fact().rate()).max(BigDecimal::compareTo).orElseThrow();
            boolean enough = BigDecimal.valueOf(values.size()).compareTo(threshold) >= 0;
            if (enough && greatest.signum() > 0 && greatest.compareTo(BigDecimal.ONE) <= 0) {
                found.accept(finding(evidence, values, greatest));
            }
        });
    }

    private static Finding finding(Evidence evidence, List<Located<Fact.RateFact>> values, BigDecimal greatest) {
        Indicator indicator = values.getFirst().fact().indicator();
        return Finding.of(
                Columns.of(evidence, values.getFirst(), indicator), indicator.id(),
                "Aucune des " + French.integer(values.size())
                        + " valeurs de cette colonne de taux ne dépasse 1, la plus grande "
                        + "est " + greatest.toPlainString().replace('.', ',')
                        + "\u00a0: on attend des pour-cent (8,5), pas des fractions (0,085). Multipliez la colonne par 100.",
                greatest.toPlainString());
    }
}
