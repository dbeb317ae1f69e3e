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

        assertThat(Stream.of(qpv, pasDeCalais, nord, Territory.FRANCE, region).sorted())
                .containsExactly(Territory.FRANCE, region, nord, pasDeCalais, qpv);
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
    @CsvSource({"QP971001, true", "QN97401M, true", "QP987001, true", "QP059097, false", "QN06901N, false"})
    void aQpvIsOverseasByItsDepartement(String code, boolean overseas) {
        assertThat(Qpv.overseas(code)).isEqualTo(overseas);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
            "32, Hauts-de-France, 32-hauts-de-france, true",
            "93, Provence-Alpes-Côte d’Azur, 93-provence-alpes-cote-d-azur, true",
            "11, Île-de-France, 11-ile-de-france, true",
            "04, La Réunion, 04-la-reunion, false",
            "06, (Mayotte), 06-mayotte, false"})
    void aFolderOfBooksIsNamedInPlainLetters(String code, String label, String folder, boolean metropolitan) {
        Region region = new Region(code, label, "");

        assertThat(region.folder()).isEqualTo(folder);
        assertThat(region.metropolitan()).isEqualTo(metropolitan);
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
