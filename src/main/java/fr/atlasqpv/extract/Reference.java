package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.Arrays;
import java.util.List;

/** Layout {@code reference}: published figures of a territory that the input does not cover, such as metropolitan France. */
final class Reference implements RowInterpreter {
    private static final List<String> LEVELS =
            Arrays.stream(Level.values()).map(Enum::name).toList();
    private static final List<String> PERIMETERS =
            Arrays.stream(Perimeter.values()).map(Enum::name).toList();
    private final Column level;
    private final Column code;
    private final Column perimeter;
    private final Column indicator;
    private final Column value;
    private final List<String> indicators;
    private final Keys keys = new Keys();

    Reference(Header header, Edition.Source source, Edition edition) {
        this.level = header.column("niveau");
        this.code = header.column("code");
        this.perimeter = header.column("perimetre");
        this.indicator = header.column("indicateur");
        this.value = header.column("valeur");
        this.indicators = edition.catalogue().indicators().stream().map(Indicator::id).toList();
    }

    @Override
    public Outcome interpret(Row row) {
        String rank = word(row, level, LEVELS);
        String territory = row.required(code);
        String counted = word(row, perimeter, PERIMETERS);
        String id = word(row, indicator, indicators);
        keys.once(row, indicator, rank + " " + territory + " " + counted + " " + id);
        Cell figure = row.number(value);
        if (row.faulty() || !(figure instanceof Cell.Value n)) {
            return row.usable(List.of()); // no figure: not available
        }
        return row.usable(new Fact.ReferenceFact(rank, territory, Perimeter.valueOf(counted), id, n.value()));
    }

    private static String word(Row row, Column column, List<String> known) {
        String word = row.required(column);
        if (!word.isEmpty() && !known.contains(word)) {
            row.unknownWord(column, word, known);
        }
        return word;
    }
}
