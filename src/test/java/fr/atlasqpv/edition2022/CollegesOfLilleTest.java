package fr.atlasqpv.edition2022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.atlasqpv.extract.ContourFiles;
import fr.atlasqpv.extract.ContourFiles.Drawn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The collèges that the printed atlas counts at 300 m or less of the QPV of Lille, found again from the contours of 2015 and the
 * points of the schools of 2021.
 */
class CollegesOfLilleTest {
    private static final Path CONTOURS = OpenDataBooks.DATA.resolve("geo/qpv2015_mel_26_wgs84.geojson");
    private static final Path POINTS = OpenDataBooks.DATA.resolve("depp/etablissements_2d_academie_lille_2021-04.csv");
    private static final Path PRINT = OpenDataBooks.DATA.resolveSibling("reference").resolve("qpv.csv");
    private static final List<String> TRIPLE = List.of("colleges", "colleges_rep", "colleges_rep_plus");
    private static final List<String> INDICATORS = List.of("colleges_publics", "colleges_rep", "colleges_rep_plus");

    @TempDir
    private static Path folder;

    private static RealSchoolsAndContours lille;

    @BeforeAll
    static void readThemAsAnEditionWould() throws IOException {
        assumeThat(List.of(CONTOURS, POINTS, PRINT)).as("the open data stand beside the project")
                .allMatch(Files::isRegularFile);
        Files.copy(CONTOURS, folder.resolve("contours.geojson"));
        // All of them are public and in degrees, which their file does not say; its column of postcodes holds INSEE codes
        try (Stream<String> lines = Files.lines(POINTS)) {
            Files.write(folder.resolve("schools.csv"), lines.map(line -> {
                boolean title = line.startsWith("uai;");
                return line.replace(";NON;", ";HORS REP;") + (title ? ";statut;epsg" : ";Public;EPSG:4326");
            }).toList());
        }
        lille = with("contours.geojson");
    }

    private static RealSchoolsAndContours with(String contours) throws IOException {
        return new RealSchoolsAndContours(
                folder.resolve("lille.yaml"),
                """
                          - id: vrai-annuaire
                            layout: annuaire-education
                            file: schools.csv
                            group: Essai
                            label: Établissements
                            producer: Depp
                            millesime: avril 2021
                            licence: inconnue
                            columns: {uai: uai, type: nature, statut: statut, commune: code_postal, x: longitude, y: latitude, epsg: epsg}
                          - id: vrais-labels
                            layout: education-prioritaire
                            file: schools.csv
                            group: Essai
                            label: Éducation prioritaire
                            producer: Depp
                            millesime: avril 2021
                            licence: inconnue
                            columns: {uai: uai, label: classement_rep}
                          - id: vrais-contours
                            layout: contours-qpv
                            file: CONTOURS
                            group: Essai
                            label: Contours
                            producer: ANCT
                            millesime: "2015"
                            licence: Licence Ouverte 2.0
                            columns: {code: CODE_QP}
                        """
                        .replace("CONTOURS", contours),
                folder);
    }

    @Test
    void areThoseOfThePrintForTheTwentySixQuarters() throws IOException {
        SortedMap<String, List<Integer>> computed = new TreeMap<>();
        for (String qpv : lille.quarters()) {
            computed.put(qpv, INDICATORS.stream().map(i -> lille.found(i).get(qpv).size()).toList());
        }

        assertThat(computed).hasSize(26).isEqualTo(printed());
        assertThat(computed.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).sum())
                .as("there is something to count")
                .isPositive();
    }

    /** The contours of the ANCT as they are delivered elsewhere: in Lambert-93, as GeoPackage, as a shapefile in an archive or on its own. */
    @ParameterizedTest
    @ValueSource(strings = {"lille.gpkg", "lille.zip", "lille.shp"})
    void areTheSameWhateverTheContoursAreDeliveredIn(String file) throws IOException {
        List<Drawn> drawn = ContourFiles.read(CONTOURS).stream().map(d -> d.in(2154)).toList();
        Map<String, byte[]> shapefile =
                ContourFiles.shapefile("lille", drawn, StandardCharsets.UTF_8, ContourFiles.LAMBERT_93);
        switch (file) {
            case "lille.gpkg" -> Files.write(
                    folder.resolve(file),
                    ContourFiles.geoPackage(ContourFiles.System.epsg(2154), Map.of("qp_metropole", drawn)));
            case "lille.zip" -> Files.write(folder.resolve(file), ContourFiles.zip(shapefile));
            default -> {
                for (Map.Entry<String, byte[]> part : shapefile.entrySet()) {
                    Files.write(folder.resolve(part.getKey()), part.getValue());
                }
            }
        }
        RealSchoolsAndContours same = with(file);

        assertThat(same.quarters()).isEqualTo(lille.quarters());
        for (String indicator : INDICATORS) {
            assertThat(same.found(indicator)).isEqualTo(lille.found(indicator));
        }
        for (String qpv : lille.quarters()) {
            assertThat(same.metres(qpv).keySet()).isEqualTo(lille.metres(qpv).keySet());
            lille.metres(qpv).forEach((school, metres) -> assertThat(same.metres(qpv).get(school))
                    .isCloseTo(metres, within(0.001)));
        }
    }

    private static Map<String, List<Integer>> printed() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser rows = CSVParser.parse(PRINT, StandardCharsets.UTF_8, format)) {
            return rows.getRecords()
                    .stream()
                    .filter(row -> lille.quarters().contains(row.get("code")))
                    .collect(Collectors.toMap(
                            row -> row.get("code"),
                            row -> TRIPLE.stream().map(row::get).map(CollegesOfLilleTest::count).toList()));
        }
    }

    /** A blank of the print is no collège. */
    private static int count(String cell) {
        return cell.isEmpty() ? 0 : Integer.parseInt(cell);
    }
}
