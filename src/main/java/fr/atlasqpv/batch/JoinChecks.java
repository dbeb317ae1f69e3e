package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.Located;
import fr.atlasqpv.territory.Epci;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks the keys by which the extracts join: each refers to a territory of the edition, and each is given once. A key given
 * twice multiplies what it joins (the 2022 print counted merged communes once per former commune), so the run stops.
 */
final class JoinChecks {
    private final Edition edition;
    private final Facts facts;
    private final long run;
    private final List<Notice> notices = new ArrayList<>();
    private final Set<String> regions = new HashSet<>();
    private final Set<String> departements = new HashSet<>();
    private final Set<String> communes = new HashSet<>();
    private final Set<String> epci = new HashSet<>();
    private final Set<String> qpv = new HashSet<>();

    private JoinChecks(Edition edition, Facts facts, long run) {
        this.edition = edition;
        this.facts = facts;
        this.run = run;
    }

    /** Notices on every key of the run that does not join, in the order of the sources. */
    static List<Notice> of(Edition edition, Facts facts, long run) {
        JoinChecks checks = new JoinChecks(edition, facts, run);
        checks.territories();
        checks.neighbourhoods();
        checks.figures();
        return checks.notices;
    }

    private void territories() {
        unique(Fact.RegionFact.class, "code", Fact.RegionFact::code).forEach(f -> regions.add(f.fact().code()));
        unique(Fact.DepartementFact.class, "code", Fact.DepartementFact::code).forEach(f -> {
            departements.add(f.fact().code());
            refer(f, regions, "region", f.fact().region());
        });
        unique(Fact.CommuneFact.class, "code", Fact.CommuneFact::code).forEach(f -> {
            communes.add(f.fact().code());
            refer(f, departements, "departement", f.fact().departement());
            refer(f, regions, "region", f.fact().region());
        });
        unique(Fact.EpciFact.class, "epci", Fact.EpciFact::code).forEach(f -> epci.add(f.fact().code()));
        unique(Fact.EpciMembershipFact.class, "commune", Fact.EpciMembershipFact::commune).forEach(f -> {
            refer(f, communes, "commune", f.fact().commune());
            if (!f.fact().epci().equals(Epci.NONE)) {
                refer(f, epci, "epci", f.fact().epci());
            }
        });
        unique(Fact.EpciSeatFact.class, "epci", Fact.EpciSeatFact::epci).forEach(f -> {
            refer(f, epci, "epci", f.fact().epci());
            refer(f, communes, "commune", f.fact().commune());
        });
    }

    private void neighbourhoods() {
        unique(Fact.QpvFact.class, "code", f -> f.code()).forEach(f -> qpv.add(f.fact().code()));
        unique(Fact.QpvCommuneFact.class, "qpv", f -> f.qpv() + " × " + f.commune()).forEach(f -> {
            refer(f, qpv, "qpv", f.fact().qpv());
            refer(f, communes, "commune", f.fact().commune());
        });
        unique(Fact.ProgrammeFact.class, "code", f -> f.qpv() + " × " + f.indicator().id())
                .forEach(f -> refer(f, qpv, "code", f.fact().qpv()));
        facts.counters(run).forEach(f -> refer(f, qpv, "qpv", f.fact().code()));
    }

    private void figures() {
        unique(Fact.MeasureFact.class, "code", f -> f.code() + " × " + f.measure())
                .forEach(f -> refer(f, known(f.fact().kind()), "code", f.fact().code()));
        unique(Fact.RateFact.class, "code", f -> f.code() + " × " + f.indicator().id())
                .forEach(f -> refer(f, known(f.fact().kind()), "code", f.fact().code()));
        unique(Fact.CollegeFact.class, "uai", Fact.CollegeFact::uai)
                .forEach(f -> refer(f, communes, "commune", f.fact().commune()));
        unique(Fact.BrevetFact.class, "uai", f -> f.uai() + " × " + f.session());
        unique(Fact.ContourFact.class, "code", f -> f.kind() + " " + f.code());
        unique(Fact.CentreFact.class, "code", Fact.CentreFact::commune);
    }

    private Set<String> known(Fact.Kind kind) {
        return kind == Fact.Kind.COMMUNE ? communes : qpv;
    }

    /** All facts of a kind, a notice for each whose key came before. */
    private <F extends Fact> List<Located<F>> unique(Class<F> type, String field, Function<F, String> key) {
        List<Located<F>> all = facts.all(run, type);
        Map<String, Located<F>> first = new HashMap<>();
        for (Located<F> located : all) {
            String code = key.apply(located.fact());
            Located<F> earlier = first.putIfAbsent(code, located);
            if (earlier != null) {
                String where = earlier.source().equals(located.source())
                        ? "ligne " + earlier.line()
                        : file(earlier.source()) + ", ligne " + earlier.line();
                add(
                        located, field, "cle-en-double", code,
                        "Clé déjà donnée (" + where
                                + ") : une clé de jointure doit être unique. Gardez une seule des deux lignes.");
            }
        }
        return all;
    }

    /** A notice when the code is not known; none when nothing is known, for then its own file is at fault. */
    private void refer(Located<?> located, Set<String> known, String field, String code) {
        if (!known.isEmpty() && code != null && !known.contains(code)) {
            add(
                    located, field, "code-inconnu", code,
                    "Code inconnu de l’édition. Vérifiez le millésime du fichier et celui du Code officiel géographique.");
        }
    }

    private void add(Located<?> located, String field, String code, String value, String message) {
        Optional<Source> source = edition.source(located.source());
        String column = source.map(s -> s.columns().getOrDefault(field, field)).orElse(field);
        notices.add(
                new Notice(file(located.source()), located.line(), column, code, Severity.ERROR, message, value));
    }

    private String file(String source) {
        return edition.source(source).map(Source::file).orElse(source);
    }
}
