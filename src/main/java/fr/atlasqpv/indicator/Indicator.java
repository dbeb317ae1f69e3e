package fr.atlasqpv.indicator;

import static fr.atlasqpv.indicator.Indicator.Kind.CODE;
import static fr.atlasqpv.indicator.Indicator.Kind.COUNT;
import static fr.atlasqpv.indicator.Indicator.Kind.FLAG;
import static fr.atlasqpv.indicator.Indicator.Kind.RATE;

import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An indicator of the atlas: what is divided by what, and at which levels it is published. Labels, vintages, sources and
 * rules belong to the edition; the formula belongs here.
 */
public enum Indicator {
    /** Municipal population. */
    POPULATION("population", COUNT, Measure.POPULATION, null, Scope.CHAPTER),
    /** Share of persons aged 0 to 14. */
    JEUNES_0_14("jeunes_0_14", RATE, Measure.POP_0_14, Measure.POP_REF, Scope.CHAPTER),
    /** Success rate at the brevet of the public collèges at 300 m or less. */
    REUSSITE_BREVET("reussite_brevet", RATE, Measure.BREVET_ADMIS, Measure.BREVET_PRESENTS, Scope.CHAPTER),
    /** Poverty rate at 60 % of the median standard of living. */
    TAUX_PAUVRETE("taux_pauvrete", RATE, Measure.PERSONNES_PAUVRES, Measure.PERSONNES, Scope.CHAPTER),
    /** Employment rate of women aged 15 to 64. */
    TAUX_EMPLOI_FEMMES("taux_emploi_femmes", RATE, Measure.FEMMES_EMPLOI, Measure.FEMMES_15_64, Scope.CHAPTER),
    /** Employment rate of men aged 15 to 64. */
    TAUX_EMPLOI_HOMMES("taux_emploi_hommes", RATE, Measure.HOMMES_EMPLOI, Measure.HOMMES_15_64, Scope.CHAPTER),
    /** Share of vacant dwellings. */
    TAUX_VACANCE("taux_vacance", RATE, Measure.LOGEMENTS_VACANTS, Measure.LOGEMENTS, Scope.CHAPTER),
    /** Share of occupied social dwellings among main residences. */
    PART_LOGEMENTS_SOCIAUX(
            "part_logements_sociaux",
            RATE,
            Measure.LOGEMENTS_SOCIAUX_OCCUPES,
            Measure.RESIDENCES_PRINCIPALES,
            Scope.CHAPTER),
    /** Number of social dwellings. */
    NB_LOGEMENTS_SOCIAUX("nb_logements_sociaux", COUNT, Measure.LOGEMENTS_SOCIAUX, null, Scope.QPV_AND_REGION),
    /** Number of QPV (key figure). */
    NB_QPV("nb_qpv", COUNT, Measure.NB_QPV, null, Scope.KEY_FIGURE),
    /** Share of the QPV of metropolitan France (key figure). */
    PART_QPV_FRANCE("part_qpv_france", RATE, Measure.NB_QPV, Measure.NB_QPV, Scope.KEY_FIGURE),
    /** Share of inhabitants living in a QPV (key figure). */
    PART_POPULATION_QPV("part_population_qpv", RATE, Measure.POPULATION, Measure.POPULATION, Scope.KEY_FIGURE),
    /** Typology “cadre de vie”. */
    TYPOLOGIE_CADRE_VIE("typologie_cadre_vie", CODE, null, null, Scope.QPV_ONLY),
    /** Typology “cohésion sociale”. */
    TYPOLOGIE_COHESION("typologie_cohesion", CODE, null, null, Scope.QPV_ONLY),
    /** Typology “emploi”. */
    TYPOLOGIE_EMPLOI("typologie_emploi", CODE, null, null, Scope.QPV_ONLY),
    /** Public collèges at 300 m or less. */
    COLLEGES_PUBLICS("colleges_publics", COUNT, Measure.COLLEGES, null, Scope.QPV_ONLY),
    /** Of which REP. */
    COLLEGES_REP("colleges_rep", COUNT, Measure.COLLEGES_REP, null, Scope.QPV_ONLY),
    /** Of which REP+. */
    COLLEGES_REP_PLUS("colleges_rep_plus", COUNT, Measure.COLLEGES_REP_PLUS, null, Scope.QPV_ONLY),
    /** Cités éducatives that the neighbourhood belongs to (may be two). */
    CITES_EDUCATIVES("cites_educatives", COUNT, null, null, Scope.QPV_ONLY),
    /** Accepted applications for emplois francs. */
    EMPLOIS_FRANCS("emplois_francs", COUNT, null, null, Scope.QPV_ONLY),
    /** Cité de l'emploi. */
    CITES_EMPLOI("cites_emploi", FLAG, null, null, Scope.QPV_ONLY),
    /** Zone franche urbaine. */
    ZFU("zfu", FLAG, null, null, Scope.QPV_ONLY),
    /** New urban renewal programme: QIN (national interest) or QIR (regional interest). */
    NPNRU("npnru", CODE, null, null, Scope.QPV_ONLY),
    /** Quartier de reconquête républicaine. */
    QRR("qrr", FLAG, null, null, Scope.QPV_ONLY);

    /** Form of the published value. */
    public enum Kind {
        /** An integer. */
        COUNT,
        /** A share in per cent, one decimal. */
        RATE,
        /** 1 or 0. */
        FLAG,
        /** A code of a dictionary, or nothing. */
        CODE
    }

    private enum Scope {
        CHAPTER,
        QPV_AND_REGION,
        KEY_FIGURE,
        QPV_ONLY
    }

    private final String id;
    private final Kind kind;
    private final Measure numerator;
    private final Measure denominator;
    private final Scope scope;

    Indicator(String id, Kind kind, Measure numerator, Measure denominator, Scope scope) {
        this.id = id;
        this.kind = kind;
        this.numerator = numerator;
        this.denominator = denominator;
        this.scope = scope;
    }

    /** Identifier in every file: edition, tidy CSV, workbook. */
    public String id() {
        return id;
    }

    /** Form of the published value. */
    public Kind kind() {
        return kind;
    }

    /** Number of decimals printed: one for a rate, none otherwise. */
    public int decimals() {
        return kind == RATE ? 1 : 0;
    }

    /** The count published, or the numerator of the rate; empty for flags, codes and lists by QPV. */
    public Optional<Measure> numerator() {
        return Optional.ofNullable(numerator);
    }

    /** Denominator of the rate. */
    public Optional<Measure> denominator() {
        return Optional.ofNullable(denominator);
    }

    /** Tells whether it is one of the eight indicators of the chapters, published at every level. */
    public boolean chapter() {
        return scope == Scope.CHAPTER;
    }

    /** Tells whether it is a key figure of the maps of regions and départements. */
    public boolean keyFigure() {
        return scope == Scope.KEY_FIGURE;
    }

    /**
     * Tells whether the cell exists in the books ({@code indicators.md}, “Which cells exist”): the eight chapter
     * indicators above the QPV in both perimeters; all but the key figures for a QPV in perimeter QPV; the number of
     * social dwellings also for the region; the key figures for département and region in perimeter QPV.
     */
    public boolean exists(Level level, Perimeter perimeter) {
        return switch (level) {
            case QPV -> perimeter == Perimeter.QPV && scope != Scope.KEY_FIGURE;
            case FRANCE, EPCI -> scope == Scope.CHAPTER;
            case DEP -> scope == Scope.CHAPTER || (scope == Scope.KEY_FIGURE && perimeter == Perimeter.QPV);
            case REG -> scope == Scope.CHAPTER
                    || scope == Scope.QPV_AND_REGION
                    || (scope == Scope.KEY_FIGURE && perimeter == Perimeter.QPV);
        };
    }

    /** The eight indicators of the chapters, in printed order. */
    public static List<Indicator> chapterIndicators() {
        return Arrays.stream(values()).filter(Indicator::chapter).toList();
    }

    /** Finds an indicator by its identifier. */
    public static Optional<Indicator> of(String id) {
        return Arrays.stream(values()).filter(i -> i.id.equals(id)).findFirst();
    }
}
