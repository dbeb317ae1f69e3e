package fr.atlasqpv.publication;

import java.util.List;

/** Labels that a spreadsheet would run. */
public final class Formulas {
    /** One per way in. */
    public static final List<String> LABELS = List.of(
            "=HYPERLINK(\"http://example.org\";\"x\")",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(1;2)",
            "\t=1+1",
            "'=deja",
            "=A1\n=B2");

    private Formulas() {}
}
