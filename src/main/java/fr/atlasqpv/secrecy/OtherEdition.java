package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The books of another edition, as an attacker lays them beside those of this one.
 *
 * <p>A figure of the same vintage counts the same people. A territory that has the same QPV in both editions is the same
 * cell; one that has others (an EPCI that has merged) tells the sum of its QPV of then.
 */
public final class OtherEdition {
    private final SortedMap<CellKey, Told> cells;
    private final Hierarchy hierarchy;

    /**
     * What a cell of the other edition shows.
     *
     * @param publication figure or status
     * @param millesime vintage, as the book writes it
     */
    public record Told(Publication publication, String millesime) {}

    /**
     * @param cells every cell of its books
     * @param hierarchy which territory is part of which there
     */
    public OtherEdition(SortedMap<CellKey, Told> cells, Hierarchy hierarchy) {
        this.cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        this.hierarchy = hierarchy;
    }

    /**
     * What it tells of the counts of this edition.
     *
     * @param millesimes vintage of each cell of this edition, empty for a cell that it does not have
     * @param now which territory is part of which in this edition
     * @param denominators denominators that the attacker knows in this edition; those of the same vintage are the same
     */
    public Elsewhere of(Function<CellKey, Optional<String>> millesimes, Hierarchy now, UnitCounts denominators) {
        List<KnownFigure> figures = new ArrayList<>();
        List<KnownSum> sums = new ArrayList<>();
        SortedSet<CellKey> withheld = new TreeSet<>();
        cells.forEach((key, told) -> {
            List<String> members = members(key, hierarchy);
            boolean same = sameVintage(told, millesimes.apply(key))
                    && (key.perimeter() == Perimeter.ENSEMBLE || members.equals(members(key, now)));
            if (same && told.publication.status() == CellStatus.SECRET) {
                withheld.add(key);
            } else if (same && told.publication.value() != null) {
                figures.add(new KnownFigure(key, told.publication, denominator(key, denominators)));
            } else if (told.publication.value() != null && !members.isEmpty()) {
                sum(key, told, members, millesimes, denominators).ifPresent(sums::add);
            }
        });
        return new Elsewhere(figures, sums, withheld);
    }

    private static boolean sameVintage(Told told, Optional<String> now) {
        return now.isPresent() && sameVintage(told.millesime, now.get());
    }

    /** Tells whether two vintages, as books write them, are one; an empty one is like no other. */
    public static boolean sameVintage(String one, String other) {
        return !normal(one).isEmpty() && normal(one).equals(normal(other));
    }

    /** “RP 2018” and “RP2018” are one vintage. */
    private static String normal(String millesime) {
        return millesime.replaceAll("[\\s\u00a0\u202f]", "").toLowerCase(Locale.ROOT);
    }

    private static BigDecimal denominator(CellKey key, UnitCounts denominators) {
        return key.indicator()
                .denominator()
                .flatMap(m -> denominators.count(key.territory(), key.perimeter(), m))
                .orElse(null);
    }

    private static Optional<KnownSum> sum(
            CellKey key,
            Told told,
            List<String> members,
            Function<CellKey, Optional<String>> millesimes,
            UnitCounts denominators) {
        List<CellKey> parts = new ArrayList<>();
        for (String code : members) {
            CellKey part = CellKey.of(Level.QPV, code, Perimeter.QPV, key.indicator());
            if (!sameVintage(told, millesimes.apply(part))) {
                return Optional.empty();
            }
            parts.add(part);
        }
        BigDecimal denominator = key.indicator().denominator().map(m -> total(parts, m, denominators)).orElse(null);
        return Optional.of(new KnownSum(parts, new KnownFigure(key, told.publication, denominator)));
    }

    /** Sum of a measure over QPV, null when one of them is not known. */
    private static BigDecimal total(List<CellKey> parts, Measure measure, UnitCounts denominators) {
        BigDecimal total = BigDecimal.ZERO;
        for (CellKey part : parts) {
            Optional<BigDecimal> count = denominators.count(part.territory(), Perimeter.QPV, measure);
            if (count.isEmpty()) {
                return null;
            }
            total = total.add(count.get());
        }
        return total;
    }

    /** QPV that the territory counts, in order; empty for a QPV, for France, and where the hierarchy knows of none. */
    private static List<String> members(CellKey key, Hierarchy hierarchy) {
        boolean alone = key.territory().level() == Level.QPV || key.territory().level() == Level.FRANCE;
        if (key.perimeter() == Perimeter.ENSEMBLE || alone) {
            return List.of();
        }
        return hierarchy.departementOfQpv()
                .keySet()
                .stream()
                .filter(qpv -> key.territory().code().equals(parent(qpv, key.territory().level(), hierarchy)))
                .toList();
    }

    private static String parent(String qpv, Level level, Hierarchy hierarchy) {
        String departement = hierarchy.departementOfQpv().get(qpv);
        return switch (level) {
            case EPCI -> hierarchy.epciOfQpv().get(qpv);
            case DEP -> departement;
            default -> hierarchy.regionOfDepartement().get(departement);
        };
    }
}
