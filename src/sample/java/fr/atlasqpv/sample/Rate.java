package fr.atlasqpv.sample;

import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;

/** A printed rate, its column in the transcriptions, and the counts whose ratio it is. */
enum Rate {
    JEUNES("jeunes_0_14", Measures2022.POP_0_14, Measures2022.POP_REF),
    BREVET("brevet", Measures2022.BREVET_ADMIS, Measures2022.BREVET_PRESENTS),
    PAUVRETE("pauvrete", Measures2022.PERSONNES_PAUVRES, Measures2022.PERSONNES),
    EMPLOI_FEMMES("emploi_femmes", Measures2022.FEMMES_EMPLOI, Measures2022.FEMMES_15_64),
    EMPLOI_HOMMES("emploi_hommes", Measures2022.HOMMES_EMPLOI, Measures2022.HOMMES_15_64),
    VACANCE("vacance", Measures2022.LOGEMENTS_VACANTS, Measures2022.LOGEMENTS),
    PART_SOCIALE("part_sociale", Measures2022.LOGEMENTS_SOCIAUX_OCCUPES, Measures2022.RESIDENCES_PRINCIPALES);

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
