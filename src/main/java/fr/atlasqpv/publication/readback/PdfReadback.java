package fr.atlasqpv.publication.readback;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.publication.BookSection;
import fr.atlasqpv.publication.BookSection.Told;
import fr.atlasqpv.territory.Territory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Reads a PDF whole: its tables and key figures through the structure tree, whatever the layout, and everything else that
 * the file holds, seen or not (alternative texts, metadata, outline, annotations, attachments, objects that nothing shows).
 *
 * <p>Cells are known by the names that the structure gives to the heads of their column and of their row, or to themselves
 * outside the tables; the comparison with the other books holds them to account.
 */
public final class PdfReadback {
    private static final Set<String> BLOCKS =
            Set.of("H1", "H2", "H3", "H4", "H5", "H6", "H", "P", "LI", "Caption", "TOCI", "Figure", "Note",
                    "BlockQuote", "Formula", "Link", "Span");

    /** What holds the sections, and no text. */
    private static final Set<String> DIVISIONS = Set.of("Document", "Part");

    private final Catalogue catalogue;
    private final SortedMap<Territory, String> labels;

    /**
     * A reader for the books of a region.
     *
     * @param catalogue measures and indicators of the edition
     * @param labels names of the territories, as the tidy file has them: some rows bear a name and no code
     */
    public PdfReadback(Catalogue catalogue, Map<Territory, String> labels) {
        this.catalogue = catalogue;
        this.labels = new TreeMap<>(labels);
    }

    /**
     * Reads the file.
     *
     * @throws IOException when it cannot be read or is no PDF
     */
    public ReadBook read(Path file) throws IOException {
        CellParser parser = new CellParser(catalogue);
        PdfTables tables = new PdfTables(parser, catalogue, labels);
        byte[] bytes = Files.readAllBytes(file);
        try (PDDocument document = Loader.loadPDF(new PdfBytes(bytes))) {
            PdfTree tree = new PdfTree(document);
            if (tree.root().children().isEmpty()) {
                parser.fault("structure", "le PDF n’a pas de structure : ses tableaux ne se lisent pas");
            }
            blocks(tree.root(), tables, parser, false);
            pages(tree, parser);
            new PdfRemains(document, parser).read(bytes);
        }
        return parser.book(file.getFileName().toString());
    }

    private void blocks(PdfNode node, PdfTables tables, CellParser parser, boolean inSection) {
        for (PdfNode child : node.children()) {
            if (child.role().equals("Sect")) {
                section(child, tables, parser);
            } else if (!inSection && !DIVISIONS.contains(child.role())) {
                parser.fault("page " + child.page(), "texte hors des parties du livre");
                say(child, parser);
            } else if (child.role().equals("Table")) {
                tables.table(child);
            } else if (BLOCKS.contains(child.role())) {
                tables.cellsIn(child);
                say(child, parser);
            } else {
                if (!child.own().isBlank()) {
                    parser.elsewhere("page " + child.page(), child.own());
                }
                blocks(child, tables, parser, inSection);
            }
        }
    }

    /** Of what is not on the register nobody has said what it tells. */
    private void section(PdfNode node, PdfTables tables, CellParser parser) {
        String where = "page " + node.page();
        int before = parser.cells();
        blocks(node, tables, parser, true);
        boolean cells = parser.cells() > before;
        Optional<BookSection> kind = BookSection.of(node.title());
        if (kind.isEmpty()) {
            parser.fault(where, "partie du livre qui n’est pas au registre");
        } else if (cells && kind.get().told() == Told.WORDS) {
            parser.fault(where, "cellule dans une partie du livre qui n’en donne pas");
        }
    }

    private static void say(PdfNode block, CellParser parser) {
        String where = "page " + block.page();
        parser.elsewhere(where, PdfValue.plain(block.text()));
        block.allSaid().forEach(text -> parser.elsewhere(where + ", texte de remplacement", text));
    }

    /** What the pages show besides the structure. */
    private static void pages(PdfTree tree, CellParser parser) {
        for (int page = 1; page <= tree.pages().size(); page++) {
            PdfPageTexts.Texts texts = tree.pages().get(page - 1);
            String where = "page " + page;
            parser.decoration(where + ", décor", String.join(" ", texts.decoration()));
            parser.hidden(where + ", texte hors de la structure", texts.outside());
            parser.hidden(where + ", texte sans encre", texts.invisible());
            List<String> unclaimed = tree.unclaimed(page);
            parser.hidden(where + ", texte que la structure ignore", String.join(" ", unclaimed));
        }
    }
}
