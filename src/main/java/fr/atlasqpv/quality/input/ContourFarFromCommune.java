package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/**
 * {@code contour-loin-de-sa-commune}: the contour of a QPV far from every commune that the QPV is said to lie in. One of the two is
 * of another QPV.
 */
final class ContourFarFromCommune implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.bound("contour-loin-de-sa-commune", Severity.ERROR, 20, "km");
    }

    @Override
    public boolean ofPlaces() {
        return true;
    }

    @Override
    public String reserve() {
        return "des contours y sont loin de leur commune";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Ground ground = new Ground(evidence);
        evidence.facts(Fact.ContourFact.class).stream().filter(f -> f.fact().kind() == Kind.QPV).forEach(f -> {
            String qpv = f.fact().code();
            Coordinate centre = f.fact().geometry().getEnvelopeInternal().centre();
            if (!evidence.placed(Kind.QPV, qpv, centre)) {
                return; // told of the whole file
            }
            ground.kilometresToItsCommune(qpv, f.fact().geometry()).ifPresent(km -> {
                if (km > threshold.doubleValue()) {
                    found.accept(Finding.of(
                            Where.row(evidence, f, "code"), qpv,
                            "Le contour de " + evidence.name(Kind.QPV, qpv) + " est à " + French.number(Math.round(km))
                                    + "\u00a0km de sa commune, "
                                    + ground.of(qpv).stream().map(c -> evidence.name(Kind.COMMUNE, c))
                                            .collect(Collectors.joining(", "))
                                    + "\u00a0: est-ce celui d’un autre quartier\u00a0? Corrigez le code ou le contour.",
                            qpv));
                }
            });
        });
    }
}
