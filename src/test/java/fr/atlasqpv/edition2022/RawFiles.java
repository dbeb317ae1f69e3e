package fr.atlasqpv.edition2022;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Open data and tidy books, read without any of our readers. */
final class RawFiles {
    private RawFiles() {}

    /** Rows of a raw file by their first column, as columns by name, without the signs that part thousands. */
    static SortedMap<String, Map<String, String>> rows(String file, String separator) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(OpenDataBooks.DATA.resolve(file), StandardCharsets.UTF_8)) {
            return rows(lines, separator);
        }
    }

    static SortedMap<String, Map<String, String>> rows(BufferedReader lines, String separator) throws IOException {
        SortedMap<String, Map<String, String>> rows = new TreeMap<>();
        List<String> names = cells(lines.readLine().replace("\ufeff", ""), separator);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            List<String> values = cells(line, separator);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
                row.putIfAbsent(names.get(i), values.get(i));
            }
            rows.put(values.getFirst(), row);
        }
        return rows;
    }

    private static List<String> cells(String line, String separator) {
        String kept = separator.equals(",") ? line.replaceAll("\"([^\"]*),([^\"]*)\"", "$1.$2") : line;
        return Arrays.stream(kept.split(separator, -1)).map(c -> c.replaceAll("[\\s\u00a0\u202f]", "")).toList();
    }

    /** Published values of the books of an edition: level, code, perimeter and indicator → value, empty where there is none. */
    static SortedMap<String, String> published(Path edition) throws IOException {
        SortedMap<String, String> published = new TreeMap<>();
        try (Stream<Path> files = Files.walk(edition)) {
            for (Path file : files.filter(f -> f.toString().endsWith("-donnees.csv")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    String[] cell = line.split(";", -1);
                    published.put(String.join(" ", cell[1], cell[2], cell[4], cell[5]), cell[6]);
                }
            }
        }
        return published;
    }
}
