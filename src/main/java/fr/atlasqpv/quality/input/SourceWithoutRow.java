package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * {@code source-sans-ligne}: an optional file that holds its header and nothing else. It says nothing of anybody: what it would
 * tell is not available, where an empty list would make a “no” of it for everybody.
 */
final class SourceWithoutRow implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("source-sans-ligne", Severity.WARNING);
    }

    @Override
    public String reserve() {
        return "le fichier est vide\u00a0; ce qu’il devait dire est non disponible";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        for (Source source : evidence.sources(s -> !s.required())) {
            if (evidence.rows(source).read() == 0) {
                found.accept(Finding.of(
                        Where.file(source), source.id(),
                        "Ce fichier n’a aucune ligne après l’en-tête\u00a0: ce qu’il devait dire est non disponible. Téléchargez-le "
                                + "de nouveau, ou ôtez-le s’il n’y a rien à dire.",
                        ""));
            }
        }
    }
}
