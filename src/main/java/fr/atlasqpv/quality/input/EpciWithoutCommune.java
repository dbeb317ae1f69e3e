package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * {@code epci-sans-commune}: an EPCI of the list of which no row of their composition speaks. One of the two files is of another year,
 * or a part of the composition is lost, and the communes with it stand alone.
 */
final class EpciWithoutCommune implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("epci-sans-commune", Severity.WARNING);
    }

    @Override
    public boolean ofPlaces() {
        return true;
    }

    @Override
    public String reserve() {
        return "des intercommunalités n’y ont aucune commune";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        if (evidence.faulty(Layout.EPCI_COMPOSITION)) {
            return;
        }
        Set<String> composed = new HashSet<>();
        evidence.facts(Fact.EpciMembershipFact.class).forEach(f -> composed.add(f.fact().epci()));
        evidence.facts(Fact.EpciElsewhereFact.class).forEach(f -> composed.add(f.fact().epci()));
        List<Fact.EpciFact> without = evidence.facts(Fact.EpciFact.class).stream().map(f -> f.fact())
                .filter(e -> !composed.contains(e.code())).toList();
        evidence.sources(s -> s.layout() == Layout.EPCI_COMPOSITION).stream().findFirst()
                .filter(s -> !without.isEmpty())
                .ifPresent(source -> found.accept(Finding.of(
                        Where.file(source), source.id(),
                        French.count(without.size(), "intercommunalité de la liste n’a",
                                "intercommunalités de la liste n’ont")
                                + " aucune commune dans ce fichier\u00a0: "
                                + French.first(
                                        without.stream().map(e -> e.label() + "\u00a0(" + e.code() + ")").toList())
                                + ". Les deux fichiers sont-ils de la même année, et complets\u00a0?",
                        without.getFirst().code())));
    }
}
