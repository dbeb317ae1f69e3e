package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Edition.ValueColumn;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.indicator.Indicator;
import java.util.function.Predicate;

/** In which column of its file a figure stands. */
final class Columns {
    private Columns() {}

    /** Place of a count. */
    static Where of(Evidence evidence, Located<Fact.MeasureFact> count) {
        return of(evidence, count, v -> count.fact().measure().equals(v.measure()) && v.indicator() == null);
    }

    /** Place of a rate or of a figure. */
    static Where of(Evidence evidence, Located<?> rate, Indicator indicator) {
        return of(evidence, rate, v -> indicator.equals(v.indicator()));
    }

    private static Where of(Evidence evidence, Located<?> located, Predicate<ValueColumn> carries) {
        Source source = evidence.source(located);
        String column = source.values().stream().filter(carries).map(ValueColumn::column).findFirst()
                .orElseGet(() -> alone(source));
        return new Where(source.id(), source.file(), located.line(), column);
    }

    private static String alone(Source source) {
        return switch (source.layout()) {
            case COMPTAGES_COMMUNES, COMPTAGES_QPV -> source.columns().getOrDefault("valeur", "");
            case POPULATIONS_LEGALES -> source.columns().getOrDefault("population", "");
            case RPLS_COMMUNES -> source.columns().getOrDefault("logements", "");
            case RPLS_COMPTAGES -> source.columns().getOrDefault("nombre", "");
            case RPLS_LOGEMENTS -> source.columns().getOrDefault("qpv", "");
            default -> "";
        };
    }
}
