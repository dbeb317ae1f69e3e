package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.secrecy.TableBuilder.Terms;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Links that come from the declared inequalities: the parts that are counted in a territory are together at most the whole, be it a
 * cell or a count that the attacker knows, or just the whole where they make it up and all of them are counted. What the exact counts contradict, where they are at hand, is no link.
 */
final class InequalityLinks {
    private final Map<CellKey, Integer> positions;
    private final Terms terms;
    private final SortedMap<Place, Map<Measure, Figure>> counted = new TreeMap<>();

    private record Place(Territory territory, Perimeter perimeter) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byTerritory = territory.compareTo(other.territory);
            return byTerritory != 0 ? byTerritory : perimeter.compareTo(other.perimeter);
        }
    }

    InequalityLinks(SortedMap<CellKey, Figure> figures, Map<CellKey, Integer> positions, Terms terms) {
        this.positions = positions;
        this.terms = terms;
        figures.forEach((key, figure) -> {
            if (key.indicator().additive()) {
                key.indicator()
                        .numerator()
                        .ifPresent(m -> counted
                                .computeIfAbsent(new Place(key.territory(), key.perimeter()), p -> new HashMap<>())
                                .putIfAbsent(m, figure));
            }
        });
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        counted.forEach((place, figures) -> terms.rules().inequalities().forEach(i -> add(i, place, figures, links)));
        return links;
    }

    private void add(Inequality inequality, Place place, Map<Measure, Figure> figures, List<Link> links) {
        List<Figure> parts = inequality.parts().stream().map(figures::get).filter(Objects::nonNull).toList();
        Figure whole = figures.get(inequality.whole());
        if (parts.isEmpty()) {
            return;
        }
        List<Integer> members = parts.stream().map(p -> positions.get(p.key())).toList();
        boolean all = inequality.exhaustive() && parts.size() == inequality.parts().size();
        if (whole != null && !members.contains(positions.get(whole.key())) && holds(parts, whole.numerator())) {
            links.add(Link.excess(positions.get(whole.key()), members, 0,
                    all && makeUp(parts, whole.numerator()) ? 0 : LinkedTable.NO_BOUND));
        }
        terms.known()
                .count(place.territory, place.perimeter, inequality.whole())
                .filter(count -> holds(parts, count))
                .ifPresent(count -> links.add(Link.together(members, new Interval(
                        all && makeUp(parts, count) ? count.doubleValue() : 0, count.doubleValue()))));
    }

    private static boolean holds(List<Figure> parts, BigDecimal whole) {
        return excess(parts, whole).filter(e -> e.signum() < 0).isEmpty();
    }

    private static boolean makeUp(List<Figure> parts, BigDecimal whole) {
        return excess(parts, whole).filter(e -> e.signum() != 0).isEmpty();
    }

    /** What the whole has beyond the parts, empty where the exact counts are not at hand. */
    private static Optional<BigDecimal> excess(List<Figure> parts, BigDecimal whole) {
        if (whole == null || parts.stream().anyMatch(p -> p.numerator() == null)) {
            return Optional.empty();
        }
        return Optional.of(parts.stream().map(Figure::numerator).reduce(whole, BigDecimal::subtract));
    }
}
