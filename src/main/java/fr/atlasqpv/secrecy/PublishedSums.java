package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Which cells add up to which, level by level. A level that does not tell the indicator is skipped: the number of social
 * dwellings of a region is the sum of its QPV, for no level between tells it.
 */
final class PublishedSums {
    private final Hierarchy hierarchy;
    private final Predicate<CellKey> told;
    private final SortedMap<String, List<String>> qpvOfEpci;
    private final SortedMap<String, List<String>> qpvOfDepartement;
    private final SortedMap<String, List<String>> departementsOfRegion;

    /**
     * @param hierarchy which territory is part of which
     * @param told whether a cell has a figure, told or withheld
     */
    PublishedSums(Hierarchy hierarchy, Predicate<CellKey> told) {
        this.hierarchy = hierarchy;
        this.told = told;
        this.qpvOfEpci = inverted(hierarchy.epciOfQpv());
        this.qpvOfDepartement = inverted(hierarchy.departementOfQpv());
        this.departementsOfRegion = inverted(hierarchy.regionOfDepartement());
    }

    private static SortedMap<String, List<String>> inverted(Map<String, String> parents) {
        SortedMap<String, List<String>> children = new TreeMap<>();
        parents.forEach((child, parent) -> children.computeIfAbsent(parent, p -> new ArrayList<>()).add(child));
        return children;
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    /** Cells that add up to this one, in order; empty when no published cell is part of it. */
    List<CellKey> parts(CellKey total) {
        String code = total.territory().code();
        boolean all = total.perimeter() == Perimeter.ENSEMBLE;
        return switch (total.territory().level()) {
            case QPV -> List.of();
            case EPCI -> all ? List.of() : cells(total, Level.QPV, qpvOfEpci.getOrDefault(code, List.of()));
            case DEP -> all ? List.of() : partsOfDepartement(total);
            case REG -> cells(total, Level.DEP, departementsOfRegion.getOrDefault(code, List.of()));
            case FRANCE -> cells(total, Level.REG, List.copyOf(hierarchy.reference()));
        };
    }

    /**
     * Whether every territory that makes up the total tells the indicator in its own right. Otherwise the total is that of
     * the known parts in the perimeter of the QPV, and more than its parts in the other.
     */
    boolean complete(CellKey total) {
        List<String> members = switch (total.territory().level()) {
            case REG -> departementsOfRegion.getOrDefault(total.territory().code(), List.of());
            case FRANCE -> List.copyOf(hierarchy.reference());
            default -> List.of();
        };
        Level level = total.territory().level() == Level.REG ? Level.DEP : Level.REG;
        return members.stream().allMatch(code -> told.test(at(total, level, code)));
    }

    private static CellKey at(CellKey model, Level level, String code) {
        return new CellKey(new Territory(level, code), model.perimeter(), model.indicator());
    }

    private List<CellKey> cells(CellKey total, Level level, List<String> codes) {
        List<CellKey> cells = new ArrayList<>();
        for (String code : codes) {
            CellKey part = at(total, level, code);
            if (told.test(part)) {
                cells.add(part);
            } else {
                cells.addAll(parts(part));
            }
        }
        return cells;
    }

    /** EPCI rows that lie wholly in the département, then, one by one, the QPV of those that do not. */
    private List<CellKey> partsOfDepartement(CellKey total) {
        String departement = total.territory().code();
        List<CellKey> cells = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        SortedMap<String, List<String>> byEpci = new TreeMap<>();
        for (String qpv : qpvOfDepartement.getOrDefault(departement, List.of())) {
            byEpci.computeIfAbsent(hierarchy.epciOfQpv().getOrDefault(qpv, ""), e -> new ArrayList<>()).add(qpv);
        }
        byEpci.forEach((epci, members) -> {
            boolean wholly = !epci.isEmpty() && members.size() == qpvOfEpci.get(epci).size();
            if (wholly) {
                cells.addAll(cells(total, Level.EPCI, List.of(epci)));
            } else {
                alone.addAll(members);
            }
        });
        cells.addAll(cells(total, Level.QPV, alone));
        return cells;
    }
}
