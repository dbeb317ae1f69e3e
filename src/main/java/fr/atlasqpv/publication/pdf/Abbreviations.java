package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Role;
import fr.atlasqpv.publication.pdf.tagged.Style;
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
    private static final Terms LOOK =
            new Terms(Style.of(Weight.SEMIBOLD, 8.5, Palette.TEAL), 17, COLUMN, TypeScale.leading(11.5), 1.3);
    private static final Style MEANING = Style.of(Weight.REGULAR, 8.5, Palette.INK);

    private final Composition composition;
    private final List<Terms.Term> entries = new ArrayList<>();

    Abbreviations(Composition composition) {
        this.composition = composition;
        String words = words();
        for (String line : composition.edition().text("abbreviations").split("\\R")) {
            int colon = line.indexOf(" : ");
            if (line.startsWith("- ") && colon > 0 && used(line.substring(2, colon), words)) {
                entries.add(new Terms.Term(line.substring(2, colon).strip(),
                        Rich.of(French.typeset(line.substring(colon + 2).strip()), MEANING)));
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

    /** How many entries the first column holds, so that both are about as tall. */
    private int firstColumn() {
        int count = 0;
        while (height(entries.subList(0, count)) < height(entries) / 2) {
            count++;
        }
        return count;
    }

    private double height(List<Terms.Term> column) {
        return LOOK.height(composition.type(), column);
    }

    double height() {
        return empty() ? 0 : HEAD + height(entries.subList(0, firstColumn()));
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
        LOOK.draw(page, list, entries.subList(0, firstColumn()), x, top + HEAD);
        LOOK.draw(page, list, entries.subList(firstColumn(), entries.size()), x + STEP, top + HEAD);
    }
}
