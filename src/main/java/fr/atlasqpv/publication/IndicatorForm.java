package fr.atlasqpv.publication;

import fr.atlasqpv.indicator.Indicator;

/** Names in French of the forms of a published value, the same in the workbook and in the data package. */
public final class IndicatorForm {
    private IndicatorForm() {}

    /** {@code nombre}, {@code taux}, {@code valeur}, {@code 1 ou 0} or {@code code}. */
    public static String of(Indicator indicator) {
        return switch (indicator.kind()) {
            case COUNT -> "nombre";
            case RATE -> "taux";
            case FIGURE -> "valeur";
            case FLAG -> "1 ou 0";
            case CODE -> "code";
        };
    }
}
