package fr.atlasqpv.indicator;

import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An indicator of an edition: how it is computed and where it is published. Two indicators with one identifier are the same
 * indicator. Labels, vintages and sources are what the books say of it ({@code release.IndicatorNotice}).
 *
 * @param id identifier in every file: edition, tidy CSV, workbook
 * @param form how it is computed and aggregated
 * @param decimals decimals printed
 * @param levels levels at which it is published
 * @param perimeters whom it counts above the QPV
 */
public record Indicator(String id, Form form, int decimals, Set<Level> levels, Set<Perimeter> perimeters)
        implements Comparable<Indicator> {

    // LEGACY
    private static final java.math.BigDecimal HUNDRED = java.math.BigDecimal.valueOf(100);
    private static final Set<Level> ALL = Set.of(Level.values());
    private static final Set<Level> KEY = Set.of(Level.DEP, Level.REG);
    private static final Set<Level> OWN = Set.of(Level.QPV);
    private static final Set<Perimeter> BOTH = Set.of(Perimeter.values());
    public static final Indicator POPULATION =
            new Indicator("population", new Form.Count(Measure.POPULATION), 0, ALL, BOTH);
    public static final Indicator JEUNES_0_14 =
            new Indicator("jeunes_0_14", new Form.Ratio(Measure.POP_0_14, Measure.POP_REF, HUNDRED), 1, ALL, BOTH);
    public static final Indicator REUSSITE_BREVET = new Indicator("reussite_brevet",
            new Form.RatioNear(new Form.Establishments("collège", "public", List.of(), 300), Measure.BREVET_ADMIS,
                    Measure.BREVET_PRESENTS, HUNDRED),
            1, ALL, BOTH);
    public static final Indicator TAUX_PAUVRETE = new Indicator("taux_pauvrete",
            new Form.Ratio(Measure.PERSONNES_PAUVRES, Measure.PERSONNES, HUNDRED), 1, ALL, BOTH);
    public static final Indicator TAUX_EMPLOI_FEMMES = new Indicator("taux_emploi_femmes",
            new Form.Ratio(Measure.FEMMES_EMPLOI, Measure.FEMMES_15_64, HUNDRED), 1, ALL, BOTH);
    public static final Indicator TAUX_EMPLOI_HOMMES = new Indicator("taux_emploi_hommes",
            new Form.Ratio(Measure.HOMMES_EMPLOI, Measure.HOMMES_15_64, HUNDRED), 1, ALL, BOTH);
    public static final Indicator TAUX_VACANCE = new Indicator("taux_vacance",
            new Form.Ratio(Measure.LOGEMENTS_VACANTS, Measure.LOGEMENTS, HUNDRED), 1, ALL, BOTH);
    public static final Indicator PART_LOGEMENTS_SOCIAUX = new Indicator("part_logements_sociaux",
            new Form.Ratio(Measure.LOGEMENTS_SOCIAUX_OCCUPES, Measure.RESIDENCES_PRINCIPALES, HUNDRED), 1, ALL, BOTH);
    public static final Indicator NB_LOGEMENTS_SOCIAUX = new Indicator("nb_logements_sociaux",
            new Form.Count(Measure.LOGEMENTS_SOCIAUX), 0, Set.of(Level.QPV, Level.REG), BOTH);
    public static final Indicator NB_QPV =
            new Indicator("nb_qpv", new Form.Count(Measure.QPV), 0, KEY, Set.of(Perimeter.QPV));
    public static final Indicator PART_QPV_FRANCE = new Indicator("part_qpv_france",
            new Form.ShareOf(Measure.QPV, Form.Whole.FRANCE), 1, KEY, Set.of(Perimeter.QPV));
    public static final Indicator PART_POPULATION_QPV = new Indicator("part_population_qpv",
            new Form.ShareOf(Measure.POPULATION, Form.Whole.TERRITOIRE), 1, KEY, Set.of(Perimeter.QPV));
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
    private static final List<Indicator> LEGACY =
            List.of(POPULATION, JEUNES_0_14, REUSSITE_BREVET, TAUX_PAUVRETE, TAUX_EMPLOI_FEMMES, TAUX_EMPLOI_HOMMES,
                    TAUX_VACANCE, PART_LOGEMENTS_SOCIAUX, NB_LOGEMENTS_SOCIAUX, NB_QPV, PART_QPV_FRANCE,
                    PART_POPULATION_QPV, TYPOLOGIE_CADRE_VIE, TYPOLOGIE_COHESION, TYPOLOGIE_EMPLOI, COLLEGES_PUBLICS,
                    COLLEGES_REP, COLLEGES_REP_PLUS, CITES_EDUCATIVES, EMPLOIS_FRANCS, CITES_EMPLOI, ZFU, NPNRU, QRR);

    public static List<Indicator> values() {
        return LEGACY;
    }

    public static Indicator valueOf(String name) {
        return of(name.toLowerCase(java.util.Locale.ROOT)).orElseThrow();
    }

    public static Optional<Indicator> of(String id) {
        return LEGACY.stream().filter(i -> i.id.equals(id)).findFirst();
    }

    public static List<Indicator> chapterIndicators() {
        return LEGACY.stream().filter(Indicator::chapter).toList();
    }

    public boolean chapter() {
        return levels.equals(ALL);
    }

    public boolean keyFigure() {
        return levels.equals(KEY);
    }
    // END LEGACY

    /** Kind of the published value. */
    public enum Kind {
        /** A number of units. */
        COUNT,
        /** A ratio of two counts. */
        RATE,
        /** A number that is neither: median, index, change. */
        FIGURE,
        /** 1 or 0. */
        FLAG,
        /** A code of a dictionary, or nothing. */
        CODE
    }

    /** @throws NullPointerException when a component is null */
    public Indicator {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(form, "form");
        levels = Set.copyOf(levels);
        perimeters = Set.copyOf(perimeters);
    }

    /** Kind of the published value. */
    public Kind kind() {
        return switch (form) {
            case Form.Count c -> Kind.COUNT;
            case Form.Near n -> Kind.COUNT;
            case Form.Ratio r -> Kind.RATE;
            case Form.RatioNear r -> Kind.RATE;
            case Form.ShareOf s -> Kind.RATE;
            case Form.Delivered d -> Kind.FIGURE;
            case Form.Change c -> Kind.FIGURE;
            case Form.Code c -> Kind.CODE;
            case Form.Listed list -> switch (list.says()) {
                case BELONGS -> Kind.FLAG;
                case NUMBER -> Kind.COUNT;
                case CODE -> Kind.CODE;
            };
        };
    }

    /** The measure counted, or the numerator of the ratio; empty for other forms. */
    public Optional<Measure> numerator() {
        return switch (form) {
            case Form.Count count -> Optional.of(count.measure());
            case Form.Ratio ratio -> Optional.of(ratio.numerator());
            case Form.RatioNear ratio -> Optional.of(ratio.numerator());
            case Form.ShareOf share -> Optional.of(share.measure());
            default -> Optional.empty();
        };
    }

    /** Denominator of the ratio; empty for other forms. */
    public Optional<Measure> denominator() {
        return switch (form) {
            case Form.Ratio ratio -> Optional.of(ratio.denominator());
            case Form.RatioNear ratio -> Optional.of(ratio.denominator());
            case Form.ShareOf share -> Optional.of(share.measure());
            default -> Optional.empty();
        };
    }

    /** Measures that its form names. */
    public List<Measure> measures() {
        return switch (form) {
            case Form.Delivered delivered -> Optional.ofNullable(delivered.base()).stream().toList();
            default -> java.util.stream.Stream.concat(numerator().stream(), denominator().stream()).distinct().toList();
        };
    }

    /** What the quotient of a ratio is multiplied by; 100 for other forms. */
    public java.math.BigDecimal scale() {
        return switch (form) {
            case Form.Ratio ratio -> ratio.scale();
            case Form.RatioNear ratio -> ratio.scale();
            default -> java.math.BigDecimal.valueOf(100);
        };
    }

    /** Tells whether it is the part of a whole, in per cent: never above 100. */
    public boolean share() {
        return kind() == Kind.RATE && scale().compareTo(java.math.BigDecimal.valueOf(100)) == 0;
    }

    /** Establishments that it looks for; empty for other forms. */
    public Optional<Form.Establishments> establishments() {
        return switch (form) {
            case Form.Near near -> Optional.of(near.which());
            case Form.RatioNear ratio -> Optional.of(ratio.which());
            default -> Optional.empty();
        };
    }

    /** Tells whether the figure of a territory rests on the sums of its parts. */
    public boolean additive() {
        return form instanceof Form.Count || form instanceof Form.Ratio;
    }

    /** Tells whether the cell exists in the books; a QPV has only its own inhabitants. */
    public boolean exists(Level level, Perimeter perimeter) {
        return levels.contains(level)
                && (level == Level.QPV ? perimeter == Perimeter.QPV : perimeters.contains(perimeter));
    }

    @Override
    public int compareTo(Indicator other) {
        return id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Indicator indicator && indicator.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
