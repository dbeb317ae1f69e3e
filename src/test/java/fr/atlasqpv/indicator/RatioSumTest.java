package fr.atlasqpv.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.RatioSum.Part;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members written {@code 3/10} count, {@code ~3/10} have a rate and its base, {@code ?} are not known. */
class RatioSumTest {
    private static final CellKey KEY =
            CellKey.of(Level.DEP, "59", Perimeter.ENSEMBLE, Indicators2022.TAUX_PAUVRETE);

    private static RatioSum sum(String members) {
        RatioSum sum = new RatioSum();
        if (members != null) {
            for (String member : members.split(" ")) {
                sum.add(part(member));
            }
        }
        return sum;
    }

    private static Part part(String member) {
        if (member.equals("?")) {
            return new Part.Unknown();
        }
        String[] counts = member.replace("~", "").split("/");
        BigDecimal top = new BigDecimal(counts[0]);
        BigDecimal bottom = new BigDecimal(counts[1]);
        return member.startsWith("~") ? new Part.FromRate(top, bottom) : new Part.Counted(top, bottom);
    }

    @ParameterizedTest(name = "{0} gives {1} of {2}, estimated: {3}")
    @CsvSource({
            "3/10, 3, 10, false",
            "3/10 9/10, 12, 20, false",
            "3/10 9/90, 12, 100, false",
            "3/10 ?, 3, 10, true",
            "~3/10, 3, 10, false",
            "~3/10 9/90, 12, 100, true",
            "~2.5/10 ~0.5/5, 3, 15, true",
            "0/10, 0, 10, false",
    })
    void numeratorsAndDenominatorsAddUpAndNoRateDoes(String members, String top, String bottom, boolean estimated) {
        assertThat(sum(members).rate(KEY)).usingRecursiveComparison()
                .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(RawCell.rate(KEY, new BigDecimal(top), new BigDecimal(bottom), estimated));
    }

    @ParameterizedTest(name = "{0} gives a rate that is {1}, a count that is {2}")
    @CsvSource({
            "?, NON_DISPONIBLE, NON_DISPONIBLE",
            "? ?, NON_DISPONIBLE, NON_DISPONIBLE",
            ", SANS_OBJET, KNOWN",
            "0/0, SANS_OBJET, KNOWN",
            "0/0 ?, SANS_OBJET, KNOWN",
            "3/10 ?, KNOWN, KNOWN",
    })
    void nothingKnownIsNotNothingThere(String members, Availability rate, Availability count) {
        assertThat(sum(members).rate(KEY).availability()).isEqualTo(rate);
        assertThat(sum(members).count(KEY).availability()).isEqualTo(count);
    }

    @Test
    void aCountIsEstimatedWhereAMemberIsMissing() {
        assertThat(sum("3/10 9/10").count(KEY)).isEqualTo(RawCell.count(KEY, new BigDecimal("12"), false));
        assertThat(sum("3/10 ?").count(KEY)).isEqualTo(RawCell.count(KEY, new BigDecimal("3"), true));
        assertThat(sum("3/10 ? ?").unknown()).isEqualTo(2);
        assertThat(sum("3/10 ? ~1/2").known()).isEqualTo(2);
    }
}
