package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Pen;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.TextLine;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The abbreviations that the book uses, as its edition explains them, in two columns: readers of maps are not all of the trade. */
final class Abbreviations {
    static final String TITLE = "Sigles";

    private static final double HEAD = TypeScale.H2_LEADING + 2;
    private static final double COLUMN = 84;
    private static final double STEP = 93;
    private static final double SIGN = 17;
    private static final double GAP = 1.3;
    private static final double LEADING = TypeScale.leading(11.5);
    private static final Style NAME = Style.of(Weight.SEMIBOLD, 8.5, Palette.TEAL);
    private static final Style MEANING = Style.of(Weight.REGULAR, 8.5, Palette.INK);

    private final Composition composition;
    private final List<Entry> entries = new ArrayList<>();

    /** An abbreviation and what it stands for. */
    private record Entry(String name, String meaning) {}

    Abbreviations(Composition composition) {
        this.composition = composition;
        String words = words();
        for (String line : composition.edition().text("abbreviations").split("\\R")) {
            int colon = line.indexOf(" : ");
            if (line.startsWith("- ") && colon > 0 && used(line.substring(2, colon), words)) {
                entries.add(new Entry(line.substring(2, colon).strip(), line.substring(colon + 2).strip()));
            }
        }
    }

    /** What the book says besides them. */
    private String words() {
        StringBuilder words = new StringBuilder("QPV EPCI ");
        composition.edition().indicators().stream().filter(notice -> composition.known(notice.indicator()))
                .forEach(n -> words
                        .append(String.join(" ", n.label(), n.shortLabel(), n.definition(), n.unit(), n.source(),
                                n.millesime(), n.rule(), "")));
        composition.edition().typologies().values().forEach(labels -> words.append(labels).append(' '));
        composition.edition().sources().forEach(
                s -> words.append(String.join(" ", s.label(), s.producer(), s.millesime(), "")));
        composition.edition().texts()
                .forEach((key, text) -> words.append(key.equals("abbreviations") ? "" : text + " "));
        composition.atlas().territories().forEach(territory -> words.append(territory.label()).append(' '));
        return words.toString();
    }

    private static boolean used(String names, String words) {
        return Stream.of(names.split(",")).anyMatch(name -> Pattern
                .compile("(?<![\\p{L}\\d])" + Pattern.quote(name.strip()) + "(?![\\p{L}\\d])").matcher(words).find());
    }

    boolean empty() {
        return entries.isEmpty();
    }

    private List<TextLine> lines(Entry entry) {
        return composition.type().broken(Rich.of(French.typeset(entry.meaning()), MEANING), COLUMN - SIGN);
    }

    private double height(Entry entry) {
        return lines(entry).size() * LEADING + GAP;
    }

    /** How many entries the first column holds, so that both are about as tall. */
    private int firstColumn() {
        double half = entries.stream().mapToDouble(this::height).sum() / 2;
        double y = 0;
        int count = 0;
        while (count < entries.size() && y < half) {
            y += height(entries.get(count++));
        }
        return count;
    }

    double height() {
        return entries.isEmpty() ? 0
                : HEAD + entries.subList(0, firstColumn()).stream().mapToDouble(this::height).sum();
    }

    void draw(Page page, Element section, double top) {
        if (entries.isEmpty()) {
            return;
        }
        double x = Frame.left(page);
        page.destination(Anchors.ABBREVIATIONS, top);
        page.bookmark(1, TITLE, top);
        page.heading(section, Role.H2, Rich.of(TITLE, TypeScale.H2), x, Headings.h2Baseline(top));
        Element list = section.child(Role.L);
        column(page, list, entries.subList(0, firstColumn()), x, top + HEAD);
        column(page, list, entries.subList(firstColumn(), entries.size()), x + STEP, top + HEAD);
    }

    private void column(Page page, Element list, List<Entry> column, double x, double top) {
        double y = top;
        for (Entry entry : column) {
            Element item = list.child(Role.LI);
            page.pen(item.child(Role.LBL)).text(entry.name() + " ", NAME, x, y + Pen.baselineIn(LEADING, NAME.size()));
            y = page.pen(item.child(Role.LBODY)).lines(lines(entry), x + SIGN, y, LEADING) + GAP;
        }
    }
}
