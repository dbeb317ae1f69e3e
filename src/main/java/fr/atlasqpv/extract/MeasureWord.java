package fr.atlasqpv.extract;

import fr.atlasqpv.indicator.Measure;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of measures in the tables of counts: those of the edition file, in either case. */
final class MeasureWord {
    private static final Map<String, Measure> MEASURES =
            Arrays.stream(Measure.values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
    private static final List<String> WORDS =
            Arrays.stream(Measure.values()).map(Enum::name).toList();

    private MeasureWord() {}

    /** The measure of a cell; notes a fault when the word is not empty and names none. */
    static Optional<Measure> find(Row row, Column column, String word) {
        Optional<Measure> measure = Optional.ofNullable(MEASURES.get(word.toUpperCase(Locale.ROOT)));
        if (measure.isEmpty() && !word.isEmpty()) {
            row.unknownWord(column, word, WORDS);
        }
        return measure;
    }
}
