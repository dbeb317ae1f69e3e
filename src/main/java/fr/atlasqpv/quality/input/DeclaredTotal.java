package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.CheckRules.Total;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * {@code total-declare}: a total that the edition declares ({@code totals}) and that its inputs do not give, within the tolerance
 * that it says.
 */
final class DeclaredTotal implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("total-declare", Severity.ERROR);
    }

    @Override
    public String reserve() {
        return "un total déclaré ne sort pas des fichiers";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        evidence.attachment().ifPresent(attachment -> evidence.edition().checks().totals().forEach(total -> {
            BigDecimal read = read(evidence, attachment, total);
            BigDecimal difference = read.subtract(total.value()).abs();
            BigDecimal allowed = total.value().multiply(total.tolerance()).movePointLeft(2);
            if (difference.compareTo(allowed) > 0) {
                String of = total.count() + " " + total.territory().code()
                        + (total.perimeter() == Perimeter.QPV && !total.count().equals(Measure.QPV.id()) ? " QPV" : "");
                found.accept(Finding.of(
                        Where.edition(total.place()), of,
                        "L’édition déclare un total de " + French.number(total.value()) + " (" + of
                                + ") que ses fichiers ne donnent pas\u00a0: il manque des lignes, il y en a trop, ou le total est "
                                + "d’une autre année.",
                        total.value().toPlainString())
                        .with("On lit " + French.number(read) + "."));
            }
        }));
    }

    private static BigDecimal read(Evidence evidence, Attachment attachment, Total total) {
        SortedSet<String> reference = evidence.edition().frame().reference().regions();
        SortedSet<String> communes = new TreeSet<>();
        attachment.communes().values().stream().filter(c -> in(c, attachment, total.territory(), reference))
                .forEach(c -> communes.add(c.code()));
        SortedSet<String> quartiers = new TreeSet<>();
        attachment.qpv().values().stream().filter(q -> in(q, total.territory(), reference))
                .forEach(q -> quartiers.add(q.code()));
        if (total.count().equals(Measure.QPV.id())) {
            return BigDecimal.valueOf(quartiers.size());
        }
        if (total.count().equals(Total.COMMUNES)) {
            return BigDecimal.valueOf(communes.size());
        }
        if (total.count().equals(Total.EPCI)) {
            return BigDecimal
                    .valueOf(communes.stream().flatMap(c -> attachment.epciRowOf(c).stream()).distinct().count());
        }
        Kind kind = total.perimeter() == Perimeter.QPV ? Kind.QPV : Kind.COMMUNE;
        Map<String, Located<Fact.MeasureFact>> counts =
                evidence.counts(kind).getOrDefault(total.count(), Map.of());
        return (kind == Kind.QPV ? quartiers : communes).stream()
                .filter(counts::containsKey)
                .map(c -> counts.get(c).fact().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static boolean in(
            Commune commune, Attachment attachment, Territory territory, SortedSet<String> reference) {
        return switch (territory.level()) {
            case FRANCE -> reference.contains(commune.region());
            case REG -> commune.region().equals(territory.code());
            case DEP -> commune.departement().equals(territory.code());
            case EPCI -> attachment.epciRowOf(commune.code()).filter(territory.code()::equals).isPresent();
            case QPV -> false;
        };
    }

    private static boolean in(AttachedQpv qpv, Territory territory, SortedSet<String> reference) {
        return switch (territory.level()) {
            case FRANCE -> reference.contains(qpv.region());
            case REG -> qpv.region().equals(territory.code());
            case DEP -> qpv.departement().equals(territory.code());
            case EPCI -> qpv.epci().equals(territory.code());
            case QPV -> qpv.code().equals(territory.code());
        };
    }
}
