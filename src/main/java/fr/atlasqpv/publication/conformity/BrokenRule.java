package fr.atlasqpv.publication.conformity;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A rule of a standard that a PDF breaks, once however often it does.
 *
 * @param standard which standard
 * @param clause clause of the standard, such as {@code 7.3}; empty when the file is no PDF at all
 * @param test number of the test of that clause, from 1; 0 when the file is no PDF at all
 * @param message what the validator says of it, in English
 * @param place first place, as a path through the objects of the PDF; empty when unknown
 * @param times how often it is broken, at least 1
 */
public record BrokenRule(Standard standard, String clause, int test, String message, String place, int times) {
    private static final Pattern PAGE = Pattern.compile("/pages\\[(\\d+)]");

    /** The rule that a file breaks when no PDF can be read from it. */
    static BrokenRule unreadable(Standard standard, String message) {
        return new BrokenRule(standard, "", 0, message, "", 1);
    }

    /** Page of the first place, from 1; empty when the place does not lie on a page, as an element of the structure. */
    public OptionalInt page() {
        Matcher page = PAGE.matcher(place);
        return page.find() ? OptionalInt.of(Integer.parseInt(page.group(1)) + 1) : OptionalInt.empty();
    }
}
