package fr.atlasqpv.edition2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Public collèges at 300 m or less of the 105 QPV of Occitanie: the program, in Lambert-93, against geodesics on the ellipsoid from
 * the degrees of the raw files, each school against each side of each contour.
 */
class CollegesOfOccitanieTest {
    private static final String CONTOURS = "geo/qpv2015_occitanie_105_wgs84.geojson";
    private static final String DIRECTORY = "depp/fr-en-annuaire-education_occitanie_2024-11.csv";
    private static final double METRES = 300;
    /** Lambert-93 stretches the ground by two thousandths at most where people live in Occitanie. */
    private static final double STRETCH = 0.002;

    @TempDir
    private static Path folder;

    private static RealSchoolsAndContours occitanie;
    private static final Map<String, List<double[]>> OUTLINES = new TreeMap<>();
    private static final Map<String, double[]> COLLEGES = new TreeMap<>();

    @BeforeAll
    static void readThemInBothWays() throws IOException {
        assumeThat(List.of(CONTOURS, DIRECTORY)).as("the open data stand beside the project")
                .allMatch(file -> Files.isRegularFile(OpenDataBooks.DATA.resolve(file)));
        occitanie = new RealSchoolsAndContours(
                folder.resolve("occitanie.yaml"),
                """
                          - id: vrai-annuaire
                            layout: annuaire-education
                            file: %s
                            group: Essai
                            label: Annuaire de l’éducation
                            producer: Depp
                            millesime: novembre 2024
                            licence: Licence Ouverte 2.0
                            columns:
                              uai: Identifiant_de_l_etablissement
                              type: Type_etablissement
                              statut: Statut_public_prive
                              commune: Code_commune
                              x: coordX_origine
                              y: coordY_origine
                              epsg: epsg_origine
                              etat: etat
                          - id: vrais-contours
                            layout: contours-qpv
                            file: %s
                            group: Essai
                            label: Contours
                            producer: ANCT
                            millesime: "2015"
                            licence: Licence Ouverte 2.0
                            columns: {code: code_qp}
                        """.formatted(DIRECTORY, CONTOURS),
                OpenDataBooks.DATA);
        readTheOutlines();
        readTheColleges();
    }

    /** One ring each: none of these contours has a hole or a second part. */
    private static void readTheOutlines() throws IOException {
        JsonNode root = JsonMapper.shared().readTree(Files.readString(OpenDataBooks.DATA.resolve(CONTOURS)));
        for (JsonNode feature : root.get("features")) {
            JsonNode rings = feature.get("geometry").get("coordinates");
            assertThat(feature.get("geometry").get("type").asString()).isEqualTo("Polygon");
            assertThat(rings).hasSize(1);
            List<double[]> outline = new ArrayList<>();
            for (JsonNode vertex : rings.get(0)) {
                outline.add(new double[] {vertex.get(0).asDouble(), vertex.get(1).asDouble()});
            }
            OUTLINES.put(feature.get("properties").get("code_qp").asString(), outline);
        }
    }

    private static void readTheColleges() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();
        String text = Files.readString(OpenDataBooks.DATA.resolve(DIRECTORY), StandardCharsets.UTF_8);
        try (CSVParser rows = CSVParser.parse(text.substring(text.indexOf("Identifiant")), format)) {
            for (CSVRecord row : rows) {
                if (row.get("Type_etablissement").equals("Collège") && row.get("Statut_public_prive").equals("Public")
                        && !row.get("latitude").isEmpty()) {
                    COLLEGES.put(
                            row.get("Identifiant_de_l_etablissement"),
                            new double[] {Double.parseDouble(row.get("longitude")),
                                    Double.parseDouble(row.get("latitude"))});
                }
            }
        }
    }

    @Test
    void areThoseThatGeodesicsFindForTheHundredAndFiveQuarters() {
        SortedMap<String, SortedSet<String>> expected = expected();
        expected.forEach((qpv, colleges) -> colleges.forEach(college -> {
            double metres = metres(COLLEGES.get(college), OUTLINES.get(qpv));
            assertThat(occitanie.metres(qpv).get(college))
                    .as("from %s to %s", qpv, college)
                    .isCloseTo(metres, within(0.2 + STRETCH * metres));
        }));

        assertThat(expected).hasSize(105);
        assertThat(expected.values().stream().mapToInt(SortedSet::size).sum()).isGreaterThan(50);
        assertThat(occitanie.found("colleges_publics")).isEqualTo(expected);
    }

    /** The national edition says so of all but one, which reaches over the Rhône into the Vaucluse, and nothing of whoever is elsewhere. */
    @Test
    void areThoseOfTheBooksOfTheWholeCountry() throws IOException {
        assumeThat(OpenDataBooks.get()).as("the open data stand beside the project").isPresent();
        SortedMap<String, String> published = RawFiles.published(OpenDataBooks.get().orElseThrow().folder());
        published.keySet().removeIf(key -> !key.matches("QPV .* colleges_publics"));

        assertThat(published).hasSize(1_400);
        published.values().removeIf(String::isEmpty);
        SortedMap<String, String> expected = new TreeMap<>();
        expected().forEach((qpv, colleges) -> expected.put(
                "QPV " + qpv + " QPV colleges_publics", String.valueOf(colleges.size())));
        assertThat(expected.remove("QPV QP030011 QPV colleges_publics")).isNotNull();
        assertThat(published).hasSize(104).isEqualTo(expected);
    }

    private static SortedMap<String, SortedSet<String>> expected() {
        SortedMap<String, SortedSet<String>> expected = new TreeMap<>();
        OUTLINES.forEach((qpv, outline) -> {
            expected.put(qpv, new TreeSet<>());
            COLLEGES.forEach((college, point) -> {
                if (metres(point, outline) <= METRES) {
                    expected.get(qpv).add(college);
                }
            });
        });
        return expected;
    }

    /** From a school to an outline, both in degrees; 0 inside. Around the school every distance to it is true. */
    private static double metres(double[] school, List<double[]> outline) {
        if (outline.stream().allMatch(v -> Math.abs(v[0] - school[0]) > 0.1 || Math.abs(v[1] - school[1]) > 0.1)) {
            return Double.POSITIVE_INFINITY;
        }
        List<double[]> around = outline.stream().map(vertex -> {
            GeodesicData line = Geodesic.WGS84.Inverse(school[1], school[0], vertex[1], vertex[0]);
            double azimuth = Math.toRadians(line.azi1);
            return new double[] {line.s12 * Math.sin(azimuth), line.s12 * Math.cos(azimuth)};
        }).toList();
        double least = Double.POSITIVE_INFINITY;
        boolean inside = false;
        for (int i = 1; i < around.size(); i++) {
            double[] a = around.get(i - 1);
            double[] b = around.get(i);
            least = Math.min(least, toTheSide(a, b));
            if (a[1] > 0 != b[1] > 0 && a[0] - a[1] * (b[0] - a[0]) / (b[1] - a[1]) > 0) {
                inside = !inside;
            }
        }
        return inside ? 0 : least;
    }

    /** From the origin to a side. */
    private static double toTheSide(double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double length = dx * dx + dy * dy;
        double along = length == 0 ? 0 : Math.clamp(-(a[0] * dx + a[1] * dy) / length, 0, 1);
        return Math.hypot(a[0] + along * dx, a[1] + along * dy);
    }
}
