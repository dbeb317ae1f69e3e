package fr.atlasqpv.publication.csv;

import static fr.atlasqpv.publication.JsonFile.ordered;

import fr.atlasqpv.publication.Fingerprint;
import fr.atlasqpv.publication.IndicatorForm;
import fr.atlasqpv.publication.JsonFile;
import fr.atlasqpv.publication.StatusNotice;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code datapackage.json}: the Frictionless description of the two CSV files (Data Package and Table Schema,
 * version 1), with types, constraints, keys, sources and licence. What the standard has no property for (indicators,
 * typologies, meaning of the statuses and their SDMX equivalents) stands under {@code atlas:} names.
 */
public final class DataPackageWriter {
    /** Name of the file in the folder of the region. */
    public static final String FILE_NAME = "datapackage.json";

    /**
     * Writes the file; the two CSV files must be there, their size and SHA-256 are part of it.
     *
     * @param folder folder of the region
     * @return the file
     * @throws IOException when a CSV cannot be read or the file cannot be written
     */
    public Path write(PublishedAtlas atlas, Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        EditionNotice edition = atlas.edition();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("profile", "tabular-data-package");
        json.put("name", atlas.stem());
        json.put("id", "fr.atlasqpv:" + atlas.stem());
        json.put("title", edition.title() + " – " + atlas.regionLabel() + ", édition " + edition.year());
        json.put("description", description(edition));
        json.put("version", edition.id());
        json.put("lang", "fr");
        json.put("keywords", List.of("QPV", "politique de la ville", "quartiers prioritaires", atlas.regionLabel()));
        json.put("licenses", List.of(licence(edition.licence())));
        json.put("contributors", List.of(ordered("title", edition.publisher(), "role", "publisher")));
        json.put("sources", edition.sources().stream().map(DataPackageWriter::source).toList());
        json.put("resources", List.of(territories(atlas, folder), data(atlas, folder)));
        json.put("atlas:statuts", statuses());
        json.put(
                "atlas:estime",
                ordered(
                        "description",
                        "1 : la valeur repose en partie sur un taux multiplié par sa base, ou sur les seules parts connues.",
                        "obs_status",
                        StatusNotice.SDMX_ESTIMATED));
        json.put("atlas:indicateurs", edition.indicators().stream().map(DataPackageWriter::indicator).toList());
        json.put("atlas:typologies", new java.util.TreeMap<>(edition.typologies()));
        JsonFile.write(file, json);
        return file;
    }

    private static String description(EditionNotice edition) {
        String simulated = edition.simulated()
                ? " Une partie des sources est simulée (propriété atlas:simule) : ces chiffres ne décrivent pas la réalité."
                : "";
        return "Toutes les valeurs publiées de l’atlas des quartiers prioritaires, une par ligne, avec leur statut."
                + simulated
                + " Un champ de texte qui commencerait comme une formule (=, +, -, @) est précédé d’une apostrophe.";
    }

    private static Map<String, Object> licence(String licence) {
        boolean open = licence.contains("Licence Ouverte");
        return open
                ? ordered("name", "etalab-2.0", "title", licence, "path", "https://spdx.org/licenses/etalab-2.0.html")
                : ordered("name", "notspecified", "title", licence);
    }

    private static Map<String, Object> source(SourceNotice s) {
        return ordered(
                "title", s.producer() + " – " + s.label() + " (" + s.millesime() + ")",
                "atlas:fichier", s.file(),
                "atlas:octets", s.bytes(),
                "atlas:arrondi", s.rounded(),
                "atlas:sha256", s.sha256().isEmpty() ? null : s.sha256(),
                "atlas:licence", s.licence(),
                "atlas:simule", s.simulated());
    }

    private static Map<String, Object> territories(PublishedAtlas atlas, Path folder) throws IOException {
        String system = atlas.zone().projection() + " (EPSG:" + atlas.zone().epsg() + ")";
        Map<String, Object> schema = ordered(
                "fields",
                List.of(
                        text("code",
                                "Code du territoire : " + atlas.reference().code()
                                        + ", code INSEE, SIREN de l’EPCI ou code du QPV.",
                                required()),
                        text("niveau", "Niveau du territoire.",
                                oneOf(Arrays.stream(Level.values()).map(Enum::name).toList())),
                        text("libelle", "Nom du territoire.", required()),
                        text("epci", "EPCI de rattachement du quartier.",
                                pattern("[0-9]{9}(-[0-9AB]{2,3})?")),
                        text("departement", "Département du chapitre où figure le territoire.",
                                pattern("[0-9][0-9AB][0-9]?")),
                        text("region", "Région du volume.", pattern("[0-9]{2}")),
                        coordinate("x", "Abscisse d’un point du territoire, en mètres " + system + "."),
                        coordinate("y", "Ordonnée d’un point du territoire, en mètres " + system + ".")),
                "missingValues",
                List.of(""),
                "primaryKey",
                List.of("niveau", "code"));
        return resource("territoires", TerritoriesCsvWriter.fileName(atlas), "Territoires et rattachements", schema,
                folder);
    }

    private static Map<String, Object> data(PublishedAtlas atlas, Path folder) throws IOException {
        List<String> indicators = atlas.edition().indicators().stream().map(n -> n.indicator().id()).sorted().toList();
        List<String> key = List.of("niveau", "code", "perimetre", "indicateur");
        Map<String, Object> schema = ordered(
                "fields",
                List.of(
                        text("edition", "Édition de l’atlas.", oneOf(List.of(atlas.edition().id()))),
                        text("niveau", "Niveau du territoire.",
                                oneOf(Arrays.stream(Level.values()).map(Enum::name).toList())),
                        text("code", "Code du territoire.", required()),
                        text("libelle", "Nom du territoire.", required()),
                        text(
                                "perimetre",
                                "ENSEMBLE : tous les habitants du territoire ; QPV : ceux de ses quartiers prioritaires.",
                                oneOf(Arrays.stream(Perimeter.values()).map(Enum::name).toList())),
                        text("indicateur", "Identifiant de l’indicateur (atlas:indicateurs).", oneOf(indicators)),
                        text(
                                "valeur",
                                "Valeur publiée : nombre (séparateur décimal : le point), 1 ou 0 pour une liste, code d’un dictionnaire (atlas:typologies) ; vide quand le statut n’a pas de valeur.",
                                pattern("-?[0-9]+(\\.[0-9]{1,4})?|[^-0-9].*")),
                        text("statut", "Statut de la valeur (atlas:statuts).",
                                oneOf(Arrays.stream(CellStatus.values()).map(CellStatus::id).toList())),
                        estimated(),
                        text("millesime", "Millésime des sources.", null),
                        text("source", "Producteur et base.", null)),
                "missingValues",
                List.of(""),
                "primaryKey",
                key,
                "foreignKeys",
                List.of(ordered(
                        "fields",
                        List.of("niveau", "code"),
                        "reference",
                        ordered("resource", "territoires", "fields", List.of("niveau", "code")))));
        return resource("donnees", TidyCsvWriter.fileName(atlas), "Valeurs publiées", schema, folder);
    }

    private static Map<String, Object> resource(
            String name, String path, String title, Map<String, Object> schema, Path folder) throws IOException {
        Fingerprint fingerprint = Fingerprint.of(folder.resolve(path));
        return ordered(
                "profile", "tabular-data-resource",
                "name", name,
                "title", title,
                "path", path,
                "format", "csv",
                "mediatype", "text/csv",
                "encoding", "utf-8",
                "bytes", fingerprint.bytes(),
                "hash", "sha256:" + fingerprint.sha256(),
                "dialect",
                ordered("delimiter", ";", "lineTerminator", "\n", "quoteChar", "\"", "doubleQuote", true, "header",
                        true),
                "schema", schema);
    }

    private static Map<String, Object> text(String name, String description, Map<String, Object> constraints) {
        Map<String, Object> field = ordered("name", name, "type", "string", "description", description);
        if (constraints != null) {
            field.put("constraints", constraints);
        }
        return field;
    }

    private static Map<String, Object> coordinate(String name, String description) {
        return ordered("name", name, "type", "integer", "description", description);
    }

    private static Map<String, Object> estimated() {
        return ordered(
                "name", "estime",
                "type", "boolean",
                "description", "Valeur estimée.",
                "trueValues", List.of("1"),
                "falseValues", List.of("0"),
                "constraints", required());
    }

    // The specification means the whole value, some libraries search within it: the ends are said for those
    private static Map<String, Object> pattern(String regex) {
        return ordered("pattern", "^(" + regex + ")$");
    }

    private static Map<String, Object> required() {
        return ordered("required", true);
    }

    private static Map<String, Object> oneOf(List<String> values) {
        return ordered("required", true, "enum", values);
    }

    private static Map<String, Object> statuses() {
        Map<String, Object> all = new LinkedHashMap<>();
        for (CellStatus status : CellStatus.values()) {
            StatusNotice notice = StatusNotice.of(status);
            all.put(
                    status.id(),
                    ordered(
                            "description", notice.meaning(),
                            "obs_status", notice.sdmxObservation(),
                            "conf_status", notice.sdmxConfidentiality()));
        }
        return all;
    }

    private static Map<String, Object> indicator(IndicatorNotice n) {
        return ordered(
                "id", n.indicator().id(),
                "libelle", n.label(),
                "definition", n.definition(),
                "unite", n.unit(),
                "decimales", n.indicator().decimals(),
                "forme", IndicatorForm.of(n.indicator()),
                "source", n.source(),
                "millesime", n.millesime(),
                "poids", n.weights(),
                "regle", n.rule(),
                "simule", n.simulated());
    }
}
