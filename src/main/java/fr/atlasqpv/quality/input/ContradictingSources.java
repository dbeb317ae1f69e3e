package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.territory.Level;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code numerateur-superieur-au-denominateur}: two sources contradict each other, for the numerator of a share, from the one, is
 * above its denominator, from the other. The share is told as it is, and its complement counts for nothing.
 */
final class ContradictingSources implements InputCheck {
    private static final String CODE = "numerateur-superieur-au-denominateur";

    @Override
    public Terms terms() {
        return Terms.plain(CODE, Severity.WARNING).ofFigures();
    }

    @Override
    public String reserve() {
        return "il est contredit par une autre source\u00a0: pour des territoires, le numérateur d’une part dépasse son dénominateur";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Map<String, Map<String, Located<Fact.MeasureFact>>> counts = evidence.counts(Kind.QPV);
        // The value of the notice is the cell: what secrecy withholds is not told of afterwards
        evidence.figures().forEach((key, cell) -> {
            if (cell.aboveItsWhole()) {
                found.accept(finding(evidence, key, counts));
            }
        });
    }

    private static Finding finding(
            Evidence evidence, CellKey key, Map<String, Map<String, Located<Fact.MeasureFact>>> counts) {
        String code = key.territory().code();
        Located<Fact.MeasureFact> part = count(counts, key, key.indicator().numerator().orElseThrow().id());
        Located<Fact.MeasureFact> whole = count(counts, key, key.indicator().denominator().orElseThrow().id());
        boolean known = part != null && whole != null;
        Where where = known ? Columns.of(evidence, part)
                : new Where(key.indicator().id(), evidence.editionFile(), 0, "");
        return Finding.of(
                where, key.toString(),
                "Les deux sources de l’indicateur «\u00a0" + key.indicator().id() + "\u00a0» se contredisent pour "
                        + (key.territory().level() == Level.QPV ? evidence.name(Kind.QPV, code) : code)
                        + "\u00a0: le numérateur dépasse le dénominateur"
                        + (known ? " (" + Columns.of(evidence, whole).told() + ")" : "")
                        + ". Le complément est compté pour zéro.",
                key.toString());
    }

    private static Located<Fact.MeasureFact> count(
            Map<String, Map<String, Located<Fact.MeasureFact>>> counts, CellKey key, String measure) {
        return key.territory().level() == Level.QPV ? counts.getOrDefault(measure, Map.of()).get(key.territory().code())
                : null;
    }
}
