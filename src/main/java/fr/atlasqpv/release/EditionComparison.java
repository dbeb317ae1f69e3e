package fr.atlasqpv.release;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What changed from one set of published figures to another. It rests on what both published: a figure that one of them
 * withholds is told by its status only.
 *
 * @param before name of the first, such as {@code 2022}
 * @param after name of the second
 * @param territories territories new, gone, renamed, recoded, merged or split
 * @param breaks indicators whose vintage changed, in the order of the indicators
 * @param figures cells that changed, in the order of their keys
 * @param unchanged number of cells that are the same in both
 * @param withheld number of cells that one of them withholds, or both: no change is computed from them
 */
public record EditionComparison(
        String before,
        String after,
        List<TerritoryChange> territories,
        List<SeriesBreak> breaks,
        List<FigureChange> figures,
        long unchanged,
        long withheld) {
    /** Defensive copies. */
    public EditionComparison {
        territories = List.copyOf(territories);
        breaks = List.copyOf(breaks);
        figures = List.copyOf(figures);
    }

    /** How a territory changed. */
    public enum TerritoryNature {
        /** It was not there. */
        NOUVEAU("nouveau"),
        /** It is not there any more, and nothing says what became of it. */
        DISPARU("disparu"),
        /** Same code, another name. */
        RENOMME("renommé"),
        /** Another code for the same territory, by the correspondence. */
        RECODE("code changé"),
        /** Several became one. */
        FUSIONNE("fusionné"),
        /** One became several. */
        SCINDE("scindé");

        private final String word;

        TerritoryNature(String word) {
            this.word = word;
        }

        /** What became of the territory, in a word for a reader. */
        public String word() {
            return word;
        }
    }

    /**
     * A change of territory.
     *
     * @param nature how
     * @param level level
     * @param before codes before, none when it is new
     * @param labelBefore name before; names joined by {@code ; } when there are several
     * @param after codes after, none when it is gone
     * @param labelAfter name after
     */
    public record TerritoryChange(
            TerritoryNature nature,
            Level level,
            List<String> before,
            String labelBefore,
            List<String> after,
            String labelAfter) {}

    /**
     * A break in a series: figures of two vintages stand side by side, their difference is no evolution.
     *
     * @param indicator which
     * @param before vintage before
     * @param after vintage after
     * @param cells cells concerned
     * @param changed of which have another figure
     */
    public record SeriesBreak(Indicator indicator, String before, String after, long cells, long changed) {}

    /** What kind of change a cell shows. */
    public enum FigureNature {
        /** Another figure for the same vintage. */
        REVISION,
        /** Another figure, another vintage: no evolution. */
        RUPTURE,
        /** Another status, or a bound on one side: no difference can be computed. */
        STATUT,
        /** A cell that did not exist. */
        APPARUE,
        /** A cell that does not exist any more. */
        DISPARUE
    }

    /**
     * A cell that changed.
     *
     * @param nature how
     * @param key address after; before, when the cell is gone
     * @param codeBefore code of the territory before, the same unless it was recoded
     * @param label name of the territory
     * @param before before, null when the cell did not exist
     * @param after after, null when the cell is gone
     * @param difference after − before, in the unit of the indicator (points for a rate); null when there is none
     * @param relative difference in per cent of the figure before, one decimal; null when there is none
     * @param cause why, when it is recognised; empty otherwise
     */
    public record FigureChange(
            FigureNature nature,
            CellKey key,
            String codeBefore,
            String label,
            Shown before,
            Shown after,
            BigDecimal difference,
            BigDecimal relative,
            String cause) {
        /** The same change with its cause. */
        public FigureChange because(String why) {
            return new FigureChange(nature, key, codeBefore, label, before, after, difference, relative, why);
        }
    }

    /**
     * A cell as the comparison may show it.
     *
     * @param value figure or code; empty when the status has none, or when the other side withholds the cell
     * @param status status
     * @param estimated mark {@code e}
     * @param millesime vintage
     */
    public record Shown(String value, CellStatus status, boolean estimated, String millesime) {}

    /** Changes of a nature. */
    public List<FigureChange> figures(FigureNature nature) {
        return figures.stream().filter(f -> f.nature() == nature).toList();
    }

    /** Number of changes by recognised cause; a cause is named by what stands before the codes of one case. */
    public SortedMap<String, Long> causes() {
        return figures.stream()
                .filter(change -> !change.cause().isEmpty())
                .collect(Collectors.groupingBy(
                        change -> change.cause().split(" \\(|\u00a0: Q", 2)[0], TreeMap::new, Collectors.counting()));
    }
}
