package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.math.BigDecimal;

/**
 * What is set for a rule, key by key, wherever it is written: a section of the edition file, an object of a manifest. A key
 * that is missing or wrong gives null, once who holds it has said so, or stops the reading.
 */
public interface Settings {
    /** The indicator that the key names. */
    Indicator indicator(String key);

    /** The measure that the key names. */
    Measure measure(String key);

    /** A number within bounds, both included. */
    BigDecimal number(String key, int lowest, int highest);

    /** {@code true} or {@code false}; false when the key is absent. */
    boolean flag(String key);
}
