package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.ProtectionReport.Attack;
import java.util.List;

/**
 * What the reviewer of an edition reads, and nobody else: the tables with their exact counts, which cells the rules withhold, which were
 * withheld besides, what an attacker would learn of each, and what could have been withheld instead.
 *
 * @param tables one per set of linked indicators with something withheld or bounded, in order
 */
public record Review(List<Table> tables) {
    /** Defensive copy. */
    public Review {
        tables = List.copyOf(tables);
    }

    /** Why a cell is not told, or that it is. */
    public enum Role {
        /** A rule withholds it. */
        PRIMARY,
        /** It is withheld to protect another. */
        COMPLEMENTARY,
        /** It is told as a bound that protects. */
        BOUNDED,
        /** It is told. */
        TOLD
    }

    /**
     * Linked cells.
     *
     * @param indicators whose figures they are
     * @param cells cells that count different people, each once
     * @param links what ties them
     * @param draws choices that the draw made
     * @param worth what the pattern costs and is worth
     */
    public record Table(List<Indicator> indicators, List<Cell> cells, List<Link> links, List<Draw> draws, Worth worth) {
        /** Defensive copies. */
        public Table {
            indicators = List.copyOf(indicators);
            cells = List.copyOf(cells);
            links = List.copyOf(links);
            draws = List.copyOf(draws);
        }
    }

    /**
     * What a pattern costs, and what would be given away without it.
     *
     * @param primaryOnly what an attacker would find were nothing but the primary cells withheld
     * @param naive what he would find with “none or at least two per sum” and no attack
     * @param released what he finds in the pattern
     * @param points cost of the cells withheld besides the primary ones: 1 for a QPV, doubled at each level above
     * @param leastPoints least cost that any pattern under the same rules can have, as far as linear programs prove it
     */
    public record Worth(Attack primaryOnly, Attack naive, Attack released, double points, double leastPoints) {}

    /**
     * A cell.
     *
     * @param keys addresses at which it is published or withheld
     * @param role why it is not told, or that it is
     * @param rules rules that withhold it; empty when somebody decided so, for another edition's sake, or because no bound hides it
     * @param count exact count, units of the numerator
     * @param possible what anybody knows of it when it is withheld
     * @param said what its own figure says, a rounded one or a bound, with other publications; as {@code possible} when it is withheld
     * @param learnt what an attacker learns of it from all that is published
     * @param width least width that {@code learnt} must have
     * @param lower how far below the count it must reach
     * @param upper how far above
     * @param points what withholding it costs
     * @param toldTooWell whether an attacker learns too much of it: it must not be published so
     */
    public record Cell(
            List<CellKey> keys,
            Role role,
            List<PrimaryRule> rules,
            double count,
            Bounds possible,
            Bounds said,
            Bounds learnt,
            double width,
            double lower,
            double upper,
            long points,
            boolean toldTooWell) {
        /** Defensive copies. */
        public Cell {
            keys = List.copyOf(keys);
            rules = List.copyOf(rules);
        }

        /** The least width that what is learnt must have, as far as the cell can be so wide. */
        public double required() {
            return Math.min(width, possible.width());
        }

        /** Whether it is withheld. */
        public boolean withheld() {
            return role == Role.PRIMARY || role == Role.COMPLEMENTARY;
        }
    }

    /**
     * A least and a greatest value.
     *
     * @param low least value
     * @param high greatest value, infinite when nothing bounds it
     */
    public record Bounds(double low, double high) {
        static Bounds of(Interval interval) {
            return new Bounds(
                    interval.low(),
                    interval.high() >= LinkedTable.NO_BOUND ? Double.POSITIVE_INFINITY : interval.high());
        }

        /** Width, infinite when nothing bounds it. */
        public double width() {
            return high - low;
        }
    }

    /**
     * A linear constraint on the exact counts: low ≤ Σ sign × count ≤ high.
     *
     * @param cells positions of the cells
     * @param signs +1 or −1 for each
     * @param low least value
     * @param high greatest value
     */
    public record Link(List<Integer> cells, List<Integer> signs, double low, double high) {
        /** Defensive copies. */
        public Link {
            cells = List.copyOf(cells);
            signs = List.copyOf(signs);
        }

        /** Whether it is an equation. */
        public boolean exact() {
            return low == high;
        }
    }

    /**
     * A choice that the draw made: the one cell that protects some others.
     *
     * @param protectedCells positions of the cells that it protects
     * @param chosen position of the cell that was drawn
     * @param candidates positions of all that it was drawn from, itself among them
     */
    public record Draw(List<Integer> protectedCells, int chosen, List<Integer> candidates) {
        /** Defensive copies. */
        public Draw {
            protectedCells = List.copyOf(protectedCells);
            candidates = List.copyOf(candidates);
        }
    }
}
