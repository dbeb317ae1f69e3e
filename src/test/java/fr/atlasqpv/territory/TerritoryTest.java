package fr.atlasqpv.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.GeometryFactory;

class TerritoryTest {
    @Test
    void territoriesGoFromTheWholeToThePartThenByCode() {
        var region = new Territory(Level.REG, "32");
        var nord = new Territory(Level.DEP, "59");
        var pasDeCalais = new Territory(Level.DEP, "62");
        var qpv = new Territory(Level.QPV, "QP002001");

        assertThat(Stream.of(qpv, pasDeCalais, nord, Frames.FRANCE, region).sorted())
                .containsExactly(Frames.FRANCE, region, nord, pasDeCalais, qpv);
        assertThat(nord).hasToString("DEP 59");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
            "QP059001, true", "QP02A001, true", "QN05901M, true", "QN2B001N, true", "QN12345I, true", "QN12345C, true",
            "QN12345X, false", "QN1234M, false", "QN123456M, false", "QP05900, false", "QP0590011, false",
            "QP05900X, false", "qp059001, false", "59001, false"})
    void aCodeOfQpvIsOfOneOfTheTwoGenerations(String code, boolean form) {
        assertThat(Qpv.isCode(code)).isEqualTo(form);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"QP971001, 971", "QN97401M, 974", "QP987001, 987", "QP059097, 59", "QN06901N, 69", "QP02A001, 2A",
            "QP1, ''"})
    void theCodeOfAQpvHoldsThatOfItsDepartement(String code, String departement) {
        assertThat(Frame.departementOfQpv(code)).isEqualTo(departement);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"59350, 59", "2A004, 2A", "97411, 974", "98735, 987", "9, 9"})
    void theCodeOfACommuneBeginsWithThatOfItsDepartement(String code, String departement) {
        assertThat(Frame.departementOfCommune(code)).isEqualTo(departement);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"01, true", "19, true", "20, false", "21, true", "2A, true", "2C, false", "95, true", "96, false",
            "00, false",
            "971, true", "979, false", "987, true", "59350, false"})
    void whatIsNoDepartementIsAMistake(String code, boolean departement) {
        assertThat(Frame.isDepartement(code)).isEqualTo(departement);
    }

    @Test
    void aTerritoryIsPlacedByItsCode() {
        Frame frame = Frames.withReunion();

        assertThat(frame.ofQpv("QP974001")).map(Zone::epsg).contains(2975);
        assertThat(frame.ofCommune("97411")).map(Zone::epsg).contains(2975);
        assertThat(frame.ofRegion("04")).map(Zone::epsg).contains(2975);
        assertThat(frame.ofQpv("QP059001")).map(Zone::epsg).contains(2154);
        assertThat(frame.ofCommune("97105")).isEmpty();
        assertThat(frame.ofRegion("01")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
            "32, Hauts-de-France, 32-hauts-de-france",
            "93, Provence-Alpes-Côte d’Azur, 93-provence-alpes-cote-d-azur",
            "11, Île-de-France, 11-ile-de-france",
            "04, La Réunion, 04-la-reunion",
            "06, (Mayotte), 06-mayotte"})
    void aFolderOfBooksIsNamedInPlainLetters(String code, String label, String folder) {
        Region region = new Region(code, label, "");

        assertThat(region.folder()).isEqualTo(folder);
    }

    @Test
    void wordsOfADirectoryAreComparedWithoutCaseNorAccents() {
        assertThat(Establishment.plain("Collège privé")).isEqualTo("COLLEGE PRIVE");
    }

    @Test
    void theGroundIsSchematicWithoutAnyContourOfCommune() {
        var point = new GeometryFactory().createPoint();

        assertThat(new Contours(Map.of(), Map.of(), Map.of("QP059001", point)).schematic()).isTrue();
        assertThat(new Contours(Map.of("59001", point), Map.of(), Map.of()).schematic()).isFalse();
    }
}
