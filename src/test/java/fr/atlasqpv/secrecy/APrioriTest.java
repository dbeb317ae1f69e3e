package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.secrecy.APriori.Decision;
import fr.atlasqpv.secrecy.APriori.Status;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody decides of single cells: three QPV of an EPCI and two of another; QP000001 has few who are not concerned. */
class APrioriTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final List<PrimaryRule> RULE = List.of(AtlasFixture.socialShare());

    private static AtlasFixture atlas(String first) {
        return AtlasFixture.fiveQpv(first, "180");
    }

    private static CellKey qpv(String code) {
        return CellKey.of(Level.QPV, code, Perimeter.QPV, SHARE);
    }

    private static SortedSet<String> secret(ProtectionResult result) {
        SortedSet<String> secret = new TreeSet<>();
        result.publications().forEach((key, told) -> {
            if (told.status() == CellStatus.SECRET) {
                secret.add(key.territory().code());
            }
        });
        return secret;
    }

    @ParameterizedTest(name = "{0} told: {1} is the partner")
    @CsvSource({"QP000002, QP000003", "QP000003, QP000002"})
    void aCellThatIsToBeToldIsNoPartner(String told, String partner) {
        ProtectionResult result =
                Protection.protect(atlas("493").decided(qpv(told), Status.PUBLISHED, 1).input(RULE));

        assertThat(result.safe()).isTrue();
        assertThat(secret(result)).containsExactlyInAnyOrder("QP000001", partner);
    }

    @ParameterizedTest(name = "{0} weighs more: {1} is the partner")
    @CsvSource({"QP000002, QP000003", "QP000003, QP000002"})
    void ofTwoPartnersTheOneThatWeighsLessIsTaken(String heavy, String partner) {
        ProtectionResult result = Protection.protect(atlas("493").decided(qpv(heavy), null, 2).input(RULE));

        assertThat(secret(result)).containsExactlyInAnyOrder("QP000001", partner);
        assertThat(result.report().tables()).singleElement().satisfies(line -> assertThat(line.cost()).isEqualTo(1));
    }

    @Test
    void whereNothingElseMayBeWithheldTheRunIsRefused() {
        AtlasFixture atlas = atlas("493");
        for (Level level : List.of(Level.EPCI, Level.DEP)) {
            atlas.decided(atlas.key(level, level == Level.EPCI ? "A" : "59"), Status.PUBLISHED, 1);
        }
        ProtectionResult result = Protection.protect(atlas
                .decided(qpv("QP000002"), Status.PUBLISHED, 1)
                .decided(qpv("QP000003"), Status.PUBLISHED, 1)
                .input(RULE));

        assertThat(result.safe()).isFalse();
        assertThat(result.disclosures()).anyMatch(d -> d.cells().contains(qpv("QP000001")));
        assertThat(secret(result)).contains("QP000001").doesNotContain("QP000002", "QP000003", "A", "59");
    }

    @Test
    void aRuleWinsOverADecisionAndANoticeSaysSoWithoutTheCell() {
        ProtectionResult result =
                Protection.protect(atlas("493").decided(qpv("QP000001"), Status.PUBLISHED, 1).input(RULE));

        assertThat(result.safe()).isTrue();
        assertThat(secret(result)).hasSize(2).contains("QP000001");
        assertThat(result.notices()).singleElement().satisfies(n -> {
            assertThat(n.code()).isEqualTo(Protection.OVERRULED);
            assertThat(n.message()).doesNotContain("QP000001").doesNotContainPattern("[0-9]");
        });
    }

    /** Whatever the rules are, none included, and the audit of the books agrees. */
    @ParameterizedTest(name = "with a rule: {0}")
    @CsvSource({"true", "false"})
    void aCellThatIsWithheldIsProtectedAsIfARuleWithheldIt(boolean ruled) {
        AtlasFixture atlas = atlas("300").decided(qpv("QP000004"), Status.WITHHELD, 1);
        List<PrimaryRule> rules = ruled ? RULE : List.of();

        ProtectionResult result = Protection.protect(atlas.input(rules));

        assertThat(result.safe()).isTrue();
        assertThat(secret(result)).hasSizeGreaterThan(1).contains("QP000004");
        assertThat(BookAttack.attack(atlas.books(result, rules)).safe()).isTrue();
    }

    @Test
    void theAuditFindsACellOfAnIndicatorWithoutRuleThatIsLeftAlone() {
        AtlasFixture atlas = atlas("300");
        var books = new java.util.TreeMap<>(Protection.protect(atlas.input(List.of())).publications());
        books.put(qpv("QP000004"), Publication.without(CellStatus.SECRET));

        assertThat(BookAttack.attack(atlas.books(books, List.of())).disclosures())
                .anyMatch(d -> d.cells().contains(qpv("QP000004")));
    }

    @Test
    void theNumberOfAShareThatIsToBeToldIsToldWithIt() {
        AtlasFixture atlas = atlas("493").withLinkedCount();
        CellKey number = CellKey.of(Level.QPV, "QP000002", Perimeter.QPV, Indicators2022.NB_LOGEMENTS_SOCIAUX);

        ProtectionResult result = Protection.protect(
                atlas.decided(number, Status.PUBLISHED, 1)
                        .input(List.of(AtlasFixture.socialShare(), AtlasFixture.socialCount())));

        assertThat(result.safe()).isTrue();
        assertThat(secret(result)).contains("QP000001", "QP000003").doesNotContain("QP000002");
    }

    @Test
    void aCellHasOneDecisionAndAWeightHasBounds() {
        Decision once = new Decision(qpv("QP000001"), Optional.of(Status.PUBLISHED), 1, "w", "y");
        Decision heavy = new Decision(qpv("QP000001"), Optional.empty(), APriori.GREATEST_WEIGHT + 1, "w", "y");

        assertThatThrownBy(() -> new APriori(List.of(once, once))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new APriori(List.of(heavy))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new APriori(List.of(once)).protectedIndicators()).isEmpty();
    }

    /** Random regions, a third of whose cells somebody decides of. */
    @ParameterizedTest
    @EnumSource(Status.class)
    void whatIsToBeToldIsToldWhatIsToBeWithheldIsSafeOrTheRunIsRefused(Status status) {
        int safe = 0;
        for (long seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            AtlasFixture atlas = StressAtlas.region(SHARE, 12 + random.nextInt(20), 0.2, seed);
            List<CellKey> decided = new ArrayList<>();
            SortedSet<CellKey> primary = new TreeSet<>();
            ProtectionInput plain = atlas.input(RULE);
            plain.cells().stream().map(c -> c.key()).sorted().forEach(key -> {
                boolean ruled = AtlasFixture.socialShare().judge(plain.counts(), key.territory(), key.perimeter())
                        == PrimaryRule.Finding.WITHHELD;
                if (ruled) {
                    primary.add(key);
                } else if (random.nextInt(status == Status.PUBLISHED ? 3 : 10) == 0) {
                    decided.add(key);
                    atlas.decided(key, status, 1);
                }
            });

            ProtectionResult result = Protection.protect(atlas.input(RULE));

            for (CellKey key : decided) {
                boolean secret = result.publications().get(key).status() == CellStatus.SECRET;
                if (status == Status.WITHHELD) {
                    assertThat(secret).as(seed + " " + key).isTrue();
                } else if (secret) {
                    // Only where it counts the very people of a cell that a rule withholds
                    assertThat(result.notices()).as(seed + " " + key).extracting(ProtectionNotice::code)
                            .contains(Protection.OVERRULED);
                    assertThat(samePeople(atlas, key, primary)).as(seed + " " + key).isTrue();
                }
            }
            assertThat(primary).as("seed " + seed)
                    .allMatch(k -> result.publications().get(k).status() == CellStatus.SECRET);
            if (result.safe()) {
                safe++;
                assertThat(BookAttack.attack(atlas.books(result, RULE)).disclosures()).as("seed " + seed).isEmpty();
            }
        }
        assertThat(safe).isGreaterThan(10);
    }

    private static boolean samePeople(AtlasFixture atlas, CellKey key, SortedSet<CellKey> primary) {
        return atlas.cells()
                .stream()
                .filter(c -> c.key().equals(key))
                .anyMatch(c -> atlas.cells()
                        .stream()
                        .filter(other -> primary.contains(other.key()))
                        .anyMatch(other -> other.numerator().compareTo(c.numerator()) == 0));
    }
}
