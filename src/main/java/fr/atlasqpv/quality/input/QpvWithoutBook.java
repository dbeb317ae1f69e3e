package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.territory.Frame;
import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code quartiers-sans-livre}: the list of the QPV names some of a territory that the edition places and makes no book of. They are in no
 * sum, that of the territory of reference included; whoever counts the rows of the list finds more than the books.
 */
final class QpvWithoutBook implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("quartiers-sans-livre", Severity.WARNING);
    }

    @Override
    public String reserve() {
        return "des quartiers y sont d’un territoire qui n’a pas de livre, et ne comptent dans aucune somme";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        evidence.sources(Source::listsQpv).forEach(list -> {
            SortedMap<String, Integer> without = new TreeMap<>();
            evidence.facts(Fact.QpvElsewhereFact.class).stream().filter(f -> f.source().equals(list.id()))
                    .forEach(f -> without.merge(Frame.departementOfQpv(f.fact().code()), 1, Integer::sum));
            without.forEach((departement, number) -> found.accept(Finding.of(
                    Where.file(list), departement,
                    French.count(number, "quartier de cette liste est", "quartiers de cette liste sont")
                            + " du territoire " + departement
                            + ", que l’édition place sans en faire de livre\u00a0: ni livre, ni part dans aucune somme. Pour qu’il en ait "
                            + "un, donnez sa région à sa zone (frame.zones), et ses communes au code officiel géographique.",
                    departement)));
        });
    }
}
