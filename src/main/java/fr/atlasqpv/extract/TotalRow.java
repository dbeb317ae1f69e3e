package fr.atlasqpv.extract;

/** Rows that producers put among the territories to give their total. */
final class TotalRow {
    private TotalRow() {}

    /** Tells whether the cell of the code names a total: {@code Ensemble}, or {@code 00} since the 2021 vintage. */
    static boolean is(String code) {
        return code.equals("00") || code.regionMatches(true, 0, "ensemble", 0, 8);
    }
}
