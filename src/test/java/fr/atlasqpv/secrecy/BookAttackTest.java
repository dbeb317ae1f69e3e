package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.Disclosure.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BookAttackTest {
    private static final List<PrimaryRule> RULES = List.of(AtlasFixture.socialShare(), AtlasFixture.socialCount());

    private final AtlasFixture atlas = StressAtlas.region(Indicators2022.PART_LOGEMENTS_SOCIAUX, 60, 0.10, 11);
    private final ProtectionResult result = Protection.protect(atlas.input(RULES));

    @Test
    void theBooksOfASafeRunGiveNothingAway() {
        BookAttack.Result attack = BookAttack.attack(atlas.books(result, RULES));
        assertThat(attack.disclosures()).isEmpty();
        assertThat(attack.attacks().get(Indicators2022.PART_LOGEMENTS_SOCIAUX).withheld()).isPositive();
        assertThat(attack.notices()).isEmpty();
    }

    @Test
    void aWithheldValueWrittenBackIsFound() {
        for (CellKey secret : secrets()) {
            SortedMap<CellKey, Publication> tampered = new TreeMap<>();
            result.publications().forEach((key, told) -> tampered.put(
                    key, key.equals(secret) ? unclamped(key) : told));
            assertThat(BookAttack.attack(atlas.books(tampered, RULES)).safe()).as(secret.toString()).isFalse();
        }
    }

    /** The value as somebody who forgot the rules would write it. */
    private Publication unclamped(CellKey key) {
        return Publication.of(raw().get(key), Optional.empty());
    }

    private Map<CellKey, RawCell> raw() {
        return atlas.cells().stream().collect(Collectors.toMap(RawCell::key, c -> c));
    }

    @Test
    void withoutDenominatorsOnlyStructureIsAttackedAndTheResultSaysSo() {
        BookAttack.Input known = atlas.books(result, RULES);
        BookAttack.Input blind =
                new BookAttack.Input(known.cells(), known.hierarchy(), BookAttack.nothingKnown(),
                        known.rules(), known.wholeMeasures(), Elsewhere.NOTHING);
        BookAttack.Result attack = BookAttack.attack(blind);
        assertThat(attack.safe()).isTrue();
        assertThat(attack.notices()).anyMatch(n -> n.code().equals("denominateurs-inconnus"));
    }

    @Test
    void aSingleSecretInASumIsFoundWithoutAnyDenominator() {
        CellKey kept = secrets().getFirst();
        SortedMap<CellKey, Publication> tampered = new TreeMap<>();
        result.publications().forEach((key, told) -> tampered.put(
                key,
                told.status() == CellStatus.SECRET && !key.equals(kept)
                        ? unclamped(key)
                        : told));
        BookAttack.Input known = atlas.books(tampered, RULES);
        BookAttack.Input blind = new BookAttack.Input(tampered, known.hierarchy(), BookAttack.nothingKnown(),
                known.rules(), known.wholeMeasures(), Elsewhere.NOTHING);
        assertThat(BookAttack.attack(blind).disclosures())
                .anyMatch(d -> d.reason() == Reason.ALONE_IN_A_SUM && d.cells().contains(kept));
    }

    private List<CellKey> secrets() {
        return result.publications()
                .entrySet()
                .stream()
                .filter(e -> e.getValue().status() == CellStatus.SECRET)
                .map(Map.Entry::getKey)
                .toList();
    }
}
