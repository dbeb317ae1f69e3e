package fr.atlasqpv.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.edition2022.SampleBooks;
import fr.atlasqpv.edition2022.SampleBooks.Cell;
import fr.atlasqpv.edition2022.SampleBooks.TerritoryRow;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * Somebody who has the written files of the sample and every denominator, and has never seen the program: one linear program
 * over all shares of social dwellings at once, written here from the definition of the atlas.
 */
class SecondAttackerTest {
    private static final Indicator SHARE = Indicators2022.PART_LOGEMENTS_SOCIAUX;
    private static final double WIDTH = 11;
    private static final double NOISE = 1e-4;

    private static SampleBooks books;
    private static SampleCounts counts;

    private final SortedMap<CellKey, Double> denominators = new TreeMap<>();

    @BeforeAll
    static void makeTheBooks() {
        books = SampleBooks.get();
        counts = new SampleCounts(books);
    }

    @Test
    void everyWithheldShareIsLeftElevenDwellingsAndMoreThanItsSensitiveRange() {
        List<CellKey> withheld = books.cells()
                .entrySet()
                .stream()
                .filter(e -> e.getKey().indicator().equals(SHARE) && e.getValue().status() == CellStatus.SECRET)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(withheld).hasSizeGreaterThan(4);

        for (CellKey key : withheld) {
            double low = extreme(key, true, Map.of());
            double high = extreme(key, false, Map.of());
            double all = denominators.get(key);
            assertThat(high - low).as(key + " between " + low + " and " + high).isGreaterThan(WIDTH - NOISE);
            assertThat(low > 0 && high < WIDTH).as(key + " known to be few").isFalse();
            assertThat(all - high > 0 && all - low < WIDTH).as(key + " known to leave few others").isFalse();
        }
    }

    /** The control: told the share of its partners, the same attacker finds a withheld one within its width. */
    @Test
    void withThePartnersToldTheSameAttackerComesTooNear() {
        CellKey hidden = CellKey.of(Level.QPV, "QP059017", Perimeter.QPV, SHARE);
        Map<CellKey, Double> told = new TreeMap<>();
        String epci = books.territory(Level.QPV, "QP059017").epci();
        for (TerritoryRow qpv : books.territories(Level.QPV)) {
            CellKey key = CellKey.of(Level.QPV, qpv.code(), Perimeter.QPV, SHARE);
            if (qpv.epci().equals(epci) && !key.equals(hidden)) {
                told.put(key, counts.sum(Level.QPV, qpv.code(), Perimeter.QPV, Measures2022.LOGEMENTS_SOCIAUX_OCCUPES)
                        .orElseThrow()
                        .doubleValue());
            }
        }

        double width = extreme(hidden, false, told) - extreme(hidden, true, told);

        assertThat(width).isLessThan(extreme(hidden, false, Map.of()) - extreme(hidden, true, Map.of()));
        assertThat(width).as("what the rounding of the EPCI's share leaves").isLessThan(WIDTH);
    }

    private double extreme(CellKey target, boolean lowest, Map<CellKey, Double> told) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        SortedMap<CellKey, Variable> unknowns = new TreeMap<>();
        books.cells().forEach((key, cell) -> {
            if (key.indicator().equals(SHARE) && key.territory().level() != Level.FRANCE) {
                unknown(key, cell, model).ifPresent(v -> unknowns.put(key, v));
            }
        });
        told.forEach((key, count) -> unknowns.get(key).lower(count).upper(count));
        hierarchy(model, unknowns);
        Variable variable = unknowns.get(target);
        variable.weight(1);
        Optimisation.Result result = lowest ? model.minimise() : model.maximise();
        assertThat(result.getState().isOptimal()).as("the books contradict themselves").isTrue();
        return result.doubleValue(model.indexOf(variable));
    }

    private java.util.Optional<Variable> unknown(CellKey key, Cell cell, ExpressionsBasedModel model) {
        return counts
                .sum(key.territory().level(), key.territory().code(), key.perimeter(),
                        Measures2022.RESIDENCES_PRINCIPALES)
                .map(all -> {
                    double d = all.doubleValue();
                    denominators.put(key, d);
                    Variable variable = model.addVariable(key.toString());
                    return switch (cell.status()) {
                        case PUBLIE -> {
                            double rate = Double.parseDouble(cell.value());
                            yield variable.lower(d * (rate - 0.05) / 100).upper(d * (rate + 0.05) / 100);
                        }
                        // Two sources: a few QPV count more social dwellings than main residences
                        case PLAFONNE -> variable.lower(d * 0.95).upper(2 * d);
                        case PLANCHER -> variable.lower(0).upper(d * 0.05);
                        default -> variable.lower(0).upper(d);
                    };
                });
    }

    /** EPCI, départements and region as sums of their QPV; the region as the sum of its départements; QPV inside all. */
    private static void hierarchy(ExpressionsBasedModel model, SortedMap<CellKey, Variable> unknowns) {
        for (String epci : new TreeSet<>(books.territories(Level.QPV).stream().map(TerritoryRow::epci).toList())) {
            sum(model, unknowns, Level.EPCI, epci, q -> q.epci().equals(epci));
        }
        for (TerritoryRow departement : books.territories(Level.DEP)) {
            sum(model, unknowns, Level.DEP, departement.code(), q -> q.departement().equals(departement.code()));
        }
        sum(model, unknowns, Level.REG, "32", q -> true);
        Expression whole = model.addExpression("REG ensemble").level(0);
        whole.set(unknowns.get(CellKey.of(Level.REG, "32", Perimeter.ENSEMBLE, SHARE)), -1);
        books.territories(Level.DEP).forEach(d -> whole.set(
                unknowns.get(CellKey.of(Level.DEP, d.code(), Perimeter.ENSEMBLE, SHARE)), 1));
        unknowns.forEach((key, inside) -> {
            Variable around = unknowns.get(new CellKey(key.territory(), Perimeter.ENSEMBLE, SHARE));
            if (key.perimeter() == Perimeter.QPV && around != null) {
                model.addExpression("inside " + key).lower(0).set(around, 1).set(inside, -1);
            }
        });
    }

    private static void sum(
            ExpressionsBasedModel model,
            SortedMap<CellKey, Variable> unknowns,
            Level level,
            String code,
            Predicate<TerritoryRow> part) {
        Expression sum = model.addExpression(level + " " + code).level(0);
        sum.set(unknowns.get(CellKey.of(level, code, Perimeter.QPV, SHARE)), -1);
        books.territories(Level.QPV).stream().filter(part).forEach(q -> sum.set(
                unknowns.get(CellKey.of(Level.QPV, q.code(), Perimeter.QPV, SHARE)), 1));
    }
}
