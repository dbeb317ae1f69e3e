package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.Indicators2022;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A {@link ProtectionNotice} says what a person should know, and no withheld figure. */
class ProtectionNoticeTest {
    private static AtlasFixture atlas(String numerator) {
        return new AtlasFixture(Indicators2022.PART_LOGEMENTS_SOCIAUX)
                .departement("59", "32", "250000", "1100000")
                .qpv("QP000001", "A", "59", numerator, "500")
                .qpv("QP000002", "A", "59", "180", "400")
                .qpv("QP000003", "A", "59", "300", "700");
    }

    @Test
    void aRuleWhoseCountsNoSourceGivesIsSaidNotToBeChecked() {
        ProtectionInput known = atlas("250").input(List.of(AtlasFixture.socialShare()));
        ProtectionInput unknown = new ProtectionInput(
                known.cells(), (territory, perimeter, measure) -> Optional.empty(), known.hierarchy(), known.rules(),
                known.elsewhere(), known.key());

        assertThat(Protection.protect(known).notices()).isEmpty();
        assertThat(Protection.protect(unknown).notices()).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("regle-non-verifiable");
            assertThat(notice.subject()).isEqualTo("part_logements_sociaux");
            assertThat(notice.message()).startsWith("Pour ").contains("«\u00a0part_logements_sociaux\u00a0»");
        });
    }
}
