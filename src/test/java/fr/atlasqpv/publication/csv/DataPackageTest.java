package fr.atlasqpv.publication.csv;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.publication.AtlasVariants;
import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.publication.Fingerprint;
import fr.atlasqpv.publication.Formulas;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Does the data package describe the files that stand beside it? Rows are held to the schema as Table Schema reads it. */
class DataPackageTest {
    private final PublishedAtlas atlas =
            AtlasVariants.withQpvLabels(PublishedAtlasFixture.region(2, 5, 4), Formulas.LABELS);

    @TempDir
    Path folder;

    private JsonNode description;

    @BeforeEach
    void write() throws Exception {
        new TidyBooks().write(atlas, folder);
        description = JsonMapper.shared().readTree(Files.readString(folder.resolve("datapackage.json")));
    }

    @Test
    void everyRowFitsItsSchema() throws Exception {
        for (JsonNode resource : description.at("/resources").values()) {
            List<CSVRecord> rows = rows(resource);
            JsonNode fields = resource.at("/schema/fields");
            assertThat(fields.valueStream().map(f -> f.at("/name").asString()))
                    .as("header of " + resource.at("/path").asString())
                    .containsExactlyElementsOf(List.of(rows.getFirst().values()));
            List<String> faults = new ArrayList<>();
            for (CSVRecord row : rows.subList(1, rows.size())) {
                for (int f = 0; f < fields.size(); f++) {
                    fault(fields.get(f), row.get(f)).ifPresent(what -> faults.add(row.getRecordNumber() + " " + what));
                }
            }
            assertThat(faults).isEmpty();
            assertThat(rows).hasSizeGreaterThan(20);
        }
    }

    private static Optional<String> fault(JsonNode field, String value) {
        JsonNode constraints = field.at("/constraints");
        String place = field.at("/name").asString() + " = " + value;
        if (value.isEmpty()) {
            return constraints.at("/required").asBoolean(false)
                    ? Optional.of(place + ": required")
                    : Optional.empty();
        }
        boolean typed = switch (field.at("/type").asString()) {
            case "string" -> true;
            case "integer" -> value.matches("-?[0-9]+");
            case "boolean" -> value.equals(field.at("/trueValues/0").asString())
                    || value.equals(field.at("/falseValues/0").asString());
            default -> false;
        };
        boolean listed = constraints.at("/enum").isMissingNode()
                || constraints.at("/enum").valueStream().anyMatch(v -> v.asString().equals(value));
        boolean shaped = constraints.at("/pattern").isMissingNode()
                || value.matches(constraints.at("/pattern").asString());
        return typed && listed && shaped ? Optional.empty() : Optional.of(place);
    }

    @Test
    void keysAreUniqueAndEveryCellHasItsTerritory() throws Exception {
        Map<String, Set<String>> keys = new HashMap<>();
        for (JsonNode resource : description.at("/resources").values()) {
            List<String> key = texts(resource.at("/schema/primaryKey"));
            List<String> values = project(rows(resource), key);
            assertThat(values).doesNotHaveDuplicates();
            keys.put(resource.at("/name").asString(), new HashSet<>(values));
        }
        JsonNode data = description.at("/resources/1");
        assertThat(data.at("/schema/foreignKeys/0/reference/resource").asString()).isEqualTo("territoires");
        assertThat(project(rows(data), texts(data.at("/schema/foreignKeys/0/fields"))))
                .isSubsetOf(keys.get("territoires"));
    }

    @Test
    void sizesAndFingerprintsAreThoseOfTheFiles() throws Exception {
        for (JsonNode resource : description.at("/resources").values()) {
            Fingerprint fingerprint = Fingerprint.of(folder.resolve(resource.at("/path").asString()));
            assertThat(resource.at("/bytes").asLong()).isEqualTo(fingerprint.bytes());
            assertThat(resource.at("/hash").asString()).isEqualTo("sha256:" + fingerprint.sha256());
        }
    }

    @Test
    void sourcesLicenceAndStatusesAreTold() {
        assertThat(description.at("/profile").asString()).isEqualTo("tabular-data-package");
        assertThat(description.at("/licenses/0/name").asString()).isEqualTo("etalab-2.0");
        assertThat(description.at("/sources").size()).isEqualTo(atlas.edition().sources().size());
        assertThat(description.at("/sources/2/atlas:simule").asBoolean()).isTrue();
        assertThat(description.at("/atlas:statuts/secret/obs_status").asString()).isEqualTo("Q");
        assertThat(description.at("/atlas:statuts/sans_objet/obs_status").asString()).isEqualTo("M");
        assertThat(description.at("/atlas:indicateurs").size()).isEqualTo(atlas.edition().indicators().size());
        assertThat(description.at("/name").asString()).matches("[a-z0-9._/-]+");
    }

    @Test
    void aDatabaseLoadsTheFileWithTheDeclaredTypes() throws Exception {
        JsonNode data = description.at("/resources/1");
        String columns = data.at("/schema/fields").valueStream()
                .map(f -> "'" + f.at("/name").asString() + "': '"
                        + (f.at("/type").asString().equals("boolean") ? "BOOLEAN" : "VARCHAR") + "'")
                .collect(Collectors.joining(", ", "{", "}"));
        Path file = folder.resolve(data.at("/path").asString());
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT count(*), count(*) FILTER (estime), sum(TRY_CAST(valeur AS DOUBLE)) FILTER (indicateur = 'population') "
                                + "FROM read_csv('" + file + "', delim=';', header=true, columns=" + columns + ")")) {
            found.next();
            assertThat(found.getLong(1)).isEqualTo(atlas.cells().size());
            assertThat(found.getLong(2)).isEqualTo(atlas.cells().values().stream().filter(c -> c.estimated()).count());
            assertThat(found.getDouble(3)).isEqualTo(atlas.cells().values().stream()
                    .filter(c -> c.indicator().id().equals("population"))
                    .mapToDouble(c -> c.value().doubleValue())
                    .sum());
        }
    }

    private List<CSVRecord> rows(JsonNode resource) throws Exception {
        Path file = folder.resolve(resource.at("/path").asString());
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CsvDialect.FORMAT)) {
            return parser.getRecords();
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> project(List<CSVRecord> rows, List<String> columns) {
        List<String> header = List.of(rows.getFirst().values());
        return rows.stream()
                .skip(1)
                .map(row -> columns.stream().map(c -> row.get(header.indexOf(c))).collect(Collectors.joining("|")))
                .toList();
    }
}
