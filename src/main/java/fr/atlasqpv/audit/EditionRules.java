package fr.atlasqpv.audit;

import fr.atlasqpv.edition.RulesReader;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.release.CatalogueJson;
import fr.atlasqpv.secrecy.SecrecyRules;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.ReferenceTerritory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the manifest of an edition says that the audit needs: rules, and the words that the properties of its books may hold.
 *
 * @param edition identifier of the edition
 * @param catalogue its measures and indicators
 * @param detail identifiers of the indicators that each PDF gives of every QPV
 * @param rules rules of secrecy
 * @param reference territory of reference
 * @param aboveTheirWhole shares that are told though their part, from one source, is above their whole, from another
 * @param simulated indicators whose figures count nobody
 * @param words every text of the manifest on the edition and the program
 * @param files paths of the edition file and of its extracts
 * @param outputs fingerprint of each file as it was released, by its path below the edition
 */
record EditionRules(
        String edition,
        Catalogue catalogue,
        Set<String> detail,
        SecrecyRules rules,
        ReferenceTerritory reference,
        Set<CellKey> aboveTheirWhole,
        SimulatedFigures simulated,
        List<String> words,
        Set<String> files,
        Map<String, String> outputs) {
    static final String FILE_NAME = "manifest.json";
    private static final String ABOVE = "above-their-whole";

    /**
     * Reads the manifest of an edition folder.
     *
     * @throws UnreadableBooksException when it is missing or lacks the rules
     */
    static EditionRules read(Path folder) {
        Path file = folder.resolve(FILE_NAME);
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
            JsonNode secret = json.required("secret");
            Catalogue catalogue = CatalogueJson.read(json.required("catalogue"));
            JsonNode edition = json.required("edition");
            List<String> words = new ArrayList<>();
            edition.values().forEach(value -> words.add(value.asString("")));
            json.path("programme").values().forEach(value -> words.add(value.asString("")));
            return new EditionRules(
                    edition.required("id").asString(),
                    catalogue,
                    detail(json.required("detail")),
                    RulesReader.read(secret.required("rules").toString(), catalogue),
                    reference(edition.required("reference")),
                    aboveTheirWhole(secret.path(ABOVE), catalogue),
                    SimulatedFigures.in(json),
                    List.copyOf(words),
                    files(json),
                    outputs(json.required("sorties")));
        } catch (java.io.IOException e) {
            throw new UnreadableBooksException(file + "\u00a0: le manifeste de l’édition manque ou ne se lit pas.", e);
        } catch (RuntimeException e) {
            throw new UnreadableBooksException(
                    file + "\u00a0: le manifeste ne donne pas les règles du secret\u00a0; refaites les livres.", e);
        }
    }

    /**
     * Reads the manifest of books that were released before; where it words its rules as this program does not, those of the books
     * under audit stand for them.
     *
     * @throws UnreadableBooksException when it is missing or lacks the catalogue
     */
    static EditionRules before(Path folder, EditionRules now) {
        try {
            return read(folder);
        } catch (UnreadableBooksException e) {
            try {
                return new EditionRules(
                        folder.getFileName().toString(), CatalogueJson.of(folder), Set.of(), now.rules, now.reference,
                        Set.of(), SimulatedFigures.in(folder), List.of(), Set.of(), Map.of());
            } catch (java.io.IOException | RuntimeException none) {
                throw e;
            }
        }
    }

    private static ReferenceTerritory reference(JsonNode json) {
        SortedSet<String> regions = new TreeSet<>();
        json.required("regions").values().forEach(code -> regions.add(code.asString()));
        return new ReferenceTerritory(
                json.required("code").asString(), json.required("libelle").asString(), "", regions,
                json.required("qpv").intValue());
    }

    private static Set<CellKey> aboveTheirWhole(JsonNode cells, Catalogue catalogue) {
        Set<CellKey> above = new TreeSet<>();
        cells.values().forEach(cell -> above.add(CellKey.of(
                Level.valueOf(cell.required("niveau").asString()), cell.required("code").asString(),
                Perimeter.valueOf(cell.required("perimetre").asString()),
                catalogue.indicator(cell.required("indicateur").asString()).orElseThrow())));
        return above;
    }

    private static Set<String> detail(JsonNode ids) {
        return ids.values().stream().map(JsonNode::asString).collect(Collectors.toSet());
    }

    /** A path that names no file is none. */
    private static Set<String> files(JsonNode json) {
        Set<String> files = new TreeSet<>();
        files.add(json.path("fichier_edition").path("chemin").asString(""));
        json.path("entrees").values().forEach(input -> files.add(input.path("chemin").asString("")));
        files.removeIf(path -> !path.matches("(?i).*[a-z]{3}[^/]*(?:\\.[a-z]\\w*)+"));
        List.copyOf(files).forEach(path -> files.add(path.substring(path.lastIndexOf('/') + 1)));
        return files;
    }

    private static Map<String, String> outputs(JsonNode files) {
        Map<String, String> outputs = new TreeMap<>();
        files.values().forEach(f -> outputs.put(f.required("chemin").asString(), f.required("sha256").asString()));
        return outputs;
    }
}
