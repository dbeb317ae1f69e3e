package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.JoinNotices;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.NoticeCode;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.territory.Epci;
import fr.atlasqpv.territory.Frame;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Checks the keys by which the extracts join: each refers to a territory of the edition, and each is given once. A key given
 * twice multiplies what it joins (the 2022 print counted merged communes once per former commune), so the run stops.
 *
 * <p>Nothing is said of codes whose list is itself at fault: a missing row there would make every row that joins it a notice.
 */
public final class JoinChecks {
    /** So few unknown codes are told one by one in any file. */
    private static final int MOST_STRAYS = 20;
    /** One code in so many. */
    private static final int MANY = 4;

    private final Edition edition;
    private final Evidence.Facts facts;
    private final Set<String> faultySources;
    private final List<Notice> notices = new ArrayList<>();
    private final Known regions = new Known(s -> s.layout() == Layout.COG_REGIONS, JoinNotices::unknownCode);
    private final Known departements = new Known(s -> s.layout() == Layout.COG_DEPARTEMENTS, JoinNotices::unknownCode);
    private final Known communes = new Known(s -> s.layout() == Layout.COG_COMMUNES, JoinNotices::unknownCommune);
    private final Known epci = new Known(s -> s.layout() == Layout.EPCI_LISTE, JoinNotices::unknownEpci);
    private final Known qpv = new Known(Source::listsQpv, JoinNotices::unknownQpv);

    private JoinChecks(Edition edition, Evidence.Facts facts, Set<String> faultySources) {
        this.edition = edition;
        this.facts = facts;
        this.faultySources = faultySources;
    }

    /**
     * Notices on every key of the run that does not join, in the order of the checks.
     *
     * @param edition the edition
     * @param facts what the extracts state
     * @param faultySources ids of the sources that have a notice that stops the run
     */
    public static List<Notice> of(Edition edition, Evidence.Facts facts, Set<String> faultySources) {
        JoinChecks checks = new JoinChecks(edition, facts, faultySources);
        checks.territories();
        checks.neighbourhoods();
        checks.figures();
        return checks.notices;
    }

    private void territories() {
        once(Fact.RegionFact.class, "code", Fact.RegionFact::code, f -> regions.add(f.fact().code()));
        Map<String, String> regionOf = new HashMap<>();
        once(Fact.DepartementFact.class, "code", Fact.DepartementFact::code, f -> {
            departements.add(f.fact().code());
            regions.expect(f, "region", f.fact().region());
            regionOf.putIfAbsent(f.fact().code(), f.fact().region());
        });
        once(Fact.CommuneFact.class, "code", Fact.CommuneFact::code, f -> {
            communes.add(f.fact().code());
            departements.expect(f, "departement", f.fact().departement());
            regions.expect(f, "region", f.fact().region());
            placedTwice(f, regionOf);
        });
        once(Fact.EpciFact.class, "epci", Fact.EpciFact::code, f -> epci.add(f.fact().code()));
        once(Fact.EpciMembershipFact.class, "commune", Fact.EpciMembershipFact::commune, f -> {
            communes.expect(f, "commune", f.fact().commune());
            if (!f.fact().epci().equals(Epci.NONE)) {
                epci.expect(f, "epci", f.fact().epci());
            }
        });
        once(Fact.EpciSeatFact.class, "epci", Fact.EpciSeatFact::epci, f -> {
            epci.expect(f, "epci", f.fact().epci());
            communes.expect(f, "commune", f.fact().commune());
        });
        once(Fact.EpciDepartementFact.class, "epci", Fact.EpciDepartementFact::epci, f -> {
            epci.expect(f, "epci", f.fact().epci());
            departements.expect(f, "departement", f.fact().departement());
        });
    }

    /**
     * A commune bears its département in its code, and the COG says of which region that is. A cell that says otherwise would move the
     * commune, and its inhabitants, to another territory.
     */
    private void placedTwice(Located<Fact.CommuneFact> located, Map<String, String> regionOf) {
        Fact.CommuneFact commune = located.fact();
        String departement = Frame.departementOfCommune(commune.code());
        if (departements.has(commune.departement()) && !commune.departement().equals(departement)) {
            contradicted(located, "departement", commune.departement(), departement, "son code");
            return;
        }
        String region = regionOf.get(commune.departement());
        if (region != null && regions.has(commune.region()) && !commune.region().equals(region)) {
            contradicted(located, "region", commune.region(), region, "la liste des départements");
        }
    }

    private void contradicted(
            Located<Fact.CommuneFact> located, String field, String read, String other, String said) {
        Source source = source(located);
        notices.add(
                new Notice(
                        source.file(), located.line(), source.columns().getOrDefault(field, field),
                        NoticeCode.COMMUNE_DEPLACEE.id(), Severity.ERROR,
                        "La commune " + located.fact().code() + " serait d’un autre territoire que d’après " + said
                                + "\u00a0(" + other + ")\u00a0: ses habitants y seraient comptés.",
                        read));
    }

    /** Regions of which the list has no QPV: told of the region, not of each QPV that another file names. */
    private void skipRegionsWithoutQpv() {
        if (!edition.regions().isEmpty()) {
            return;
        }
        Map<String, String> regionOf = new HashMap<>();
        facts.all(Fact.DepartementFact.class).forEach(f -> regionOf.put(f.fact().code(), f.fact().region()));
        Set<String> with = new HashSet<>();
        facts.all(Fact.QpvFact.class)
                .forEach(f -> with.add(regionOf.get(Frame.departementOfQpv(f.fact().code()))));
        qpv.skip(code -> {
            String region = regionOf.get(Frame.departementOfQpv(code));
            return region != null && !with.contains(region);
        });
    }

    private void neighbourhoods() {
        skipRegionsWithoutQpv();
        Map<String, Located<Fact.QpvFact>> listed = new HashMap<>();
        for (Located<Fact.QpvFact> located : facts.all(Fact.QpvFact.class)) {
            qpv.add(located.fact().code());
            listed.putIfAbsent(located.fact().code(), located);
        }
        Set<String> placed = new HashSet<>();
        once(Fact.QpvCommuneFact.class, "qpv", f -> List.of(f.qpv(), f.commune(), f.inhabitants() == null), f -> {
            placed.add(f.fact().qpv());
            boolean contours = source(f).layout() == Layout.CONTOURS_QPV;
            qpv.expect(f, contours ? "code" : "qpv", f.fact().qpv());
            communes.expect(f, contours ? "communes" : "commune", f.fact().commune());
        });
        if (placed.isEmpty() && !listed.isEmpty()) {
            noneHasACommune();
        } else if (!faulty(JoinChecks::placesQpv)) {
            listed.values().stream().filter(f -> !placed.contains(f.fact().code())).forEach(this::withoutCommune);
        }
        once(Fact.ListedFact.class, "code", f -> List.of(f.kind(), f.code(), f.indicator()),
                f -> known(f.fact().kind()).expect(f, "code", f.fact().code()));
        facts.counters().forEach(f -> qpv.expect(f, "qpv", f.fact().code()));
        tellUnknown();
    }

    private void figures() {
        once(Fact.MeasureFact.class, "code", f -> new Figure(f.code(), f.measure()),
                f -> known(f.fact().kind()).expect(f, "code", f.fact().code()));
        once(Fact.RateFact.class, "code", f -> new Figure(f.code(), f.indicator()),
                f -> known(f.fact().kind()).expect(f, "code", f.fact().code()));
        once(Fact.EstablishmentFact.class, "uai", Fact.EstablishmentFact::id,
                f -> communes.expect(f, "commune", f.fact().commune()));
        once(Fact.ResultFact.class, "uai", f -> List.of(f.establishment(), f.session(), f.measure()), f -> {});
        once(Fact.ContourFact.class, "code", f -> new Figure(f.code(), f.kind()),
                f -> known(f.fact().kind()).expect(f, "code", f.fact().code()));
        once(Fact.CentreFact.class, "code", Fact.CentreFact::commune,
                f -> communes.expect(f, "code", f.fact().commune()));
    }

    /** Key of a figure: the code, and which figure. */
    private record Figure(String code, Object what) {}

    private Known known(Fact.Kind kind) {
        return kind == Fact.Kind.COMMUNE ? communes : qpv;
    }

    /** Goes through all facts of a kind, a notice for each whose key came before. */
    private <F extends Fact> void once(
            Class<F> type, String field, Function<F, Object> key, Consumer<Located<F>> check) {
        Map<Object, Located<F>> first = new HashMap<>();
        for (Located<F> located : facts.all(type)) {
            Located<F> earlier = first.putIfAbsent(key.apply(located.fact()), located);
            if (earlier != null) {
                givenTwice(located, earlier, field, key.apply(located.fact()));
            }
            check.accept(located);
        }
        tellUnknown();
    }

    /**
     * Codes that their list does not know, one by one; where they are more than a quarter of what a file names, it is of another year than
     * the list, or the list is not whole, and one notice says so.
     */
    private void tellUnknown() {
        for (Known known : List.of(regions, departements, communes, epci, qpv)) {
            known.tell();
        }
    }

    private void givenTwice(Located<?> located, Located<?> earlier, String field, Object key) {
        Source source = source(located);
        String where = earlier.source().equals(located.source())
                ? "à la ligne " + earlier.line()
                : "dans " + source(earlier).file() + ", ligne " + earlier.line();
        notices.add(
                new Notice(
                        source.file(), located.line(), source.columns().getOrDefault(field, field),
                        NoticeCode.CLE_EN_DOUBLE.id(), Severity.ERROR,
                        "Cette clé figure déjà " + where + "\u00a0: une clé de jointure doit être unique.",
                        key instanceof Figure figure ? figure.code() + " " + figure.what() : key.toString()));
    }

    private void withoutCommune(Located<Fact.QpvFact> located) {
        Source source = source(located);
        notices.add(
                new Notice(
                        source.file(), located.line(), source.columns().getOrDefault("code", "code"),
                        "qpv-sans-commune",
                        Severity.ERROR,
                        "Aucune source ne dit dans quelle commune est ce quartier\u00a0: il ne peut pas être rattaché.",
                        located.fact().code()));
    }

    /** Said once, of the file that should tell; an edition has at least one such source. */
    private void noneHasACommune() {
        List<Source> places = edition.sources().stream().filter(JoinChecks::placesQpv).toList();
        if (places.stream().noneMatch(s -> faultySources.contains(s.id()))) {
            notices.add(
                    new Notice(
                            places.isEmpty() ? source(facts.all(Fact.QpvFact.class).iterator().next()).file()
                                    : places.getFirst().file(),
                            0, "", "qpv-sans-commune", Severity.ERROR,
                            "Aucun quartier n’a de commune\u00a0: sans une source qui la donne, rien ne peut être rattaché.",
                            ""));
        }
    }

    /** Tells whether a source says in which communes the QPV are. */
    private static boolean placesQpv(Source source) {
        return source.layout() == Layout.QPV_COMMUNES || source.layout() == Layout.QPV_PREMIERE_COMMUNE
                || (source.layout() == Layout.CONTOURS_QPV && source.columns().containsKey("communes"));
    }

    private Source source(Located<?> located) {
        return edition.source(located.source()).orElseThrow();
    }

    /** Its source has a notice that stops the run, or is perhaps the one whose layout nobody knows. */
    private boolean faulty(Predicate<Source> which) {
        List<Source> sources = edition.sources().stream().filter(which).toList();
        return sources.isEmpty() ? edition.sources().stream().anyMatch(s -> s.layout() == null)
                : sources.stream().anyMatch(s -> faultySources.contains(s.id()));
    }

    /** Makes the notice of a code that is not known. */
    private interface Unknown {
        Notice of(JoinNotices notices, long line, String field, String code, Collection<String> known);
    }

    /** The codes of one kind of territory. */
    private final class Known {
        private final Predicate<Source> list;
        private final Unknown unknown;
        private final Set<String> codes = new HashSet<>();
        private final Map<Place, Joined> joined = new LinkedHashMap<>();
        private Predicate<String> skipped = code -> false;

        Known(Predicate<Source> list, Unknown unknown) {
            this.list = list;
            this.unknown = unknown;
        }

        void add(String code) {
            codes.add(code);
        }

        boolean has(String code) {
            return codes.contains(code);
        }

        void skip(Predicate<String> toldElsewhere) {
            skipped = toldElsewhere;
        }

        void expect(Located<?> located, String field, String code) {
            if (code == null || code.isEmpty() || faulty(list)) {
                return;
            }
            Joined with = joined.computeIfAbsent(
                    new Place(located.source(), field), p -> new Joined(new TreeSet<>(), new ArrayList<>()));
            with.all().add(code);
            if (!codes.contains(code) && !skipped.test(code)) {
                with.unknown().add(new Stray(located.line(), code));
            }
        }

        void tell() {
            joined.forEach((place, with) -> {
                JoinNotices told = new JoinNotices(edition.source(place.source()).orElseThrow());
                long strays = with.unknown().stream().map(Stray::code).distinct().count();
                if (strays > MOST_STRAYS && strays * MANY > with.all().size()) {
                    Stray first = with.unknown().getFirst();
                    notices.add(told.manyUnknown(
                            unknown.of(told, first.line(), place.field(), first.code(), codes), strays,
                            with.all().size(), with.unknown().stream().map(Stray::line).distinct().toList()));
                } else {
                    with.unknown().forEach(
                            s -> notices.add(unknown.of(told, s.line(), place.field(), s.code(), codes)));
                }
            });
            joined.clear();
        }
    }

    /** Field of a source whose codes join a list. */
    private record Place(String source, String field) {}

    /** Codes of a field, and those of them that the list does not know. */
    private record Joined(Set<String> all, List<Stray> unknown) {}

    private record Stray(long line, String code) {}
}
