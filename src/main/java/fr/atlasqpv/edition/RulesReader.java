package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.secrecy.APriori;
import fr.atlasqpv.secrecy.APriori.Status;
import fr.atlasqpv.secrecy.Clamp;
import fr.atlasqpv.secrecy.Inequality;
import fr.atlasqpv.secrecy.PrimaryRule;
import fr.atlasqpv.secrecy.ProtectionLevels;
import fr.atlasqpv.secrecy.SecrecyRules;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the rules of secrecy: the section {@code rules} of an edition file, or of a manifest, which has the same words. */
public final class RulesReader {
    private static final String PRIMARY = "primary";
    private static final String CLAMPS = "clamps";
    private static final String WIDTH = "protection-width";
    private static final String KNOWN = "known-measures";
    private static final String SAME = "same-units";
    /** Stands where the kind of a rule does, and says that there is none. */
    private static final String NONE = "none";
    private static final String INEQUALITIES = "inequalities";
    private static final String PARTS = "parts";
    private static final String WHOLE = "whole";
    private static final String EXHAUSTIVE = "exhaustive";
    private static final String LEVELS = "protection-levels";
    private static final String TOLERANCE = "draw-tolerance";
    private static final String A_PRIORI = "a-priori";
    private static final String PERIMETER = "perimeter";
    private static final String STATUS = "status";
    private static final String WEIGHT = "weight";

    private final Section rules;
    private final Catalogue catalogue;
    private final CountedUnits units;
    private final List<String> indicators;
    private final List<String> measures;
    private final SequencedMap<String, String> unruled = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();
    private final List<Edition.Decided> aPriori = new ArrayList<>();
    private final List<Inequality> apart = new ArrayList<>();

    /**
     * @param rules the section
     * @param catalogue measures and indicators that it may name
     * @param units what the sources show of the units that measures count
     */
    RulesReader(Section rules, Catalogue catalogue, CountedUnits units) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.units = units;
        this.indicators = catalogue.indicators().stream().map(Indicator::id).toList();
        this.measures = catalogue.measures().stream().map(Measure::id).toList();
    }

    /** Rules by key, in order: texts, numbers, flags, lists and maps of them. {@link #read} makes the same rules of them. */
    public static SequencedMap<String, Object> written(SecrecyRules rules) {
        SequencedMap<String, Object> written = new LinkedHashMap<>();
        written.put(PRIMARY, rules.primary().stream().map(RuleForm::written).toList());
        written.put(CLAMPS, rules.clamps().stream().map(RuleForm::written).toList());
        written.put(WIDTH, rules.protectionWidth());
        written.put(KNOWN, rules.knownMeasures().stream().map(Measure::id).toList());
        written.put(SAME, rules.sameUnits().stream().map(g -> g.stream().map(Indicator::id).toList()).toList());
        written.put(
                INEQUALITIES,
                rules.inequalities()
                        .stream()
                        .map(RulesReader::written)
                        .toList());
        written.put(LEVELS, rules.levels().stream().map(RuleForm::written).toList());
        written.put(TOLERANCE, rules.drawTolerance());
        return written;
    }

    private static SequencedMap<String, Object> written(Inequality inequality) {
        SequencedMap<String, Object> written = new LinkedHashMap<>();
        written.put(PARTS, inequality.parts().stream().map(Measure::id).toList());
        written.put(WHOLE, inequality.whole().id());
        if (inequality.exhaustive()) {
            written.put(EXHAUSTIVE, true);
        }
        return written;
    }

    /** A primary rule in one line, as an edition file writes it: {@code few-on-one-side, numerator: dwellings, minimum: 11}. */
    public static String line(PrimaryRule rule) {
        return RuleForm.written(rule).entrySet().stream()
                .filter(e -> !e.getKey().equals("indicator"))
                .map(e -> e.getKey().equals(RuleForm.KIND) ? e.getValue().toString() : e.getKey() + ": " + e.getValue())
                .collect(Collectors.joining(", "));
    }

    /**
     * The rules that have been written so.
     *
     * @param json the rules, as JSON
     * @param catalogue measures and indicators that they may name
     * @throws EditionFileException when anything in them is wrong
     */
    public static SecrecyRules read(String json, Catalogue catalogue) {
        Faults faults = new Faults();
        YamlNode root = YamlTree.read(json, faults.file(Path.of("rules")), faults);
        faults.throwIfAny();
        SecrecyRules rules = new RulesReader(new Section(root, "", faults), catalogue, CountedUnits.WRITTEN).read();
        faults.throwIfAny();
        return rules;
    }

    SecrecyRules read() {
        List<PrimaryRule> primary = primary();
        decisions();
        SecrecyRules read = new SecrecyRules(
                primary,
                clamps(),
                rules.decimal(WIDTH, 1, 1000),
                rules.choices(KNOWN, "mesure-inconnue", catalogue::measure, measures),
                joined(sameUnits(), primary),
                inequalities(),
                levels(),
                tolerance());
        rules.finish();
        return read;
    }

    private List<PrimaryRule> primary() {
        List<PrimaryRule> primary = new ArrayList<>();
        List<Section> none = new ArrayList<>();
        List<String> kinds = Stream.concat(RuleForm.kinds().keySet().stream(), Stream.of(NONE)).toList();
        for (Section s : rules.sections(PRIMARY, "indicator")) {
            named.add(s.optionalText("indicator", ""));
            if (s.optionalText(RuleForm.KIND, "").equals(NONE)) {
                none.add(s);
                continue;
            }
            RuleForm<? extends PrimaryRule> form = s.choice(
                    RuleForm.KIND, "regle-inconnue", kind -> Optional.ofNullable(RuleForm.kinds().get(kind)), kinds);
            if (form != null) {
                form.read(s, catalogue).ifPresent(rule -> {
                    protectable(s, rule.indicator());
                    rule.asksRespondentsOf().filter(units.named().negate()).ifPresent(m -> anonymous(s, m));
                    primary.add(rule);
                });
            }
        }
        none.forEach(s -> leave(s, primary));
        return primary;
    }

    /** A rule on respondents that nobody names would never be checked. */
    private static void anonymous(Section s, Measure counted) {
        s.fault(
                RuleForm.KIND, "repondants-non-declares",
                "Cette règle compte les répondants de la mesure " + French.quoted(counted.id())
                        + ", et aucune source de cette mesure ne les nomme : déclarez la colonne qui les nomme dans ses columns"
                        + " (" + Layout.RESPONDENT + ": …), ou prenez une règle qui compte des unités.",
                counted.id());
    }

    /** Takes down that an indicator has no rule, and why. */
    private void leave(Section s, List<PrimaryRule> primary) {
        Indicator indicator = s.choice("indicator", "indicateur-inconnu", catalogue::indicator, indicators);
        String because = s.text("because");
        s.finish();
        if (indicator == null || because.isEmpty()) {
            return;
        }
        if (primary.stream().anyMatch(rule -> rule.indicator().equals(indicator))
                || unruled.put(indicator.id(), because) != null) {
            s.fault(
                    "indicator", "regle-en-trop",
                    "L’indicateur " + French.quoted(indicator.id())
                            + " a déjà une règle, ou la raison de n’en avoir pas\u00a0: gardez l’une ou l’autre.",
                    indicator.id());
        }
    }

    /** Indicators that are left without a rule, each with the reason; known once the rules are read. */
    SequencedMap<String, String> unruled() {
        return unruled;
    }

    /**
     * Reports each indicator whose figures rest on units, and of which the rules say nothing: that a figure needs no protection is a
     * decision, not an omission.
     *
     * @param published those that sources feed
     */
    void demandEach(Collection<Indicator> published) {
        if (!indicators.containsAll(named)) {
            return; // a rule that names nobody may be meant for any of them, and is told already
        }
        published.stream().filter(i -> i.restsOnUnits() && !named.contains(i.id())).forEach(i -> rules.fault(
                PRIMARY, "regle-non-declaree",
                "L’indicateur " + French.quoted(i.id())
                        + " repose sur des personnes, des logements ou d’autres unités, et aucune règle n’en parle\u00a0: donnez-lui"
                        + " une règle, ou la raison de n’en avoir pas ({rule: none, indicator: " + i.id()
                        + ", because: …}).",
                i.id()));
    }

    /**
     * What a rule withholds must not be told by another form: the protection reasons on sums of counts, one measure at a time.
     */
    private void protectable(Section s, Indicator ruled) {
        boolean union = ruled.establishments().isPresent() || ruled.form() instanceof Form.ShareOf;
        if (union && ruled.levels().stream().anyMatch(level -> level != Level.QPV)) {
            s.fault(
                    "indicator", "regle-sans-protection",
                    "Au-dessus du quartier, cette forme n’est pas une somme\u00a0: rien ne protégerait une valeur retenue. "
                            + "Publiez l’indicateur au seul niveau QPV.",
                    ruled.id());
        }
        if (!ruled.additive()) {
            return;
        }
        Measure counted = ruled.numerator().orElseThrow();
        catalogue.indicators()
                .stream()
                .filter(i -> tells(i, counted))
                .findFirst()
                .ifPresent(i -> s.fault(
                        "indicator", "regle-contournee",
                        "L’indicateur " + French.quoted(i.id()) + " est fait de la mesure "
                                + French.quoted(counted.id())
                                + " comme dénominateur ou comme part d’un tout\u00a0: il dirait ce que la règle retient. Retirez-le, "
                                + "ou la règle.",
                        ruled.id()));
    }

    private static boolean tells(Indicator indicator, Measure counted) {
        return indicator.form() instanceof Form.ShareOf share
                ? share.measure().equals(counted)
                : indicator.denominator().filter(counted::equals).isPresent();
    }

    /** What somebody has decided of single cells; known once the rules are read. */
    List<Edition.Decided> aPriori() {
        return List.copyOf(aPriori);
    }

    private static boolean withheld(Edition.Decided decided) {
        return decided.decision().status().filter(Status.WITHHELD::equals).isPresent();
    }

    private void decisions() {
        for (Section s : rules.sections(A_PRIORI, "territory")) {
            String territory = s.text("territory");
            Level level = s.choice("level", "niveau-inconnu", one(Level.values()), words(Level.values()));
            Perimeter perimeter = s.optionalChoice(
                    PERIMETER, "perimetre-inconnu", one(Perimeter.values()), words(Perimeter.values()));
            Indicator indicator = s.choice("indicator", "indicateur-inconnu", catalogue::indicator, indicators);
            List<String> statuses = words(Status.values()).stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
            Status status = s.optionalChoice(STATUS, "mot-inconnu", one(Status.values()), statuses);
            int weight = s.has(WEIGHT) ? s.integer(WEIGHT, 1, APriori.GREATEST_WEIGHT) : 1;
            String who = s.text("who");
            String why = s.text("why");
            if (s.has(STATUS) == s.has(WEIGHT)) {
                s.fault(
                        s.has(WEIGHT) ? WEIGHT : STATUS, "statut-a-priori-incoherent",
                        "Dites d’une cellule son statut (status) ou son poids (weight)\u00a0: l’un des deux, un seul.",
                        "");
            }
            s.finish();
            if (level != null && indicator != null && !territory.isEmpty()) {
                place(s, new Territory(level, territory), perimeter, indicator).ifPresent(cell -> decide(
                        s, new APriori.Decision(cell, Optional.ofNullable(status), weight, who, why)));
            }
        }
    }

    /** The cell that is meant; empty, and a fault told, when the indicator has none there. */
    private static Optional<CellKey> place(Section s, Territory territory, Perimeter given, Indicator indicator) {
        List<Perimeter> there = Arrays.stream(Perimeter.values())
                .filter(p -> (given == null || given == p) && indicator.exists(territory.level(), p))
                .toList();
        if (there.isEmpty()) {
            s.fault("indicator", "cellule-impossible",
                    "L’indicateur " + French.quoted(indicator.id())
                            + " n’est pas publié à ce niveau et sur ce périmètre.",
                    indicator.id());
        } else if (there.size() > 1) {
            s.fault(PERIMETER, "cle-manquante",
                    "Dites de qui parle cette cellule\u00a0: " + French.enumeration(words(Perimeter.values())) + ".",
                    "");
        }
        return there.size() == 1 ? Optional.of(new CellKey(territory, there.getFirst(), indicator)) : Optional.empty();
    }

    private void decide(Section s, APriori.Decision decision) {
        if (aPriori.stream().anyMatch(d -> d.decision().cell().equals(decision.cell()))) {
            s.fault("territory", "cellule-en-double", "Cette cellule est déjà dans la liste.",
                    decision.cell().territory().code());
            return;
        }
        Edition.Decided decided = new Edition.Decided(decision, s.place());
        if (withheld(decided)) {
            Indicator indicator = decision.cell().indicator();
            if (indicator.form() instanceof Form.Change) {
                s.fault("indicator", "regle-sans-protection",
                        "Une évolution se déduit de ses deux bouts\u00a0: retenez l’un d’eux, elle le suivra.",
                        indicator.id());
            } else {
                protectable(s, indicator);
            }
        }
        aPriori.add(decided);
    }

    private static <E extends Enum<E>> Function<String, Optional<E>> one(E[] words) {
        return text -> Arrays.stream(words).filter(w -> w.name().equalsIgnoreCase(text)).findFirst();
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private List<Clamp> clamps() {
        List<Clamp> clamps = new ArrayList<>();
        for (Section s : rules.sections(CLAMPS, "indicator")) {
            RuleForm.CLAMP.read(s, catalogue).ifPresent(clamp -> {
                if (clamp.indicator().kind() != Indicator.Kind.RATE) {
                    s.fault("indicator", "bornes-sans-taux", "Seul un taux a des bornes.", clamp.indicator().id());
                }
                int decimals = clamp.indicator().decimals();
                if (Stream.of(clamp.floor(), clamp.ceiling())
                        .anyMatch(b -> b.stripTrailingZeros().scale() > decimals)) {
                    s.fault(
                            "indicator", "bornes-trop-precises",
                            "Une borne est publiée comme l’indicateur : avec " + decimals + " décimale(s) au plus.",
                            clamp.indicator().id());
                }
                if (clamps.stream().anyMatch(c -> c.indicator().equals(clamp.indicator()))) {
                    s.fault("indicator", "bornes-en-double", "Cet indicateur a déjà ses bornes.",
                            clamp.indicator().id());
                } else {
                    clamps.add(clamp);
                }
            });
        }
        return clamps;
    }

    /** Indicators of one measure, or of two that count the same rows, count the same units, said or not, as soon as one is under a rule. */
    private List<List<Indicator>> joined(List<List<Indicator>> declared, List<PrimaryRule> primary) {
        List<Set<Indicator>> groups = new ArrayList<>();
        declared.forEach(group -> groups.add(new LinkedHashSet<>(group)));
        for (Measure measure : catalogue.measures()) {
            Set<Indicator> counting = catalogue.indicators()
                    .stream()
                    .filter(i -> i.additive() && i.numerator()
                            .filter(counted -> counted.equals(measure) || units.same().test(counted, measure))
                            .isPresent())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            boolean withheld = primary.stream().anyMatch(rule -> counting.contains(rule.indicator()))
                    || aPriori.stream()
                            .anyMatch(d -> withheld(d) && counting.contains(d.decision().cell().indicator()));
            if (counting.size() > 1 && withheld) {
                groups.stream().filter(g -> g.stream().anyMatch(counting::contains)).toList().forEach(g -> {
                    counting.addAll(g);
                    groups.remove(g);
                });
                groups.add(counting);
            }
        }
        return groups.stream().map(List::copyOf).toList();
    }

    /** Inequalities between measures of several vintages, once they are read: they tell nothing. */
    List<Inequality> apart() {
        return List.copyOf(apart);
    }

    private List<Inequality> inequalities() {
        List<Inequality> inequalities = new ArrayList<>();
        for (Section s : rules.sections(INEQUALITIES, WHOLE)) {
            List<Measure> parts = s.choices(PARTS, "mesure-inconnue", catalogue::measure, measures);
            Measure whole = s.choice(WHOLE, "mesure-inconnue", catalogue::measure, measures);
            boolean exhaustive = s.flag(EXHAUSTIVE, false);
            s.finish();
            if (parts.isEmpty() || parts.contains(whole)) {
                s.fault(PARTS, "inegalite-vide", "On attend ici des mesures dont le tout n’est pas.", "");
            } else if (whole != null) {
                Inequality inequality = new Inequality(parts, whole, exhaustive || units.makeUp().test(parts, whole));
                (units.ofOneVintage().test(parts, whole) ? inequalities : apart).add(inequality);
            }
        }
        return inequalities;
    }

    private List<ProtectionLevels> levels() {
        List<ProtectionLevels> levels = new ArrayList<>();
        for (Section s : rules.sections(LEVELS, "indicator")) {
            RuleForm.LEVELS.read(s, catalogue).ifPresent(level -> {
                if (levels.stream().anyMatch(l -> l.indicator().equals(level.indicator()))) {
                    s.fault("indicator", "largeurs-en-double", "Cet indicateur a déjà ses largeurs de protection.",
                            level.indicator().id());
                } else {
                    levels.add(level);
                }
            });
        }
        return levels;
    }

    private BigDecimal tolerance() {
        BigDecimal tolerance = rules.optionalDecimal(TOLERANCE, 0, 20);
        return tolerance == null ? BigDecimal.ZERO : tolerance;
    }

    private List<List<Indicator>> sameUnits() {
        Set<Indicator> seen = new HashSet<>();
        List<List<Indicator>> groups = new ArrayList<>();
        for (List<Indicator> group : rules.groups(
                SAME, "indicateur-inconnu", catalogue::indicator, indicators)) {
            List<Indicator> own = group.stream().filter(seen::add).toList();
            if (own.size() < group.size()) {
                rules.fault(SAME, "indicateur-en-double", "Un indicateur ne peut être que d’un seul groupe.",
                        "");
            }
            if (!own.isEmpty()) {
                groups.add(own);
            }
        }
        return groups;
    }
}
