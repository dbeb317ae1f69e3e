package fr.atlasqpv.cartography;

import fr.atlasqpv.cartography.Primitive.Anchor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A name ready to be placed: its lines and the room that they take.
 *
 * @param lines from top to bottom
 * @param width width of the longest line, millimetres
 * @param height from the top of the first line to the bottom of the last, millimetres
 */
record Caption(List<Line> lines, double width, double height) {
    private static final Stroke HALO = new Stroke(Palette.WHITE.withOpacity(0.92), 0.75);
    private static final Set<String> SMALL_WORDS =
            Set.of("de", "du", "des", "la", "le", "les", "et", "en", "sur", "sous", "aux", "à", "–");

    /**
     * A line.
     *
     * @param text its text
     * @param lettering how it is set
     */
    record Line(String text, Lettering lettering) {}

    /** Lines one under the other. */
    static Caption of(List<Line> lines, TextMetrics metrics) {
        double width = 0;
        double height = lines.getFirst().lettering().ascent();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            width = Math.max(width, line.lettering().width(line.text(), metrics));
            height += i == 0 ? 0 : line.lettering().leading();
        }
        return new Caption(List.copyOf(lines), width, height + lines.getLast().lettering().descent());
    }

    /** A text on one line. */
    static Caption of(String text, Lettering lettering, TextMetrics metrics) {
        return of(List.of(new Line(text, lettering)), metrics);
    }

    /** A text broken so that no line is wider than asked, unless a word is. */
    static Caption wrapped(String text, Lettering lettering, double width, TextMetrics metrics) {
        return of(wrap(text, lettering, width, metrics), metrics);
    }

    /** Lines of a text no wider than asked, unless a word is; a small word stays with the next one. */
    static List<Line> wrap(String text, Lettering lettering, double width, TextMetrics metrics) {
        List<Line> lines = new ArrayList<>();
        String current = "";
        for (String group : groups(text)) {
            String longer = current.isEmpty() ? group : current + " " + group;
            if (!current.isEmpty() && lettering.width(longer, metrics) > width) {
                lines.add(new Line(current, lettering));
                current = group;
            } else {
                current = longer;
            }
        }
        lines.add(new Line(current, lettering));
        return lines;
    }

    private static List<String> groups(String text) {
        List<String> groups = new ArrayList<>();
        String held = "";
        for (String word : text.split(" ")) {
            held = held.isEmpty() ? word : held + " " + word;
            String last = word.substring(word.lastIndexOf('\u00A0') + 1);
            if (!SMALL_WORDS.contains(last.toLowerCase(Locale.ROOT))) {
                groups.add(held);
                held = "";
            }
        }
        if (!held.isEmpty()) {
            groups.add(held);
        }
        return groups;
    }

    /** The text as read aloud. */
    String text() {
        return String.join(" ", lines.stream().map(Line::text).toList()).replace('\u00A0', ' ');
    }

    /** Texts of the caption in a box of its size, each line anchored as asked. */
    List<Primitive> in(Box box, Anchor anchor) {
        double x = switch (anchor) {
            case START -> box.x();
            case MIDDLE -> box.centreX();
            case END -> box.right();
        };
        List<Primitive> texts = new ArrayList<>();
        double baseline = box.y() + lines.getFirst().lettering().ascent();
        for (int i = 0; i < lines.size(); i++) {
            Lettering l = lines.get(i).lettering();
            baseline += i == 0 ? 0 : l.leading();
            texts.add(new Primitive.Text(
                    lines.get(i).text(), new Point(x, baseline), anchor, l.face(), l.size(), l.tracking(), l.ink(),
                    HALO));
        }
        return texts;
    }
}
