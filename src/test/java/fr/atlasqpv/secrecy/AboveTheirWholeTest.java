package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.TableBuilder.Terms;
import fr.atlasqpv.secrecy.TableBuilder.Trust;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Two sources may count more on top than below. The manifest of the books says of which shares: with it the audit attacks them with the
 * model of the run, and nothing seems to contradict anything.
 */
class AboveTheirWholeTest {
    private static final int TABLES = 2_000;
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final List<PrimaryRule> RULES = List.of(AtlasFixture.socialShare());

    private static CellKey qpv(String code) {
        return CellKey.of(Level.QPV, code, Perimeter.QPV, SHARE);
    }

    /** A region of two EPCI; in one QPV of three the dwellings outnumber the residences. */
    private static AtlasFixture random(Random random) {
        AtlasFixture atlas = new AtlasFixture(SHARE);
        atlas.departement("59", "32", "25000", "110000");
        for (int i = 0; i < 6; i++) {
            int residences = 40 + random.nextInt(60);
            int dwellings = random.nextInt(3) == 0 ? residences + 1 + random.nextInt(30) : random.nextInt(residences);
            atlas.qpv("QP" + i, i < 3 ? "A" : "B", "59", Integer.toString(dwellings), Integer.toString(residences));
        }
        return atlas;
    }

    private static SortedMap<CellKey, Publication> told(AtlasFixture atlas, Set<CellKey> withheld) {
        SortedMap<CellKey, Publication> told = new TreeMap<>();
        atlas.cells().forEach(c -> told.put(c.key(), withheld.contains(c.key())
                ? Publication.without(CellStatus.SECRET)
                : Publication.of(c, AtlasFixture.clamps().stream().filter(k -> k.indicator().equals(SHARE))
                        .findFirst())));
        return told;
    }

    private static Set<CellKey> above(AtlasFixture atlas) {
        return atlas.cells().stream().filter(RawCell::aboveItsWhole).map(RawCell::key).collect(Collectors.toSet());
    }

    private static BookAttack.Input books(AtlasFixture atlas, Set<CellKey> withheld, Set<CellKey> said) {
        BookAttack.Input books = atlas.books(told(atlas, withheld), RULES);
        return new BookAttack.Input(books.cells(), books.hierarchy(), books.denominators(), books.rules(),
                books.wholeMeasures(), books.elsewhere(), said);
    }

    /** What is given away to whoever has the exact counts to check links with, and the manifest. */
    private static SortedSet<String> byTheRun(AtlasFixture atlas, Set<CellKey> withheld, boolean toldAlone) {
        BookAttack.Input books = books(atlas, withheld, Set.of());
        SortedMap<CellKey, Publication> all = told(atlas, Set.of());
        List<Figure> figures = atlas.cells().stream().map(c -> new Figure(
                c.key(), all.get(c.key()), c.numerator(), c.denominator(), true,
                toldAlone && c.aboveItsWhole() && !withheld.contains(c.key()))).toList();
        TableBuilder builder = new TableBuilder(
                figures, atlas.hierarchy(),
                new Terms(books.rules(), Elsewhere.NOTHING, books.denominators(), AtlasFixture.KEY), true, Trust.ALL);
        LinkedTable table = builder.build();
        BitSet pattern = new BitSet();
        withheld.forEach(k -> pattern.set(builder.position(k)));
        return cells(new Audit(table, pattern, new Attacker(table).exact(pattern)).disclosures());
    }

    private static SortedSet<String> cells(List<Disclosure> disclosures) {
        return disclosures.stream()
                .filter(d -> d.reason() != Disclosure.Reason.SENSITIVE_TOLD)
                .map(d -> d.cells() + " " + d.reason())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theAuditFindsWhatTheRunDoesAndNothingSeemsToContradictAnything() {
        int exposed = 0;
        int misled = 0;
        for (long seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            AtlasFixture atlas = random(random);
            Set<CellKey> above = above(atlas);
            SortedSet<CellKey> withheld = new TreeSet<>();
            for (int i = 0; i < 6; i++) {
                if (random.nextBoolean() && !above.contains(qpv("QP" + i))) {
                    withheld.add(qpv("QP" + i));
                }
            }
            BookAttack.Result audit = BookAttack.attack(books(atlas, withheld, above));
            SortedSet<String> found = cells(audit.disclosures());

            assertThat(audit.notices()).as("seed " + seed).isEmpty();
            assertThat(found).as("seed " + seed).isEqualTo(byTheRun(atlas, withheld, true));
            exposed += found.isEmpty() ? 0 : 1;
            // The run holds the attacker for one who knows how many dwellings there are too many
            assertThat(byTheRun(atlas, withheld, false).size()).isGreaterThanOrEqualTo(found.size());
            misled += BookAttack.attack(books(atlas, withheld, Set.of())).notices().isEmpty() ? 0 : 1;
        }
        assertThat(exposed).as("tables that give something away").isBetween(TABLES / 10, TABLES * 9 / 10);
        assertThat(misled).as("tables that contradict themselves where nothing says so").isGreaterThan(TABLES / 10);
    }

    /** Whoever believes of a withheld share that it is a part would be misled, and find its neighbours where they are not. */
    @Test
    void whatTheRunReleasesTheAuditLetsPass() {
        int withholding = 0;
        int contradicting = 0;
        for (long seed = 0; seed < TABLES; seed++) {
            AtlasFixture atlas = random(new Random(seed));
            ProtectionResult run = Protection.protect(atlas.input(RULES));
            assertThat(run.disclosures()).as("seed " + seed).isEmpty();
            SortedSet<CellKey> withheld = new TreeSet<>();
            run.publications().forEach((key, p) -> {
                if (p.status() == CellStatus.SECRET) {
                    withheld.add(key);
                }
            });
            Set<CellKey> said = above(atlas);
            said.removeAll(withheld);
            BookAttack.Result audit = BookAttack.attack(books(atlas, withheld, said));

            assertThat(audit.disclosures()).as("seed " + seed).isEmpty();
            withholding += withheld.isEmpty() ? 0 : 1;
            contradicting += audit.notices().isEmpty() ? 0 : 1;
        }
        assertThat(withholding).isGreaterThan(TABLES / 2);
        assertThat(contradicting).as("nothing but parts above their whole was left to be withheld")
                .isLessThan(TABLES / 50);
    }

    /** 130 of 100 and 20 of 100 are 150 of 200: printed as the ceiling, 20 % and 75 %. */
    @Test
    void whereNothingSaysSoThePartsAtTheTopAreDoubtedFirst() {
        AtlasFixture atlas = new AtlasFixture(SHARE).departement("59", "32", "25000", "110000")
                .qpv("QP0", "A", "59", "130", "100").qpv("QP1", "A", "59", "20", "100")
                .qpv("QP2", "B", "59", "50", "100").qpv("QP3", "B", "59", "50", "100");
        SortedSet<CellKey> withheld = new TreeSet<>(Set.of(qpv("QP2")));
        BookAttack.Result doubted = BookAttack.attack(books(atlas, withheld, Set.of()));

        assertThat(doubted.notices()).singleElement().satisfies(n -> assertThat(n.message())
                .contains("se contredisent", "une part publiée au plus haut peut dépasser son tout"));
        assertThat(cells(doubted.disclosures())).isEqualTo(
                cells(BookAttack.attack(books(atlas, withheld, above(atlas))).disclosures())).isNotEmpty();
    }

    @Test
    void whoeverReadsTheManifestKnowsThatThePartIsMoreThanTheWhole() {
        Figure figure = new Figure(
                qpv("QP0"), new Publication(new BigDecimal("100.0"), null, CellStatus.PUBLIE, false), null,
                BigDecimal.TEN, true, true);
        TableBuilder builder = new TableBuilder(
                List.of(figure), new AtlasFixture(SHARE).hierarchy(),
                new Terms(AtlasFixture.rules(RULES, false), Elsewhere.NOTHING,
                        (territory, perimeter, measure) -> Optional.empty(), AtlasFixture.KEY),
                true, Trust.ALL);

        assertThat(builder.build().cells().getFirst().shown()).isEqualTo(new Interval(11, LinkedTable.NO_BOUND));
    }
}
