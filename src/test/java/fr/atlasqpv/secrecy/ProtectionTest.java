package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.secrecy.Disclosure.Reason;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectionTest {
    private static final List<PrimaryRule> RULES = List.of(AtlasFixture.socialShare(), AtlasFixture.socialCount());
    private static final String MAUBEUGE = "200043396";

    /** An EPCI with one primary cell and a clamped one, like Maubeuge, beside EPCI that have nothing to hide. */
    private static AtlasFixture maubeuge() {
        return new AtlasFixture(Indicators2022.PART_LOGEMENTS_SOCIAUX)
                .departement("59", "32", "250000", "1100000")
                .departement("62", "32", "160000", "630000")
                .epci(MAUBEUGE, "59", "14000", "52000")
                .epci("200093201", "59", "120000", "480000")
                .epci("246200299", "62", "20000", "51000")
                .qpv("QP059011", MAUBEUGE, "59", "315", "429")
                .qpv("QP059012", MAUBEUGE, "59", "240", "476")
                .qpv("QP059013", MAUBEUGE, "59", "420", "533")
                .qpv("QP059014", MAUBEUGE, "59", "920", "1298")
                .qpv("QP059016", MAUBEUGE, "59", "840", "860")
                .qpv("QP059017", MAUBEUGE, "59", "560", "566")
                .qpv("QP059018", MAUBEUGE, "59", "110", "230")
                .qpv("QP059074", "200093201", "59", "11800", "21900")
                .qpv("QP059075", "200093201", "59", "2300", "5800")
                .qpv("QP062038", "246200299", "62", "250", "371")
                .qpv("QP062039", "246200299", "62", "430", "488");
    }

    @Test
    void aWithheldShareTakesASecondCellOfItsEpciWithIt() {
        AtlasFixture atlas = maubeuge();
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.safe()).isTrue();
        assertThat(secrets(result))
                .contains(atlas.key(Level.QPV, "QP059017"))
                .hasSize(2)
                .allMatch(k -> k.territory().level() == Level.QPV);
        assertThat(status(result, atlas.key(Level.QPV, "QP059016"))).isEqualTo(CellStatus.PLAFONNE);
    }

    @Test
    void error3AnEpciRateIsClampedAndProtectedAfterAggregation() {
        AtlasFixture atlas = maubeuge();
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        // (315 + 240 + 420 + 920 + 840 + 560 + 110) / (429 + 476 + 533 + 1298 + 860 + 566 + 230), not the first QPV's 73.4.
        assertThat(result.publications().get(atlas.key(Level.EPCI, MAUBEUGE)).value())
                .isEqualTo(new BigDecimal("77.5"));
    }

    @Test
    void error8TheSameCellAtTwoLevelsHasOneStatus() {
        AtlasFixture atlas = maubeuge()
                .epci("200040947", "59", "4900", "42000")
                .qpv("QP059001", "200040947", "59", "556", "560");
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.safe()).isTrue();
        assertThat(status(result, atlas.key(Level.QPV, "QP059001"))).isEqualTo(CellStatus.SECRET);
        assertThat(status(result, atlas.key(Level.EPCI, "200040947"))).isEqualTo(CellStatus.SECRET);
    }

    @Test
    void aSingletonEpciPublishedWithoutDifficultyKeepsOneFigureAtBothLevels() {
        AtlasFixture atlas = maubeuge()
                .epci("200040947", "59", "4900", "42000")
                .qpv("QP059001", "200040947", "59", "300", "560");
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.publications().get(atlas.key(Level.QPV, "QP059001")))
                .isEqualTo(result.publications().get(atlas.key(Level.EPCI, "200040947")));
    }

    @Test
    void error10TheShareAndTheCountOfOneVintageAreWithheldTogether() {
        AtlasFixture atlas = maubeuge().withLinkedCount();
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.safe()).isTrue();
        CellKey count = CellKey.of(Level.QPV, "QP059017", Perimeter.QPV, Indicators2022.NB_LOGEMENTS_SOCIAUX);
        assertThat(status(result, count)).isEqualTo(CellStatus.SECRET);
        for (CellKey key : secrets(result)) {
            CellKey share = new CellKey(key.territory(), key.perimeter(), Indicators2022.PART_LOGEMENTS_SOCIAUX);
            CellKey number = new CellKey(key.territory(), key.perimeter(), Indicators2022.NB_LOGEMENTS_SOCIAUX);
            assertThat(status(result, share)).isEqualTo(CellStatus.SECRET);
            if (result.publications().containsKey(number)) {
                assertThat(status(result, number)).isEqualTo(CellStatus.SECRET);
            }
        }
    }

    @Test
    void aCountOfAnotherVintageStaysPublishedBesideASecretShare() {
        CellKey count = CellKey.of(Level.QPV, "QP059017", Perimeter.QPV, Indicators2022.NB_LOGEMENTS_SOCIAUX);
        AtlasFixture atlas = maubeuge().with(RawCell.count(count, BigDecimal.valueOf(573), false));
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(status(result, count)).isEqualTo(CellStatus.PUBLIE);
    }

    /** The difference of two figures tells one to whoever knows the other. */
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"QP059017, SECRET, ", "QP059016, SECRET, ", "QP059011, PUBLIE, 23.4"})
    void aChangeTellsNoMoreThanItsEnds(String qpv, CellStatus status, BigDecimal told) {
        Indicator share = Indicators2022.PART_LOGEMENTS_SOCIAUX;
        Indicator before = new Indicator("avant", share.form(), 1, share.levels(), share.perimeters());
        Indicator change =
                new Indicator("evolution", new Form.Change(before, share, false), 1, share.levels(),
                        share.perimeters());
        // 49.96 then 73.43: 23.47 exactly, but 50.0 then 73.4 as told
        RawCell then = RawCell.rate(
                CellKey.of(Level.QPV, qpv, Perimeter.QPV, before), new BigDecimal(1249), new BigDecimal(2500), false);
        CellKey key = CellKey.of(Level.QPV, qpv, Perimeter.QPV, change);
        AtlasFixture atlas = maubeuge().with(then).with(RawCell.count(key, new BigDecimal("23.4665"), false));

        ProtectionResult result = Protection.protect(atlas.input(RULES));

        assertThat(status(result, key)).isEqualTo(status);
        assertThat(result.publications().get(key).value()).isEqualTo(told);
    }

    /** From 40.0 to 110, which two sources make and the book tells as 100.0. */
    @Test
    void aChangeIsTheOneBetweenTheSharesThatAreTold() {
        Indicator share = Indicators2022.PART_LOGEMENTS_SOCIAUX;
        Indicator before = new Indicator("avant", share.form(), 1, share.levels(), share.perimeters());
        Indicator after = new Indicator("apres", share.form(), 1, share.levels(), share.perimeters());
        Indicator change = new Indicator(
                "evolution", new Form.Change(before, after, false), 1, share.levels(), share.perimeters());
        CellKey key = CellKey.of(Level.QPV, "QP059011", Perimeter.QPV, change);
        AtlasFixture atlas = maubeuge()
                .with(rate("QP059011", before, 40))
                .with(rate("QP059011", after, 110))
                .with(RawCell.count(key, new BigDecimal(70), false));

        assertThat(Protection.protect(atlas.input(RULES)).publications().get(key).value())
                .isEqualTo(new BigDecimal("60.0"));
    }

    private static RawCell rate(String qpv, Indicator indicator, long numerator) {
        return RawCell.rate(
                CellKey.of(Level.QPV, qpv, Perimeter.QPV, indicator), BigDecimal.valueOf(numerator),
                BigDecimal.valueOf(100), false);
    }

    /** Two EPCI make up the département, and one of them has eight social dwellings. */
    private static AtlasFixture aWholeDepartement() {
        return new AtlasFixture(Indicators2022.PART_LOGEMENTS_SOCIAUX)
                .departement("90", "27", "908", "4000")
                .departement("25", "27", "9000", "52000")
                .epci("A", "90", "8", "1000")
                .epci("B", "90", "900", "3000")
                .qpv("QP090001", "A", "90", "3", "90")
                .qpv("QP090002", "B", "90", "400", "900")
                .qpv("QP025001", "C", "25", "700", "1900");
    }

    @Test
    void theEpciThatMakeUpADepartementAreAPublishedSumForAllItsInhabitants() {
        AtlasFixture atlas = aWholeDepartement();
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.safe()).isTrue();
        assertThat(status(result, all(Level.EPCI, "A"))).isEqualTo(CellStatus.SECRET);
        assertThat(List.of(status(result, all(Level.EPCI, "B")), status(result, all(Level.DEP, "90"))))
                .contains(CellStatus.SECRET);
        SortedMap<CellKey, Publication> told = new TreeMap<>();
        result.publications().forEach((key, publication) -> told.put(
                key,
                key.equals(all(Level.EPCI, "B")) || key.equals(all(Level.DEP, "90"))
                        ? new Publication(
                                new BigDecimal(key.territory().level() == Level.DEP ? "22.7" : "30.0"), null,
                                CellStatus.PUBLIE, false)
                        : publication));
        assertThat(BookAttack.attack(atlas.books(told, RULES)).disclosures()).anySatisfy(
                d -> assertThat(d.cells()).contains(all(Level.EPCI, "A")));
    }

    private static CellKey all(Level level, String code) {
        return CellKey.of(level, code, Perimeter.ENSEMBLE, Indicators2022.PART_LOGEMENTS_SOCIAUX);
    }

    @Test
    void aQpvThatStraddlesDepartementsIsCountedWhereItLives() {
        // QP062040 stands with an EPCI of the Nord and is counted in the Pas-de-Calais: the sums cross.
        AtlasFixture atlas = maubeuge().qpv("QP062040", "200093201", "62", "610", "616");
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.safe()).isTrue();
        assertThat(status(result, atlas.key(Level.QPV, "QP062040"))).isEqualTo(CellStatus.SECRET);
        long inEpci = secrets(result).stream()
                .filter(k -> List.of("QP059074", "QP059075", "200093201").contains(k.territory().code()))
                .count();
        long inDepartement = secrets(result).stream()
                .filter(k -> List.of("QP062038", "QP062039", "246200299", "62").contains(k.territory().code()))
                .count();
        assertThat(inEpci).isPositive();
        assertThat(inDepartement).isPositive();
    }

    @Test
    void povertyMustNotBeKnownToLieBelowItsThreshold() {
        // 150 poor of 900: the others of the EPCI must leave room for 200 and more.
        AtlasFixture atlas = new AtlasFixture(Indicators2022.TAUX_PAUVRETE)
                .departement("02", "32", "95000", "520000")
                .departement("59", "32", "490000", "2500000")
                .epci("A", "02", "9000", "42000")
                .epci("B", "59", "99000", "420000")
                .qpv("QP002001", "A", "02", "150.5", "900")
                .qpv("QP002002", "A", "02", "820.25", "1900")
                .qpv("QP002003", "A", "02", "1210.75", "2400")
                .qpv("QP059001", "B", "59", "1800", "4000")
                .qpv("QP059002", "B", "59", "900", "2100");
        ProtectionResult result = Protection.protect(atlas.input(List.of(AtlasFixture.povertyPersons())));
        assertThat(result.safe()).isTrue();
        assertThat(status(result, atlas.key(Level.QPV, "QP002001"))).isEqualTo(CellStatus.SECRET);
        assertThat(secrets(result)).hasSize(2);
    }

    @Test
    void whatThePreviousEditionHasPublishedCannotBeWithheld() {
        AtlasFixture atlas = maubeuge();
        CellKey key = atlas.key(Level.QPV, "QP059017");
        Publication told = new Publication(new BigDecimal("98.9"), null, CellStatus.PUBLIE, false);
        // 98.9 would print as a bound today: that edition had none
        ProtectionResult result =
                Protection.protect(atlas.elsewhere(new KnownFigure(key, told, BigDecimal.valueOf(566))).input(RULES));
        assertThat(result.safe()).isFalse();
        assertThat(result.disclosures()).singleElement().satisfies(d -> {
            assertThat(d.cells()).containsExactly(key);
            assertThat(d.reason()).isEqualTo(Reason.PREVIOUS_EDITION);
        });
    }

    @Test
    void aDisclosureNamesCellsAndTheSumButNoValue() {
        Disclosure disclosure = new Disclosure(
                List.of(maubeuge().key(Level.QPV, "QP059017")),
                Reason.NARROW,
                List.of(maubeuge().key(Level.EPCI, MAUBEUGE), maubeuge().key(Level.QPV, "QP059017")));
        assertThat(disclosure.message())
                .contains("QP059017", "part_logements_sociaux", MAUBEUGE)
                .doesNotContain("560", "566");
    }

    @Test
    void aRunWhoseOnlyOtherCellsAreNoneDisclosesRatherThanReleases() {
        // One département, one EPCI, two QPV, all told elsewhere than here: nothing is left to withhold.
        AtlasFixture atlas = new AtlasFixture(Indicators2022.PART_LOGEMENTS_SOCIAUX)
                .departement("2A", "94", "30000", "70000")
                .qpv("QP02A001", "A", "2A", "556", "560")
                .qpv("QP02A002", "A", "2A", "400", "700")
                .elsewhere(known(Level.QPV, "QP02A002", "57.1", "700"))
                .elsewhere(known(Level.EPCI, "A", "75.9", "1260"));
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.safe()).isFalse();
        assertThat(result.disclosures()).anySatisfy(d -> assertThat(d.cells())
                .contains(atlas.key(Level.QPV, "QP02A001")));
    }

    private static KnownFigure known(Level level, String code, String rate, String denominator) {
        CellKey key = CellKey.of(level, code, Perimeter.QPV, Indicators2022.PART_LOGEMENTS_SOCIAUX);
        Publication told = new Publication(new BigDecimal(rate), null, CellStatus.PUBLIE, false);
        return new KnownFigure(key, told, new BigDecimal(denominator));
    }

    @Test
    void whatTheProducerWithholdsStaysSecretAtEveryLevelThatCountsNothingElse() {
        CellKey qpv = CellKey.of(Level.QPV, "QP059001", Perimeter.QPV, Indicators2022.TAUX_PAUVRETE);
        CellKey epci = CellKey.of(Level.EPCI, "200040947", Perimeter.QPV, Indicators2022.TAUX_PAUVRETE);
        AtlasFixture atlas = maubeuge()
                .qpv("QP059001", "200040947", "59", "0", "0")
                .with(RawCell.absent(qpv, Availability.SECRET_A_LA_SOURCE))
                .with(RawCell.absent(epci, Availability.NON_DISPONIBLE));
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(status(result, qpv)).isEqualTo(CellStatus.SECRET);
        assertThat(status(result, epci)).isEqualTo(CellStatus.SECRET);
    }

    @Test
    void aNumeratorAboveItsDenominatorIsClamped() {
        AtlasFixture atlas = maubeuge().qpv("QP059076", "200093201", "59", "690", "677");
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.safe()).isTrue();
        assertThat(status(result, atlas.key(Level.QPV, "QP059076"))).isEqualTo(CellStatus.PLAFONNE);
    }

    @Test
    void whatANoticeSaysOfAClampedNeighbourCountsAsKnown() {
        // QP000002 has more on top than below, and the run says so: its count is known from below, almost to the unit.
        AtlasFixture atlas = new AtlasFixture(Indicators2022.PART_LOGEMENTS_SOCIAUX)
                .departement("59", "32", "250000", "1100000")
                .departement("62", "32", "160000", "630000")
                .qpv("QP000001", "A", "59", "395", "400")
                .qpv("QP000002", "A", "59", "402", "400")
                .qpv("QP000003", "A", "59", "180", "400")
                .qpv("QP000004", "B", "62", "390", "800")
                .qpv("QP000005", "B", "62", "510", "900");
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.safe()).isTrue();
        assertThat(status(result, atlas.key(Level.QPV, "QP000003"))).isEqualTo(CellStatus.SECRET);
        assertThat(status(result, atlas.key(Level.QPV, "QP000002"))).isEqualTo(CellStatus.PLAFONNE);
    }

    @Test
    void aSmallCountNeedsPartnersLargeEnoughToHideIt() {
        // The region tells the sum of its QPV. Five dwellings beside none would be known to be five at most.
        AtlasFixture atlas =
                new AtlasFixture(Indicators2022.NB_LOGEMENTS_SOCIAUX).departement("59", "32", "90000", "0");
        String[] counts = {"5", "0", "0", "400", "35", "1200"};
        for (int i = 0; i < counts.length; i++) {
            CellKey key = CellKey.of(Level.QPV, "QP05900" + i, Perimeter.QPV, Indicators2022.NB_LOGEMENTS_SOCIAUX);
            atlas.qpv(key.territory().code(), "A", "59", counts[i], "0");
        }
        ProtectionInput all = atlas.input(RULES);
        List<RawCell> told = all.cells()
                .stream()
                .filter(c -> c.key().indicator().exists(c.key().territory().level(), c.key().perimeter()))
                .toList();
        ProtectionResult result =
                Protection.protect(new ProtectionInput(told, all.counts(), all.hierarchy(), all.rules(),
                        Elsewhere.NOTHING, AtlasFixture.KEY));
        assertThat(result.safe()).isTrue();
        assertThat(secrets(result)).extracting(k -> k.territory().code()).hasSize(2).contains("QP059000")
                .doesNotContain("QP059001", "QP059002");
    }

    @Test
    void thePartThatAWithheldCountMakesOfItsTerritoryIsWithheldWithIt() {
        Indicator part = new Indicator(
                "part", new Form.ShareOf(Measures2022.LOGEMENTS_SOCIAUX, Form.Whole.TERRITOIRE), 1,
                Set.of(Level.QPV), Set.of(Perimeter.QPV));
        AtlasFixture atlas =
                new AtlasFixture(Indicators2022.NB_LOGEMENTS_SOCIAUX).departement("59", "32", "90000", "0");
        for (String counts : List.of("5", "35", "400")) {
            atlas.qpv("QP05900" + counts.length(), "A", "59", counts, "0");
        }
        ProtectionInput all = atlas.input(RULES);
        List<RawCell> cells = new ArrayList<>(all.cells());
        for (int i = 1; i <= 3; i++) {
            cells.add(RawCell.rate(
                    CellKey.of(Level.QPV, "QP05900" + i, Perimeter.QPV, part), BigDecimal.TEN, BigDecimal.valueOf(90),
                    false));
        }
        ProtectionResult result = Protection.protect(
                new ProtectionInput(cells, all.counts(), all.hierarchy(), all.rules(), Elsewhere.NOTHING,
                        AtlasFixture.KEY));

        for (int i = 1; i <= 3; i++) {
            Territory qpv = new Territory(Level.QPV, "QP05900" + i);
            CellStatus count = status(result, new CellKey(qpv, Perimeter.QPV, Indicators2022.NB_LOGEMENTS_SOCIAUX));
            assertThat(status(result, new CellKey(qpv, Perimeter.QPV, part))).isEqualTo(count);
        }
        assertThat(secrets(result)).isNotEmpty();
    }

    @Test
    void aFigureToldElsewhereBeforeItsCorrectionIsTakenForTold() {
        AtlasFixture atlas = maubeuge().elsewhere(known(Level.QPV, "QP059017", "12.0", "566"));

        ProtectionResult result = Protection.protect(atlas.input(RULES));

        assertThat(result.disclosures()).anyMatch(d -> d.message().contains("QP059017"));
    }

    @Test
    void noExactCountIsToldNearAWithheldOrClampedCell() {
        AtlasFixture atlas = maubeuge();
        ProtectionResult result = Protection.protect(atlas.input(RULES));
        assertThat(result.countMayBeTold(atlas.key(Level.QPV, "QP062038"))).as("linked through the region").isFalse();
        CellKey poverty = CellKey.of(Level.QPV, "QP059017", Perimeter.QPV, Indicators2022.TAUX_PAUVRETE);
        assertThat(result.countMayBeTold(poverty)).isTrue();
    }

    @Test
    void aMedianIsWithheldWhereItsBaseIsTooSmallAndNeedsNoPartner() {
        Measure base = new Measure("unites_de_consommation", "unités de consommation", "unités", false);
        Indicator median = new Indicator("niveau_median", new Form.Delivered(base), 0, Set.of(Level.values()),
                Set.of(Perimeter.values()));
        Map<String, BigDecimal> bases =
                Map.of("QP059017", BigDecimal.valueOf(199), "QP059018", BigDecimal.valueOf(200));
        List<RawCell> cells = bases.keySet()
                .stream()
                .map(qpv -> RawCell.count(
                        CellKey.of(Level.QPV, qpv, Perimeter.QPV, median), BigDecimal.valueOf(14_230), false))
                .toList();
        ProtectionInput input = new ProtectionInput(cells,
                (territory, perimeter, measure) -> Optional.ofNullable(bases.get(territory.code())),
                maubeuge().hierarchy(),
                AtlasFixture.rules(List.of(new MinimumOnBase(median, base, BigDecimal.valueOf(200))), false),
                Elsewhere.NOTHING, AtlasFixture.KEY);

        ProtectionResult result = Protection.protect(input);

        assertThat(secrets(result)).extracting(k -> k.territory().code()).containsExactly("QP059017");
        assertThat(result.safe()).isTrue();
        assertThat(BookAttack.attack(maubeuge().books(result.publications(), input.rules().primary())).safe()).isTrue();
    }

    @Test
    void aRuleThatNoSourceLetsUsCheckIsNoted() {
        ProtectionInput input = maubeuge().input(RULES);
        ProtectionInput blind =
                new ProtectionInput(input.cells(), BookAttack.nothingKnown(), input.hierarchy(), input.rules(),
                        Elsewhere.NOTHING, AtlasFixture.KEY);
        ProtectionResult result = Protection.protect(blind);
        assertThat(secrets(result)).isEmpty();
        assertThat(result.notices()).anyMatch(n -> n.code().equals("regle-non-verifiable"));
    }

    @Test
    void theSamePatternComesOutOfShuffledInputAndOfAnotherLocale() {
        AtlasFixture atlas = StressAtlas.region(Indicators2022.PART_LOGEMENTS_SOCIAUX, 80, 0.15, 7);
        Map<CellKey, Publication> first = Protection.protect(atlas.input(RULES)).publications();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            for (long seed = 0; seed < 3; seed++) {
                ProtectionInput shuffled = atlas.input(RULES, AtlasFixture.shuffled(seed));
                assertThat(Protection.protect(shuffled).publications()).isEqualTo(first);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aCellGivenTwiceStopsTheRun() {
        ProtectionInput input = maubeuge().with(maubeuge().cells().getFirst()).input(RULES);
        assertThatThrownBy(() -> Protection.protect(input))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    private static CellStatus status(ProtectionResult result, CellKey key) {
        return result.publications().get(key).status();
    }

    private static List<CellKey> secrets(ProtectionResult result) {
        return result.publications()
                .entrySet()
                .stream()
                .filter(e -> e.getValue().status() == CellStatus.SECRET)
                .map(Map.Entry::getKey)
                .toList();
    }
}
