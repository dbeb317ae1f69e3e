package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.territory.Correspondence;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The books of another edition, as an attacker lays them beside those of this one.
 *
 * <p>A figure of the same vintage counts the same people. A territory that has the same QPV in both editions is the same
 * cell; one that has others (an EPCI that has merged) tells the sum of its QPV of then. Between generations of QPV a correspondence
 * says whose perimeters are made up by whose: a QPV that bears another code is the same cell, those that were split or merged tell a
 * sum. Of those that it does not pair nothing is known.
 */
public final class OtherEdition {
    private final SortedMap<CellKey, Told> cells;
    private final Hierarchy hierarchy;
    private final Correspondence correspondence;

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
     * @param correspondence QPV of this edition whose perimeters make up those of QPV there
     */
    public OtherEdition(SortedMap<CellKey, Told> cells, Hierarchy hierarchy, Correspondence correspondence) {
        this.cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
        this.hierarchy = hierarchy;
        this.correspondence = correspondence;
    }

    /**
     * What it tells of the counts of this edition.
     *
     * @param millesimes vintage of each cell of this edition, empty for a cell that it does not have
     * @param now which territory is part of which in this edition
     * @param denominators denominators that the attacker knows in this edition; those of the same vintage are the same
     */
    public Elsewhere of(Function<CellKey, Optional<String>> millesimes, Hierarchy now, UnitCounts denominators) {
        Today today = new Today(millesimes, now, denominators);
        cells.forEach(today::lay);
        today.layReplaced();
        return new Elsewhere(today.figures, today.sums, today.withheld);
    }

    /** Figures of there laid on cells of this edition, one after the other. */
    private final class Today {
        private final Function<CellKey, Optional<String>> millesimes;
        private final Hierarchy now;
        private final UnitCounts denominators;
        private final List<KnownFigure> figures = new ArrayList<>();
        private final List<KnownSum> sums = new ArrayList<>();
        private final SortedSet<CellKey> withheld = new TreeSet<>();
        /** Cells of QPV there that were split or merged: the first of each group → the codes of the group. */
        private final SortedMap<CellKey, SortedSet<String>> replaced = new TreeMap<>();

        Today(Function<CellKey, Optional<String>> millesimes, Hierarchy now, UnitCounts denominators) {
            this.millesimes = millesimes;
            this.now = now;
            this.denominators = denominators;
        }

        private boolean sameVintage(Told told, CellKey here) {
            return millesimes.apply(here).filter(m -> OtherEdition.sameVintage(told.millesime, m)).isPresent();
        }

        /** Codes of today that make up territories of there; a code that this edition has stands for itself. */
        private Optional<List<String>> counterparts(Collection<String> then) {
            return correspondence.counterparts(then, now.departementOfQpv()::containsKey).map(List::copyOf);
        }

        void lay(CellKey key, Told told) {
            if (key.territory().level() == Level.QPV) {
                layQpv(key, told);
                return;
            }
            List<String> then = members(key, hierarchy);
            Optional<List<String>> today = counterparts(then);
            if (sameVintage(told, key) && today.filter(members(key, now)::equals).isPresent()) {
                laySame(key, key, told);
            } else if (told.publication.value() != null && !then.isEmpty()) {
                today.flatMap(t -> parts(told, t, key))
                        .ifPresent(parts -> sums.add(
                                new KnownSum(parts, new KnownFigure(key, told.publication, total(key, parts)))));
            }
        }

        private void layQpv(CellKey key, Told told) {
            String code = key.territory().code();
            SortedSet<String> then = now.departementOfQpv().containsKey(code) ? new TreeSet<>(List.of(code))
                    : correspondence.together(code);
            List<String> today = counterparts(then).orElseThrow();
            if (then.size() == 1 && today.size() == 1) {
                CellKey here = CellKey.of(Level.QPV, today.getFirst(), key.perimeter(), key.indicator());
                if (sameVintage(told, here)) {
                    laySame(key, here, told);
                }
            } else {
                replaced.put(CellKey.of(Level.QPV, then.first(), key.perimeter(), key.indicator()), then);
            }
        }

        private void laySame(CellKey there, CellKey here, Told told) {
            if (told.publication.status() == CellStatus.SECRET) {
                withheld.add(here);
            } else if (told.publication.value() != null) {
                figures.add(
                        new KnownFigure(here, told.publication,
                                denominator(there).or(() -> denominator(here)).orElse(null)));
            }
        }

        /**
         * QPV that were split or merged. One that was withheld is found where all that took over from it, and all that it has merged
         * with, are told: they stay withheld.
         */
        void layReplaced() {
            replaced.forEach((first, then) -> {
                List<String> today = counterparts(then).orElseThrow();
                List<KnownFigure> told = new ArrayList<>();
                for (String code : then) {
                    CellKey there = CellKey.of(Level.QPV, code, first.perimeter(), first.indicator());
                    Optional.ofNullable(cells.get(there)).ifPresent(t -> parts(t, today, first).ifPresent(parts -> {
                        if (t.publication.status() == CellStatus.SECRET) {
                            withheld.addAll(parts);
                        } else if (t.publication.value() != null) {
                            BigDecimal base = denominator(there)
                                    .orElseGet(() -> then.size() == 1 ? total(there, parts) : null);
                            told.add(new KnownFigure(there, t.publication, base));
                        }
                    }));
                }
                if (!told.isEmpty()) {
                    List<CellKey> parts = today.stream()
                            .map(code -> CellKey.of(Level.QPV, code, Perimeter.QPV, first.indicator()))
                            .toList();
                    sums.add(new KnownSum(parts, told, told.size() == then.size()));
                }
            });
        }

        /** Cells of QPV of today, empty when one of them is not there with the vintage of what is told. */
        private Optional<List<CellKey>> parts(Told told, List<String> today, CellKey key) {
            List<CellKey> parts = today.stream()
                    .map(code -> CellKey.of(Level.QPV, code, Perimeter.QPV, key.indicator()))
                    .toList();
            return parts.stream().allMatch(part -> sameVintage(told, part)) ? Optional.of(parts) : Optional.empty();
        }

        private Optional<BigDecimal> denominator(CellKey key) {
            return key.indicator()
                    .denominator()
                    .flatMap(m -> denominators.count(key.territory(), key.perimeter(), m));
        }

        /** Denominator of some QPV together, null when that of one of them is not known. */
        private BigDecimal total(CellKey key, List<CellKey> parts) {
            if (key.indicator().denominator().isEmpty()) {
                return null;
            }
            BigDecimal total = BigDecimal.ZERO;
            for (CellKey part : parts) {
                Optional<BigDecimal> count = denominator(part);
                if (count.isEmpty()) {
                    return null;
                }
                total = total.add(count.get());
            }
            return total;
        }
    }

    /**
     * The same books in the terms of this edition.
     *
     * @param same indicators that count what one of this edition does, under its name: they are of its vintage ({@link SameCounts})
     * @param millesimes vintages of this edition
     * @param silent whether the figures of an indicator that is not the same tell nothing of those of this edition, whatever vintage
     *     they bear: simulated ones count nobody
     */
    public OtherEdition inTheTermsOf(
            Map<Indicator, Indicator> same,
            Function<Indicator, Optional<String>> millesimes,
            Predicate<Indicator> silent) {
        SortedMap<CellKey, Told> translated = new TreeMap<>();
        SortedMap<CellKey, Told> others = new TreeMap<>();
        cells.forEach((key, told) -> {
            Indicator our = same.get(key.indicator());
            if (our != null) {
                translated.putIfAbsent(
                        new CellKey(key.territory(), key.perimeter(), our),
                        new Told(told.publication, millesimes.apply(our).orElse(told.millesime)));
            } else if (!silent.test(key.indicator())) {
                others.put(key, told);
            }
        });
        others.forEach(translated::putIfAbsent);
        return new OtherEdition(translated, hierarchy, correspondence);
    }

    /** Every cell of its books. */
    public SortedMap<CellKey, Told> cells() {
        return cells;
    }

    /** Tells whether two vintages, as books write them, are one; an empty one is like no other. */
    public static boolean sameVintage(String one, String other) {
        return !normal(one).isEmpty() && normal(one).equals(normal(other));
    }

    /** “RP 2018” and “RP2018” are one vintage. */
    private static String normal(String millesime) {
        return millesime.replaceAll("[\\s\u00a0\u202f]", "").toLowerCase(Locale.ROOT);
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
