package fr.atlasqpv.secrecy;

import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.ReferenceTerritory;
import fr.atlasqpv.territory.Territory;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which territory is part of which, as the books show it: what makes a published figure the sum of others.
 *
 * @param epciOfQpv QPV → EPCI row; a QPV without EPCI is absent
 * @param departementOfQpv QPV → département where it is counted, which may not be the one of its EPCI's chapter
 * @param departementOfEpci EPCI row → département of its chapter
 * @param regionOfDepartement département → region, every département of the regions of the run
 * @param regions regions of the run
 * @param epciWithin EPCI rows that lie wholly in the département of their chapter, so that they are a part of it
 * @param reference regions of the run that make up the territory of reference, whose figures are their sums; empty when some are
 *     missing
 */
public record Hierarchy(
        SortedMap<String, String> epciOfQpv,
        SortedMap<String, String> departementOfQpv,
        SortedMap<String, String> departementOfEpci,
        SortedMap<String, String> regionOfDepartement,
        SortedSet<String> regions,
        SortedSet<String> epciWithin,
        SortedSet<String> reference) {
    /** Defensive copies, sorted, so that no order of the input shows. */
    public Hierarchy {
        epciOfQpv = sorted(epciOfQpv);
        departementOfQpv = sorted(departementOfQpv);
        departementOfEpci = sorted(departementOfEpci);
        regionOfDepartement = sorted(regionOfDepartement);
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
        epciWithin = Collections.unmodifiableSortedSet(new TreeSet<>(epciWithin));
        reference = Collections.unmodifiableSortedSet(new TreeSet<>(reference));
    }

    /** Whether the figures of the territory of reference are sums. */
    public boolean covered() {
        return !reference.isEmpty();
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /**
     * The hierarchy of an attachment.
     *
     * @param attachment the one attachment table
     * @param regions regions of the run
     * @param reference territory of reference
     */
    public static Hierarchy of(Attachment attachment, SortedSet<String> regions, ReferenceTerritory reference) {
        SortedMap<String, String> epci = new TreeMap<>();
        SortedMap<String, String> departement = new TreeMap<>();
        for (AttachedQpv qpv : attachment.qpv().values()) {
            if (!qpv.epci().isEmpty()) {
                epci.put(qpv.code(), qpv.epci());
            }
            departement.put(qpv.code(), qpv.departement());
        }
        SortedMap<String, String> chapters = new TreeMap<>();
        attachment.epci().values().forEach(row -> chapters.put(row.code(), row.departement()));
        SortedMap<String, String> regionOf = new TreeMap<>();
        attachment.departements().values().forEach(d -> regionOf.put(d.code(), d.region()));
        return new Hierarchy(
                epci, departement, chapters, regionOf, regions, within(attachment, chapters),
                covered(reference, regions, departement, regionOf));
    }

    /**
     * A territory and those it is part of, as a book tells.
     *
     * @param territory which
     * @param epci code of its EPCI row, empty when none
     * @param departement code of its département
     * @param region code of its region
     */
    public record Parents(Territory territory, String epci, String departement, String region) {}

    /**
     * The hierarchy that books tell.
     *
     * @param rows their territories
     * @param epciWithin EPCI rows that lie wholly in their département, as far as it is known
     * @param reference territory of reference: with as many QPV as it has, the rows cover it
     */
    public static Hierarchy told(Collection<Parents> rows, SortedSet<String> epciWithin, ReferenceTerritory reference) {
        SortedMap<String, String> epci = new TreeMap<>();
        SortedMap<String, String> departement = new TreeMap<>();
        SortedMap<String, String> chapters = new TreeMap<>();
        SortedMap<String, String> regionOf = new TreeMap<>();
        SortedSet<String> regions = new TreeSet<>();
        for (Parents row : rows) {
            String code = row.territory.code();
            switch (row.territory.level()) {
                case QPV -> {
                    departement.put(code, row.departement);
                    if (!row.epci.isEmpty()) {
                        epci.put(code, row.epci);
                    }
                }
                case EPCI -> chapters.put(code, row.departement);
                case DEP -> regionOf.put(code, row.region);
                case REG -> regions.add(code);
                case FRANCE -> {}
            }
        }
        return new Hierarchy(
                epci, departement, chapters, regionOf, regions, epciWithin,
                covered(reference, regions, departement, regionOf));
    }

    private static SortedSet<String> covered(
            ReferenceTerritory reference, SortedSet<String> regions, SortedMap<String, String> departementOfQpv,
            SortedMap<String, String> regionOf) {
        List<String> regionsOfQpv =
                departementOfQpv.values().stream().map(d -> regionOf.getOrDefault(d, "")).toList();
        boolean all = regions.containsAll(reference.regions()) && reference.covered(regionsOfQpv);
        return all ? reference.regions() : Collections.emptySortedSet();
    }

    private static SortedSet<String> within(Attachment attachment, SortedMap<String, String> chapters) {
        SortedSet<String> within = new TreeSet<>(chapters.keySet());
        attachment.communes().values().forEach(commune -> attachment.epciRowOf(commune.code()).ifPresent(row -> {
            if (!commune.departement().equals(chapters.get(row))) {
                within.remove(row);
            }
        }));
        return within;
    }

    /** EPCI rows that are wholly a part of a département, in order. */
    public List<String> epciWithin(String departement) {
        return epciWithin.stream().filter(e -> departement.equals(departementOfEpci.get(e))).toList();
    }
}
