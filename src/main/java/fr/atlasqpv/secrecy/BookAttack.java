package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.AggregationResult.TotalKey;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.secrecy.LinkedTable.Standing;
import fr.atlasqpv.secrecy.TableBuilder.Terms;
import fr.atlasqpv.secrecy.TableBuilder.Trust;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Attacks written books with what stands in them and nothing else: no raw count is at hand.
 *
 * <p>What the attacker knows besides, the denominators of rates above all, is given. A rate whose denominator is not known
 * tells no count; the rule of sums is checked all the same.
 */
public final class BookAttack {
    /** Of books that are written nothing is drawn any more. */
    private static final DrawKey NO_CHOICE = DrawKey.of("00".repeat(DrawKey.LEAST_BYTES));

    private final Input input;
    private final Terms terms;
    private final List<Disclosure> disclosures = new ArrayList<>();
    private final List<ProtectionNotice> notices = new ArrayList<>();
    private final SortedMap<Indicator, ProtectionReport.Attack> attacks = new TreeMap<>();

    /**
     * What the attack works on.
     *
     * @param cells every cell of the books
     * @param hierarchy which territory is part of which, as the books say
     * @param denominators denominators that the attacker knows, and numerators that he can read elsewhere; empty where he does not
     * @param rules rules of the edition: what must not be known
     * @param wholeMeasures measures known to be integers (dwellings, not weighted persons)
     * @param elsewhere what other books tell of the same counts, the previous edition's for instance
     * @param aboveTheirWhole shares that are told, of which the books say that the part is above the whole
     */
    public record Input(
            Map<CellKey, Publication> cells,
            Hierarchy hierarchy,
            UnitCounts denominators,
            SecrecyRules rules,
            Set<Measure> wholeMeasures,
            Elsewhere elsewhere,
            Set<CellKey> aboveTheirWhole) {
        /** Of books that say so of none. */
        public Input(
                Map<CellKey, Publication> cells, Hierarchy hierarchy, UnitCounts denominators, SecrecyRules rules,
                Set<Measure> wholeMeasures, Elsewhere elsewhere) {
            this(cells, hierarchy, denominators, rules, wholeMeasures, elsewhere, Set.of());
        }
    }

    /**
     * What the attack found.
     *
     * @param disclosures withheld cells that the books give away; none may remain
     * @param attacks figures of the attack by indicator (the first of linked ones)
     * @param notices what could not be attacked, and why
     */
    public record Result(
            List<Disclosure> disclosures,
            SortedMap<Indicator, ProtectionReport.Attack> attacks,
            List<ProtectionNotice> notices) {
        /** Whether nothing withheld can be found. */
        public boolean safe() {
            return disclosures.isEmpty();
        }
    }

    private BookAttack(Input input) {
        this.input = input;
        this.terms = new Terms(
                input.rules(), input.elsewhere().and(Elsewhere.counted(counted(input))), input.denominators(),
                NO_CHOICE);
    }

    /** Numerators that the attacker knows; a measure that he is presumed to know tells denominators only. */
    private static Map<TotalKey, BigDecimal> counted(Input input) {
        Map<TotalKey, BigDecimal> counted = new HashMap<>();
        input.cells()
                .keySet()
                .forEach(key -> key.indicator()
                        .numerator()
                        .filter(m -> key.indicator().additive() && !input.rules().knownMeasures().contains(m))
                        .ifPresent(m -> input.denominators()
                                .count(key.territory(), key.perimeter(), m)
                                .ifPresent(count -> counted.put(
                                        new TotalKey(key.territory(), key.perimeter(), m), count))));
        return counted;
    }

    /**
     * Attacks.
     *
     * @param input the books and the knowledge of the attacker
     * @return what can be found
     */
    public static Result attack(Input input) {
        BookAttack attack = new BookAttack(input);
        SortedSet<Indicator> concerned = input.rules().ruled();
        SortedSet<Indicator> all = new TreeSet<>();
        input.cells().forEach((key, told) -> {
            all.add(key.indicator());
            if (told.status() == CellStatus.SECRET) {
                concerned.add(key.indicator());
            }
        });
        // What does not add up, a median or a code, tells nothing of its neighbours
        concerned.stream().filter(i -> i.numerator().isEmpty()).forEach(attack::noteNotAttacked);
        concerned.removeIf(i -> i.numerator().isEmpty());
        input.rules().together(concerned, all).forEach(attack::attack);
        return new Result(List.copyOf(attack.disclosures), attack.attacks, List.copyOf(attack.notices));
    }

    private void attack(List<Indicator> indicators) {
        List<Figure> figures = new ArrayList<>();
        SortedSet<CellKey> withheld = new TreeSet<>();
        input.cells().forEach((key, told) -> {
            boolean secret = told.status() == CellStatus.SECRET;
            if (indicators.contains(key.indicator()) && (secret || told.value() != null)) {
                figures.add(figure(key, told, secret));
                if (secret) {
                    withheld.add(key);
                }
            }
        });
        noteUnknown(indicators.getFirst(), figures);
        boolean whole = indicators.stream()
                .allMatch(i -> i.numerator().filter(input.wholeMeasures()::contains).isPresent());
        for (Trust trust : Trust.values()) {
            if (trust != Trust.ALL) {
                noteContradiction(indicators.getFirst(), trust);
            }
            if (attack(indicators, figures, withheld, whole, trust)) {
                return;
            }
        }
    }

    private void noteNotAttacked(Indicator indicator) {
        long withheld = input.cells().entrySet().stream()
                .filter(c -> c.getKey().indicator().equals(indicator) && c.getValue().status() == CellStatus.SECRET)
                .count();
        if (withheld > 0) {
            notices.add(new ProtectionNotice(
                    "secret-sans-effectif",
                    indicator.id(),
                    "L’indicateur «\u00a0" + indicator.id() + "\u00a0» retient " + withheld
                            + " valeur(s) qui ne sont ni effectif ni rapport d’effectifs\u00a0: aucun calcul n’est essayé sur elles."));
        }
    }

    private void noteContradiction(Indicator indicator, Trust next) {
        notices.add(new ProtectionNotice(
                "figures-contradictoires",
                indicator.id(),
                "Les chiffres publiés de l’indicateur «\u00a0" + indicator.id()
                        + "\u00a0» se contredisent\u00a0; l’attaque est reprise avec moins de liens\u00a0: "
                        + next.french() + "."));
    }

    private Figure figure(CellKey key, Publication told, boolean secret) {
        BigDecimal denominator = key.indicator()
                .denominator()
                .flatMap(m -> input.denominators().count(key.territory(), key.perimeter(), m))
                .orElse(null);
        return new Figure(
                key, secret ? null : told, null, denominator, denominator != null,
                !secret && input.aboveTheirWhole().contains(key));
    }

    private void noteUnknown(Indicator indicator, List<Figure> figures) {
        long unknown = figures.stream()
                .filter(f -> f.key().indicator().denominator().isPresent() && f.denominator() == null)
                .count();
        if (unknown > 0) {
            notices.add(new ProtectionNotice(
                    "denominateurs-inconnus",
                    indicator.id(),
                    "Le dénominateur de " + unknown + " taux de l’indicateur «\u00a0" + indicator.id()
                            + "\u00a0» n’est pas connu\u00a0: pour eux, seules les attaques exactes et la règle des sommes sont "
                            + "essayées."));
        }
    }

    /** One attempt; false when the links trusted contradict the figures. */
    private boolean attack(
            List<Indicator> indicators,
            List<Figure> figures,
            SortedSet<CellKey> withheld,
            boolean whole,
            Trust trust) {
        TableBuilder builder = new TableBuilder(figures, input.hierarchy(), terms, whole, trust);
        LinkedTable table = withoutForeignSecrets(builder.build(), builder, figures, withheld);
        BitSet pattern = new BitSet();
        withheld.forEach(k -> pattern.set(builder.position(k)));
        Attacker attacker = new Attacker(table);
        Knowledge knowledge = attacker.exact(pattern);
        if (knowledge.contradiction()) {
            if (trust != Trust.SUMS_ALONE) {
                return false;
            }
            // Nothing can be deduced from figures that cannot be true together; each alone, and the rule of sums, remain.
            knowledge = Knowledge.of(table, attacker.linksOfCells(), pattern);
        }
        if (pattern.stream().anyMatch(c -> table.cells().get(c).standing() == Standing.KNOWN)) {
            notices.add(ProtectionNotice.knownElsewhere(indicators.getFirst()));
        }
        Audit audit = new Audit(table, pattern, knowledge);
        disclosures.addAll(audit.disclosures());
        attacks.put(indicators.getFirst(), audit.attack());
        figures.stream()
                .filter(f -> f.shown() != null)
                .forEach(f -> judgeTold(table.cells().get(builder.position(f.key())), f, pattern, builder));
        return true;
    }

    /** A figure must not be told where the same people are withheld, nor where a rule protects all that it can mean. */
    private void judgeTold(LinkedTable.Cell cell, Figure figure, BitSet pattern, TableBuilder builder) {
        if (pattern.get(builder.position(figure.key()))) {
            disclosures.add(new Disclosure(cell.keys(), Disclosure.Reason.SAME_CELL_TOLD, List.of()));
        } else if (cell.sensitiveIn(cell.shown())) {
            disclosures.add(new Disclosure(List.of(figure.key()), Disclosure.Reason.SENSITIVE_TOLD, List.of()));
        }
    }

    /**
     * A cell withheld by the producer is in no total of ours: the total, marked as estimated, is that of the other parts.
     * Where these add up to it, the cell is left out of the sum.
     */
    private LinkedTable withoutForeignSecrets(
            LinkedTable table, TableBuilder builder, List<Figure> figures, SortedSet<CellKey> withheld) {
        Set<Integer> estimated = new TreeSet<>();
        figures.stream()
                .filter(f -> f.shown() != null && f.shown().estimated())
                .forEach(f -> estimated.add(builder.position(f.key())));
        Set<Integer> secret = new TreeSet<>();
        withheld.forEach(k -> secret.add(builder.position(k)));
        List<Link> links = table.links()
                .stream()
                .map(l -> l.sum() && estimated.contains(l.cells()[0]) ? told(l, table, secret) : l)
                .toList();
        return new LinkedTable(table.cells(), links);
    }

    private static Link told(Link sum, LinkedTable table, Set<Integer> secret) {
        List<Integer> told = new ArrayList<>();
        double least = 0;
        double most = 0;
        for (int i = 1; i < sum.cells().length; i++) {
            int cell = sum.cells()[i];
            if (!secret.contains(cell)) {
                told.add(cell);
                least += table.cells().get(cell).shown().low();
                most += table.cells().get(cell).shown().high();
            }
        }
        Interval total = table.cells().get(sum.cells()[0]).shown();
        boolean addsUp = !told.isEmpty() && most >= total.low() && least <= total.high();
        return addsUp ? Link.sum(sum.cells()[0], told) : sum;
    }

    /** Optional lookup that knows nothing, for an attack without knowledge of denominators. */
    public static UnitCounts nothingKnown() {
        return (territory, perimeter, measure) -> Optional.empty();
    }
}
