package fr.atlasqpv.batch;

import java.util.List;

/**
 * A step of the job as a person names it.
 *
 * @param id name in the job
 * @param label name in French
 */
public record StepName(String id, String label) {
    /** The ten steps and the one of {@code --validate}, in order. */
    public static final List<StepName> ALL = List.of(
            new StepName("inventory", "inventaire"),
            new StepName("ingest", "lecture"),
            new StepName("attach", "rattachement"),
            new StepName("proximity", "proximité"),
            new StepName("aggregate", "agrégation"),
            new StepName("protect", "secret statistique"),
            new StepName("verify", "contrôles"),
            new StepName("publish", "livres"),
            new StepName("validate", "validation"),
            new StepName("audit", "relecture des livres"),
            new StepName("release", "mise en place"));

    /** Name in French of a step; its own name when it is none of these. */
    public static String of(String id) {
        return ALL.stream().filter(s -> s.id().equals(id)).map(StepName::label).findFirst().orElse(id);
    }
}
