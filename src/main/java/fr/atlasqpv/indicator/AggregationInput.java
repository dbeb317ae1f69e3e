package fr.atlasqpv.indicator;

import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Establishment;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.ReferenceTerritory;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What the aggregation needs.
 *
 * @param attachment the one attachment table
 * @param catalogue measures and indicators of the edition
 * @param regions regions whose books the edition makes
 * @param wholeOfFrance whether the input covers the territory of reference, so that its figures are sums; else references
 * @param communes what the sources say of communes
 * @param qpv what the sources say of QPV
 * @param establishments establishments by identifier; null when there is no directory
 * @param unlisted départements whose establishments no directory holds: what lies there is not known
 * @param unlabelled départements of which no list says who bears a label: nobody knows how many do
 * @param results what the sources count in establishments
 * @param near QPV → establishment → metres to the contour; a QPV without contour is absent
 * @param programmes indicator → QPV → what its list says; an indicator without list is absent
 * @param references published figures of territories that the input does not cover
 * @param reference territory of reference
 * @param respondents what the respondents of the sources contribute to measures; none where no source names them
 */
public record AggregationInput(
        Attachment attachment,
        Catalogue catalogue,
        SortedSet<String> regions,
        boolean wholeOfFrance,
        Contributions communes,
        Contributions qpv,
        Map<String, Establishment> establishments,
        Set<String> unlisted,
        Set<String> unlabelled,
        Contributions results,
        SortedMap<String, SortedMap<String, Double>> near,
        Map<Indicator, Map<String, Programme>> programmes,
        Map<CellKey, BigDecimal> references,
        ReferenceTerritory reference,
        Collection<Contribution> respondents) {
    /**
     * What a respondent contributes to the count of a territory.
     *
     * @param perimeter all inhabitants for a commune, those of the QPV for a QPV
     * @param code code of the commune, or of the QPV
     * @param measure what is counted
     * @param respondent whom to tell apart from the others; empty for all those whom the source does not name
     * @param units how much
     */
    public record Contribution(
            Perimeter perimeter, String code, Measure measure, String respondent, BigDecimal units) {}
}
