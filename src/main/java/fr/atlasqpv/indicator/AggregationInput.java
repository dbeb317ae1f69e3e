package fr.atlasqpv.indicator;

import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.College;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What the aggregation needs.
 *
 * @param attachment the one attachment table
 * @param indicators indicators of the edition
 * @param regions regions whose books the edition makes
 * @param wholeOfFrance whether the input covers metropolitan France, so that its figures are sums; else references
 * @param communes what the sources say of communes
 * @param qpv what the sources say of QPV
 * @param colleges public collèges by identifier; null when there is no school directory
 * @param brevet results by identifier of the collège; null when there is no such source
 * @param near QPV → public collèges near it; a QPV without contour is absent
 * @param programmes indicator → QPV → what its list says; an indicator without list is absent
 * @param references published figures of territories that the input does not cover
 * @param qpvOfFrance number of QPV of metropolitan France
 */
public record AggregationInput(
        Attachment attachment,
        Set<Indicator> indicators,
        SortedSet<String> regions,
        boolean wholeOfFrance,
        Contributions communes,
        Contributions qpv,
        Map<String, College> colleges,
        Map<String, BrevetResult> brevet,
        SortedMap<String, SortedSet<String>> near,
        Map<Indicator, Map<String, Programme>> programmes,
        Map<CellKey, BigDecimal> references,
        int qpvOfFrance) {}
