package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Layout;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectPolicyTest {
    private static final BigDecimal CEILING = new BigDecimal("0.5");

    private static List<Notice> decide(Layout layout, long usable, long rejected, long outOfScope) {
        Edition.Source source = new TestExtract(Path.of("."), layout).source();
        return RejectPolicy.decide(source, new RejectPolicy.Counts(usable, rejected, outOfScope), CEILING);
    }

    @ParameterizedTest
    @CsvSource({
            "RPLS_LOGEMENTS, 1000, 0, 0, ",
            "RPLS_LOGEMENTS, 995, 5, 0, ",
            "RPLS_LOGEMENTS, 994, 6, 0, trop-de-rejets",
            "BREVET, 100, 1, 100000, trop-de-rejets",
            "BREVET, 0, 0, 10, fichier-sans-donnee",
            "BASE_QPV, 100000, 1, 0, trop-de-rejets",
            "BASE_QPV, 199, 0, 1, ",
            "BASE_QPV, 0, 0, 104, fichier-sans-donnee"
    })
    void decides(Layout layout, long usable, long rejected, long outOfScope, String code) {
        assertThat(decide(layout, usable, rejected, outOfScope))
                .extracting(Notice::code)
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void explainsTheShareAndTheCeiling() {
        assertThat(decide(Layout.RPLS_LOGEMENTS, 1_980_000, 20_000, 7).getFirst().message())
                .startsWith(
                        "20\u202f000\u00a0lignes inutilisables sur 2\u202f000\u202f000, soit 1\u00a0%\u00a0: l’édition en tolère 0,5\u00a0%");
    }
}
