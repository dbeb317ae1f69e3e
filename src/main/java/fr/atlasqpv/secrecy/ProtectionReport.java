package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.territory.Level;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Figures on the protection of an edition; no count, no value, no telling of primary from complementary cell by cell.
 *
 * @param indicators one line per indicator that has a rule, in the order of the indicators
 * @param tables one line per set of linked indicators that has something withheld
 */
public record ProtectionReport(List<IndicatorLine> indicators, List<TableLine> tables) {
    /** Defensive copies. */
    public ProtectionReport {
        indicators = List.copyOf(indicators);
        tables = List.copyOf(tables);
    }

    /**
     * Cells of an indicator.
     *
     * @param indicator which
     * @param withheld number of withheld cells by level
     * @param published number of published cells by level, clamped ones among them
     * @param clamped number of clamped cells by level
     * @param notChecked cells for which no source gives the counts of a rule
     */
    public record IndicatorLine(
            Indicator indicator,
            SortedMap<Level, Integer> withheld,
            SortedMap<Level, Integer> published,
            SortedMap<Level, Integer> clamped,
            int notChecked) {
        /** Defensive copies. */
        public IndicatorLine {
            withheld = Collections.unmodifiableSortedMap(new TreeMap<>(withheld));
            published = Collections.unmodifiableSortedMap(new TreeMap<>(published));
            clamped = Collections.unmodifiableSortedMap(new TreeMap<>(clamped));
        }

        /** Withheld cells of all levels. */
        public int totalWithheld() {
            return withheld.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * What the protection of linked indicators costs and holds. What it is worth is the reviewer's ({@link Review.Worth}). Cells that count the very same people are one cell here.
     *
     * @param indicators the linked indicators
     * @param cells distinct cells attacked
     * @param sums published sums among them
     * @param released what an attacker finds in the pattern of this edition
     * @param cost points of the withheld cells that the primary rules do not ask for: 1 for a QPV, doubled at each level above
     * @param clampedNarrow clamped cells that an attacker can bound more tightly than the protection width; they are
     *     published cells, so this is told and not forbidden
     * @param linearPrograms linear programs solved by the final attack
     */
    public record TableLine(
            List<Indicator> indicators,
            int cells,
            int sums,
            Attack released,
            double cost,
            int clampedNarrow,
            int linearPrograms) {
        /** Defensive copy. */
        public TableLine {
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * Result of an attack on a pattern.
     *
     * @param withheld withheld cells attacked
     * @param exact of which recovered exactly
     * @param narrow of which bounded more tightly than the protection width, though not exactly
     * @param sensitive of which known to lie in the range that their rule protects
     */
    public record Attack(int withheld, int exact, int narrow, int sensitive) {
        /** Withheld cells that the attack gives away in one way or another. */
        public int exposed() {
            return exact + narrow + sensitive;
        }
    }
}
