package fr.atlasqpv.sample;

import fr.atlasqpv.indicator.Measure;

/** A printed rate, its column in the transcriptions, and the counts whose ratio it is. */
enum Rate {
    JEUNES("jeunes_0_14", Measure.POP_0_14, Measure.POP_REF),
    BREVET("brevet", Measure.BREVET_ADMIS, Measure.BREVET_PRESENTS),
    PAUVRETE("pauvrete", Measure.PERSONNES_PAUVRES, Measure.PERSONNES),
    EMPLOI_FEMMES("emploi_femmes", Measure.FEMMES_EMPLOI, Measure.FEMMES_15_64),
    EMPLOI_HOMMES("emploi_hommes", Measure.HOMMES_EMPLOI, Measure.HOMMES_15_64),
    VACANCE("vacance", Measure.LOGEMENTS_VACANTS, Measure.LOGEMENTS),
    PART_SOCIALE("part_sociale", Measure.LOGEMENTS_SOCIAUX_OCCUPES, Measure.RESIDENCES_PRINCIPALES);

    /** Half of the last printed digit, less a margin: a ratio this close to the print rounds to it. */
    static final double TOLERANCE = 0.044;

    private final String column;
    private final Measure numerator;
    private final Measure denominator;

    Rate(String column, Measure numerator, Measure denominator) {
        this.column = column;
        this.numerator = numerator;
        this.denominator = denominator;
    }

    String column() {
        return column;
    }

    Measure numerator() {
        return numerator;
    }

    Measure denominator() {
        return denominator;
    }
}
