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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

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
                map(Fact.EpciDepartementFact.class, Fact.EpciDepartementFact::epci, Fact.EpciDepartementFact::departement);
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
        named.forEach(counted::putIfAbsent);
        return counted;
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
