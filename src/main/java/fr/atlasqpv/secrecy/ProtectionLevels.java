package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import java.math.BigDecimal;

/**
 * How much an attacker must be left not to know of a withheld count (Hundepool <i>et al.</i>, ch. 4: sliding, lower and upper
 * protection levels).
 *
 * <p>The width holds for the run and the audit; the two other levels speak of the true count, which the run alone knows.
 *
 * @param indicator cells concerned
 * @param width least width of what can be learnt of the count, units of the numerator
 * @param lower how far below the true count it must reach at least
 * @param upper how far above the true count it must reach at least
 */
public record ProtectionLevels(
        Indicator indicator,
        @Within(low = 1, high = 1_000_000) BigDecimal width,
        @Within(low = 0, high = 1_000_000) BigDecimal lower,
        @Within(low = 0, high = 1_000_000) BigDecimal upper) {}
