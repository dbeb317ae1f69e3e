package fr.atlasqpv.extract;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Layout {@code mouvements-communes}: what communes became, a row for each commune before and each after. States no fact by itself: who
 * reads a file of another year looks up there the communes that the COG of the edition does not know.
 */
final class MouvementsCommunes implements RowInterpreter {
    private final Column date;
    private final Column kindBefore;
    private final Column before;
    private final Column kindAfter;
    private final Column after;

    MouvementsCommunes(Header header) {
        this.date = header.column("date");
        this.kindBefore = header.column("type-avant");
        this.before = header.column("avant");
        this.kindAfter = header.column("type-apres");
        this.after = header.column("apres");
    }

    @Override
    public Outcome interpret(Row row) {
        if (!whole(row)) {
            return row.outOfScope(ScopeReason.COMMUNE_ASSOCIEE_OU_DELEGUEE);
        }
        row.commune(before);
        row.commune(after);
        if (day(row) == null) {
            row.fault(
                    date, NoticeCode.DATE_ILLISIBLE,
                    "On attend une date, comme 2025-01-01, ou un nombre de jours depuis le 1ᵉʳ janvier 1970.",
                    row.text(date));
        }
        return row.usable(List.of());
    }

    /** Tells whether both are communes: parts of communes are part of one. */
    private boolean whole(Row row) {
        return CogCommunes.COMMUNE.equals(row.text(kindBefore)) && CogCommunes.COMMUNE.equals(row.text(kindAfter));
    }

    /** Days since 1970, null when it is no date; some copies of the file hold that number. */
    private Long day(Row row) {
        String text = row.text(date);
        try {
            return text.matches("-?[0-9]{1,6}([.]0+)?") ? Long.valueOf(text.replaceFirst("[.]0+$", ""))
                    : Long.valueOf(LocalDate.parse(text).toEpochDay());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Reads all movements of a table; what is at fault is told when the table is read for itself. */
    static Movements read(Table table, Header header, Notices notices, Set<String> known) {
        MouvementsCommunes layout = new MouvementsCommunes(header);
        Map<String, Last> last = new HashMap<>();
        for (Table.Cells record = table.next(); record != null; record = table.next()) {
            Row row = new Row(notices, record);
            Long day = layout.day(row);
            if (layout.whole(row) && day != null) {
                Last since = last.get(row.text(layout.before));
                if (since == null || since.day() < day) {
                    since = new Last(day, new TreeSet<>());
                    last.put(row.text(layout.before), since);
                }
                if (since.day() == day) {
                    since.became().add(row.text(layout.after));
                }
            }
        }
        return new Movements(last, known);
    }

    /** What a commune became the last time that something happened to it. */
    private record Last(long day, Set<String> became) {}

    /** What the communes of another year have become in the COG of the edition. */
    static final class Movements {
        /** Knows of no movement. */
        static final Movements NONE = new Movements(Map.of(), Set.of());

        private final Map<String, Last> last;
        private final Set<String> known;

        private Movements(Map<String, Last> last, Set<String> known) {
            this.last = last;
            this.known = known;
        }

        /**
         * The commune of the edition that a commune is, or is now part of. One that the edition knows is itself; so is one of which nobody
         * tells what it became, and one that was parted: which part a thing lies in, nobody tells.
         */
        String today(String commune) {
            Set<String> met = new TreeSet<>();
            String at = commune;
            while (!known.contains(at)) {
                Last since = last.get(at);
                if (since == null || since.became().size() != 1 || !met.add(at)) {
                    return commune;
                }
                at = since.became().iterator().next();
            }
            return at;
        }
    }
}
