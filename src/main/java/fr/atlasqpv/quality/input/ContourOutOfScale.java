package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.function.Consumer;

/**
 * {@code contour-hors-echelle}: a QPV that would cover more ground than any does. The largest ones cover a few square kilometres;
 * whatever lies in a contour of a whole town is near it.
 */
final class ContourOutOfScale implements InputCheck {
    private static final double SQUARE_KILOMETRE = 1_000_000;

    @Override
    public Terms terms() {
        return Terms.bound("contour-hors-echelle", Severity.ERROR, 20, "km²");
    }

    @Override
    public boolean ofPlaces() {
        return true;
    }

    @Override
    public String reserve() {
        return "des contours y couvrent plus de terrain que ne peut un quartier";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        evidence.facts(Fact.ContourFact.class).stream().filter(f -> f.fact().kind() == Kind.QPV).forEach(f -> {
            double area = f.fact().geometry().getArea() / SQUARE_KILOMETRE;
            // Elsewhere than where it can be, its area says nothing
            boolean placed = evidence.placed(
                    Kind.QPV, f.fact().code(), f.fact().geometry().getEnvelopeInternal().centre());
            if (placed && area > threshold.doubleValue()) {
                found.accept(Finding.of(
                        Where.row(evidence, f, "code"), f.fact().code(),
                        "Le contour de " + evidence.name(Kind.QPV, f.fact().code()) + " couvre "
                                + French.integer(Math.round(area)) + "\u00a0km², plus que ne peut un quartier ("
                                + French.number(threshold)
                                + "\u00a0km² au plus)\u00a0: remplacez-le par le bon contour.",
                        f.fact().code()));
            }
        });
    }
}
