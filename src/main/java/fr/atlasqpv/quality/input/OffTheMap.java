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
 * {@code hors-de-france}: contours, centres or establishments that lie outside of the zone of their commune or QPV. Latitude and longitude
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
    public boolean ofPlaces() {
        return true;
    }

    @Override
    public String reserve() {
        return "des positions y sont hors de France";
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        SortedMap<String, List<Off>> off = new TreeMap<>();
        evidence.facts(Fact.ContourFact.class).forEach(f -> off(
                evidence, off, f, f.fact().kind(), f.fact().code(),
                f.fact().geometry().getEnvelopeInternal().centre()));
        evidence.facts(Fact.CentreFact.class).forEach(f -> off(
                evidence, off, f, Kind.COMMUNE, f.fact().commune(), new Coordinate(f.fact().x(), f.fact().y())));
        evidence.facts(Fact.EstablishmentFact.class).forEach(f -> {
            if (f.fact().x() != null && f.fact().y() != null) {
                off(evidence, off, f, Kind.COMMUNE, f.fact().commune(), new Coordinate(f.fact().x(), f.fact().y()));
            }
        });
        off.values().forEach(all -> found.accept(finding(evidence, all)));
    }

    private static void off(
            Evidence evidence, SortedMap<String, List<Off>> off, Located<?> located, Kind kind, String code,
            Coordinate at) {
        if (!evidence.placed(kind, code, at)) {
            String what = located.fact() instanceof Fact.EstablishmentFact e ? e.id() : evidence.name(kind, code);
            off.computeIfAbsent(located.source(), s -> new ArrayList<>()).add(new Off(located, what, at));
        }
    }

    private static Finding finding(Evidence evidence, List<Off> all) {
        Off first = all.getFirst();
        Source source = evidence.source(first.located());
        return Finding.of(
                new Where(source.id(), source.file(), first.located().line(), ""), source.id(),
                French.count(all.size(), "position est loin de son territoire",
                        "positions sont loin de leur territoire")
                        + "\u00a0: "
                        + French.first(all.stream().map(Off::what).toList())
                        + ". Latitude et longitude inversées, ou degrés pris pour des mètres\u00a0? Vérifiez l’ordre des "
                        + "coordonnées et la projection déclarée (crs, epsg), puis l’étendue de la zone (frame.zones).",
                "x " + Math.round(first.at().x) + "\u00a0m, y " + Math.round(first.at().y) + "\u00a0m");
    }
}
