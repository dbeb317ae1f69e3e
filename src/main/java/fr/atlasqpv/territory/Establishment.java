package fr.atlasqpv.territory;

import java.text.Normalizer;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * An establishment of a directory: a collège, a station, a surgery.
 *
 * @param id identifier in the directory
 * @param kind type, as {@link #plain} writes it
 * @param sector sector, as {@link #plain} writes it; empty when the directory has none
 * @param commune INSEE code of its commune
 * @param x easting in metres of the edition's projection, null when unknown
 * @param y northing in metres, null when unknown
 * @param labels labels it bears ({@code REP+}), empty when none
 */
public record Establishment(
        String id, String kind, String sector, String commune, Double x, Double y, Set<String> labels) {
    /** Defensive copy. */
    public Establishment {
        labels = Collections.unmodifiableSortedSet(new TreeSet<>(labels));
    }

    /** Capitals without accents: {@code Collège} and {@code COLLEGE} are the same word from one directory to the next. */
    public static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toUpperCase(Locale.ROOT);
    }
}
