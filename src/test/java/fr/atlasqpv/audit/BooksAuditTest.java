package fr.atlasqpv.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.audit.Finding.Kind;
import fr.atlasqpv.edition2022.SampleBooks;
import fr.atlasqpv.indicator.Catalogue2022;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.publication.readback.PdfReadback;
import fr.atlasqpv.publication.readback.ReadBook;
import fr.atlasqpv.publication.readback.TidyCsvReadback;
import fr.atlasqpv.publication.readback.WorkbookReadback;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.secrecy.SecrecyRules;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit on the books of the sample: sound ones pass, any tampering stops them. */
class BooksAuditTest {
    /** A withheld QPV, its name, and a figure that might be its share. */
    private static final String SECRET = "QP059017";
    private static final String FIGURE = "98.7";

    private static SampleBooks books;
    private static EditionBooks sound;
    private static Known known;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void readTheBooksOnce() throws Exception {
        books = SampleBooks.get();
        sound = EditionBooks.read(books.output());
        known = Known
                .read(new SampleCounts(books).writeKnowledge(shared.resolve("connus.csv")), Catalogue2022.CATALOGUE);
    }

    @Test
    void theBooksOfTheSamplePassWithoutKnowledgeAndTheReportSaysWhatWasNotTried() throws Exception {
        AuditReport report = audit(sound, Known.nothing());

        assertThat(report.findings()).filteredOn(Finding::stops).isEmpty();
        assertThat(report.findings()).extracting(Finding::message)
                .anyMatch(m -> m.contains("ne connaît aucun dénominateur"));
        assertThat(report.lines())
                .filteredOn(line -> line.indicators().contains(Indicators2022.PART_LOGEMENTS_SOCIAUX))
                .singleElement()
                .satisfies(line -> assertThat(line.withheld()).isGreaterThan(4));
    }

    @Test
    void theBooksOfTheSamplePassBeforeSomebodyWhoKnowsEveryDenominator() throws Exception {
        AuditReport report = audit(sound, known);

        assertThat(report.findings()).filteredOn(Finding::stops).isEmpty();
        assertThat(report.lines()).allSatisfy(line -> assertThat(line.exact() + line.narrow()).isZero());
        assertThat(report.withKnowledge()).isTrue();
        assertThat(report.findings()).as("three shares above their whole contradict nothing").noneMatch(
                f -> f.message().contains("se contredisent"));
    }

    /** Of the withheld shares of the sample, the review tells intervals of 139, 230, 245 and 301 dwellings, each of two. */
    @ParameterizedTest
    @CsvSource({"139, 0", "140, 2", "230, 2", "231, 4", "245, 4", "246, 6", "301, 6", "302, 8"})
    void theAuditOfTheSampleIsAsSharpAsTheRun(BigDecimal width, int narrow) throws Exception {
        SecrecyRules r = sound.rules().rules();
        EditionRules rules = new EditionRules(
                sound.rules().edition(), sound.rules().catalogue(), sound.rules().detail(),
                new SecrecyRules(r.primary(), r.clamps(), width, r.knownMeasures(), r.sameUnits(), r.inequalities(),
                        r.levels(), r.drawTolerance()),
                sound.rules().reference(), sound.rules().aboveTheirWhole(), sound.rules().simulated(),
                sound.rules().words(), sound.rules().files(), sound.rules().outputs());

        AuditReport report = audit(
                new EditionBooks(sound.folder(), rules, sound.regions(), sound.papers(), sound.told()), known);

        assertThat(report.lines())
                .filteredOn(line -> line.indicators().contains(Indicators2022.PART_LOGEMENTS_SOCIAUX))
                .singleElement()
                .satisfies(line -> assertThat(line.narrow()).isEqualTo(narrow));
    }

    @ParameterizedTest
    @ValueSource(strings = {"QP059017", "QP059061", "QP059081", "QP062044"})
    void theSharesThatThePrintGaveAwayAreWithheld(String qpv) {
        assertThat(books.status(Level.QPV, qpv, Perimeter.QPV, Indicators2022.PART_LOGEMENTS_SOCIAUX))
                .isEqualTo(CellStatus.SECRET);
        assertThat(known.count(
                new fr.atlasqpv.territory.Territory(Level.QPV, qpv), Perimeter.QPV,
                fr.atlasqpv.indicator.Measures2022.RESIDENCES_PRINCIPALES))
                .as("the attacker knows its denominator")
                .isPresent();
    }

    @Test
    void theThreeBooksPublishTheSameCells() {
        assertThat(BookComparison.of(sound)).isEmpty();
        assertThat(sound.regions()).singleElement().satisfies(region -> {
            assertThat(region.csv().cells()).hasSize(books.cells().size());
            assertThat(region.pdf().cells().keySet()).isEqualTo(region.csv().cells().keySet());
            assertThat(region.workbook().cells().keySet()).isEqualTo(region.csv().cells().keySet());
        });
    }

    @Test
    void aWithheldValueWrittenBackInTheCsvIsFound() throws Exception {
        Path csv = tampered("-donnees.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst(
                "(;" + SECRET + ";[^\\n]*part_logements_sociaux);;secret", "$1;" + FIGURE + ";secret"));

        assertStopped(withCsv(csv), "valeur et statut");
    }

    @Test
    void aWithheldValueHiddenInAColumnOfWordsOfTheCsvIsFound() throws Exception {
        Path csv = tampered("-donnees.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst(
                "(;" + SECRET + ";[^\\n]*;secret;0;)RPLS 2017", "$1RPLS 2017 (" + FIGURE + ")"));

        assertStopped(withCsv(csv), SECRET);
    }

    @Test
    void aPublishedFigureOfAnotherRowChangedInEveryBookMakesTheSumsDisagreeOrTheCsvDiffer() throws Exception {
        Path csv = tampered("-donnees.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst(
                "(;QP059018;[^\\n]*population;)[0-9]+", "$112345"));

        assertStopped(withCsv(csv), "QP059018");
    }

    @Test
    void aFigureWrittenBackAnywhereInTheWorkbookIsFoundAndItsPlaceIsNamed() throws Exception {
        Path workbook = tampered(".xlsx");
        Workbooks.tamper(
                workbook,
                List.of(
                        Workbooks.figure("Quartiers", SECRET, FIGURE),
                        Workbooks.tidyFigure("QP059061", FIGURE),
                        Workbooks.besideTheTable("Quartiers", "QP059081", FIGURE),
                        Workbooks.hiddenSheet(FIGURE),
                        Workbooks.comment("Quartiers", FIGURE),
                        Workbooks.title("Atlas – " + FIGURE),
                        Workbooks.property(FIGURE),
                        Workbooks.name(FIGURE),
                        Workbooks.foot("EPCI", "QP062044 " + FIGURE)));
        RegionBooks region = sound.regions().getFirst();

        EditionBooks edition =
                with(region.csv(), new WorkbookReadback(Catalogue2022.CATALOGUE).read(workbook), region.pdf());

        assertStopped(
                edition,
                "Quartiers!", "valeur et statut se contredisent (QPV QP059017",
                "QPV QP059061 QPV part_logements_sociaux ne dit pas la même chose",
                "un nombre à côté du code QP059081",
                "brouillon!C5\u00a0: un nombre là où un livre n’a rien",
                "brouillon : feuille masquée",
                "xl/comments",
                "docProps/core.xml\u00a0: un nombre dans les propriétés",
                "docProps/custom.xml\u00a0: un nombre",
                "nom défini «\u00a0NOTE\u00a0»\u00a0: un nombre",
                "EPCI, hors des cellules\u00a0: un nombre à côté du code QP062044");
    }

    @Test
    void aFigureWrittenBackAnywhereInThePdfIsFoundAndItsPlaceIsNamed() throws Exception {
        Path pdf = tampered(".pdf");
        Pdfs.tamper(
                pdf,
                List.of(
                        Pdfs.inPlaceOfTheSign(SECRET),
                        Pdfs.overThePage("98,7"),
                        Pdfs.decoration("98,7"),
                        Pdfs.alternative("98,7"),
                        Pdfs.keywords("taux 98,7"),
                        Pdfs.attachment("98,7"),
                        Pdfs.note("98,7"),
                        Pdfs.outline("QP062044 98,7")));
        RegionBooks region = sound.regions().getFirst();

        EditionBooks edition =
                with(region.csv(), region.workbook(),
                        new PdfReadback(Catalogue2022.CATALOGUE, region.csv().labels()).read(pdf));

        assertStopped(
                edition,
                "QPV QP059017 QPV part_logements_sociaux ne dit pas la même chose",
                "page 13, texte hors de la structure\u00a0: un nombre",
                "page 13, décor\u00a0: un nombre sans raison",
                "texte de remplacement",
                "propriétés du document\u00a0: un nombre",
                "/EmbeddedFiles",
                "annotation\u00a0: un nombre",
                "/Title\u00a0: un nombre à côté du code QP062044");
    }

    @Test
    void aCellToldAgainInAllThreeBooksLeavesItsPartnerBare() throws Exception {
        Path csv = tampered("-donnees.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst(
                "(;" + SECRET + ";[^\\n]*part_logements_sociaux);;secret", "$1;90.1;publie"));
        ReadBook told = new TidyCsvReadback(Catalogue2022.CATALOGUE).read(csv);
        // The same cells thrice: the books agree, only the arithmetic can object
        EditionBooks agreeing = with(told, told, told);

        for (Known knowledge : List.of(Known.nothing(), known)) {
            assertThat(audit(agreeing, knowledge).findings())
                    .filteredOn(Finding::stops)
                    .isNotEmpty()
                    .allMatch(f -> f.kind() == Kind.DISCLOSURE)
                    .extracting(Finding::message)
                    .anyMatch(m -> m.contains("QP059018"));
        }
    }

    @Test
    void noneOfTheWithheldCellsOfTheSampleCanBeToldWithoutGivingOneAway() throws Exception {
        SampleCounts counts = new SampleCounts(books);
        Path csv = RegionBooks.only(books.folder(), "-donnees.csv");
        String text = Files.readString(csv);
        List<CellKey> withheld = books.cells()
                .entrySet()
                .stream()
                .filter(e -> e.getValue().status() == CellStatus.SECRET)
                .map(java.util.Map.Entry::getKey)
                .toList();
        assertThat(withheld).hasSizeGreaterThan(4)
                .allMatch(k -> k.indicator().equals(Indicators2022.PART_LOGEMENTS_SOCIAUX));
        for (CellKey key : withheld) {
            Path told = folder.resolve(key.territory().code() + "-donnees.csv");
            Files.writeString(told, text.replaceFirst(
                    "(;" + key.territory().code() + ";[^\\n]*part_logements_sociaux);;secret",
                    "$1;" + counts.shareAsItWouldBeTold(key)));
            ReadBook book = new TidyCsvReadback(Catalogue2022.CATALOGUE).read(told);

            assertThat(audit(with(book, book, book), known).findings())
                    .as(key + " told")
                    .anyMatch(f -> f.kind() == Kind.DISCLOSURE);
        }
    }

    @Test
    void aFigureOfTheSameVintageInThePreviousEditionGivesTheWithheldCellAway() throws Exception {
        Path csv = tampered("-donnees.csv");
        Files.writeString(csv, Files.readString(csv).replaceFirst(
                "(;" + SECRET + ";[^\\n]*part_logements_sociaux);;secret", "$1;90.1;publie"));
        ReadBook told = new TidyCsvReadback(Catalogue2022.CATALOGUE).read(csv);

        AuditReport report = BooksAudit.audit(sound, known, Optional.of(with(told, told, told)));

        assertThat(report.findings()).extracting(Finding::message)
                .anyMatch(m -> m.contains(SECRET) && m.contains("édition précédente"));
        assertThat(BooksAudit.audit(sound, known, Optional.of(sound)).safe()).isTrue();
    }

    private Path tampered(String ending) throws Exception {
        Path original = RegionBooks.only(books.folder(), ending);
        return Files.copy(original, folder.resolve(original.getFileName()));
    }

    private static EditionBooks withCsv(Path csv) throws Exception {
        RegionBooks region = sound.regions().getFirst();
        return with(new TidyCsvReadback(Catalogue2022.CATALOGUE).read(csv), region.workbook(), region.pdf());
    }

    private static EditionBooks with(ReadBook csv, ReadBook workbook, ReadBook pdf) {
        RegionBooks region = sound.regions().getFirst();
        return new EditionBooks(
                sound.folder(), sound.rules(),
                List.of(new RegionBooks(region.folder(), csv, workbook, pdf, region.territories())));
    }

    private static AuditReport audit(EditionBooks edition, Known knowledge) throws Exception {
        return BooksAudit.audit(edition, knowledge, Optional.empty());
    }

    /** Stopped, by messages that say all this, and none repeats the figure. */
    private static void assertStopped(EditionBooks edition, String... said) throws Exception {
        AuditReport report = audit(edition, Known.nothing());
        assertThat(report.safe()).isFalse();
        Consumer<String> keepsTheSecret = m -> assertThat(m).doesNotContain(FIGURE, FIGURE.replace('.', ','));
        assertThat(report.findings()).extracting(Finding::message).allSatisfy(keepsTheSecret);
        List<String> stopping =
                report.findings().stream().filter(Finding::stops).map(Finding::message).toList();
        for (String words : said) {
            assertThat(stopping).as(words).anyMatch(m -> m.contains(words));
        }
    }
}
