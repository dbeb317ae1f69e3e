package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * {@code region-sans-quartier}: the edition makes the books of all the regions that it places, and one has no QPV in their list. It has no
 * book, and where other files name QPV of it, this tells why they are not known. A region that the edition names has its book all the same.
 */
final class RegionWithoutQpv implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("region-sans-quartier", Severity.WARNING);
    }

    @Override
    public boolean ofPlaces() {
        return true;
    }

    @Override
    public String reserve() {
        return "une région n’y a aucun quartier";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Set<String> with = new TreeSet<>();
        evidence.facts(Fact.QpvFact.class)
                .forEach(f -> evidence.region(Kind.QPV, f.fact().code()).ifPresent(with::add));
        if (with.isEmpty() || evidence.faulty(Source::listsQpv) || !evidence.edition().regions().isEmpty()) {
            return; // no list at all, or regions that are asked for
        }
        evidence.sources(Source::listsQpv).stream().findFirst()
                .ifPresent(list -> evidence.facts(Fact.RegionFact.class).stream()
                        .filter(f -> !with.contains(f.fact().code()))
                        .forEach(f -> found.accept(Finding.of(
                                Where.file(list), f.fact().code(),
                                "La région " + f.fact().label() + "\u00a0(" + f.fact().code()
                                        + ") n’a aucun quartier dans cette liste\u00a0: elle n’a pas de livre. Complétez la liste, ou "
                                        + "ôtez la région de l’édition.",
                                f.fact().code()))));
    }
}
