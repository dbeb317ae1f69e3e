package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * {@code quartier-incomplet}: rows of a file of dwellings that cannot be used, though few enough for the run to go on. The QPV that they
 * name, or those of their commune where their QPV cannot be read, have more dwellings than are counted: their number is that of the
 * usable rows, marked as estimated, and so is whatever is made of it.
 */
final class IncompleteQpv implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("quartier-incomplet", Severity.WARNING);
    }

    @Override
    public String reserve() {
        return "des lignes y sont inutilisables\u00a0; le nombre des quartiers dont elles parlent est estimé";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        List<Located<Fact.LostDwellingFact>> lost = evidence.facts(Fact.LostDwellingFact.class);
        for (Source source : evidence.sources(s -> s.layout() == Layout.RPLS_LOGEMENTS)) {
            List<Located<Fact.LostDwellingFact>> own =
                    lost.stream().filter(f -> f.source().equals(source.id())).toList();
            if (!own.isEmpty()) {
                found.accept(finding(evidence, source, own));
            }
        }
    }

    private static Finding finding(Evidence evidence, Source source, List<Located<Fact.LostDwellingFact>> lost) {
        SortedSet<String> touched = new TreeSet<>();
        boolean nowhere = false;
        for (Located<Fact.LostDwellingFact> row : lost) {
            Fact.LostDwellingFact fact = row.fact();
            if (!fact.qpv().isEmpty()) {
                touched.add(fact.qpv());
            } else if (fact.commune().isEmpty()) {
                nowhere = true;
            } else {
                evidence.places().forEach((qpv, communes) -> {
                    if (communes.contains(fact.commune())) {
                        touched.add(qpv);
                    }
                });
            }
        }
        long rejected = evidence.rows(source).rejected();
        return Finding.of(
                new Where(source.id(), source.file(), lost.getFirst().line(), source.columns().getOrDefault("qpv", "")),
                source.id(),
                French.count(rejected, "ligne est inutilisable", "lignes sont inutilisables") + "\u00a0: "
                        + (touched.isEmpty() ? "rien ne dit de quels quartiers"
                                : French.count(touched.size(), "quartier en a", "quartiers en ont")
                                        + " peut-être plus (" + evidence.names(Kind.QPV, touched) + ")")
                        + (!nowhere || touched.isEmpty() ? ""
                                : "\u00a0; d’autres ne disent ni quartier ni commune")
                        + ". Leur nombre, marqué estimé, est celui des lignes utilisables\u00a0: corrigez-les d’après les "
                        + "autres avis du fichier.",
                touched.isEmpty() ? "" : touched.first());
    }
}
