package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.indicator.Measures2022;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files as their producers deliver them are read as they are: workbooks with titles and several sheets, archives with a dictionary, gzip. */
class DeliveredFilesTest {
    private static final Path DATA = Path.of("").toAbsolutePath().resolveSibling("shared").resolve("data");
    private static final String MEMBERSHIP = "insee/communes/table-appartenance-geo-communes-22.zip";
    private static final String COMPARATOR = "insee/communes/base_cc_comparateur_csv_2022-01.zip";

    @BeforeEach
    void theOpenDataStandBesideTheProject() {
        assumeThat(List.of(DATA.resolve(MEMBERSHIP), DATA.resolve(COMPARATOR))).allMatch(Files::isRegularFile);
    }

    private static TestExtract extract(Layout layout, String file) {
        return new TestExtract(DATA, layout).file(file);
    }

    private static Notice refusal(TestExtract extract) {
        return catchThrowableOfType(UnreadableSourceException.class, extract::read).notices().getFirst();
    }

    private static long usable(TestExtract extract) {
        List<Outcome> rows = extract.read();
        assertThat(rows).noneMatch(Outcome.Rejected.class::isInstance);
        return rows.stream().filter(Outcome.Usable.class::isInstance).count();
    }

    private static TestExtract membership() {
        return extract(Layout.EPCI_COMPOSITION, MEMBERSHIP).column("commune", "CODGEO").column("epci", "EPCI");
    }

    /** Five lines of titles, then labels, then names; the sheet of the communes is the first of five. */
    @Test
    void aWorkbookInAnArchiveWithTitlesAndSheets() {
        assertThat(usable(membership())).as("34,955 communes, 129 of them overseas").isEqualTo(34_955 - 129);

        Notice notice = refusal(membership().sheet("Communes"));
        assertThat(notice.code()).isEqualTo("feuille-absente");
        assertThat(notice.message()).contains("COM", "ARM", "Zones_supra_communales", "Variables", "Documentation");
        assertThat(refusal(membership().sheet("Zones_supra_communales")).code()).isEqualTo("colonne-absente");
    }

    @Test
    void anArchiveWithADictionaryOfItsVariables() {
        TestExtract comparator = extract(Layout.BASE_COMMUNES, COMPARATOR).column("code", "CODGEO")
                .measure("P18_POP", Measures2022.POPULATION);

        assertThat(usable(comparator.member("base_cc_comparateur.CSV"))).isGreaterThan(34_000);
        Notice notice = refusal(comparator.member(null));
        assertThat(notice.code()).isEqualTo("archive-contenu");
        assertThat(notice.message()).contains("base_cc_comparateur.CSV", "meta_base_cc_comparateur.CSV", "member");
    }

    @Test
    void aTextPackedByGzip() {
        TestExtract communes = extract(Layout.COG_COMMUNES, "insee/cog/commune_2025.csv.gz").column("type", "TYPECOM")
                .column("code", "COM").column("departement", "DEP").column("region", "REG").column("label", "LIBELLE");

        assertThat(usable(communes)).isGreaterThan(34_000);
    }

    /** What {@code atlas new} finds in them: every sheet, every file of an archive, with the names of its columns. */
    @Test
    void aFolderOfThemIsKnownByItsColumns() throws IOException {
        List<FolderOfExtracts.Extract> found = FolderOfExtracts.in(DATA.resolve("insee/communes"));
        Map<String, String> composition = Map.of("commune", "CODGEO", "epci", "EPCI");

        assertThat(found).filteredOn(e -> e.file().equals(Path.of(MEMBERSHIP).getFileName().toString())).hasSize(5)
                .filteredOn(e -> e.feeds(Layout.EPCI_COMPOSITION, composition))
                .extracting(FolderOfExtracts.Extract::sheet)
                .first().isNull();
        assertThat(found).filteredOn(e -> e.file().equals(Path.of(COMPARATOR).getFileName().toString()))
                .extracting(FolderOfExtracts.Extract::member)
                .containsExactlyInAnyOrder("base_cc_comparateur.CSV", "meta_base_cc_comparateur.CSV");
    }
}
