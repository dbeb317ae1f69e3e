package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts that anybody can read in another publication; QP000001 has few who are not concerned. */
class ElsewhereTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final List<PrimaryRule> RULE = List.of(AtlasFixture.socialShare());

    private static AtlasFixture atlas() {
        return atlas("180");
    }

    private static AtlasFixture atlas(String second) {
        return AtlasFixture.fiveQpv("493", second);
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

    @ParameterizedTest(name = "{0} known: {1} is the partner")
    @CsvSource({"QP000002, QP000003", "QP000003, QP000002"})
    void aPartnerThatIsKnownElsewhereWouldUndoThePrimaryCellAndIsNotTaken(String known, String partner) {
        AtlasFixture atlas = atlas().countedElsewhere(qpv(known));

        ProtectionResult result = Protection.protect(atlas.input(RULE));

        assertThat(result.safe()).isTrue();
        assertThat(secret(result)).containsExactlyInAnyOrder("QP000001", partner);
        assertThat(result.notices()).isEmpty();
        assertThat(BookAttack.attack(atlas.books(result, RULE)).disclosures()).isEmpty();
        // With the known one as its partner the audit finds the primary cell
        var books = new java.util.TreeMap<>(result.publications());
        books.put(qpv(partner), Protection.protect(atlas().input(List.of())).publications().get(qpv(partner)));
        books.put(qpv(known), Publication.without(CellStatus.SECRET));
        assertThat(BookAttack.attack(atlas.books(books, RULE)).disclosures())
                .anyMatch(d -> d.cells().contains(qpv("QP000001")));
    }

    @Test
    void aSecretThatIsKnownElsewhereProtectsNobodyAndNeedsNoPartner() {
        AtlasFixture atlas = atlas().countedElsewhere(qpv("QP000001"));

        ProtectionResult result = Protection.protect(atlas.input(RULE));

        assertThat(result.safe()).isTrue();
        assertThat(secret(result)).containsExactly("QP000001");
        assertThat(result.notices()).singleElement().satisfies(n -> {
            assertThat(n.code()).isEqualTo(ProtectionNotice.KNOWN_ELSEWHERE);
            assertThat(n.message()).doesNotContain("QP0");
        });
        BookAttack.Result audit = BookAttack.attack(atlas.books(result, RULE));
        assertThat(audit.safe()).isTrue();
        assertThat(audit.notices()).extracting(ProtectionNotice::code).contains(ProtectionNotice.KNOWN_ELSEWHERE);
    }

    @Test
    void itIsNoPartnerOfItsNeighbourEither() {
        AtlasFixture atlas = atlas("395").countedElsewhere(qpv("QP000001"));

        ProtectionResult result = Protection.protect(atlas.input(RULE));

        assertThat(result.safe()).isTrue();
        assertThat(secret(result)).containsExactly("QP000001", "QP000002", "QP000003");
        assertThat(BookAttack.attack(atlas.books(result, RULE)).safe()).isTrue();
    }

    @Test
    void whatTheNumbersAroundItTellTogetherStopsTheRun() {
        AtlasFixture atlas = atlas();
        atlas.countedElsewhere(qpv("QP000002")).countedElsewhere(qpv("QP000003"))
                .countedElsewhere(atlas.key(Level.EPCI, "A"));

        ProtectionResult result = Protection.protect(atlas.input(RULE));

        assertThat(result.disclosures()).anyMatch(d -> d.cells().contains(qpv("QP000001")));
    }

    @Test
    void inRandomRegionsNoPartnerIsKnownAndTheAuditOfTheBooksAgrees() {
        int safe = 0;
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            AtlasFixture atlas = StressAtlas.region(SHARE, 12 + random.nextInt(20), 0.15, seed);
            ProtectionInput plain = atlas.input(RULE);
            SortedSet<CellKey> known = new TreeSet<>();
            plain.cells().stream().map(c -> c.key()).sorted().forEach(key -> {
                boolean ruled = AtlasFixture.socialShare().judge(plain.counts(), key.territory(), key.perimeter())
                        == PrimaryRule.Finding.WITHHELD;
                if (!ruled && key.territory().level() == Level.QPV && random.nextInt(6) == 0) {
                    known.add(key);
                    atlas.countedElsewhere(key);
                }
            });

            ProtectionResult result = Protection.protect(atlas.input(RULE));

            assertThat(known).as("seed " + seed)
                    .noneMatch(k -> result.publications().get(k).status() == CellStatus.SECRET);
            if (result.safe()) {
                safe++;
                assertThat(BookAttack.attack(atlas.books(result, RULE)).disclosures()).as("seed " + seed).isEmpty();
            }
        }
        assertThat(safe).isGreaterThan(20);
    }
}
