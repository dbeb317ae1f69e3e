package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Geometry;

/**
 * {@code contours-decales}: many contours lie in the commune of another QPV than their own. The codes have slipped by a row, which
 * no single distance tells where towns are close.
 */
final class ShiftedContours implements InputCheck {
    /** Contours that must be out of place before anything is said. */
    private static final int FEWEST = 3;
    /** A contour so near to the centre of its commune is in place, whatever lies nearer: kilometres. */
    private static final double NEAR = 4;

    @Override
    public Terms terms() {
        return Terms.bound("contours-decales", Severity.ERROR, 15, "% des contours");
    }

    @Override
    public boolean ofPlaces() {
        return true;
    }

    @Override
    public String reserve() {
        return "des contours y sont dans la commune d’un autre quartier";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Ground ground = new Ground(evidence);
        SortedSet<String> communes = new TreeSet<>();
        evidence.places().values().forEach(communes::addAll);
        communes.retainAll(ground.communes().keySet());
        List<Located<Fact.ContourFact>> out = new ArrayList<>();
        int judged = 0;
        for (Located<Fact.ContourFact> located : evidence.facts(Fact.ContourFact.class)) {
            OptionalDouble own = located.fact().kind() == Kind.QPV
                    ? ground.kilometresToItsCommune(located.fact().code(), located.fact().geometry())
                    : OptionalDouble.empty();
            if (own.isPresent() && evidence.placed(
                    Kind.QPV, located.fact().code(), located.fact().geometry().getEnvelopeInternal().centre())) {
                judged++;
                if (own.getAsDouble() > NEAR && elsewhere(located.fact(), own.getAsDouble(), communes, ground)) {
                    out.add(located);
                }
            }
        }
        if (out.size() >= FEWEST && out.size() * 100.0 > judged * threshold.doubleValue()) {
            found.accept(finding(evidence, out, judged));
        }
    }

    /** Three communes with a QPV are nearer, and less than half as far, than the one it is said to lie in. */
    private static boolean elsewhere(
            Fact.ContourFact contour, double own, SortedSet<String> communes, Ground ground) {
        Map<String, Geometry> places = ground.communes();
        return communes.stream()
                .filter(c -> !ground.of(contour.code()).contains(c))
                .anyMatch(c -> contour.geometry().distance(places.get(c)) / 1000 < own / 2);
    }

    private static Finding finding(Evidence evidence, List<Located<Fact.ContourFact>> out, int judged) {
        Source source = evidence.source(out.getFirst());
        return Finding.of(
                Where.row(evidence, out.getFirst(), "code"), source.id(),
                French.integer(out.size()) + " contours sur " + French.integer(judged)
                        + " sont dans la commune d’un autre quartier\u00a0: "
                        + evidence.names(Kind.QPV, out.stream().map(f -> f.fact().code()).toList())
                        + ". Les codes ont-ils glissé d’une ligne\u00a0? Appariez-les de nouveau aux contours.",
                out.getFirst().fact().code());
    }
}
