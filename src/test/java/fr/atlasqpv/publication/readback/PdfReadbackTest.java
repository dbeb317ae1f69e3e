package fr.atlasqpv.publication.readback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Catalogue2022;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.pdf.PdfBook;
import fr.atlasqpv.publication.pdf.tagged.DocumentDescription;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TaggedDocument;
import fr.atlasqpv.publication.pdf.tagged.Typefaces;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.OtherEditions;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedAtlasFixture;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PdfReadbackTest {
    private final PublishedAtlas atlas = PublishedAtlasFixture.region(3, 6, 4);

    @TempDir
    Path folder;

    private static Map<Territory, String> labels(PublishedAtlas atlas) {
        return atlas.territories().stream()
                .collect(Collectors.toMap(PublishedTerritory::territory, PublishedTerritory::label));
    }

    private ReadBook read(PublishedAtlas written) throws IOException {
        Path file = folder.resolve("livre.pdf");
        try (OutputStream out = Files.newOutputStream(file)) {
            new PdfBook().write(written, out);
        }
        List<Indicator> indicators = written.edition().indicators().stream().map(IndicatorNotice::indicator).toList();
        return new PdfReadback(new Catalogue(List.of(), indicators, null), labels(written)).read(file);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 6, 4", "1, 26, 2"})
    void aRegionOfOneDepartementIsToldOnce(int departements, int epci, int qpv) throws IOException {
        ReadBook book = read(PublishedAtlasFixture.region(departements, epci, qpv));

        assertThat(book.defects()).isEmpty();
        assertThat(book.occurrences()).extracting(cell -> cell.key().territory().level())
                .contains(Level.REG, Level.EPCI).doesNotContain(Level.DEP);
    }

    @Test
    void aRegionOfSeveralIsToldApartFromThem() throws IOException {
        assertThat(read(atlas).occurrences()).extracting(cell -> cell.key().territory().level())
                .contains(Level.REG, Level.DEP);
    }

    @Test
    void thePdfSaysEveryCellOfTheAtlasWithItsStatus() throws Exception {
        ReadBook pdf = read(atlas);

        assertThat(pdf.defects()).isEmpty();
        assertThat(shown(pdf)).isEqualTo(printed(atlas));
    }

    @Test
    void everySectionOfTheRegisterStandsInTheBookAndTellsWhatItIsToTell() throws Exception {
        read(atlas);
        try (PDDocument document = Loader.loadPDF(folder.resolve("livre.pdf").toFile())) {
            List<PdfNode> sections = new PdfTree(document).root().all("Sect");

            assertThat(sections).extracting(PdfNode::title).containsAll(
                    Stream.of(BookSection.values()).map(BookSection::id).toList());
            assertThat(sections).allSatisfy(section -> assertThat(section.named(3).size() + section.named(4).size() > 0)
                    .as(section.title())
                    .isEqualTo(BookSection.of(section.title()).orElseThrow().told() == BookSection.Told.CELLS));
        }
    }

    static Stream<Arguments> placesOfNoRegister() {
        UnaryOperator<Element> otherName = root -> root.child(Role.SECT).title("classement");
        UnaryOperator<Element> noName = root -> root.child(Role.SECT);
        UnaryOperator<Element> words = root -> root.child(Role.SECT).title(BookSection.SOURCES.id());
        return Stream.of(
                Arguments.of("a section of another name", otherName, "partie du livre qui n’est pas au registre"),
                Arguments.of("a section without a name", noName, "partie du livre qui n’est pas au registre"),
                Arguments.of("a page of no section", UnaryOperator.<Element>identity(),
                        "texte hors des parties du livre"),
                Arguments.of("a cell among words", words, "cellule dans une partie du livre qui n’en donne pas"));
    }

    private Element cell(Element parent) {
        return parent.child(Role.P).child(Role.SPAN).title("REG " + atlas.region() + " QPV population");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("placesOfNoRegister")
    void aFigureWhereNobodyHasSaidThatThereIsOneIsAFault(String what, UnaryOperator<Element> place, String fault)
            throws Exception {
        Typefaces typefaces = new Typefaces();
        TaggedDocument document = new TaggedDocument(
                new DocumentDescription("Titre", "Auteur", "Sujet", "mots", "essai", 2022), typefaces);
        Page page = document.newPage();
        page.pen(cell(place.apply(document.root()))).text("1 234", Style.of(Weight.REGULAR, 9, 0), 20, 20);
        Path file = Files.write(folder.resolve("page.pdf"), document.close());

        assertThat(new PdfReadback(Catalogue2022.CATALOGUE, labels(atlas)).read(file).faults())
                .containsExactly("page 1 : " + fault);
    }

    static Stream<PublishedAtlas> otherEditions() {
        PublishedAtlas ground = PublishedAtlasFixture.region(2, 5, 4);
        return Stream.of(OtherEditions.few(ground), OtherEditions.many(ground));
    }

    @ParameterizedTest
    @MethodSource("otherEditions")
    void thePdfOfAnyEditionSaysEveryCellThatItsTablesShow(PublishedAtlas other) throws Exception {
        ReadBook pdf = read(other);

        assertThat(pdf.defects()).isEmpty();
        assertThat(shown(pdf)).isEqualTo(printed(other));
    }

    @Test
    void aSoundBookHidesNothing() throws Exception {
        assertThat(read(atlas).elsewhere())
                .filteredOn(text -> text.place() == ReadBook.Place.HIDDEN)
                .isEmpty();
    }

    @Test
    void whatIsNoPdfIsNotRead() throws Exception {
        Path file = Files.writeString(folder.resolve("faux.pdf"), "pas un PDF");

        assertThatThrownBy(() -> new PdfReadback(Catalogue2022.CATALOGUE, Map.of()).read(file))
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "12,5|taux_pauvrete|12.5|publie",
            "12,5 %|taux_pauvrete|12.5|publie",
            "4 829 250|population|4829250|publie",
            "4 829 ha|population|4829|publie",
            "21 400 €|population|21400|publie",
            "≥ 95|taux_pauvrete|95|plafonne",
            "≤ 5|part_logements_sociaux|5|plancher",
            "s|taux_pauvrete||secret",
            "///|reussite_brevet||sans_objet",
            "n.d.|population||non_disponible",
            "–|colleges_rep||sans_objet",
            "2|cites_educatives|2|publie",
            "●|zfu|1|publie",
            "QIN|npnru|QIN|publie",
            "PET|typologie_cohesion|PET|publie"})
    void frenchPrintIsUnderstood(String print, String indicator, String value, String status) {
        PdfValue read = PdfValue.of(print, Indicators2022.of(indicator).orElseThrow(), false).orElseThrow();

        assertThat(read.value()).isEqualTo(value == null ? "" : value);
        assertThat(read.status().id()).isEqualTo(status);
    }

    private static IndicatorNotice written(PublishedAtlas atlas, Indicator indicator) {
        return atlas.edition().indicator(indicator);
    }

    private static SortedMap<CellKey, String> shown(ReadBook pdf) {
        SortedMap<CellKey, String> shown = new TreeMap<>();
        pdf.cells().forEach((key, cell) -> shown.put(key, cell.value() + " " + cell.status()));
        return shown;
    }

    /** The cells as the PDF can say them: it has one sign for none and for not concerned. */
    private static SortedMap<CellKey, String> printed(PublishedAtlas atlas) {
        SortedMap<CellKey, String> printed = new TreeMap<>();
        for (PublishedCell cell : atlas.cells().values()) {
            Indicator indicator = cell.indicator();
            boolean marks = switch (indicator.form()) {
                case Form.Near near -> true;
                case Form.Listed list -> written(atlas, indicator).axisMax() == null;
                default -> false;
            };
            boolean none = marks && cell.plainValue().equals("0");
            printed.put(cell.key(), none ? " " + CellStatus.SANS_OBJET : cell.plainValue() + " " + cell.status());
        }
        return printed;
    }
}
