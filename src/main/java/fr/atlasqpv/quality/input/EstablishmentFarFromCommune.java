package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/**
 * {@code etablissement-loin-de-sa-commune}: establishments whose position is far from the commune that the directory gives them.
 * They are near the wrong QPV, or near none.
 */
final class EstablishmentFarFromCommune implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.bound("etablissement-loin-de-sa-commune", Severity.WARNING, 40, "km");
    }

    @Override
    public boolean ofPlaces() {
        return true;
    }

    @Override
    public String reserve() {
        return "des établissements y sont loin de leur commune";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Ground ground = new Ground(evidence);
        SortedMap<String, List<Located<Fact.EstablishmentFact>>> far = new TreeMap<>();
        evidence.facts(Fact.EstablishmentFact.class).forEach(f -> {
            Fact.EstablishmentFact fact = f.fact();
            if (fact.x() != null && fact.y() != null
                    && evidence.placed(Kind.COMMUNE, fact.commune(), new Coordinate(fact.x(), fact.y()))) {
                ground.kilometres(Ground.point(fact.x(), fact.y()), fact.commune()).ifPresent(km -> {
                    if (km > threshold.doubleValue()) {
                        far.computeIfAbsent(f.source(), s -> new ArrayList<>()).add(f);
                    }
                });
            }
        });
        far.values().forEach(all -> found.accept(finding(evidence, all)));
    }

    private static Finding finding(Evidence evidence, List<Located<Fact.EstablishmentFact>> all) {
        Source source = evidence.source(all.getFirst());
        return Finding.of(
                Where.row(evidence, all.getFirst(), "x"), source.id(),
                French.count(all.size(), "établissement est loin", "établissements sont loin")
                        + " de sa commune\u00a0: "
                        + French.first(all.stream().map(f -> f.fact().id()).toList())
                        + ". Vérifiez ses coordonnées et sa commune\u00a0: il compte près d’un autre quartier, ou d’aucun.",
                all.getFirst().fact().id());
    }
}
