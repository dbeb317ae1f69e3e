package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of measures in the tables of counts: those of the edition file, in either case. */
final class MeasureWord {
    private final Map<String, Measure> measures;

    MeasureWord(Edition edition) {
        this.measures = edition.catalogue()
                .measures()
                .stream()
                .collect(Collectors.toMap(Measure::id, Function.identity()));
    }

    /** The measure of a cell; notes a fault when the word is not empty and names none. */
    Optional<Measure> find(Row row, Column column, String word) {
        Optional<Measure> measure = Optional.ofNullable(measures.get(word.toLowerCase(Locale.ROOT)));
        if (measure.isEmpty() && !word.isEmpty()) {
            row.unknownWord(column, word, List.copyOf(measures.keySet()));
        }
        return measure;
    }
}
