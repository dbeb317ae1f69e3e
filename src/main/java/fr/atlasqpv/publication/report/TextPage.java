package fr.atlasqpv.publication.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A page of sentences and tables, for what no reader of an edition sees: whoever writes it says what stands in it.
 *
 * @param series what kind of page it is
 * @param title title
 * @param subtitle one sentence below
 * @param chapters its chapters, in order
 * @param footer last line
 */
public record TextPage(String series, String title, String subtitle, List<Chapter> chapters, String footer) {
    /** Defensive copy. */
    public TextPage {
        chapters = List.copyOf(chapters);
    }

    /**
     * A chapter.
     *
     * @param id anchor
     * @param title title
     * @param paragraphs sentences
     * @param tables tables below them
     */
    public record Chapter(String id, String title, List<String> paragraphs, List<Table> tables) {
        /** Defensive copies. */
        public Chapter {
            paragraphs = List.copyOf(paragraphs);
            tables = List.copyOf(tables);
        }
    }

    /**
     * A table.
     *
     * @param caption caption
     * @param heads heads of the columns; one that begins with {@code #} is over numbers
     * @param rows cells by row; the first one of each is its head
     */
    public record Table(String caption, List<String> heads, List<List<String>> rows) {
        /** Defensive copies. */
        public Table {
            heads = List.copyOf(heads);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** Whether the cells of a column are numbers. */
        public boolean numbers(int column) {
            return heads.get(column).startsWith("#");
        }
    }

    /**
     * Writes the page.
     *
     * @param file file to write
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(Path file) throws IOException {
        return Page.write("text.jte", this, file);
    }
}
