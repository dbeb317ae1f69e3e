package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A written book as its reader sees it.
 *
 * @param name name of the file
 * @param edition identifier of the edition that the book names, empty when it names none
 * @param occurrences every place where a cell stands; a workbook shows each cell twice
 * @param cells the cells by address; where places disagree, the one that shows a value: it is what an attacker takes
 * @param labels names of the territories
 * @param elsewhere every other text and number: hidden sheets, comments, defined names, properties, notes; seen by a
 *     reader, those alone that hold a digit
 * @param faults what could not be understood, with its place; a sound book has none
 */
public record ReadBook(
        String name,
        String edition,
        List<ReadCell> occurrences,
        SortedMap<CellKey, ReadCell> cells,
        SortedMap<Territory, String> labels,
        List<Text> elsewhere,
        List<String> faults) {
    /**
     * A text that is no cell of the atlas.
     *
     * @param where place in the book
     * @param text the text, or a number as it is written, in digits of ASCII
     * @param beside what stands beside it on the same row, empty when nothing
     * @param place what kind of place it is
     */
    public record Text(String where, String text, String beside, Place place) {}

    /** Kinds of places where a text may stand. */
    public enum Place {
        /** Where a reader sees or hears it. */
        OPEN,
        /** On the paper and not in the text: running heads, scales of the bars. */
        DECORATION,
        /** Properties of the document. */
        METADATA,
        /** Where a sound book has nothing: hidden sheets, comments, attachments, objects that nothing shows. */
        HIDDEN
    }

    /** Defensive copies. */
    public ReadBook {
        occurrences = List.copyOf(occurrences);
        cells = java.util.Collections.unmodifiableSortedMap(cells);
        labels = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        elsewhere = List.copyOf(elsewhere);
        faults = List.copyOf(faults);
    }

    /** Cells that stand in several places, each once. */
    static SortedMap<CellKey, ReadCell> byAddress(List<ReadCell> occurrences) {
        SortedMap<CellKey, ReadCell> cells = new TreeMap<>();
        for (ReadCell cell : occurrences) {
            cells.merge(cell.key(), cell, ReadBook::tellingMore);
        }
        return cells;
    }

    private static ReadCell tellingMore(ReadCell first, ReadCell second) {
        if (first.value().isEmpty() != second.value().isEmpty()) {
            return first.value().isEmpty() ? second : first;
        }
        return first.millesime().isEmpty() ? second : first;
    }

    /** Vintage of each indicator, as the book tells it; an indicator of which it tells none is absent. */
    public SortedMap<Indicator, String> vintages() {
        SortedMap<Indicator, String> vintages = new TreeMap<>();
        occurrences.stream()
                .filter(cell -> !cell.millesime().isEmpty())
                .forEach(cell -> vintages.putIfAbsent(cell.key().indicator(), cell.millesime()));
        return vintages;
    }

    /** What is wrong with the book by itself: faults, unsound cells, places that disagree; never a withheld value. */
    public List<String> defects() {
        List<String> defects = new ArrayList<>(faults);
        Map<CellKey, ReadCell> first = new HashMap<>();
        for (ReadCell cell : occurrences) {
            if (!cell.sound()) {
                defects.add(cell.where() + " : valeur et statut se contredisent (" + cell.key() + ")");
            }
            ReadCell known = first.putIfAbsent(cell.key(), cell);
            if (known != null && !known.agreesWith(cell)) {
                defects.add(
                        cell.where() + " et " + known.where() + " ne disent pas la même chose (" + cell.key() + ")");
            }
        }
        return defects;
    }
}
