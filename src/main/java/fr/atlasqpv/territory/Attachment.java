package fr.atlasqpv.territory;

import fr.atlasqpv.territory.AttachmentDecision.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The one table that says where every commune, EPCI and QPV is counted; every figure, order, label and map uses it.
 *
 * <p>An EPCI stands in the département of its seat, whole, unless the edition splits it. A QPV stands in the EPCI and in
 * the département where most of its inhabitants live, judged apart: the two may differ for an EPCI over several
 * départements. A tie goes to the lower code. Every choice that is not plain is a decision on record.
 */
public final class Attachment {
    private final SortedMap<String, Region> regions = new TreeMap<>();
    private final SortedMap<String, Departement> departements = new TreeMap<>();
    private final SortedMap<String, Commune> communes = new TreeMap<>();
    private final SortedMap<String, PublishedEpci> epci = new TreeMap<>();
    private final Map<String, String> epciRowOfCommune = new HashMap<>();
    private final SortedMap<String, AttachedQpv> qpv = new TreeMap<>();
    private final List<AttachmentDecision> decisions = new ArrayList<>();

    private Attachment() {}

    /**
     * Attaches everything.
     *
     * @param input territories and memberships; codes must have been joined against the COG before
     * @return the attachment
     * @throws IllegalArgumentException when a code refers to an unknown territory, or is given twice
     */
    public static Attachment of(AttachmentInput input) {
        Attachment attachment = new Attachment();
        index(attachment.regions, input.regions(), Region::code);
        index(attachment.departements, input.departements(), Departement::code);
        index(attachment.communes, input.communes(), Commune::code);
        attachment.attachEpci(input);
        attachment.attachQpv(input);
        return attachment;
    }

    /**
     * The attachment as it was decided earlier: what the parts of a run that was cut hand to one another.
     *
     * @param regions regions
     * @param departements départements
     * @param communes communes
     * @param epci EPCI rows
     * @param epciRowOfCommune commune → code of its EPCI row, absent when it belongs to none
     * @param qpv QPV with the row, département and region they were attached to
     * @param decisions choices on record, in order
     */
    public static Attachment restored(
            Collection<Region> regions,
            Collection<Departement> departements,
            Collection<Commune> communes,
            Collection<PublishedEpci> epci,
            Map<String, String> epciRowOfCommune,
            Collection<AttachedQpv> qpv,
            List<AttachmentDecision> decisions) {
        Attachment attachment = new Attachment();
        index(attachment.regions, regions, Region::code);
        index(attachment.departements, departements, Departement::code);
        index(attachment.communes, communes, Commune::code);
        index(attachment.epci, epci, PublishedEpci::code);
        index(attachment.qpv, qpv, AttachedQpv::code);
        attachment.epciRowOfCommune.putAll(epciRowOfCommune);
        attachment.decisions.addAll(decisions);
        return attachment;
    }

    /** Regions by code. */
    public SortedMap<String, Region> regions() {
        return regions;
    }

    /** Départements by code. */
    public SortedMap<String, Departement> departements() {
        return departements;
    }

    /** Communes by code. */
    public SortedMap<String, Commune> communes() {
        return communes;
    }

    /** EPCI rows by code of the row. */
    public SortedMap<String, PublishedEpci> epci() {
        return epci;
    }

    /** QPV by code. */
    public SortedMap<String, AttachedQpv> qpv() {
        return qpv;
    }

    /** Choices on record, in order of territory. */
    public List<AttachmentDecision> decisions() {
        return List.copyOf(decisions);
    }

    /** Code of the EPCI row of a commune, empty when it belongs to none. */
    public Optional<String> epciRowOf(String commune) {
        return Optional.ofNullable(epciRowOfCommune.get(commune));
    }

    private static <T> void index(Map<String, T> map, Collection<T> items, Function<T, String> code) {
        for (T item : items) {
            if (map.put(code.apply(item), item) != null) {
                throw new IllegalArgumentException("key given twice: " + code.apply(item));
            }
        }
    }

    private void attachEpci(AttachmentInput input) {
        Map<String, List<Commune>> members = new TreeMap<>();
        for (Commune commune : communes.values()) {
            String siren = input.epciOfCommune().getOrDefault(commune.code(), Epci.NONE);
            if (!siren.equals(Epci.NONE)) {
                members.computeIfAbsent(siren, s -> new ArrayList<>()).add(commune);
            }
        }
        Map<String, Epci> byCode = new HashMap<>();
        index(byCode, input.epci(), Epci::code);
        members.forEach((siren, list) -> {
            Epci whole = Optional.ofNullable(byCode.get(siren))
                    .orElseThrow(() -> new IllegalArgumentException("unknown EPCI: " + siren));
            if (input.splitEpci().contains(siren)) {
                split(whole, list);
            } else {
                place(whole, list, input);
            }
        });
    }

    private void split(Epci whole, List<Commune> members) {
        Map<String, List<Commune>> parts =
                members.stream()
                        .collect(Collectors.groupingBy(Commune::departement, TreeMap::new, Collectors.toList()));
        parts.forEach((code, communesOfPart) -> {
            Departement departement = departements.get(code);
            String row = whole.code() + "-" + code;
            String label = whole.label() + " (partie " + departement.label() + ")";
            epci.put(row, new PublishedEpci(row, whole.code(), label, code, departement.region(), true));
            communesOfPart.forEach(c -> epciRowOfCommune.put(c.code(), row));
        });
        decide(
                Rule.EPCI_SCINDE,
                whole.code(),
                whole.label() + " est présentée par département, comme l’édition le demande : "
                        + String.join(", ", parts.keySet()) + ".");
    }

    private void place(Epci whole, List<Commune> members, AttachmentInput input) {
        String departement = departementOf(whole, members, input);
        String region = departements.get(departement).region();
        epci.put(
                whole.code(),
                new PublishedEpci(whole.code(), whole.code(), whole.label(), departement, region, false));
        members.forEach(c -> epciRowOfCommune.put(c.code(), whole.code()));
    }

    private String departementOf(Epci whole, List<Commune> members, AttachmentInput input) {
        TreeSet<String> over =
                members.stream().map(Commune::departement).collect(Collectors.toCollection(TreeSet::new));
        String seat = input.seats().get(whole.code());
        if (seat != null) {
            if (over.size() > 1) {
                decide(
                        Rule.EPCI_INTERDEPARTEMENTAL,
                        whole.code(),
                        whole.label() + " s’étend sur les départements " + String.join(", ", over)
                                + " ; elle est présentée entière dans celui de son siège, " + seat + ".");
            }
            return seat;
        }
        if (over.size() == 1) {
            return over.first();
        }
        SortedMap<String, BigDecimal> weights = new TreeMap<>();
        members.forEach(c -> weights.merge(
                c.departement(), input.populations().getOrDefault(c.code(), BigDecimal.ZERO), BigDecimal::add));
        String chosen = heaviest(weights, whole.code());
        decide(
                Rule.EPCI_SANS_SIEGE,
                whole.code(),
                whole.label() + " s’étend sur les départements " + String.join(", ", over)
                        + " et son siège n’est pas connu ; elle est présentée dans celui qui compte le plus de ses "
                        + "habitants, " + chosen + ".");
        return chosen;
    }

    private void attachQpv(AttachmentInput input) {
        Map<String, Qpv> byCode = new TreeMap<>();
        index(byCode, input.qpv(), Qpv::code);
        for (Qpv neighbourhood : byCode.values()) {
            List<QpvShare> shares = input.qpvCommunes().getOrDefault(neighbourhood.code(), List.of());
            if (shares.isEmpty()) {
                throw new IllegalArgumentException("QPV without commune: " + neighbourhood.code());
            }
            attach(neighbourhood, shares, input.listedCommunes().getOrDefault(neighbourhood.code(), ""));
        }
    }

    private void attach(Qpv neighbourhood, List<QpvShare> shares, String listed) {
        String code = neighbourhood.code();
        boolean weighted = shares.stream().allMatch(s -> s.inhabitants() != null);
        List<QpvShare> used = weighted ? shares : shares.subList(0, 1);
        if (!weighted && (shares.size() > 1 || listed.contains(","))) {
            decide(
                    Rule.QPV_PREMIERE_COMMUNE,
                    code,
                    "Le quartier " + code + " (" + neighbourhood.label() + ") s’étend sur plusieurs communes"
                            + " (" + (listed.isEmpty() ? names(shares) : listed) + ")"
                            + " ; faute d’habitants par commune, il est rattaché à "
                            + (used.getFirst().extent() == null ? "la première, " : "celle où il s’étend le plus, ")
                            + communeName(used.getFirst().commune()) + ".");
        }
        SortedMap<String, BigDecimal> byEpci = weigh(used, c -> epciRowOf(c.code()).orElse(""));
        SortedMap<String, BigDecimal> byDepartement = weigh(used, Commune::departement);
        String row = heaviest(byEpci, code);
        String departement = heaviest(byDepartement, code);
        noteStraddling(neighbourhood, used, byEpci, byDepartement, row, departement);
        qpv.put(
                code,
                new AttachedQpv(
                        code,
                        neighbourhood.label(),
                        row,
                        departement,
                        departements.get(departement).region(),
                        communesByWeight(shares)));
    }

    private void noteStraddling(
            Qpv neighbourhood,
            List<QpvShare> used,
            SortedMap<String, BigDecimal> byEpci,
            SortedMap<String, BigDecimal> byDepartement,
            String row,
            String departement) {
        String name = "Le quartier " + neighbourhood.code() + " (" + neighbourhood.label() + ")";
        if (byEpci.size() > 1 || byDepartement.size() > 1) {
            String detail = used.stream()
                    .map(s -> communeName(s.commune()) + " " + s.inhabitants().toPlainString())
                    .collect(Collectors.joining(", "));
            decide(
                    Rule.QPV_A_CHEVAL,
                    neighbourhood.code(),
                    name + " est à cheval (" + detail + " habitants) ; il est compté là où vivent la plupart de ses "
                            + "habitants : intercommunalité " + (row.isEmpty() ? "aucune" : epci.get(row).label())
                            + ", département " + departement + ".");
        }
        if (row.isEmpty()) {
            decide(Rule.QPV_SANS_EPCI, neighbourhood.code(), name + " est dans une commune sans intercommunalité.");
        } else if (!epci.get(row).departement().equals(departement)) {
            decide(
                    Rule.QPV_HORS_DEPARTEMENT_DU_SIEGE,
                    neighbourhood.code(),
                    name + " est compté dans le département " + departement
                            + " où vivent ses habitants, et figure avec "
                            + epci.get(row).label() + " dans le chapitre du département "
                            + epci.get(row).departement() + ".");
        }
    }

    private SortedMap<String, BigDecimal> weigh(List<QpvShare> shares, Function<Commune, String> target) {
        SortedMap<String, BigDecimal> weights = new TreeMap<>();
        for (QpvShare share : shares) {
            Commune commune = Optional.ofNullable(communes.get(share.commune()))
                    .orElseThrow(() -> new IllegalArgumentException("unknown commune: " + share.commune()));
            BigDecimal weight = share.inhabitants() == null ? BigDecimal.ONE : share.inhabitants();
            weights.merge(target.apply(commune), weight, BigDecimal::add);
        }
        return weights;
    }

    /** Greatest weight, lower code on a tie; the map is sorted by code. */
    private String heaviest(SortedMap<String, BigDecimal> weights, String subject) {
        BigDecimal most = weights.values().stream().max(Comparator.naturalOrder()).orElseThrow();
        List<String> first = weights.entrySet()
                .stream()
                .filter(e -> e.getValue().compareTo(most) == 0)
                .map(Map.Entry::getKey)
                .toList();
        if (first.size() > 1) {
            decide(
                    Rule.EGALITE,
                    subject,
                    "Égalité d’habitants entre " + String.join(" et ", first) + " pour " + subject
                            + " ; le plus petit code l’emporte, " + first.getFirst() + ".");
        }
        return first.getFirst();
    }

    private static List<String> communesByWeight(List<QpvShare> shares) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        shares.forEach(s -> weights.merge(
                s.commune(), s.inhabitants() == null ? BigDecimal.ONE : s.inhabitants(), BigDecimal::add));
        return weights.entrySet()
                .stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String names(List<QpvShare> shares) {
        return shares.stream().map(s -> communeName(s.commune())).collect(Collectors.joining(", "));
    }

    private String communeName(String code) {
        Commune commune = communes.get(code);
        return commune == null ? code : commune.label();
    }

    private void decide(Rule rule, String subject, String message) {
        decisions.add(new AttachmentDecision(rule, subject, message));
    }
}
