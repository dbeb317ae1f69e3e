package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.territory.Frame;
import java.math.BigDecimal;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * {@code departement-sans-etablissement}: a directory that holds a département, as the edition says, and no establishment of it. All its
 * QPV would have none near them, where the file has lost them.
 */
final class DepartementWithoutEstablishment implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("departement-sans-etablissement", Severity.ERROR);
    }

    @Override
    public String reserve() {
        return "le fichier n’a aucun établissement d’un département\u00a0; ses quartiers n’en ont donc aucun";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        SortedSet<String> concerned =
                evidence.qpv().stream().map(Frame::departementOfQpv).collect(Collectors.toCollection(TreeSet::new));
        for (Source source : evidence.sources(s -> s.layout().establishments() && evidence.rows(s).read() > 0)) {
            SortedSet<String> held = evidence.facts(Fact.EstablishmentFact.class)
                    .stream()
                    .filter(f -> f.source().equals(source.id()))
                    .map(f -> Frame.departementOfCommune(f.fact().commune()))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (held.isEmpty()) {
                continue; // a list of labels names no commune
            }
            concerned.stream().filter(source::covers).filter(code -> !held.contains(code)).forEach(code -> found.accept(
                    Finding.of(
                            Where.file(source), code,
                            "Ce fichier n’a aucun établissement du département " + code
                                    + ", dont des quartiers sont dans les livres\u00a0: ils n’en auraient aucun. Complétez-le, ou "
                                    + "n’écrivez dans covers que les départements qu’il a en entier.",
                            code)));
        }
    }
}
