package fr.atlasqpv.batch;

import fr.atlasqpv.audit.SimulatedFigures;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.secrecy.Elsewhere;
import fr.atlasqpv.secrecy.Hierarchy;
import fr.atlasqpv.secrecy.OtherEdition;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.secrecy.SameCounts;
import fr.atlasqpv.secrecy.UnitCounts;
import fr.atlasqpv.store.Cells;
import fr.atlasqpv.territory.Correspondence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the books of before tell of the counts of a run: those that the edition names, and those that its output root has released.
 *
 * @param books those among them that tell something of what a rule protects, the oldest first
 * @param told what they tell together
 */
record BooksBefore(List<EarlierBooks> books, Elsewhere told) {
    /** Defensive copy. */
    BooksBefore {
        books = List.copyOf(books);
    }

    /**
     * Reads them.
     *
     * @param now which territory is part of which in this edition
     * @param known denominators of this edition that the attacker knows
     * @throws UncheckedIOException when one of their files cannot be read
     */
    static BooksBefore of(RunRequest request, Cells cells, long run, Hierarchy now, UnitCounts known) {
        List<EarlierBooks> earlier = request.earlier();
        List<EarlierBooks> counted = new ArrayList<>();
        Elsewhere all = Elsewhere.NOTHING;
        Map<CellKey, BigDecimal> figures = earlier.isEmpty() ? Map.of() : figures(cells, run);
        if (figures.isEmpty()) {
            return new BooksBefore(counted, all);
        }
        Reader reader = new Reader(request, figures, now, known);
        try {
            for (EarlierBooks books : earlier) {
                Elsewhere told = reader.read(books);
                all = all.and(told);
                if (tells(told, request.edition().protectedIndicators())) {
                    counted.add(books);
                }
            }
            return new BooksBefore(counted, all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those among them that the output root has released; the edition names the others. */
    List<EarlierBooks> released(RunRequest request) {
        return books.stream().filter(request.released().counted()::contains).toList();
    }

    private static Map<CellKey, BigDecimal> figures(Cells cells, long run) {
        Map<CellKey, BigDecimal> figures = new TreeMap<>();
        cells.raw(run).values().forEach(cell -> {
            BigDecimal value = Publication.of(cell, Optional.empty()).value();
            if (value != null) {
                figures.put(cell.key(), value);
            }
        });
        return figures;
    }

    /** Tells whether something is told of what a rule protects, or was withheld. */
    private static boolean tells(Elsewhere told, SortedSet<Indicator> ruled) {
        return !told.withheld().isEmpty() || Stream.concat(
                told.figures().stream().map(figure -> figure.key().indicator()),
                told.sums().stream().flatMap(sum -> sum.parts().stream()).map(CellKey::indicator))
                .anyMatch(ruled::contains);
    }

    /** The figures of a run, beside which books are laid. */
    private record Reader(
            RunRequest request, Map<CellKey, BigDecimal> figures, Hierarchy now, UnitCounts known) {
        private Elsewhere read(EarlierBooks books) throws IOException {
            Edition edition = request.edition();
            Correspondence correspondence = request.correspondence();
            OtherEdition then = books.read(edition.frame().reference(), correspondence);
            SortedMap<Indicator, Indicator> same = SameCounts.of(
                    then.cells(), figures, edition.catalogue().indicators(), this::millesime);
            Predicate<Indicator> simulatedThen = SimulatedFigures.in(books.folder());
            return then.inTheTermsOf(same, this::millesime,
                    indicator -> simulatedThen.test(indicator) != edition.simulated(indicator))
                    .of(key -> millesime(key.indicator()), now, books.knownThen(known));
        }

        private Optional<String> millesime(Indicator indicator) {
            return request.edition().published(indicator).map(IndicatorNotice::millesime);
        }
    }
}
