package fr.atlasqpv.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Form.Establishments;
import fr.atlasqpv.indicator.Form.Says;
import fr.atlasqpv.indicator.Form.Whole;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentInput;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Epci;
import fr.atlasqpv.territory.Establishment;
import fr.atlasqpv.territory.Frames;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Qpv;
import fr.atlasqpv.territory.QpvShare;
import fr.atlasqpv.territory.Region;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every form of indicator on four quartiers: Q1 and Q2 in the EPCI A, Q3 in B, both in the département 59; Q4 in C, in 62.
 * Q1, Q2, Q3 and Q4 each lie in a commune of their own. The expected figures are worked out by hand.
 */
class FormsTest {
    private static final Map<String, Measure> MEASURES = new LinkedHashMap<>();
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<Measure, Map<String, BigDecimal>> communes = new TreeMap<>();
    private final Map<Measure, Map<String, BigDecimal>> qpv = new TreeMap<>();
    private final Map<CellKey, BigDecimal> references = new HashMap<>();

    static {
        for (String id : List.of("habitants", "naissances", "menages", "seuls", "menages_avant", "seuls_avant",
                "presents",
                "admis")) {
            MEASURES.put(id, new Measure(id, id, "unités", false));
        }
    }

    private static Measure of(String id) {
        return MEASURES.get(id);
    }

    private static Indicator everywhere(String id, Form form) {
        return new Indicator(id, form, 1, Set.of(Level.values()), Set.of(Perimeter.values()));
    }

    private static Indicator ofQpv(String id, Form form) {
        return new Indicator(id, form, 1, Set.of(Level.QPV), Set.of(Perimeter.QPV));
    }

    private static Form ratio(String numerator, String denominator, int scale) {
        return new Form.Ratio(of(numerator), of(denominator), BigDecimal.valueOf(scale));
    }

    private static final Indicator HABITANTS = everywhere("habitants", new Form.Count(of("habitants")));
    private static final Indicator SEULS = everywhere("part_seuls", ratio("seuls", "menages", 100));
    private static final Indicator SEULS_AVANT =
            everywhere("part_seuls_avant", ratio("seuls_avant", "menages_avant", 100));
    private static final Indicator MENAGES = everywhere("menages", new Form.Count(of("menages")));
    private static final Indicator MENAGES_AVANT = everywhere("menages_avant", new Form.Count(of("menages_avant")));
    private static final Indicator REVENU = everywhere("revenu", new Form.Delivered(null));
    private static final Establishments LYCEES = new Establishments("lycée", "", List.of(), 1000);
    private static final List<Indicator> INDICATORS = List.of(
            everywhere("evolution", new Form.Change(MENAGES_AVANT, MENAGES, true)),
            everywhere("ecart", new Form.Change(SEULS_AVANT, SEULS, false)),
            HABITANTS, SEULS, SEULS_AVANT, MENAGES, MENAGES_AVANT, REVENU,
            everywhere("natalite", ratio("naissances", "habitants", 1000)),
            everywhere("taille", ratio("habitants", "menages", 1)),
            everywhere("part_habitants", new Form.ShareOf(of("habitants"), Whole.TERRITOIRE)),
            everywhere("part_france", new Form.ShareOf(of("habitants"), Whole.FRANCE)),
            everywhere("part_quartiers", new Form.ShareOf(Measure.QPV, Whole.FRANCE)),
            everywhere("publics_300", new Form.Near(new Establishments("collège", "public", List.of(), 300))),
            everywhere("publics_1000", new Form.Near(new Establishments("collège", "public", List.of(), 1000))),
            everywhere("labellises", new Form.Near(new Establishments("collège", "", List.of("REP", "REP+"), 1000))),
            everywhere("lycees", new Form.Near(LYCEES)),
            everywhere("reussite", new Form.RatioNear(LYCEES, of("admis"), of("presents"), HUNDRED)),
            ofQpv("membre", new Form.Listed(Says.BELONGS)),
            ofQpv("nombre", new Form.Listed(Says.NUMBER)),
            ofQpv("sigle", new Form.Listed(Says.CODE)),
            ofQpv("classe", new Form.Code()));

    private static Indicator indicator(String id) {
        return INDICATORS.stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
    }

    private static Map<String, BigDecimal> values(List<String> codes, Integer... values) {
        Map<String, BigDecimal> map = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                map.put(codes.get(i), BigDecimal.valueOf(values[i]));
            }
        }
        return map;
    }

    private void count(String measure, Integer... values) {
        qpv.put(of(measure), values(List.of("Q1", "Q2", "Q3", "Q4"), values));
    }

    private void countAll(String measure, Integer... values) {
        communes.put(of(measure), values(List.of("59001", "59002", "59003", "62001"), values));
    }

    private RawCell cell(String indicator, Level level, String code, Perimeter perimeter) {
        count("habitants", 100, 300, 400, 200);
        count("naissances", 2, 3, 4, 1);
        count("menages", 50, 150, 100, 80);
        count("seuls", 20, 30, 40, 40);
        count("menages_avant", 40, 100, 0, 100);
        count("seuls_avant", 10, 40, 0, 20);
        countAll("habitants", 1000, 2000, 4000, 3000);
        countAll("naissances", 10, 30, 20, 30);
        return Aggregation.of(new AggregationInput(
                attachment(), new Catalogue(List.copyOf(MEASURES.values()), INDICATORS, of("habitants")),
                new TreeSet<>(Set.of("32")), false,
                new Contributions(communes, Map.of(), Map.of(), Map.of(), Map.of(), Set.of()),
                new Contributions(qpv, Map.of(), Map.of(),
                        Map.of(REVENU, Map.of("Q1", BigDecimal.valueOf(12_000), "Q2", BigDecimal.valueOf(15_000))),
                        Map.of(REVENU, Map.of("Q3", Availability.SECRET_A_LA_SOURCE)), Set.of()),
                directory(), Set.of(), Set.of(),
                new Contributions(
                        Map.of(of("presents"), Map.of("L1", BigDecimal.valueOf(50), "L2", BigDecimal.valueOf(150)),
                                of("admis"), Map.of("L1", BigDecimal.valueOf(45), "L2", BigDecimal.valueOf(105))),
                        Map.of(), Map.of(), Map.of(), Map.of(), Set.of()),
                near(), lists(), references, Frames.reference(40, "32"), List.of()))
                .cells().get(CellKey.of(level, code, perimeter, indicator(indicator)));
    }

    private static Attachment attachment() {
        return Attachment.of(new AttachmentInput(
                List.of(new Commune("59001", "Une", "59", "32"), new Commune("59002", "Deux", "59", "32"),
                        new Commune("59003", "Trois", "59", "32"), new Commune("62001", "Quatre", "62", "32")),
                List.of(new Departement("59", "Un", "32", ""), new Departement("62", "Deux", "32", "")),
                List.of(new Region("32", "Région", "")),
                List.of(new Epci("A", "CA A", ""), new Epci("B", "CC B", ""), new Epci("C", "CC C", "")),
                Map.of("59001", "A", "59002", "A", "59003", "B", "62001", "C"), Map.of(), Map.of(),
                Stream.of("Q1", "Q2", "Q3", "Q4").map(q -> new Qpv(q, q)).toList(),
                Map.of("Q1", List.of(new QpvShare("59001", null)), "Q2", List.of(new QpvShare("59002", null)),
                        "Q3", List.of(new QpvShare("59003", null)), "Q4", List.of(new QpvShare("62001", null))),
                Map.of(), Set.of()));
    }

    /** C1 and C2 are public, C3 private and labelled; L1 and L2 are lycées. */
    private static Map<String, Establishment> directory() {
        return Map.of(
                "C1", new Establishment("C1", "COLLEGE", "PUBLIC", "59001", 0.0, 0.0, Set.of()),
                "C2", new Establishment("C2", "COLLEGE", "PUBLIC", "59002", 0.0, 0.0, Set.of("REP")),
                "C3", new Establishment("C3", "COLLEGE", "PRIVE", "59003", 0.0, 0.0, Set.of("REP+")),
                "L1", new Establishment("L1", "LYCEE", "PUBLIC", "59001", 0.0, 0.0, Set.of()),
                "L2", new Establishment("L2", "LYCEE", "PRIVE", "59003", 0.0, 0.0, Set.of()));
    }

    /** Metres; Q4 has no contour. */
    private static SortedMap<String, SortedMap<String, Double>> near() {
        return new TreeMap<>(Map.of(
                "Q1", new TreeMap<>(Map.of("C1", 0.0, "C2", 300.1, "L1", 1000.0)),
                "Q2", new TreeMap<>(Map.of("C1", 300.0, "C3", 200.0, "L1", 1000.1, "L2", 10.0)),
                "Q3", new TreeMap<>()));
    }

    private static Map<Indicator, Map<String, Programme>> lists() {
        return Map.of(
                indicator("membre"), Map.of("Q1", new Programme(BigDecimal.ONE, null)),
                indicator("nombre"), Map.of("Q1", new Programme(BigDecimal.valueOf(3), null)),
                indicator("sigle"), Map.of("Q1", new Programme(null, "NAT")),
                indicator("classe"), Map.of("Q1", new Programme(null, "TOU")));
    }

    @ParameterizedTest(name = "{0} of {1} {2} {3}")
    @CsvSource({
            // 100 + 300; 100 + 300 + 400; + 200
            "habitants, EPCI, A, QPV, 400", "habitants, DEP, 59, QPV, 800", "habitants, REG, 32, QPV, 1000",
            "habitants, EPCI, A, ENSEMBLE, 3000", "habitants, REG, 32, ENSEMBLE, 10000",
            // 20/50; 50/200; 90/300; 130/380
            "part_seuls, QPV, Q1, QPV, 40.0", "part_seuls, EPCI, A, QPV, 25.0", "part_seuls, DEP, 59, QPV, 30.0",
            "part_seuls, REG, 32, QPV, 34.2",
            // 2/100; 5/400; 40/3000; 10/1000, per thousand
            "natalite, QPV, Q1, QPV, 20.0", "natalite, EPCI, A, QPV, 12.5", "natalite, EPCI, A, ENSEMBLE, 13.3",
            "natalite, REG, 32, QPV, 10.0",
            // 100/50; 800/300; 1000/380
            "taille, QPV, Q1, QPV, 2.0", "taille, DEP, 59, QPV, 2.7", "taille, REG, 32, QPV, 2.6",
            // 10/40; 60/140; -20/100; 140/240
            "evolution, QPV, Q1, QPV, 25.0", "evolution, EPCI, A, QPV, 42.9", "evolution, QPV, Q4, QPV, -20.0",
            "evolution, REG, 32, QPV, 58.3",
            // 40 - 25; 25 - 35.714; 30 - 35.714
            "ecart, QPV, Q1, QPV, 15.0", "ecart, EPCI, A, QPV, -10.7", "ecart, DEP, 59, QPV, -5.7",
            // 400/3000; 800/7000; 1000/10000
            "part_habitants, EPCI, A, QPV, 13.3", "part_habitants, DEP, 59, QPV, 11.4",
            "part_habitants, REG, 32, QPV, 10.0",
            // of 40
            "part_quartiers, EPCI, A, QPV, 5.0", "part_quartiers, DEP, 59, QPV, 7.5",
            "part_quartiers, REG, 32, QPV, 10.0",
            // C1 is near Q1 and Q2 and counts once above; C2 is 10 cm too far at 300 m
            "publics_300, QPV, Q1, QPV, 1", "publics_300, QPV, Q2, QPV, 1", "publics_300, EPCI, A, QPV, 1",
            "publics_1000, QPV, Q1, QPV, 2", "publics_1000, QPV, Q2, QPV, 1", "publics_1000, EPCI, A, QPV, 2",
            "publics_1000, QPV, Q3, QPV, 0",
            "labellises, QPV, Q1, QPV, 1", "labellises, QPV, Q2, QPV, 1", "labellises, DEP, 59, QPV, 2",
            "lycees, QPV, Q1, QPV, 1", "lycees, EPCI, A, QPV, 2",
            // 45/50; 105/150; 150/200 above both; everybody: the lycées of the communes
            "reussite, QPV, Q1, QPV, 90.0", "reussite, QPV, Q2, QPV, 70.0", "reussite, EPCI, A, QPV, 75.0",
            "reussite, EPCI, A, ENSEMBLE, 90.0", "reussite, DEP, 59, ENSEMBLE, 75.0",
            "membre, QPV, Q1, QPV, 1", "membre, QPV, Q2, QPV, 0", "nombre, QPV, Q1, QPV, 3", "nombre, QPV, Q2, QPV, 0",
            "revenu, QPV, Q1, QPV, 12000"})
    void figures(String indicator, Level level, String code, Perimeter perimeter, BigDecimal expected) {
        RawCell cell = cell(indicator, level, code, perimeter);

        assertThat(cell.availability()).isEqualTo(Availability.KNOWN);
        assertThat(cell.figure().setScale(1, RoundingMode.HALF_UP)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest(name = "{0} of {1} {2} {3}")
    @CsvSource({
            // from no household at all: neither relative to it, nor a share of it
            "evolution, QPV, Q3, QPV, SANS_OBJET", "evolution, EPCI, B, QPV, SANS_OBJET",
            "ecart, QPV, Q3, QPV, SANS_OBJET",
            // no source tells households of communes
            "part_seuls, EPCI, A, ENSEMBLE, NON_DISPONIBLE", "evolution, REG, 32, ENSEMBLE, NON_DISPONIBLE",
            // no reference tells the QPV of France
            "part_france, EPCI, A, QPV, NON_DISPONIBLE",
            "publics_300, QPV, Q4, QPV, NON_DISPONIBLE", "publics_300, EPCI, A, ENSEMBLE, NON_DISPONIBLE",
            "reussite, QPV, Q3, QPV, SANS_OBJET", "reussite, QPV, Q4, QPV, NON_DISPONIBLE",
            "sigle, QPV, Q2, QPV, SANS_OBJET", "classe, QPV, Q2, QPV, NON_DISPONIBLE",
            "revenu, QPV, Q3, QPV, SECRET_A_LA_SOURCE", "revenu, QPV, Q4, QPV, NON_DISPONIBLE"})
    void withoutFigure(String indicator, Level level, String code, Perimeter perimeter, Availability expected) {
        assertThat(cell(indicator, level, code, perimeter).availability()).isEqualTo(expected);
    }

    @Test
    void codesAreThoseOfTheList() {
        assertThat(cell("sigle", Level.QPV, "Q1", Perimeter.QPV).text()).isEqualTo("NAT");
        assertThat(cell("classe", Level.QPV, "Q1", Perimeter.QPV).text()).isEqualTo("TOU");
    }

    @Test
    void aCountOverAQuartierWithoutContourIsAnEstimate() {
        assertThat(cell("publics_300", Level.REG, "32", Perimeter.QPV).estimated()).isTrue();
        assertThat(cell("publics_300", Level.DEP, "59", Perimeter.QPV).estimated()).isFalse();
    }

    @ParameterizedTest(name = "of {0} {1} {2}")
    @CsvSource({"EPCI, A, QPV", "EPCI, B, QPV", "EPCI, A, ENSEMBLE", "DEP, 59, QPV", "DEP, 62, ENSEMBLE",
            "REG, 32, QPV",
            "REG, 32, ENSEMBLE", "FRANCE, FM, QPV", "FRANCE, FM, ENSEMBLE"})
    void aDeliveredFigureIsNeverMadeOfItsParts(Level level, String code, Perimeter perimeter) {
        String where = level == Level.FRANCE ? Frames.FRANCE.code() : code;
        assertThat(cell("revenu", level, where, perimeter).availability()).isEqualTo(Availability.NON_DISPONIBLE);

        references.put(CellKey.of(level, where, perimeter, REVENU), BigDecimal.valueOf(21_930));

        RawCell delivered = cell("revenu", level, where, perimeter);
        assertThat(delivered.figure()).isEqualByComparingTo("21930");
        assertThat(delivered.estimated()).isFalse();
    }

    @Test
    void theShareOfAWholeThatAReferenceTellsIsTakenOfIt() {
        references.put(CellKey.of(Level.FRANCE, Frames.FRANCE.code(), Perimeter.QPV, HABITANTS),
                BigDecimal.valueOf(5000));

        assertThat(cell("part_france", Level.EPCI, "A", Perimeter.QPV).figure()).isEqualByComparingTo("8");
        assertThat(cell("part_france", Level.REG, "32", Perimeter.QPV).figure()).isEqualByComparingTo("20");
    }
}
