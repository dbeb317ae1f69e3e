package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Proximity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Finds the establishments near each QPV, as far as the indicators of the edition look. Of a QPV without a contour to measure from, and of
 * one that reaches into a département that no directory holds, nobody knows what is near.
 */
record ProximityStep(RunRequest request, RunTables tables) implements WorkStep {
    @Override
    public void run(long run) {
        Edition edition = request.edition();
        double reach = edition.catalogue().reach();
        Set<String> measured = edition.sources().stream().filter(s -> !s.standIn()).map(Source::id)
                .collect(Collectors.toSet());
        Predicate<String> held = Directory.holding(Layout.ANNUAIRE_EDUCATION, edition, tables.history(), run);
        Map<String, Geometry> contours = new HashMap<>();
        tables.facts().each(run, Fact.ContourFact.class, located -> {
            Fact.ContourFact fact = located.fact();
            if (fact.kind() == Kind.QPV && measured.contains(located.source())
                    && held.test(Frame.departementOfQpv(fact.code()))) {
                contours.put(fact.code(), fact.geometry());
            }
        });
        if (edition.sources().stream().anyMatch(s -> !s.covers().isEmpty())) {
            contours.keySet().removeAll(reachingElsewhere(run, contours, reach, held));
        }
        tables.attachments()
                .saveNear(run, Proximity.near(Directory.of(tables.facts(), run).values(), contours, reach));
    }

    /** QPV within reach of a commune of a département that no directory holds. */
    private Set<String> reachingElsewhere(
            long run, Map<String, Geometry> contours, double reach, Predicate<String> held) {
        STRtree index = new STRtree();
        contours.forEach((qpv, contour) -> {
            Envelope around = new Envelope(contour.getEnvelopeInternal());
            around.expandBy(reach);
            index.insert(around, qpv);
        });
        Frame frame = request.edition().frame();
        Set<String> reaching = new HashSet<>();
        tables.facts().each(run, Fact.ContourFact.class, located -> {
            Fact.ContourFact commune = located.fact();
            if (commune.kind() == Kind.COMMUNE && !held.test(Frame.departementOfCommune(commune.code()))) {
                for (Object near : (List<?>) index.query(commune.geometry().getEnvelopeInternal())) {
                    String qpv = (String) near;
                    // Coordinates of two zones are numbers of two places
                    if (frame.ofQpv(qpv).equals(frame.ofCommune(commune.code()))
                            && contours.get(qpv).isWithinDistance(commune.geometry(), reach)) {
                        reaching.add(qpv);
                    }
                }
            }
        });
        return reaching;
    }
}
