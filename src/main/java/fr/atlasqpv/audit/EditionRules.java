package fr.atlasqpv.audit;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.release.CatalogueJson;
import fr.atlasqpv.secrecy.Clamp;
import fr.atlasqpv.secrecy.PrimaryRule;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the manifest of an edition says that the audit needs: rules, and the words that the properties of its books may hold.
 *
 * @param edition identifier of the edition
 * @param catalogue its measures and indicators
 * @param rules primary rules
 * @param clamps clamping rules
 * @param protectionWidth width that must be left to a withheld value, units
 * @param wholeMeasures numerators counted one by one
 * @param linkedShareAndCount whether the share and the number of social dwellings count the same dwellings
 * @param qpvOfFrance number of QPV of metropolitan France
 * @param words every text of the manifest on the edition and the program
 * @param outputs fingerprint of each file as it was released, by its path below the edition
 */
record EditionRules(
        String edition,
        Catalogue catalogue,
        List<PrimaryRule> rules,
        List<Clamp> clamps,
        BigDecimal protectionWidth,
        Set<Measure> wholeMeasures,
        boolean linkedShareAndCount,
        int qpvOfFrance,
        List<String> words,
        Map<String, String> outputs) {
    static final String FILE_NAME = "manifest.json";

    /**
     * Reads the manifest of an edition folder.
     *
     * @throws UnreadableBooksException when it is missing or lacks the rules
     */
    static EditionRules read(Path folder) throws UnreadableBooksException {
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
                    thresholds(catalogue, secret.required("seuils")),
                    clamps(catalogue, secret.required("bornes")),
                    secret.required("largeur_protection").decimalValue(),
                    measures(catalogue, secret.required("mesures_entieres")),
                    secret.required("part_et_nombre_lies").booleanValue(),
                    edition.required("qpv_france").intValue(),
                    List.copyOf(words),
                    outputs(json.required("sorties")));
        } catch (java.io.IOException e) {
            throw new UnreadableBooksException(file + "\u00a0: le manifeste de l’édition manque ou ne se lit pas.", e);
        } catch (RuntimeException e) {
            throw new UnreadableBooksException(
                    file + "\u00a0: le manifeste ne donne pas les règles du secret\u00a0; refaites les livres.", e);
        }
    }

    private static Map<String, String> outputs(JsonNode files) {
        Map<String, String> outputs = new TreeMap<>();
        files.values().forEach(f -> outputs.put(f.required("chemin").asString(), f.required("sha256").asString()));
        return outputs;
    }

    private static List<PrimaryRule> thresholds(Catalogue catalogue, JsonNode seuils) {
        List<PrimaryRule> rules = new ArrayList<>();
        for (JsonNode rule : seuils.values()) {
            String denominator = rule.required("denominateur").asString();
            rules.add(PrimaryRule.of(
                    indicator(catalogue, rule),
                    catalogue.measure(rule.required("numerateur").asString()).orElseThrow(),
                    denominator.isEmpty() ? null : catalogue.measure(denominator).orElseThrow(),
                    rule.required("minimum").decimalValue(),
                    rule.required("deux_cotes").booleanValue(),
                    rule.required("zero_permis").booleanValue()));
        }
        return List.copyOf(rules);
    }

    private static List<Clamp> clamps(Catalogue catalogue, JsonNode bornes) {
        List<Clamp> clamps = new ArrayList<>();
        for (JsonNode clamp : bornes.values()) {
            clamps.add(new Clamp(
                    indicator(catalogue, clamp), clamp.required("plancher").decimalValue(),
                    clamp.required("plafond").decimalValue(),
                    clamp.required("incluses").booleanValue()));
        }
        return List.copyOf(clamps);
    }

    private static Set<Measure> measures(Catalogue catalogue, JsonNode list) {
        Set<Measure> measures = new TreeSet<>();
        list.values().forEach(id -> measures.add(catalogue.measure(id.asString()).orElseThrow()));
        return measures;
    }

    private static Indicator indicator(Catalogue catalogue, JsonNode rule) {
        return catalogue.indicator(rule.required("indicateur").asString()).orElseThrow();
    }
}
