package fr.atlasqpv.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.publication.csv.TidyBooks;
import fr.atlasqpv.release.Book2022;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command on two editions of a made-up region, where a year changed what the test says. */
class CompareCommandTest {
    private static final Territory REGION = new Territory(Level.REG, PublishedAtlasFixture.REGION);
    private static final CellKey RECODED = CellKey.of(Level.QPV, "QP09A001", Perimeter.QPV, Indicators2022.POPULATION);
    private static final CellKey POPULATION = new CellKey(REGION, Perimeter.ENSEMBLE, Indicators2022.POPULATION);
    private static final CellKey WITHHELD_LATER = CellKey.of(
            Level.QPV, "QP09A002", Perimeter.QPV, Indicators2022.NB_LOGEMENTS_SOCIAUX);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private PublishedAtlas before;
    private Path first;
    private Path second;

    @BeforeEach
    void writeTheBooks() throws IOException {
        before = PublishedAtlasFixture.small();
        first = books(before, "a/essai");
        second = books(aYearLater(before), "b/essai-2");
    }

    private Path books(PublishedAtlas atlas, String edition) throws IOException {
        Path books = folder.resolve(edition);
        new TidyBooks().write(atlas, Files.createDirectories(books.resolve(atlas.folder())));
        return Book2022.manifest(books);
    }

    private static PublishedAtlas aYearLater(PublishedAtlas atlas) {
        SortedMap<CellKey, PublishedCell> cells = new TreeMap<>();
        atlas.cells().forEach((key, cell) -> {
            CellKey now = new CellKey(recoded(key.territory()), key.perimeter(), key.indicator());
            cells.put(now, laterCell(now, cell));
        });
        List<PublishedTerritory> territories = atlas.territories().stream().map(CompareCommandTest::recoded).toList();
        EditionNotice e = atlas.edition();
        EditionNotice edition = new EditionNotice(
                "essai-2", "2023", e.title(), e.subtitle(), e.series(), e.date(), e.publisher(), e.contact(),
                e.licence(), e.frame(), e.programVersion(), e.texts(),
                e.indicators().stream().map(CompareCommandTest::later).toList(), e.book(), e.typologies(),
                e.sources());
        return new PublishedAtlas(
                edition, atlas.region(), atlas.regionLabel(), atlas.folder(), territories, cells, atlas.notes(),
                atlas.zooms(), atlas.communes(), atlas.departements(), atlas.contours(), atlas.outlines(),
                atlas.checks(),
                PublishedAtlas.withoutFigure(edition, cells.values()));
    }

    private static PublishedCell laterCell(CellKey key, PublishedCell cell) {
        if (key.equals(WITHHELD_LATER)) {
            return new PublishedCell(key, null, null, CellStatus.SECRET, false);
        }
        BigDecimal value = key.equals(POPULATION) ? cell.value().add(BigDecimal.valueOf(1_500)) : cell.value();
        return new PublishedCell(key, value, cell.text(), cell.status(), cell.estimated());
    }

    private static IndicatorNotice later(IndicatorNotice n) {
        return !n.indicator().equals(Indicators2022.TAUX_PAUVRETE) ? n
                : new IndicatorNotice(
                        n.indicator(), n.label(), n.shortLabel(), n.band(), n.definition(), n.unit(), n.source(),
                        "2031",
                        n.weights(), n.rule(), n.axisMax(), n.dotPlotMin(), n.dotPlotMax(), n.sources(), n.simulated());
    }

    private static Territory recoded(Territory territory) {
        return territory.equals(RECODED.territory()) ? new Territory(Level.QPV, "QN09A01M") : territory;
    }

    private static PublishedTerritory recoded(PublishedTerritory t) {
        return new PublishedTerritory(
                recoded(t.territory()), t.label(), t.shortLabel(), t.epci(), t.departement(), t.region(), t.x(), t.y(),
                t.communes());
    }

    private int compare(Object... words) {
        List<String> all = new java.util.ArrayList<>(List.of("compare"));
        for (Object word : words) {
            all.add(word.toString());
        }
        return AtlasCommand.execute(
                new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    private Path published(UnaryOperator<String> change) throws IOException {
        Path book = first.resolve(before.folder()).resolve(before.stem() + "-donnees.csv");
        return Files.writeString(folder.resolve("ancien.csv"), change.apply(Files.readString(book)));
    }

    @Test
    void twoEditionsAreComparedAndTheTerminalSaysWhatChanged() {
        Path output = folder.resolve("sortie");

        int code = compare(first, second, "--output", output);

        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("De essai à essai-2")
                .contains("nouveau\u00a01 · disparu\u00a01")
                .contains("disparu, QPV\u00a0: QP09A001")
                .contains("nouveau, QPV\u00a0: QN09A01M")
                .contains("population\u00a0: 1, au plus +1\u202f500 (99 Hautes-Terres)")
                .containsPattern("taux_pauvrete\u00a0: .* → 2031, \\d+ cellules dont 0 changées")
                .containsPattern("retenues d’un côté au moins, aucun écart calculé\u00a0: \\d+ cellules");
        assertThat(output.toFile().list()).containsExactlyInAnyOrder(
                "comparaison.csv", "comparaison-territoires.csv", "comparaison.html", "comparaison.xlsx");
    }

    @Test
    void aCellWithheldInOneOfThemHasNeitherValueNorDifference() throws Exception {
        Path output = folder.resolve("sortie");

        compare(first, second, "--output", output);

        assertThat(Files.readAllLines(output.resolve("comparaison.csv")))
                .filteredOn(line -> line.contains("QP09A002") && line.contains("nb_logements_sociaux"))
                .singleElement()
                .asString()
                .contains(";nb_logements_sociaux;;;publie;secret;;;");
    }

    @Test
    void aCorrespondenceTellsThatACodeChanged() throws Exception {
        Path pairs = Files.writeString(folder.resolve("qp-qn.csv"), "avant;apres\nQP09A001;QN09A01M\n");

        int code = compare(first, second, "--correspondance", pairs, "--output", folder.resolve("sortie"));

        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("code changé, QPV\u00a0: QP09A001").doesNotContain("disparu");
    }

    @Test
    void aCorrespondenceIsReadUnderTheNamesOfItsProducerAndMayKnowOfNoSuccessor() throws Exception {
        Path pairs = Files.writeString(
                folder.resolve("producteur.csv"),
                "CODE_QP2015;LIBGEO;CODE_QP2024\nQP09A001;Une;QN09A01M\nQP09A009;Autre;\n");

        int code = compare(
                first, second, "--correspondance", pairs, "--colonnes", "CODE_QP2015,CODE_QP2024", "--output",
                folder.resolve("sortie"));

        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("code changé, QPV\u00a0: QP09A001").doesNotContain("disparu");
    }

    @Test
    void aCorrespondenceWithOtherColumnsIsToldHowToNameThem() throws Exception {
        Path pairs = Files.writeString(folder.resolve("producteur.csv"), "QP;QN\nQP09A001;QN09A01M\n");

        assertThat(compare(first, second, "--correspondance", pairs)).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(err.toString()).contains("«\u00a0avant\u00a0»").contains("--colonnes");
    }

    @Test
    void aRootThatHoldsOneEditionStandsForItAndTheFilesGoToTheReports() {
        System.setProperty("atlas.output", folder.resolve("output").toString());
        try {
            assertThat(compare(folder.resolve("a"), folder.resolve("b"))).isEqualTo(ExitCode.DONE);
        } finally {
            System.clearProperty("atlas.output");
        }
        assertThat(folder.resolve("output/.work/rapports/comparaison-essai-essai-2/comparaison.html")).exists();
    }

    @Test
    void publishedFiguresAreHeldAgainstAnEdition() throws Exception {
        Path file = published(text -> text.replace(";population;64000000;", ";population;64000001;"));

        int code = compare(first, "--published", file, "--output", folder.resolve("sortie"));

        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("De ancien.csv à essai")
                .contains("territoires\u00a0: les mêmes")
                .contains("population\u00a0: 1, au plus −1 (");
    }

    @Test
    void aLineOfPublishedFiguresThatCannotBeReadIsTold() throws Exception {
        Path file = published(text -> text.replace(";population;64000000;", ";population;64 millions;"));

        assertThat(compare(first, "--published", file)).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(err.toString()).contains("ligne ").contains("n’est pas un nombre");
    }

    @Test
    void aValueBesideAWithheldStatusStopsTheComparison() throws Exception {
        Path book = second.resolve(before.folder()).resolve("atlas-qpv-essai-2-99-donnees.csv");
        Files.writeString(
                book, Files.readString(book).replaceFirst(";nb_logements_sociaux;;secret;",
                        ";nb_logements_sociaux;180;secret;"));

        assertThat(compare(first, second)).isEqualTo(ExitCode.BLOCKED);
        assertThat(err.toString().replace(folder.toString(), "")).contains("se contredisent").doesNotContain("180");
    }

    @Test
    void aFolderWithoutBooksIsTold() {
        assertThat(compare(first, folder.resolve("nulle-part"))).isEqualTo(ExitCode.INPUT_REJECTED);
        assertThat(err.toString()).contains("ce dossier n’existe pas");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "A", "A B --published x.csv", "A A", "A --published x.csv --correspondance y.csv", "A B C",
            "A B --output B/x",
            "A B --correspondance y.csv --colonnes une"})
    void wrongUsageIsExitCode2(String line) {
        Object[] words = List.of(line.split(" "))
                .stream()
                .map(word -> word.replaceFirst("^A$", first.toString()).replaceFirst("^B(/x)?$", second + "$1"))
                .toArray();

        assertThat(compare(words)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).isNotBlank();
    }
}
