package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * {@code suite-repetee}: a long run of rows of a file of events that stands in it a second time, in the same order. Two regional
 * files that overlap, or one joined to itself, count everybody twice.
 */
final class RepeatedRun implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.bound("suite-repetee", Severity.ERROR, 50, "lignes");
    }

    @Override
    public String reserve() {
        return "une suite de lignes y figure deux fois";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        // A run cut after its last row tells it once more
        evidence.facts(Fact.RepeatedRowsFact.class).stream().distinct().forEach(located -> {
            Fact.RepeatedRowsFact run = located.fact();
            if (BigDecimal.valueOf(run.rows()).compareTo(threshold) >= 0) {
                Source source = evidence.source(located);
                found.accept(Finding.of(
                        new Where(source.id(), source.file(), located.line(), ""), source.id(),
                        "Les lignes " + located.line() + " à " + run.lastLine()
                                + " répètent, dans le même ordre, les lignes "
                                + run.firstLine() + " à " + run.firstLastLine() + " (" + French.integer(run.rows())
                                + "\u00a0lignes)\u00a0: ce qu’elles décrivent est compté deux fois. Ôtez l’une des deux suites.",
                        String.valueOf(run.rows())));
            }
        });
    }
}
