package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Texts of the edition: paragraphs parted by an empty line, items of a list that begin with a dash. */
final class Texts {
    private static final double AFTER_PARAGRAPH = 2.6;
    private static final double BETWEEN_ITEMS = 0.8;

    private Texts() {}

    static List<String> paragraphs(String text) {
        return Arrays.stream(text.strip().split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** A block that is not cut: a paragraph or a list. */
    sealed interface Block {
        /** A paragraph. */
        record Paragraph(Rich text) implements Block {}

        /** A list. */
        record Items(List<Rich> items) implements Block {}
    }

    static List<Block> blocks(String text, Style style) {
        List<Block> blocks = new ArrayList<>();
        for (String paragraph : paragraphs(text)) {
            List<String> words = new ArrayList<>();
            List<Rich> items = new ArrayList<>();
            for (String line : paragraph.split("\\R")) {
                if (line.startsWith("- ")) {
                    flush(blocks, words, style);
                    items.add(French.rich(line.substring(2).strip(), style));
                } else if (items.isEmpty()) {
                    words.add(line.strip());
                } else {
                    Rich last = items.removeLast();
                    items.add(last.and(French.rich(" " + line.strip(), style)));
                }
            }
            flush(blocks, words, style);
            if (!items.isEmpty()) {
                blocks.add(new Block.Items(items));
            }
        }
        return blocks;
    }

    private static void flush(List<Block> blocks, List<String> words, Style style) {
        if (!words.isEmpty()) {
            blocks.add(new Block.Paragraph(French.rich(String.join(" ", words), style)));
            words.clear();
        }
    }

    /** Draws blocks and says where they end. */
    static double draw(Page page, Element section, List<Block> blocks, double x, double top, double width,
            Style style, double leading) {
        double y = top;
        for (Block block : blocks) {
            y = switch (block) {
                case Block.Paragraph paragraph ->
                        page.paragraph(section, paragraph.text(), x, y, width, leading) + AFTER_PARAGRAPH;
                case Block.Items items ->
                        page.list(section, items.items(), style, x, y, width, leading, BETWEEN_ITEMS) + AFTER_PARAGRAPH;
            };
        }
        return y;
    }

    /** Height that a block takes, with the space after it. */
    static double height(Composition composition, Block block, double width, double leading) {
        return AFTER_PARAGRAPH + switch (block) {
            case Block.Paragraph paragraph -> composition.type().broken(paragraph.text(), width).size() * leading;
            case Block.Items items ->
                    items.items().stream()
                            .mapToDouble(item -> composition.type().broken(item, width - 4).size() * leading
                                    + BETWEEN_ITEMS)
                            .sum();
        };
    }
}
