package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code centre-loin-de-son-departement}: the centre of a commune far from the middle of those of its département. A sign or a code
 * is wrong.
 */
final class CentreFarFromDepartement implements InputCheck {
    /** The middle of fewer centres says little. */
    private static final int FEWEST = 5;

    @Override
    public Terms terms() {
        return Terms.bound("centre-loin-de-son-departement", Severity.ERROR, 120, "km");
    }

    @Override
    public boolean ofPlaces() {
        return true;
    }

    @Override
    public String reserve() {
        return "des centres de communes y sont loin de leur département";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Map<String, String> departements = new HashMap<>();
        evidence.facts(Fact.CommuneFact.class).forEach(f -> departements.put(f.fact().code(), f.fact().departement()));
        SortedMap<String, List<Located<Fact.CentreFact>>> of = new TreeMap<>();
        evidence.facts(Fact.CentreFact.class).forEach(f -> {
            String departement = departements.get(f.fact().commune());
            if (departement != null) {
                of.computeIfAbsent(departement, d -> new ArrayList<>()).add(f);
            }
        });
        of.forEach((departement, centres) -> {
            if (centres.size() >= FEWEST) {
                double x = OrderOfMagnitude.middle(centres.stream().map(c -> c.fact().x()).toList());
                double y = OrderOfMagnitude.middle(centres.stream().map(c -> c.fact().y()).toList());
                for (Located<Fact.CentreFact> centre : centres) {
                    double km = Math.hypot(centre.fact().x() - x, centre.fact().y() - y) / 1000;
                    if (km > threshold.doubleValue()) {
                        found.accept(finding(evidence, centre, departement, km));
                    }
                }
            }
        });
    }

    private static Finding finding(
            Evidence evidence, Located<Fact.CentreFact> centre, String departement, double km) {
        String commune = centre.fact().commune();
        return Finding.of(
                Where.row(evidence, centre, "code"), commune,
                "Le centre de " + evidence.name(Kind.COMMUNE, commune) + " est à " + French.integer(Math.round(km))
                        + "\u00a0km du milieu de son département (" + departement
                        + ")\u00a0: signe perdu, coordonnées inversées ou code d’une autre commune\u00a0? Corrigez la ligne.",
                commune);
    }
}
