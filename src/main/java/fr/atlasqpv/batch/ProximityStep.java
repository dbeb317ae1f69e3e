package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.Proximity;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/** Finds the establishments near each QPV, as far as the indicators of the edition look. */
record ProximityStep(RunRequest request, RunTables tables) implements WorkStep {
    @Override
    public void run(long run) {
        Map<String, Geometry> contours = new HashMap<>();
        tables.facts().each(run, Fact.ContourFact.class, located -> {
            if (located.fact().kind() == Fact.Kind.QPV) {
                contours.put(located.fact().code(), located.fact().geometry());
            }
        });
        tables.attachments().saveNear(
                run,
                Proximity.near(
                        Directory.of(tables.facts(), run).values(), contours, request.edition().catalogue().reach()));
    }
}
