package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.release.PublishedTerritory;
import java.util.ArrayList;
import java.util.List;

/** Cuts the detailed rows into spreads: EPCI lines and QPV, in the order of the book. */
final class DetailCut {
    /** Fewest QPV of a group on a spread, unless it has no more. */
    private static final int FEWEST = 2;

    private DetailCut() {}

    /** A line of a spread. */
    sealed interface Line {
        /** The line of an EPCI; {@code next}: its QPV began on an earlier spread. */
        record Group(PublishedTerritory departement, PublishedTerritory epci, boolean next) implements Line {}

        /** A QPV; {@code rank}: its place in its group on this spread, from 0. */
        record Neighbourhood(PublishedTerritory qpv, int rank) implements Line {}
    }

    /** As few spreads as {@code room} lines on each allow, evenly filled: the last one is not left almost empty. */
    static List<List<Line>> balanced(Composition composition, int room) {
        List<List<Line>> best = spreads(composition, room);
        int even = room;
        while (even > FEWEST + 1) {
            List<List<Line>> closer = spreads(composition, even - 1);
            if (closer.size() > best.size()) {
                return best;
            }
            best = closer;
            even--;
        }
        return best;
    }

    /** Spreads of at most {@code room} lines. */
    static List<List<Line>> spreads(Composition composition, int room) {
        List<List<Line>> spreads = new ArrayList<>();
        List<Line> spread = new ArrayList<>();
        for (PublishedTerritory departement : composition.departements()) {
            for (PublishedTerritory epci : composition.epciOf(departement)) {
                List<PublishedTerritory> qpv = composition.qpvOf(epci);
                int from = 0;
                while (from < qpv.size()) {
                    int fits = fitting(room - spread.size() - 1, qpv.size() - from);
                    if (fits == 0) {
                        spreads.add(spread);
                        spread = new ArrayList<>();
                        continue;
                    }
                    spread.add(new Line.Group(departement, epci, from > 0));
                    for (int i = 0; i < fits; i++) {
                        spread.add(new Line.Neighbourhood(qpv.get(from + i), i));
                    }
                    from += fits;
                }
            }
        }
        if (!spread.isEmpty()) {
            spreads.add(spread);
        }
        return spreads;
    }

    /** How many of the QPV left go on the spread: all, or enough here and enough on the next one. */
    private static int fitting(int room, int left) {
        if (left <= room) {
            return left;
        }
        int here = Math.min(room, left - FEWEST);
        return here < FEWEST ? 0 : here;
    }
}
