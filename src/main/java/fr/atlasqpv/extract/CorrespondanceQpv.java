package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.territory.Correspondence;
import java.util.ArrayList;
import java.util.List;

/**
 * Layout {@code correspondance-qpv}: codes under which another file knows the QPV of the edition, contours or books of another
 * generation; a QPV without one is not there. One that is several there, or several that are one there, take a row for each pair. States
 * no fact by itself: who reads the other file looks it up.
 */
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
        String other = row.text(contour).isEmpty() ? "" : row.qpv(contour);
        keys.once(row, qpv, (code + " " + other).strip());
        return row.usable(List.of());
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
            String other = row.text(header.column("contour"));
            String ours = row.text(header.column("qpv"));
            if (other.isEmpty() && ours.isEmpty()) {
                throw notices.unreadable(
                        row.line(), header.column("qpv").name(), NoticeCode.CHAMP_VIDE, "Les deux codes manquent.", "");
            }
            if (!other.isEmpty() && !ours.isEmpty()) {
                pairs.add(new Correspondence.Pair(other, ours));
            }
        }
        return Correspondence.of(pairs);
    }
}
