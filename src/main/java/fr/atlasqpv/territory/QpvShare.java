package fr.atlasqpv.territory;

import java.math.BigDecimal;

/**
 * What a source says of a QPV in one commune.
 *
 * @param commune code of the commune
 * @param inhabitants inhabitants of the QPV there, null when the source only names the commune
 * @param extent surface of the QPV there, square metres, null when it was not measured
 */
public record QpvShare(String commune, BigDecimal inhabitants, Double extent) {
    /** A share of which nobody measured the surface. */
    public QpvShare(String commune, BigDecimal inhabitants) {
        this(commune, inhabitants, null);
    }
}
