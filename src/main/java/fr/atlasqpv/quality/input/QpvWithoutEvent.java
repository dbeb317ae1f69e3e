package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * {@code quartier-sans-logement}: a QPV without any usable row in a file of dwellings. Its number is not available, never 0, unless
 * the edition says of the source that absence means none ({@code absent: zero}).
 */
final class QpvWithoutEvent implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("quartier-sans-logement", Severity.WARNING);
    }

    @Override
    public String reserve() {
        return "des quartiers n’y ont aucune ligne utilisable\u00a0; leur nombre est non disponible";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        for (Source source : evidence.sources(s -> s.layout() == Layout.RPLS_LOGEMENTS && !s.zeroWhenAbsent())) {
            Set<String> counted = evidence.measures()
                    .stream()
                    .filter(f -> f.source().equals(source.id()))
                    .map(f -> f.fact().code())
                    .collect(Collectors.toSet());
            List<String> absent = evidence.qpv().stream().filter(q -> !counted.contains(q)).toList();
            if (!absent.isEmpty() && evidence.rows(source).read() > 0) {
                long rejected = evidence.rows(source).rejected();
                found.accept(Finding.of(
                        Where.file(source), source.id(),
                        "Aucune ligne utilisable pour " + French.count(absent.size(), "quartier", "quartiers")
                                + "\u00a0: " + evidence.names(Kind.QPV, absent)
                                + ". Leur nombre est non disponible, jamais nul"
                                + (rejected == 0 ? ""
                                        : " (" + French.count(rejected, "ligne est inutilisable",
                                                "lignes sont inutilisables")
                                                + ")")
                                + "\u00a0; s’ils n’ont vraiment aucun logement, écrivez absent\u00a0: zero dans la source.",
                        absent.getFirst()));
            }
        }
    }
}
