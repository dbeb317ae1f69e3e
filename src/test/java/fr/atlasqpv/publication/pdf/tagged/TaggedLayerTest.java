package fr.atlasqpv.publication.pdf.tagged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.cartography.Box;
import fr.atlasqpv.cartography.Primitive.Anchor;
import fr.atlasqpv.publication.pdf.Verapdf;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openpdf.text.pdf.PdfContentByte;

/** What the layer promises to its writers, and that veraPDF notices when the promise is broken. */
class TaggedLayerTest {
    private static final Style TEXT = Style.of(Weight.REGULAR, 9, 0x1B2A2E);

    private static byte[] document(BiConsumer<Page, Element> drawing) {
        TaggedDocument document = new TaggedDocument(
                new DocumentDescription("Titre", "Auteur", "Sujet", "mots", "essai", 2022), new Typefaces());
        Page page = document.newPage();
        Element section = document.root().child(Role.SECT);
        page.heading(section, Role.H1, Rich.of("Titre", TEXT), 20, 20);
        drawing.accept(page, section);
        return document.close();
    }

    private static Table table(Page page, Element section) {
        Table table = new Table(section, 2, "Deux colonnes");
        table.page(page, heads -> {
            Table.Row head = heads.row(30, 5);
            head.head(Table.Scope.COLUMN, 20, 20).text("Nom", TEXT, 20, 34);
            head.head(Table.Scope.COLUMN, 40, 20).text("Valeur", TEXT, 40, 34);
        });
        Table.Row row = table.row(35, 5);
        row.head(Table.Scope.ROW, 20, 20).text("Un", TEXT, 20, 39);
        row.data(40, 20).text("1", TEXT, 60, 39, Anchor.END);
        return table;
    }

    @Test
    void aDocumentWithEverythingBreaksNoRule() {
        byte[] pdf = document((page, section) -> {
            table(page, section).end();
            page.paragraph(section, Rich.of("Lambert‑93, « 1 296 », œ É ≥ ≤", TEXT), 20, 50, 60, 4);
            page.list(section, List.of(Rich.of("un", TEXT), Rich.of("deux", TEXT)), TEXT, 20, 60, 60, 4, 1);
            page.figure(section, "Un carré", new Box(20, 80, 10, 10), pen -> pen.rectangle(20, 80, 10, 10, 0x0B5563));
            page.destination("ici", 10);
            page.link(section.child(Role.P), new LinkTarget("ici", "Aller ici"), new Box(20, 100, 20, 5),
                    pen -> pen.text("ici", TEXT, 20, 104));
            page.linkArea(section.child(Role.P), new LinkTarget("ici", "Aller ici"), new Box(20, 110, 5, 5));
            Element note = page.document().note(section);
            page.paragraph(note, Rich.of("Note", TEXT), 20, 120, 60, 4);
            page.pen(section.child(Role.P)).expanding("secret statistique").text("s", TEXT, 20, 130);
            page.bookmark(0, "Titre", 0);
        });
        assertThat(Verapdf.failures(pdf)).isEmpty();
    }

    @Test
    void aFigureWithoutAlternativeTextIsNoticed() {
        byte[] pdf =
                document((page, section) -> page.pen(section.child(Role.FIGURE)).rectangle(20, 80, 10, 10, 0x0B5563));
        assertThat(Verapdf.failures(pdf)).anyMatch(failure -> failure.contains("7.3-1"));
    }

    @Test
    void aTextOutsideTheStructureIsNoticed() {
        byte[] pdf = document((page, section) -> {
            page.close();
            PdfContentByte content = page.content();
            content.beginText();
            content.setFontAndSize(page.typefaces().font(Weight.REGULAR), 9);
            content.setTextMatrix(100, 100);
            content.showText("sans balise");
            content.endText();
        });
        assertThat(Verapdf.failures(pdf)).anyMatch(failure -> failure.contains("7.1-3"));
    }

    @Test
    void aRowWithACellTooManyIsNoticed() {
        byte[] pdf = document((page, section) -> {
            Element table = section.child(Role.TABLE);
            Element head = table.child(Role.TR);
            page.pen(head.child(Role.TH)).text("Nom", TEXT, 20, 34);
            page.pen(head.child(Role.TH)).text("Valeur", TEXT, 40, 34);
            Element row = table.child(Role.TR);
            for (int i = 0; i < 3; i++) {
                page.pen(row.child(Role.TD)).text("x", TEXT, 20 + 20 * i, 39);
            }
        });
        assertThat(Verapdf.failures(pdf)).anyMatch(failure -> failure.contains("7.2-42"));
    }

    @Test
    void aTableRefusesACellTooMany() {
        document((page, section) -> {
            Table table = table(page, section);
            Table.Row row = table.row(40, 5);
            row.data(20, 20);
            row.data(40, 20);
            assertThatThrownBy(() -> row.data(60, 20)).hasMessageContaining("a cell too many");
        });
    }

    @Test
    void aTableRefusesARowThatLacksACell() {
        document((page, section) -> {
            Table table = table(page, section);
            table.row(40, 5).data(20, 20);
            assertThatThrownBy(table::end).hasMessageContaining("fills 1 of the 2 columns");
        });
    }

    @Test
    void aHeadOverTwoRowsTakesItsPlaceInBoth() {
        byte[] pdf = document((page, section) -> {
            Table table = new Table(section, 3, "Trois colonnes");
            table.page(page, heads -> {
                Table.Row bands = heads.row(30, 5);
                bands.head(Table.Scope.COLUMN, 20, 20, 1, 2).text("Nom", TEXT, 20, 34);
                bands.head(Table.Scope.COLUMN, 40, 40, 2, 1).text("Bande", TEXT, 40, 34);
                Table.Row names = heads.row(35, 5);
                names.head(Table.Scope.COLUMN, 40, 20).text("A", TEXT, 40, 39);
                names.head(Table.Scope.COLUMN, 60, 20).text("B", TEXT, 60, 39);
            });
            Table.Row row = table.row(40, 5);
            row.head(Table.Scope.ROW, 20, 20).text("x", TEXT, 20, 44);
            row.data(40, 20).text("1", TEXT, 40, 44);
            row.data(60, 20).text("2", TEXT, 60, 44);
            table.end();
        });
        assertThat(Verapdf.failures(pdf)).isEmpty();
    }

    @Test
    void aTextThatLeavesItsCellIsRefused() {
        document((page, section) -> {
            Table table = table(page, section);
            Table.Row row = table.row(40, 5);
            Pen cell = row.head(Table.Scope.ROW, 20, 20);
            assertThatThrownBy(() -> cell.text("un nom bien trop long pour sa colonne", TEXT, 20, 44))
                    .isInstanceOf(TextOverflowException.class)
                    .hasMessageContaining("un nom bien trop long");
            row.data(40, 20);
        });
    }

    @Test
    void aTextThatLeavesThePageIsRefused() {
        document((page, section) -> assertThatThrownBy(
                () -> page.pen(section.child(Role.P)).text("au bord", TEXT, 205, 50))
                .isInstanceOf(TextOverflowException.class));
    }

    @Test
    void aCharacterThatTheFaceLacksIsRefused() {
        document((page, section) -> assertThatThrownBy(
                () -> page.pen(section.child(Role.P)).text("東", TEXT, 20, 50))
                .isInstanceOf(MissingGlyphException.class)
                .hasMessageContaining("U+6771"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {6.99, 5, 0})
    void nothingIsSetUnderSevenPoints(double size) {
        assertThatThrownBy(() -> Style.of(Weight.REGULAR, size, 0)).hasMessageContaining("nothing is set under 7");
    }

    @Test
    void aLinkThatLeadsNowhereIsRefused() {
        assertThatThrownBy(() -> document((page, section) -> page.linkArea(section.child(Role.P),
                new LinkTarget("nulle-part", "?"), new Box(1, 1, 1, 1))))
                .hasMessageContaining("nulle-part");
    }

    @Test
    void twoPlacesCannotShareAName() {
        document((page, section) -> {
            page.destination("ici", 10);
            assertThatThrownBy(() -> page.destination("ici", 20)).hasMessageContaining("ici");
        });
    }

    @Test
    void theFacesHaveEverythingThatFrenchPrintNeeds() {
        Typefaces typefaces = new Typefaces();
        for (char character : "œŒÉÈÀÇÊÎÔÛŸ’«»…–—·×≥≤−▲ᵉʳ\u202F\u00A0\u2011".toCharArray()) {
            assertThat(typefaces.has(character)).as("U+%04X", (int) character).isTrue();
        }
    }
}
