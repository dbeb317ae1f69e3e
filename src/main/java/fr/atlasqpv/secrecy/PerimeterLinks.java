package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Links that come from the perimeter of all inhabitants: EPCI inside their département, QPV inside their territory. What the exact
 * counts contradict, where they are at hand, is no link.
 */
final class PerimeterLinks {
    private final SortedMap<CellKey, Figure> figures;
    private final Map<CellKey, Integer> positions;
    private final Hierarchy hierarchy;

    PerimeterLinks(SortedMap<CellKey, Figure> figures, Map<CellKey, Integer> positions, Hierarchy hierarchy) {
        this.figures = figures;
        this.positions = positions;
        this.hierarchy = hierarchy;
    }

    /**
     * The EPCI rows that lie wholly in a département, all inhabitants: with the EPCI that are not published they make it up.
     * Where none is missing it is a published sum like another.
     */
    List<Link> departements() {
        List<Link> links = new ArrayList<>();
        for (Figure whole : figures.values()) {
            if (whole.key().territory().level() != Level.DEP || whole.key().perimeter() != Perimeter.ENSEMBLE
                    || whole.denominator() == null) {
                continue;
            }
            List<Figure> parts = new ArrayList<>();
            for (String epci : hierarchy.epciWithin(whole.key().territory().code())) {
                Figure part = figures.get(CellKey.of(
                        Level.EPCI, epci, Perimeter.ENSEMBLE, whole.key().indicator()));
                if (part != null && part.denominator() != null) {
                    parts.add(part);
                }
            }
            departement(whole, parts).ifPresent(links::add);
        }
        return links;
    }

    private Optional<Link> departement(Figure whole, List<Figure> parts) {
        int total = positions.get(whole.key());
        List<Integer> members = parts.stream().map(p -> positions.get(p.key())).toList();
        if (parts.isEmpty() || members.contains(total)) {
            return Optional.empty();
        }
        BigDecimal others = whole.denominator();
        BigDecimal beyond = whole.numerator();
        for (Figure part : parts) {
            others = others.subtract(part.denominator());
            beyond = beyond == null || part.numerator() == null ? null : beyond.subtract(part.numerator());
        }
        boolean holds = beyond == null || (beyond.signum() >= 0 && beyond.compareTo(others) <= 0);
        if (others.signum() == 0 && holds) {
            return Optional.of(Link.sum(total, members));
        }
        return others.signum() > 0 && holds && whole.denominatorKnown()
                ? Optional.of(Link.excess(total, members, 0, others.doubleValue()))
                : Optional.empty();
    }

    /** The inhabitants of the QPV of a territory are some of its inhabitants: so are those concerned, and the others. */
    List<Link> inclusions() {
        List<Link> links = new ArrayList<>();
        for (Figure inner : figures.values()) {
            CellKey key = inner.key();
            CellKey around = new CellKey(key.territory(), Perimeter.ENSEMBLE, key.indicator());
            Figure outer = figures.get(around);
            if (key.perimeter() != Perimeter.QPV || outer == null || positions.get(key).equals(positions.get(around))) {
                continue;
            }
            double low = holds(outer.numerator(), inner.numerator()) ? 0 : -LinkedTable.NO_BOUND;
            double high = complementHigh(outer, inner);
            if (low == 0 || high < LinkedTable.NO_BOUND) {
                links.add(Link.excess(positions.get(around), List.of(positions.get(key)), low, high));
            }
        }
        return links;
    }

    private static boolean holds(BigDecimal outer, BigDecimal inner) {
        return outer == null || inner == null || outer.compareTo(inner) >= 0;
    }

    private static double complementHigh(Figure outer, Figure inner) {
        boolean known = outer.denominatorKnown() && inner.denominatorKnown()
                && outer.denominator() != null && inner.denominator() != null;
        if (!known) {
            return LinkedTable.NO_BOUND;
        }
        BigDecimal others = outer.denominator().subtract(inner.denominator());
        BigDecimal excess = outer.numerator() == null || inner.numerator() == null
                ? BigDecimal.ZERO
                : outer.numerator().subtract(inner.numerator());
        boolean plausible = others.signum() >= 0 && excess.compareTo(others) <= 0;
        return plausible ? others.doubleValue() : LinkedTable.NO_BOUND;
    }
}
