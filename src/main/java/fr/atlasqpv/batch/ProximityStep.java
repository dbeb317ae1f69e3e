package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.territory.Proximity;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** Finds the establishments near each QPV, as far as the indicators of the edition look. */
final class ProximityStep implements WorkStep {
    private final RunRequest request;
    private final Facts facts;
    private final Attachments attachments;

    ProximityStep(RunRequest request, Facts facts, Attachments attachments) {
        this.request = request;
        this.facts = facts;
        this.attachments = attachments;
    }

    @Override
    public void run(long run) {
        Map<String, Geometry> contours = new HashMap<>();
        facts.each(run, Fact.ContourFact.class, located -> {
            if (located.fact().kind() == Fact.Kind.QPV) {
                contours.put(located.fact().code(), located.fact().geometry());
            }
        });
        attachments.saveNear(
                run,
                Proximity.near(
                        Directory.of(facts, run).values(), contours, request.edition().catalogue().reach()));
    }
}
