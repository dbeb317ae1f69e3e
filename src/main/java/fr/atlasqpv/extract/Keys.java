package fr.atlasqpv.extract;

import fr.atlasqpv.edition.French;
import java.util.HashMap;
import java.util.Map;

/** Keys met so far in a file that has one row for each: a join on a key that stands twice would multiply figures. */
final class Keys {
    private final Map<String, First> firsts = new HashMap<>();

    private record First(long line, String content) {}

    /** Notes a fault when the key has been met before. */
    void once(Row row, Column column, String key) {
        First first = firsts.putIfAbsent(key, new First(row.line(), ""));
        if (first != null) {
            duplicate(row, column, key, first);
        }
    }

    /**
     * Tells whether the row repeats an earlier one word for word; notes a fault when the key has been met with another
     * content.
     */
    boolean repeated(Row row, Column column, String key, String content) {
        First first = firsts.putIfAbsent(key, new First(row.line(), content));
        if (first == null) {
            return false;
        }
        if (first.content().equals(content)) {
            return true;
        }
        duplicate(row, column, key, first);
        return false;
    }

    private static void duplicate(Row row, Column column, String key, First first) {
        row.fault(
                column,
                NoticeCode.CLE_EN_DOUBLE,
                French.quoted(key) + " figure déjà à la ligne " + first.line()
                        + "\u00a0: gardez une seule des deux lignes.",
                key);
    }
}
