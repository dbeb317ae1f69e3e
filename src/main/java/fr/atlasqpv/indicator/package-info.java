/** Measures, indicators and their aggregation: ratios of sums, rounded once. */
package fr.atlasqpv.indicator;
