package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.Disclosure.Reason;
import fr.atlasqpv.secrecy.ProtectionReport.Attack;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Books of an EPCI A of three QPV, C of two, B and D of one each, with a figure changed by hand: what {@link BookAttack} makes of it. */
class BooksThatTellTooMuchTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final List<PrimaryRule> RULES = List.of(AtlasFixture.socialShare());

    private final AtlasFixture atlas = new AtlasFixture(SHARE)
            .departement("59", "32", "250000", "1100000")
            .departement("62", "32", "160000", "630000")
            .qpv("QP000001", "A", "59", "250", "500")
            .qpv("QP000002", "A", "59", "180", "400")
            .qpv("QP000003", "A", "59", "300", "700")
            .qpv("QP000004", "B", "62", "390", "800")
            .qpv("QP000005", "C", "62", "510", "900")
            .qpv("QP000006", "C", "62", "240", "300")
            .qpv("QP000007", "D", "59", "440", "600");
    private final SortedMap<CellKey, Publication> told = new TreeMap<>();

    BooksThatTellTooMuchTest() {
        for (RawCell cell : atlas.cells()) {
            told.put(cell.key(), Publication.of(cell, Optional.empty()));
        }
    }

    private static CellKey key(String code) {
        Level level = code.startsWith("Q") ? Level.QPV : Level.EPCI;
        return CellKey.of(level, code, Perimeter.QPV, SHARE);
    }

    private void withheld(String... codes) {
        for (String code : codes) {
            told.put(key(code), Publication.without(CellStatus.SECRET));
        }
    }

    private void told(String code, String rate, boolean estimated) {
        told.put(key(code), new Publication(new BigDecimal(rate), null, CellStatus.PUBLIE, estimated));
    }

    private BookAttack.Result attack() {
        return BookAttack.attack(atlas.books(told, RULES));
    }

    @Test
    void booksThatWithholdNothingAndTellNothingSensitiveGiveNothingAway() {
        assertThat(attack().safe()).isTrue();
        assertThat(attack().notices()).isEmpty();
        assertThat(attack().attacks()).containsOnlyKeys(SHARE).containsEntry(SHARE, new Attack(0, 0, 0, 0));
    }

    @Test
    void twoThatHideOneAnotherAreAttackedInVain() {
        withheld("QP000001", "QP000002");

        assertThat(attack().disclosures()).isEmpty();
        assertThat(attack().attacks()).containsEntry(SHARE, new Attack(2, 0, 0, 0));
    }

    @Test
    void oneAloneIsFoundWithItsSum() {
        withheld("QP000001");

        assertThat(attack().safe()).isFalse();
        assertThat(attack().disclosures()).extracting(Disclosure::reason)
                .containsExactly(Reason.EXACT, Reason.ALONE_IN_A_SUM);
        assertThat(attack().disclosures()).allSatisfy(d -> {
            assertThat(d.cells()).containsExactly(key("QP000001"));
            assertThat(d.equation()).containsExactly(
                    key("A"), key("QP000001"), key("QP000002"), key("QP000003"));
        });
    }

    @Test
    void theSameUnitsToldAtAnotherLevelAreFound() {
        withheld("QP000004");

        assertThat(attack().disclosures()).anySatisfy(d -> {
            assertThat(d.reason()).isEqualTo(Reason.SAME_CELL_TOLD);
            assertThat(d.cells()).containsExactly(key("B"), key("QP000004"));
            assertThat(d.equation()).isEmpty();
        });
    }

    @Test
    void aFigureThatARuleProtectsIsFoundByWhatItMeans() {
        // 6.0 % of 100 is six dwellings; 20.0 % is twenty
        AtlasFixture small = new AtlasFixture(SHARE).departement("59", "32", "25000", "110000")
                .qpv("QP000001", "A", "59", "6", "100").qpv("QP000002", "A", "59", "20", "100");
        told.clear();
        small.cells().forEach(cell -> told.put(cell.key(), Publication.of(cell, Optional.empty())));

        assertThat(BookAttack.attack(small.books(told, RULES)).disclosures()).containsExactly(
                new Disclosure(List.of(key("QP000001")), Reason.SENSITIVE_TOLD, List.of()));
    }

    @Test
    void figuresThatCannotBeTrueTogetherAreAttackedEachAlone() {
        told("A", "60.0", false);
        withheld("QP000005");
        BookAttack.Result attack = attack();

        assertThat(attack.notices()).extracting(ProtectionNotice::code)
                .containsOnly("figures-contradictoires").hasSize(4);
        assertThat(attack.notices().getFirst().message()).contains("une part publiée au plus haut");
        assertThat(attack.notices().get(1).message()).contains("une part secrète");
        assertThat(attack.notices().get(2).message()).contains("sans l’inclusion des périmètres");
        assertThat(attack.notices().getLast().message()).contains("les sommes seules");
        assertThat(attack.disclosures()).as("no deduction, but the rule of sums holds all the same")
                .extracting(Disclosure::reason).containsExactly(Reason.ALONE_IN_A_SUM);
        assertThat(attack.attacks()).containsEntry(SHARE, new Attack(1, 0, 0, 0));
    }

    @Test
    void perimetersThatContradictOneAnotherAreNoLongerBelieved() {
        // 730 of the 1,600 dwellings of the QPV of A are social, and of all its 3,000 no more than 300
        AtlasFixture two = atlas.epci("A", "59", "300", "3000");
        told.put(
                CellKey.of(Level.EPCI, "A", Perimeter.ENSEMBLE, SHARE),
                new Publication(new BigDecimal("10.0"), null, CellStatus.PUBLIE, false));
        withheld("QP000005");
        BookAttack.Result attack = BookAttack.attack(two.books(told, RULES));

        assertThat(attack.notices()).hasSize(3).last()
                .satisfies(n -> assertThat(n.message()).contains("sans l’inclusion des périmètres"));
        assertThat(attack.disclosures()).as("the sums still are").extracting(Disclosure::reason)
                .containsExactly(Reason.EXACT, Reason.ALONE_IN_A_SUM);
    }

    @Test
    void whatTheProducerWithholdsStandsInNoTotalOfOurs() {
        // 480 of 1,100: A without its first QPV, and marked as estimated
        withheld("QP000001");
        told.keySet().removeIf(k -> k.territory().level() == Level.DEP || k.territory().level() == Level.REG);
        BookAttack.Input known = atlas.books(told, RULES);
        UnitCounts denominators = (territory, perimeter, measure) -> territory.code().equals("A")
                ? Optional.of(BigDecimal.valueOf(1_100))
                : known.denominators().count(territory, perimeter, measure);
        told("A", "43.6", true);
        assertThat(attackWith(denominators).disclosures()).isEmpty();

        told("A", "43.6", false);
        assertThat(attackWith(denominators).disclosures()).as("a total like another").isNotEmpty();
        told("A", "60.0", true);
        assertThat(attackWith(denominators).disclosures()).as("more than the others").isNotEmpty();
        told("A", "20.0", true);
        assertThat(attackWith(denominators).notices()).as("less than the others").isNotEmpty();
    }

    private BookAttack.Result attackWith(UnitCounts denominators) {
        BookAttack.Input known = atlas.books(told, RULES);
        return BookAttack.attack(new BookAttack.Input(
                told, known.hierarchy(), denominators, known.rules(), known.wholeMeasures(), Elsewhere.NOTHING));
    }

    @Test
    void ratesOfNobodyKnowsHowManyAreCountedInANotice() {
        assertThat(attackWith((territory, perimeter, measure) -> territory.level() == Level.QPV
                ? Optional.of(BigDecimal.valueOf(500))
                : Optional.empty()).notices()).anySatisfy(n -> {
                    assertThat(n.code()).isEqualTo("denominateurs-inconnus");
                    assertThat(n.subject()).isEqualTo(SHARE.id());
                    // four EPCI and, in each perimeter, two départements and their region
                    assertThat(n.message()).startsWith("Le dénominateur de 10 taux");
                });
    }

    @Test
    void anIndicatorWithoutARuleIsAttackedWhereItWithholdsSomething() {
        Indicator other = new Indicator("autre", SHARE.form(), 1, SHARE.levels(), SHARE.perimeters());
        for (CellKey key : List.copyOf(told.keySet())) {
            told.put(new CellKey(key.territory(), key.perimeter(), other), told.get(key));
        }
        assertThat(attack().attacks()).containsOnlyKeys(SHARE);

        CellKey secret = CellKey.of(Level.QPV, "QP000001", Perimeter.QPV, other);
        told.put(secret, Publication.without(CellStatus.SECRET));
        assertThat(attack().attacks()).containsOnlyKeys(SHARE, other);
        assertThat(attack().disclosures()).allSatisfy(d -> assertThat(d.cells()).containsExactly(secret)).isNotEmpty();
    }

    @Test
    void aCodeThatIsWithheldTellsNothingOfItsNeighbours() {
        Indicator code = new Indicator("classe", new Form.Code(), 0, Set.of(Level.QPV), Set.of(Perimeter.QPV));
        told.put(CellKey.of(Level.QPV, "QP000001", Perimeter.QPV, code), Publication.without(CellStatus.SECRET));

        assertThat(attack().attacks()).containsOnlyKeys(SHARE);
        assertThat(attack().safe()).isTrue();
    }
}
