package fr.atlasqpv.store;

import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentDecision;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.PublishedEpci;
import fr.atlasqpv.territory.Region;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The attachment of a run and the collèges near its QPV. */
public final class Attachments {
    private static final String STEP = "attach";

    private final StepOutput output;

    /** @param output what the steps hand on */
    public Attachments(StepOutput output) {
        this.output = output;
    }

    /** A commune and its EPCI row. */
    private record Membership(String commune, String row) {}

    /** A QPV that has a contour and the establishments near it, metres by identifier, possibly none. */
    private record Near(String qpv, Map<String, Double> metres) {}

    /** Keeps the attachment of a run, instead of an earlier one. */
    public void save(long run, Attachment attachment) {
        output.replace(run, STEP, Region.class, attachment.regions().values());
        output.replace(run, STEP, Departement.class, attachment.departements().values());
        output.replace(run, STEP, Commune.class, attachment.communes().values());
        output.replace(run, STEP, PublishedEpci.class, attachment.epci().values());
        output.replace(run, STEP, Membership.class, attachment.communes()
                .keySet()
                .stream()
                .flatMap(c -> attachment.epciRowOf(c).map(row -> new Membership(c, row)).stream())
                .toList());
        output.replace(run, STEP, AttachedQpv.class, attachment.qpv().values());
        output.replace(run, STEP, AttachmentDecision.class, attachment.decisions());
    }

    /** The attachment of a run. */
    public Attachment load(long run) {
        Map<String, String> rows = new HashMap<>();
        output.each(run, Membership.class, m -> rows.put(m.commune(), m.row()));
        return Attachment.restored(
                output.all(run, Region.class),
                output.all(run, Departement.class),
                output.all(run, Commune.class),
                output.all(run, PublishedEpci.class),
                rows,
                output.all(run, AttachedQpv.class),
                output.all(run, AttachmentDecision.class));
    }

    /** Keeps the establishments near the QPV of a run, instead of earlier ones. */
    public void saveNear(long run, SortedMap<String, SortedMap<String, Double>> near) {
        output.replace(run, "proximity", Near.class, near.entrySet()
                .stream()
                .map(n -> new Near(n.getKey(), n.getValue()))
                .toList());
    }

    /** QPV that have a contour → establishments near it → metres, possibly none. */
    public SortedMap<String, SortedMap<String, Double>> near(long run) {
        SortedMap<String, SortedMap<String, Double>> near = new TreeMap<>();
        output.each(run, Near.class, n -> near.put(n.qpv(), new TreeMap<>(n.metres())));
        return near;
    }
}
