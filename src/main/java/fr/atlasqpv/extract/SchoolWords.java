package fr.atlasqpv.extract;

import java.util.Locale;

/** Codes of the bases of the DEPP. */
final class SchoolWords {
    private SchoolWords() {}

    /** Identifier of an establishment (UAI): seven digits and a letter. */
    static String uai(Row row, Column column) {
        String code = row.required(column).toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !code.matches("[0-9]{3}[0-9]{4}[A-Z]")) {
            row.fault(column, NoticeCode.CODE_INVALIDE, "On attend un UAI\u00a0: sept chiffres et une lettre.", code);
        }
        return code;
    }
}
