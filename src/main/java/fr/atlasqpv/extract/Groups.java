package fr.atlasqpv.extract;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Rows of a file that speak of the same territory: the arrondissements of a commune, the programmes of a QPV. The last of
 * them gives the sum of all, so that a key stays unique in what the file states.
 */
final class Groups {
    private final Map<String, Integer> left = new HashMap<>();
    private final Map<String, BigDecimal> sums = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();

    /** Counts the rows of each group in a file read beforehand. */
    static Groups count(Table table, Header header, Function<Row, String> key) {
        Groups groups = new Groups();
        Notices ignored = new Notices("");
        for (Table.Cells record = table.next(); record != null; record = table.next()) {
            groups.left.merge(key.apply(new Row(ignored, record)), 1, Integer::sum);
        }
        return groups;
    }

    /**
     * Adds the value of a row to its group.
     *
     * @param value value of the row, null when it has none: the sum is then unknown
     * @return true when it was the last row of the group
     */
    boolean add(String key, BigDecimal value) {
        if (value == null) {
            unknown.add(key);
        } else {
            sums.merge(key, value, BigDecimal::add);
        }
        return left.merge(key, -1, Integer::sum) <= 0;
    }

    /** Sum of the group, null when a part of it is unknown. */
    BigDecimal sum(String key) {
        return unknown.contains(key) ? null : sums.get(key);
    }

}
