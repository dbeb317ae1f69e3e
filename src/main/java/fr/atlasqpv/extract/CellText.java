package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Signs;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a cell as a reader sees it: its accents in one piece, its line breaks as spaces; and what is wrong with its signs,
 * told when it is read rather than found by the book that prints it.
 *
 * @param text what the cell says
 * @param fault what is wrong with it, null when nothing is
 */
record CellText(String text, Fault fault) {
    /** Longest text of a column that the edition maps; names of QPV have up to a hundred and fifty signs. */
    static final int LONGEST = 500;

    private static final char LOST = '\ufffd';
    private static final int C1_FIRST = 0x80;
    private static final int C1_LAST = 0x9f;
    /** How letters of UTF-8 look once they were taken for windows-1252, and written in UTF-8 again. */
    private static final Pattern TWICE_ENCODED = Pattern.compile(
            "\u00c3[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
                    + "|\u00c2[\u00a0-\u00ba\u00bc-\u00bf]|\u00e2\u20ac[\u0080-\u00bf\u0153\u2122\u0153\u02dc\u00a6]|\u00c5\u201c"
                    + "|\u00ef\u00bb\u00bf");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * What is wrong with a text.
     *
     * @param code kind of notice
     * @param stops whether the text cannot be used
     * @param message what was found and what to do
     */
    record Fault(NoticeCode code, boolean stops, String message) {}

    /** Reads a text; plain ones, which are nearly all, cost one look at each sign. */
    static CellText of(String read) {
        String text = Cell.clean(read);
        if (text.length() > LONGEST) {
            return new CellText(text.substring(0, LONGEST), new Fault(
                    NoticeCode.TEXTE_TROP_LONG, true,
                    "Ce texte a plus de " + LONGEST
                            + " signes\u00a0: un nom ou un code n’en a jamais autant. Corrigez la "
                            + "cellule, ou vérifiez que l’édition nomme la bonne colonne."));
        }
        if (plain(text)) {
            return new CellText(text, null);
        }
        String whole = Normalizer.normalize(text.replaceAll("[\\r\\n\\t]+", " "), Normalizer.Form.NFC);
        return new CellText(whole, fault(whole));
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static Fault fault(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            if (sign == LOST) {
                return new Fault(
                        NoticeCode.TEXTE_ABIME, true,
                        "Une lettre est perdue (signe U+FFFD)\u00a0: le fichier a été converti avec un mauvais charset. "
                                + "Reprenez-le chez son producteur.");
            }
            if (Signs.hidden(sign)) {
                return new Fault(NoticeCode.SIGNE_INVISIBLE, true, hidden(sign));
            }
        }
        Matcher twice = TWICE_ENCODED.matcher(text);
        if (twice.find()) {
            return new Fault(
                    NoticeCode.TEXTE_ABIME, false,
                    "Les accents de ce texte ont été encodés deux fois" + meant(twice)
                            + "\u00a0: réenregistrez le fichier en UTF-8 depuis l’original.");
        }
        return unprintable(text);
    }

    private static String hidden(int sign) {
        String name = "Ce texte contient un signe invisible (" + Signs.name(sign) + ")\u00a0: ";
        return sign >= C1_FIRST && sign <= C1_LAST
                ? name + "le fichier est sans doute en windows-1252, déclarez-le dans charset."
                : name + "ôtez-le de la cellule.";
    }

    /** The text before it was encoded twice, when it can be found back. */
    private static String meant(Matcher twice) {
        try {
            String meant = twice.replaceAll(letter -> Matcher.quoteReplacement(once(letter.group())));
            return ", sans doute pour «\u00a0" + meant + "\u00a0»";
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String once(String letter) {
        try {
            ByteBuffer bytes = WINDOWS.newEncoder().encode(CharBuffer.wrap(letter));
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Fault unprintable(String text) {
        return text.codePoints().filter(sign -> !PrintableSigns.has(sign)).mapToObj(sign -> new Fault(
                NoticeCode.SIGNE_NON_IMPRIMABLE, true,
                "Les polices du livre n’ont pas le signe «\u00a0" + Character.toString(sign) + "\u00a0» ("
                        + Signs.name(sign)
                        + ")\u00a0: remplacez-le."))
                .findFirst()
                .orElse(null);
    }
}
