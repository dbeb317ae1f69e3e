package fr.atlasqpv.indicator;

import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Indicators of the edition of 2022, for tests that need some of several forms. */
public final class Indicators2022 {
    private static final java.math.BigDecimal HUNDRED = java.math.BigDecimal.valueOf(100);
    private static final Set<Level> ALL = Set.of(Level.values());
    private static final Set<Level> KEY = Set.of(Level.DEP, Level.REG);
    private static final Set<Level> OWN = Set.of(Level.QPV);
    private static final Set<Perimeter> BOTH = Set.of(Perimeter.values());
    public static final Indicator POPULATION =
            new Indicator("population", new Form.Count(Measures2022.POPULATION), 0, ALL, BOTH);
    public static final Indicator JEUNES_0_14 =
            new Indicator("jeunes_0_14", new Form.Ratio(Measures2022.POP_0_14, Measures2022.POP_REF, HUNDRED), 1, ALL,
                    BOTH);
    public static final Indicator REUSSITE_BREVET = new Indicator("reussite_brevet",
            new Form.RatioNear(new Form.Establishments("collège", "public", List.of(), 300), Measures2022.BREVET_ADMIS,
                    Measures2022.BREVET_PRESENTS, HUNDRED),
            1, ALL, BOTH);
    public static final Indicator TAUX_PAUVRETE = new Indicator("taux_pauvrete",
            new Form.Ratio(Measures2022.PERSONNES_PAUVRES, Measures2022.PERSONNES, HUNDRED), 1, ALL, BOTH);
    public static final Indicator TAUX_EMPLOI_FEMMES = new Indicator("taux_emploi_femmes",
            new Form.Ratio(Measures2022.FEMMES_EMPLOI, Measures2022.FEMMES_15_64, HUNDRED), 1, ALL, BOTH);
    public static final Indicator TAUX_EMPLOI_HOMMES = new Indicator("taux_emploi_hommes",
            new Form.Ratio(Measures2022.HOMMES_EMPLOI, Measures2022.HOMMES_15_64, HUNDRED), 1, ALL, BOTH);
    public static final Indicator TAUX_VACANCE = new Indicator("taux_vacance",
            new Form.Ratio(Measures2022.LOGEMENTS_VACANTS, Measures2022.LOGEMENTS, HUNDRED), 1, ALL, BOTH);
    public static final Indicator PART_LOGEMENTS_SOCIAUX = new Indicator("part_logements_sociaux",
            new Form.Ratio(Measures2022.LOGEMENTS_SOCIAUX_OCCUPES, Measures2022.RESIDENCES_PRINCIPALES, HUNDRED), 1,
            ALL, BOTH);
    public static final Indicator NB_LOGEMENTS_SOCIAUX = new Indicator("nb_logements_sociaux",
            new Form.Count(Measures2022.LOGEMENTS_SOCIAUX), 0, Set.of(Level.QPV, Level.REG), BOTH);
    public static final Indicator NB_QPV =
            new Indicator("nb_qpv", new Form.Count(Measure.QPV), 0, KEY, Set.of(Perimeter.QPV));
    public static final Indicator PART_QPV_FRANCE = new Indicator("part_qpv_france",
            new Form.ShareOf(Measure.QPV, Form.Whole.FRANCE), 1, KEY, Set.of(Perimeter.QPV));
    public static final Indicator PART_POPULATION_QPV = new Indicator("part_population_qpv",
            new Form.ShareOf(Measures2022.POPULATION, Form.Whole.TERRITOIRE), 1, KEY, Set.of(Perimeter.QPV));
    public static final Indicator TYPOLOGIE_CADRE_VIE =
            new Indicator("typologie_cadre_vie", new Form.Code(), 0, OWN, BOTH);
    public static final Indicator TYPOLOGIE_COHESION =
            new Indicator("typologie_cohesion", new Form.Code(), 0, OWN, BOTH);
    public static final Indicator TYPOLOGIE_EMPLOI = new Indicator("typologie_emploi", new Form.Code(), 0, OWN, BOTH);
    public static final Indicator COLLEGES_PUBLICS = new Indicator("colleges_publics",
            new Form.Near(new Form.Establishments("collège", "public", List.of(), 300)), 0, OWN, BOTH);
    public static final Indicator COLLEGES_REP = new Indicator("colleges_rep",
            new Form.Near(new Form.Establishments("collège", "public", List.of("REP"), 300)), 0, OWN, BOTH);
    public static final Indicator COLLEGES_REP_PLUS = new Indicator("colleges_rep_plus",
            new Form.Near(new Form.Establishments("collège", "public", List.of("REP+"), 300)), 0, OWN, BOTH);
    public static final Indicator CITES_EDUCATIVES =
            new Indicator("cites_educatives", new Form.Listed(Form.Says.NUMBER), 0, OWN, BOTH);
    public static final Indicator EMPLOIS_FRANCS =
            new Indicator("emplois_francs", new Form.Listed(Form.Says.NUMBER), 0, OWN, BOTH);
    public static final Indicator CITES_EMPLOI =
            new Indicator("cites_emploi", new Form.Listed(Form.Says.BELONGS), 0, OWN, BOTH);
    public static final Indicator ZFU = new Indicator("zfu", new Form.Listed(Form.Says.BELONGS), 0, OWN, BOTH);
    public static final Indicator NPNRU = new Indicator("npnru", new Form.Listed(Form.Says.CODE), 0, OWN, BOTH);
    public static final Indicator QRR = new Indicator("qrr", new Form.Listed(Form.Says.BELONGS), 0, OWN, BOTH);
    private static final List<Indicator> ALL_OF_THEM =
            List.of(POPULATION, JEUNES_0_14, REUSSITE_BREVET, TAUX_PAUVRETE, TAUX_EMPLOI_FEMMES, TAUX_EMPLOI_HOMMES,
                    TAUX_VACANCE, PART_LOGEMENTS_SOCIAUX, NB_LOGEMENTS_SOCIAUX, NB_QPV, PART_QPV_FRANCE,
                    PART_POPULATION_QPV, TYPOLOGIE_CADRE_VIE, TYPOLOGIE_COHESION, TYPOLOGIE_EMPLOI, COLLEGES_PUBLICS,
                    COLLEGES_REP, COLLEGES_REP_PLUS, CITES_EDUCATIVES, EMPLOIS_FRANCS, CITES_EMPLOI, ZFU, NPNRU, QRR);

    /** All of them, in the order of the edition file of before. */
    public static List<Indicator> values() {
        return ALL_OF_THEM;
    }

    /** The one with this identifier. */
    public static Optional<Indicator> of(String id) {
        return ALL_OF_THEM.stream().filter(i -> i.id().equals(id)).findFirst();
    }

    /** Those of every level. */
    public static List<Indicator> chapterIndicators() {
        return ALL_OF_THEM.stream().filter(i -> i.levels().equals(ALL)).toList();
    }

    private Indicators2022() {}
}
