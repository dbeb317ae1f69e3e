package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.locationtech.jts.geom.Coordinate;

/**
 * {@code hors-de-france}: contours, centres or establishments of metropolitan France that lie outside of it. Latitude and longitude
 * are swapped, or degrees are taken for metres; nothing would ever be near them.
 */
final class OffTheMap implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.plain("hors-de-france", Severity.ERROR);
    }

    /** A place and what is there. */
    private record Off(Located<?> located, String what, Coordinate at) {}

    @Override
    public String reserve() {
        return "des positions y sont hors de France";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        Set<String> overseas = evidence.overseas();
        SortedMap<String, List<Off>> off = new TreeMap<>();
        evidence.facts(Fact.ContourFact.class).forEach(f -> {
            if (!overseas.contains(f.fact().code())) {
                off(off, f, evidence.name(f.fact().kind(), f.fact().code()),
                        f.fact().geometry().getEnvelopeInternal().centre());
            }
        });
        evidence.facts(Fact.CentreFact.class).forEach(f -> {
            if (!overseas.contains(f.fact().commune())) {
                off(off, f, evidence.name(Kind.COMMUNE, f.fact().commune()),
                        new Coordinate(f.fact().x(), f.fact().y()));
            }
        });
        evidence.facts(Fact.EstablishmentFact.class).forEach(f -> {
            if (f.fact().x() != null && f.fact().y() != null && !overseas.contains(f.fact().commune())) {
                off(off, f, f.fact().id(), new Coordinate(f.fact().x(), f.fact().y()));
            }
        });
        off.values().forEach(all -> found.accept(finding(evidence, all)));
    }

    private static void off(SortedMap<String, List<Off>> off, Located<?> located, String what, Coordinate at) {
        if (!Ground.metropolitan(at)) {
            off.computeIfAbsent(located.source(), s -> new ArrayList<>()).add(new Off(located, what, at));
        }
    }

    private static Finding finding(Evidence evidence, List<Off> all) {
        Off first = all.getFirst();
        Source source = evidence.source(first.located());
        return Finding.of(
                new Where(source.id(), source.file(), first.located().line(), ""), source.id(),
                French.count(all.size(), "position est", "positions sont") + " hors de France métropolitaine\u00a0: "
                        + French.first(all.stream().map(Off::what).toList())
                        + ". Latitude et longitude inversées, ou degrés pris pour des mètres\u00a0? Vérifiez l’ordre des "
                        + "coordonnées et la projection déclarée (crs, epsg).",
                "x " + Math.round(first.at().x) + "\u00a0m, y " + Math.round(first.at().y) + "\u00a0m");
    }
}
