package fr.atlasqpv.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What written books are made from, as their manifest tells: whoever reads those files again has the counts of these books.
 *
 * @param folder folder of the edition
 * @param edition its identifier
 * @param editionFile fingerprint of the edition file
 * @param files fingerprint of each input, by its path below the folder of the extracts; empty for a file whose figures a rule protects:
 *     its fingerprint is not published
 */
public record Origin(Path folder, String edition, String editionFile, SortedMap<String, String> files) {
    /** Defensive copy. */
    public Origin {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Reads the manifest.
     *
     * @param given an edition folder, or a root that holds exactly one
     * @throws UnreadableBooksException when it is neither, or its manifest does not tell
     */
    public static Origin of(Path given) {
        Path folder = EditionBooks.edition(given);
        Path file = folder.resolve(EditionRules.FILE_NAME);
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
            SortedMap<String, String> files = new TreeMap<>();
            json.required("entrees").values().forEach(e -> e.required("sha256")); // told or not
            add(json.required("entrees"), files);
            json.required("entrees").values().forEach(e -> add(e.path("avec"), files));
            add(json.required("secret").path("known"), files);
            return new Origin(
                    folder, json.required("edition").required("id").asString(),
                    json.required("fichier_edition").required("sha256").asString(), files);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableBooksException(
                    file + "\u00a0: le manifeste ne dit pas de quels extraits les livres sont faits\u00a0; refaites-les.",
                    e);
        }
    }

    private static void add(JsonNode entries, SortedMap<String, String> files) {
        entries.values().forEach(e -> files.put(e.required("chemin").asString(), e.path("sha256").asString("")));
    }

    /** The same, with the fingerprints that its maker has kept for himself. */
    public Origin with(SortedMap<String, String> kept) {
        SortedMap<String, String> all = new TreeMap<>(files);
        all.replaceAll((path, told) -> told.isEmpty() ? kept.getOrDefault(path, "") : told);
        return new Origin(folder, edition, editionFile, all);
    }

    /** Files of which no fingerprint is at hand: that they are those of the books cannot be told. */
    public List<String> unverified() {
        return files.entrySet().stream().filter(e -> e.getValue().isEmpty()).map(Map.Entry::getKey).toList();
    }

    /**
     * Why the counts of other files may not be those of the books.
     *
     * @param otherEdition identifier of the edition whose files they are
     * @param others fingerprint of each file that is there, by its path
     * @return one sentence each, in French; empty when they are the same
     */
    public List<String> differences(String otherEdition, SortedMap<String, String> others) {
        List<String> differences = new ArrayList<>();
        if (!edition.equals(otherEdition)) {
            differences.add("Les livres sont ceux de l’édition «\u00a0" + edition
                    + "\u00a0», le fichier d’édition est celui de «\u00a0" + otherEdition + "\u00a0».");
        }
        files.forEach((path, sha256) -> {
            if (!others.containsKey(path)) {
                differences.add(path + "\u00a0: les livres en sont faits, le fichier n’est pas là.");
            } else if (!sha256.isEmpty() && !others.get(path).equals(sha256)) {
                differences.add(path + "\u00a0: ce n’est pas le fichier dont les livres sont faits.");
            }
        });
        others.keySet().stream().filter(path -> !files.containsKey(path)).forEach(path -> differences.add(
                path + "\u00a0: les livres ont été faits sans ce fichier."));
        return differences;
    }
}
