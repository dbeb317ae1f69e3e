package fr.atlasqpv.extract;

import java.text.Normalizer;
import java.util.Locale;

/** Words and codes of the bases of the DEPP, which change case and accents from one base to the next. */
final class SchoolWords {
    private SchoolWords() {}

    /** Capitals without accents: {@code Collège} and {@code COLLEGE} are the same word. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toUpperCase(Locale.ROOT);
    }

    /** Identifier of an establishment (UAI): seven digits and a letter. */
    static String uai(Row row, Column column) {
        String code = row.required(column).toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches("[0-9]{3}[0-9]{4}[A-Z]")) {
            row.fault(column, NoticeCode.CODE_INVALIDE, "On attend un UAI\u00a0: sept chiffres et une lettre.", code);
        }
        return code;
    }
}
