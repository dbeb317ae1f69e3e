package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.ValueColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The columns of a table that carry figures of its territories. */
final class Figures {
    private final List<ValueColumn> values;
    private final List<Column> columns;
    private final Fact.Kind kind;
    private final Map<String, Map<String, String>> dictionaries;

    Figures(Header header, Edition.Source source, Edition edition, Fact.Kind kind) {
        this.values = source.values();
        this.columns = header.values();
        this.kind = kind;
        this.dictionaries = edition.typologies();
    }

    /** What the columns of a row state of a territory; the list may be added to. */
    List<Fact> of(Row row, String code) {
        List<Fact> facts = new ArrayList<>(values.size() + 1);
        for (int i = 0; i < values.size(); i++) {
            ValueColumn value = values.get(i);
            Column column = columns.get(i);
            switch (value.carries()) {
                case MEASURE -> row.measure(facts, kind, code, value.measure(), column);
                case RATE -> row.figure(
                        facts, kind, code, value.indicator(), row.rate(column, value.indicator()));
                case FIGURE -> row.figure(facts, kind, code, value.indicator(), row.number(column));
                case CODE -> row.code(facts, code, value.indicator(), column, dictionary(value));
            }
        }
        return facts;
    }

    private List<String> dictionary(ValueColumn value) {
        return List.copyOf(dictionaries.getOrDefault(value.indicator().id(), Map.of()).keySet());
    }
}
