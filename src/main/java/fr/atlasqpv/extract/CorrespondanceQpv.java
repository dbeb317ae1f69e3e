package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Layout {@code correspondance-qpv}: codes under which a file of contours knows the QPV of the edition; a QPV without one has no
 * contour. States no fact by itself: the reader of the contours looks it up. */
final class CorrespondanceQpv implements RowInterpreter {
    private final Column qpv;
    private final Column contour;
    private final Scope scope;
    private final Keys keys = new Keys();

    CorrespondanceQpv(Header header, Edition.Source source, Edition edition) {
        this.qpv = header.column("qpv");
        this.contour = header.column("contour");
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        String code = row.qpv(qpv);
        if (!row.faulty() && scope.excludesQpv(code)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        keys.once(row, qpv, code);
        if (!row.text(contour).isEmpty()) {
            row.qpv(contour);
        }
        return row.usable(List.of());
    }

    /** Codes of the edition by code of the file of contours. */
    static Map<String, List<String>> pairs(Table table, Header header, Notices notices) {
        Map<String, List<String>> pairs = new HashMap<>();
        for (Table.Cells record = table.next(); record != null; record = table.next()) {
            Row row = new Row(notices, record);
            String found = row.text(header.column("contour"));
            if (!found.isEmpty()) {
                pairs.computeIfAbsent(found, k -> new ArrayList<>(1)).add(row.text(header.column("qpv")));
            }
        }
        return pairs;
    }
}
