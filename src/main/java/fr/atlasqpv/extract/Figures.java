package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.ValueColumn;
import java.util.ArrayList;
import java.util.List;

/** The columns of a table that carry figures of its territories. */
final class Figures {
    private final List<ValueColumn> values;
    private final List<Column> columns;
    private final Fact.Kind kind;

    Figures(Header header, Edition.Source source, Fact.Kind kind) {
        this.values = source.values();
        this.columns = header.values();
        this.kind = kind;
    }

    /** What the columns of a row state of a territory; the list may be added to. */
    List<Fact> of(Row row, String code) {
        List<Fact> facts = new ArrayList<>(values.size() + 1);
        for (int i = 0; i < values.size(); i++) {
            ValueColumn value = values.get(i);
            if (value.measure() != null) {
                row.measure(facts, kind, code, value.measure(), columns.get(i));
            } else {
                row.rate(facts, kind, code, value.rate(), columns.get(i));
            }
        }
        return facts;
    }
}
