package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.indicator.RawCell.Availability;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationTest {
    private static final Clamp SOCIAL =
            new Clamp(Indicators2022.PART_LOGEMENTS_SOCIAUX, BigDecimal.valueOf(5), BigDecimal.valueOf(95), false);
    private static final Clamp POVERTY =
            new Clamp(Indicators2022.TAUX_PAUVRETE, BigDecimal.valueOf(5), BigDecimal.valueOf(95), true);

    @ParameterizedTest(name = "{0} of {1} prints {2} {3}")
    @CsvSource({
            "950, 1000, 95.0, PUBLIE",
            "950.001, 1000, 95.0, PLAFONNE",
            "949.6, 1000, 95.0, PUBLIE",
            "949.4, 1000, 94.9, PUBLIE",
            "50, 1000, 5.0, PUBLIE",
            "49.999, 1000, 5.0, PLANCHER",
            "50.4, 1000, 5.0, PUBLIE",
            "0, 1000, 5.0, PLANCHER",
            "1010, 1000, 95.0, PLAFONNE",
            "1, 3, 33.3, PUBLIE",
            "2, 3, 66.7, PUBLIE",
            "122.5, 1000, 12.3, PUBLIE",
    })
    void theSocialShareIsClampedStrictlyOnTheExactRatioThenRoundedOnce(
            String numerator, String denominator, String value, CellStatus status) {
        Publication publication = Publication.of(rate(SOCIAL.indicator(), numerator, denominator), Optional.of(SOCIAL));
        assertThat(publication.value()).isEqualTo(new BigDecimal(value));
        assertThat(publication.status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} of {1} prints {2} {3}")
    @CsvSource({
            "950, 1000, 95.0, PLAFONNE",
            "949.9, 1000, 95.0, PUBLIE",
            "50, 1000, 5.0, PLANCHER",
            "50.1, 1000, 5.0, PUBLIE",
    })
    void povertyIsClampedFromTheBoundsOn(String numerator, String denominator, String value, CellStatus status) {
        Publication publication =
                Publication.of(rate(POVERTY.indicator(), numerator, denominator), Optional.of(POVERTY));
        assertThat(publication.value()).isEqualTo(new BigDecimal(value));
        assertThat(publication.status()).isEqualTo(status);
    }

    @ParameterizedTest(name = "{0} gives {1}")
    @CsvSource({
            "SANS_OBJET, SANS_OBJET", "NON_DISPONIBLE, NON_DISPONIBLE", "SECRET_A_LA_SOURCE, SECRET",
    })
    void aMissingFigureKeepsItsReason(Availability availability, CellStatus status) {
        Publication publication =
                Publication.of(RawCell.absent(key(Indicators2022.TAUX_PAUVRETE), availability), Optional.of(POVERTY));
        assertThat(publication).isEqualTo(Publication.without(status));
    }

    @Test
    void aRateOfNothingMakesNoSense() {
        assertThat(Publication.of(rate(Indicators2022.TAUX_VACANCE, "0", "0"), Optional.empty()).status())
                .isEqualTo(CellStatus.SANS_OBJET);
    }

    @Test
    void aCountIsRoundedHalfUpAndKeepsItsMark() {
        RawCell cell = RawCell.count(key(Indicators2022.NB_LOGEMENTS_SOCIAUX), new BigDecimal("10.5"), true);
        assertThat(Publication.of(cell, Optional.empty()))
                .isEqualTo(new Publication(BigDecimal.valueOf(11), null, CellStatus.PUBLIE, true));
    }

    @Test
    void aCodeIsToldAsItIs() {
        RawCell cell = RawCell.code(key(Indicators2022.TYPOLOGIE_CADRE_VIE), "PUU");
        assertThat(Publication.of(cell, Optional.empty()))
                .isEqualTo(new Publication(null, "PUU", CellStatus.PUBLIE, false));
    }

    @Test
    void aNegativeCountStopsTheRun() {
        assertThatThrownBy(() -> Publication.of(rate(Indicators2022.TAUX_VACANCE, "-1", "10"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("QP059017");
    }

    private static RawCell rate(Indicator indicator, String numerator, String denominator) {
        return RawCell.rate(key(indicator), new BigDecimal(numerator), new BigDecimal(denominator), false);
    }

    private static CellKey key(Indicator indicator) {
        return CellKey.of(Level.QPV, "QP059017", Perimeter.QPV, indicator);
    }
}
