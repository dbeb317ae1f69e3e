package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * {@code population-absente}: a commune of the books of which no source gives the inhabitants. They decide where a QPV and an EPCI
 * belong, and every total loses them.
 */
final class MissingInhabitants implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("population-absente", Severity.ERROR);
    }

    @Override
    public String reserve() {
        return "la population de communes y manque\u00a0; les totaux ne les comptent pas";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Measure inhabitants = evidence.edition().catalogue().inhabitants();
        if (inhabitants == null || evidence.faulty(Layout.COG_COMMUNES)) {
            return;
        }
        Map<String, ? extends Located<?>> known = evidence.counts(Kind.COMMUNE)
                .getOrDefault(inhabitants.id(), new TreeMap<>());
        Set<String> sources = new TreeSet<>();
        known.values().forEach(f -> sources.add(f.source()));
        if (sources.size() != 1) {
            return; // none is read, and each says so itself
        }
        Source source = evidence.edition().source(sources.iterator().next()).orElseThrow();
        List<String> absent = evidence.communes().stream().filter(c -> !known.containsKey(c)).toList();
        if (!absent.isEmpty()) {
            found.accept(Finding.of(
                    Where.file(source), absent.size() == 1 ? absent.getFirst() : source.id(),
                    "Population inconnue de " + French.count(absent.size(), "commune", "communes") + "\u00a0: "
                            + evidence.names(Kind.COMMUNE, absent)
                            + ". Leur intercommunalité, leur département et leur région la perdraient\u00a0: complétez le fichier.",
                    absent.getFirst()));
        }
    }
}
