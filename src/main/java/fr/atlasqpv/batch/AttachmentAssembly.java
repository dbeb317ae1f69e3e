package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.territory.AttachmentInput;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Epci;
import fr.atlasqpv.territory.Qpv;
import fr.atlasqpv.territory.QpvShare;
import fr.atlasqpv.territory.Region;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What the attachment needs to know, put together from what the extracts state. */
record AttachmentAssembly(Edition edition, Facts facts, long run) {
    AttachmentInput input() {
        Map<String, Qpv> qpv = new TreeMap<>();
        Map<String, String> listedCommunes = new HashMap<>();
        for (Fact.QpvFact fact : facts(Fact.QpvFact.class)) {
            qpv.putIfAbsent(fact.code(), new Qpv(fact.code(), fact.label()));
            if (fact.communes() != null && !fact.communes().isEmpty()) {
                listedCommunes.putIfAbsent(fact.code(), fact.communes());
            }
        }
        return new AttachmentInput(
                each(Fact.CommuneFact.class, f -> new Commune(f.code(), f.label(), f.departement(), f.region())),
                each(
                        Fact.DepartementFact.class,
                        f -> new Departement(f.code(), f.label(), f.region(), f.chefLieu())),
                each(Fact.RegionFact.class, f -> new Region(f.code(), f.label(), f.chefLieu())),
                each(Fact.EpciFact.class, f -> new Epci(f.code(), f.label(), f.nature())),
                map(Fact.EpciMembershipFact.class, Fact.EpciMembershipFact::commune, Fact.EpciMembershipFact::epci),
                seats(),
                inhabitants(edition, facts, run),
                qpv.values(),
                qpvCommunes(),
                listedCommunes,
                new LinkedHashSet<>(edition.splitEpci()));
    }

    /** Département of the seat of each EPCI: that of its commune, or the one that a source tells. */
    private Map<String, String> seats() {
        Map<String, String> seats =
                map(Fact.EpciDepartementFact.class, Fact.EpciDepartementFact::epci,
                        Fact.EpciDepartementFact::departement);
        Map<String, String> departements =
                map(Fact.CommuneFact.class, Fact.CommuneFact::code, Fact.CommuneFact::departement);
        facts(Fact.EpciSeatFact.class).stream().filter(f -> departements.containsKey(f.commune()))
                .forEach(f -> seats.put(f.epci(), departements.get(f.commune())));
        return seats;
    }

    /** Inhabitants of the communes by code; empty when the edition names no measure for them. */
    static Map<String, BigDecimal> inhabitants(Edition edition, Facts facts, long run) {
        Measure measure = edition.catalogue().inhabitants();
        return measure == null ? Map.of() : facts.measure(run, Fact.Kind.COMMUNE, measure);
    }

    /** A source that counts inhabitants by commune says more than one that names the first commune. */
    private Map<String, List<QpvShare>> qpvCommunes() {
        Map<String, List<QpvShare>> counted = new TreeMap<>();
        Map<String, List<QpvShare>> named = new TreeMap<>();
        for (Fact.QpvCommuneFact fact : facts(Fact.QpvCommuneFact.class)) {
            (fact.inhabitants() == null ? named : counted)
                    .computeIfAbsent(fact.qpv(), q -> new ArrayList<>())
                    .add(new QpvShare(fact.commune(), fact.inhabitants()));
        }
        named.keySet().removeAll(counted.keySet());
        byExtent(named);
        counted.putAll(named);
        return counted;
    }

    /** Puts first the commune that most of a QPV lies in, where a source names several and their contours are known. */
    private void byExtent(Map<String, List<QpvShare>> named) {
        Map<String, List<QpvShare>> several = new TreeMap<>(named);
        several.values().removeIf(shares -> shares.size() < 2);
        if (several.isEmpty()) {
            return;
        }
        Set<String> communes = several.values().stream().flatMap(List::stream).map(QpvShare::commune)
                .collect(Collectors.toSet());
        Map<String, Geometry> drawn = new HashMap<>();
        facts.each(run, Fact.ContourFact.class, located -> {
            String code = located.fact().code();
            if (several.containsKey(code) || communes.contains(code)) {
                drawn.put(code, located.fact().geometry());
            }
        });
        several.forEach((qpv, shares) -> {
            Geometry whole = drawn.get(qpv);
            if (whole != null && shares.stream().allMatch(s -> drawn.containsKey(s.commune()))) {
                named.put(qpv,
                        shares.stream().map(s -> new QpvShare(s.commune(), null, area(whole, drawn.get(s.commune()))))
                                .sorted(Comparator.comparing(QpvShare::extent).reversed())
                                .toList());
            }
        });
    }

    private static double area(Geometry quartier, Geometry commune) {
        return OverlayNGRobust.overlay(quartier, commune, OverlayNG.INTERSECTION).getArea();
    }

    private <F extends Fact> List<F> facts(Class<F> type) {
        return facts.all(run, type).stream().map(Located::fact).toList();
    }

    private <F extends Fact, T> List<T> each(Class<F> type, Function<F, T> territory) {
        return facts(type).stream().map(territory).toList();
    }

    private <F extends Fact> Map<String, String> map(
            Class<F> type, Function<F, String> key, Function<F, String> value) {
        Map<String, String> map = new HashMap<>();
        facts(type).forEach(f -> map.put(key.apply(f), value.apply(f)));
        return map;
    }
}
