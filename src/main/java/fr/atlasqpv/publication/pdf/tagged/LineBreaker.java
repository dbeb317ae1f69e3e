package fr.atlasqpv.publication.pdf.tagged;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines: after a plain space, after a hyphen inside a word, never at a no-break space. A word wider
 * than the column is cut where it must.
 */
final class LineBreaker {
    private final Typefaces typefaces;
    private final double width;
    private final List<TextLine> lines = new ArrayList<>();
    private List<TextLine.Piece> pieces = new ArrayList<>();
    private double x;

    private LineBreaker(Typefaces typefaces, double width) {
        this.typefaces = typefaces;
        this.width = width;
    }

    static List<TextLine> lines(Typefaces typefaces, Rich text, double width) {
        LineBreaker breaker = new LineBreaker(typefaces, width);
        breaker.run(words(text, true));
        return breaker.lines;
    }

    static List<TextLine> linesAtSpaces(Typefaces typefaces, Rich text, double width) {
        LineBreaker breaker = new LineBreaker(typefaces, width);
        List<Word> words = words(text, false);
        boolean fits = words.stream().allMatch(word -> breaker.inkWidth(word) <= width + 1e-6);
        breaker.run(fits ? words : words(text, true));
        return breaker.lines;
    }

    /** A word, its runs and the spaces that end it; {@code hard}: the line ends after it. */
    private record Word(List<Rich.Run> runs, boolean hard) {}

    private static List<Word> words(Rich text, boolean hyphens) {
        List<Word> words = new ArrayList<>();
        List<Rich.Run> word = new ArrayList<>();
        for (Rich.Run run : text.runs()) {
            int start = 0;
            String s = run.text();
            for (int i = 0; i < s.length(); i++) {
                if (!breaksAfter(s, i) || (!hyphens && s.charAt(i) == '-')) {
                    continue;
                }
                boolean hard = s.charAt(i) == '\n';
                String part = s.substring(start, hard ? i : i + 1);
                if (!part.isEmpty()) {
                    word.add(new Rich.Run(part, run.style(), run.link()));
                }
                words.add(new Word(word, hard));
                word = new ArrayList<>();
                start = i + 1;
            }
            if (start < s.length()) {
                word.add(new Rich.Run(s.substring(start), run.style(), run.link()));
            }
        }
        words.add(new Word(word, false));
        return words;
    }

    private static boolean breaksAfter(String s, int i) {
        char c = s.charAt(i);
        if (c == '\n') {
            return true;
        }
        if (c == ' ') {
            return i + 1 == s.length() || s.charAt(i + 1) != ' ';
        }
        return c == '-' && i > 0 && i + 1 < s.length() && Character.isLetter(s.charAt(i - 1))
                && Character.isLetter(s.charAt(i + 1));
    }

    private void run(List<Word> words) {
        for (Word word : words) {
            if (x > 0 && x + inkWidth(word) > width + 1e-6) {
                endLine();
            }
            place(word);
            if (word.hard()) {
                endLine();
            }
        }
        if (!pieces.isEmpty() || lines.isEmpty()) {
            endLine();
        }
    }

    private double inkWidth(Word word) {
        double sum = 0;
        for (int i = 0; i < word.runs().size(); i++) {
            Rich.Run run = word.runs().get(i);
            boolean last = i == word.runs().size() - 1;
            sum += typefaces.width(last ? run.text().stripTrailing() : run.text(), run.style());
        }
        return sum;
    }

    private void place(Word word) {
        for (Rich.Run run : word.runs()) {
            String text = run.text();
            while (x == 0 && text.length() > 1 && typefaces.width(text.stripTrailing(), run.style()) > width + 1e-6) {
                int cut = longestPrefix(text, run.style());
                add(text.substring(0, cut), run);
                endLine();
                text = text.substring(cut);
            }
            add(text, run);
        }
    }

    private int longestPrefix(String text, Style style) {
        int cut = 1;
        while (cut + 1 < text.length() && typefaces.width(text.substring(0, cut + 1), style) <= width) {
            cut++;
        }
        return cut;
    }

    private void add(String text, Rich.Run run) {
        double advance = typefaces.width(text, run.style());
        if (!pieces.isEmpty()) {
            TextLine.Piece last = pieces.getLast();
            if (last.style().equals(run.style()) && java.util.Objects.equals(last.link(), run.link())) {
                pieces.set(
                        pieces.size() - 1,
                        new TextLine.Piece(
                                last.text() + text, last.style(), last.link(), last.x(), last.width() + advance));
                x += advance;
                return;
            }
        }
        pieces.add(new TextLine.Piece(text, run.style(), run.link(), x, advance));
        x += advance;
    }

    /** Spaces at the end of a line are kept in its text, so that words stay parted when it is read back. */
    private void endLine() {
        double ink = 0;
        if (!pieces.isEmpty()) {
            TextLine.Piece last = pieces.getLast();
            ink = last.x() + typefaces.width(last.text().stripTrailing(), last.style());
        }
        lines.add(new TextLine(pieces, ink));
        pieces = new ArrayList<>();
        x = 0;
    }
}
