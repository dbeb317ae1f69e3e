package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The QPV of a region by the class that a typology gives them. All that is told of a class rests on published cells alone: a QPV whose
 * class is withheld is in none, and a figure that is withheld takes no rank among the others.
 */
final class Peers {
    /** Quartiles of fewer figures would be the figures themselves. */
    static final int FEWEST = 4;

    private final Composition composition;
    private final Indicator typology;
    private final Map<String, List<PublishedTerritory>> classes = new LinkedHashMap<>();
    private final int others;

    /** @param typology the indicator whose code is the class of a QPV */
    Peers(Composition composition, Indicator typology) {
        this.composition = composition;
        this.typology = typology;
        labels().keySet().forEach(code -> classes.put(code, new ArrayList<>()));
        int without = 0;
        for (PublishedTerritory qpv : composition.neighbourhoods()) {
            Optional<String> code = code(qpv);
            code.ifPresent(c -> classes.computeIfAbsent(c, k -> new ArrayList<>()).add(qpv));
            without += code.isEmpty() ? 1 : 0;
        }
        classes.values().removeIf(List::isEmpty);
        this.others = without;
    }

    private Map<String, String> labels() {
        return new Typology(composition, typology).labels();
    }

    private Optional<String> code(PublishedTerritory qpv) {
        return composition.cell(qpv.territory(), Perimeter.QPV, typology).map(PublishedCell::text)
                .filter(Objects::nonNull);
    }

    /** Tells whether no QPV of the region has a class. */
    boolean empty() {
        return classes.isEmpty();
    }

    /** Codes of the classes that have a QPV here, in the order of the dictionary. */
    List<String> codes() {
        return List.copyOf(classes.keySet());
    }

    /** QPV of a class, in the order of the book. */
    List<PublishedTerritory> of(String code) {
        return List.copyOf(classes.get(code));
    }

    /** Number of QPV whose class is not published. */
    int others() {
        return others;
    }

    /** Inhabitants of the QPV of a class; empty when the number of one of them is not published as it is. */
    Optional<BigDecimal> inhabitants(String code) {
        return CountTable.inhabitants(composition, classes.get(code));
    }

    /**
     * The three quartiles of an indicator in a class: the figures of the QPV that have a quarter, half and three quarters of the others
     * under them, as they are printed, bounds included; empty for fewer than {@link #FEWEST} figures.
     */
    List<Printed> quartiles(String code, Indicator indicator) {
        List<Printed> figures = classes.get(code).stream()
                .map(qpv -> composition.printed(qpv.territory(), Perimeter.QPV, indicator))
                .filter(Printed::hasBar)
                .sorted(Comparator.comparingDouble(Printed::bar))
                .toList();
        if (figures.size() < FEWEST) {
            return List.of();
        }
        List<Printed> quartiles = new ArrayList<>();
        for (int quarter = 1; quarter < 4; quarter++) {
            quartiles.add(figures.get((figures.size() * quarter + 3) / 4 - 1));
        }
        return quartiles;
    }

    /** Rates of the QPV, which can be compared from one to another, in the order of the book. */
    List<Indicator> compared() {
        return composition
                .drawn(composition.book().detail().stream().flatMap(d -> d.columns().stream()).distinct().toList())
                .stream().filter(i -> i.kind() == Indicator.Kind.RATE && i.exists(Level.QPV, Perimeter.QPV)).toList();
    }
}
