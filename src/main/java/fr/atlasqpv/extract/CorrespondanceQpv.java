package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.territory.Correspondence;
import java.util.ArrayList;
import java.util.List;

/**
 * Layout {@code correspondance-qpv}: codes under which another file knows the QPV of the edition, contours or books of another
 * generation; a QPV without one is not there. One that is several there, or several that are one there, take a row for each pair, or
 * columns that a number tells apart. States no fact by itself: who reads the other file looks it up.
 */
final class CorrespondanceQpv implements RowInterpreter {
    private final List<Column> qpv;
    private final List<Column> contour;
    private final Scope scope;
    private final Keys keys = new Keys();

    CorrespondanceQpv(Header header, Edition.Source source, Edition edition) {
        this.qpv = header.numbered("qpv");
        this.contour = header.numbered("contour");
        this.scope = Scope.of(edition);
    }

    @Override
    public Outcome interpret(Row row) {
        List<String> ours = codes(row, qpv);
        if (ours.isEmpty()) {
            row.required(qpv.getFirst());
        }
        if (!row.faulty() && ours.stream().anyMatch(scope::excludesQpv)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        List<String> others = codes(row, contour);
        for (String code : ours) {
            for (String other : others.isEmpty() ? List.of("") : others) {
                keys.once(row, qpv.getFirst(), (code + " " + other).strip());
            }
        }
        return row.usable(List.of());
    }

    private static List<String> codes(Row row, List<Column> columns) {
        return columns.stream().filter(c -> !row.text(c).isEmpty()).map(row::qpv).toList();
    }

    /**
     * From the codes of the other file to those of the edition.
     *
     * @throws UnreadableSourceException when a row has neither
     */
    static Correspondence read(Table table, Header header, Notices notices) {
        List<Correspondence.Pair> pairs = new ArrayList<>();
        for (Table.Cells record = table.next(); record != null; record = table.next()) {
            Row row = new Row(notices, record);
            List<String> others = texts(row, header.numbered("contour"));
            List<String> ours = texts(row, header.numbered("qpv"));
            if (others.isEmpty() && ours.isEmpty()) {
                throw notices.unreadable(
                        row.line(), header.column("qpv").name(), NoticeCode.CHAMP_VIDE, "Les deux codes manquent.", "");
            }
            for (String other : others) {
                ours.forEach(code -> pairs.add(new Correspondence.Pair(other, code)));
            }
        }
        return Correspondence.of(pairs);
    }

    private static List<String> texts(Row row, List<Column> columns) {
        return columns.stream().map(row::text).filter(text -> !text.isEmpty()).toList();
    }
}
