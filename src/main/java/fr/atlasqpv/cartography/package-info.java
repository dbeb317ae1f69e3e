/**
 * Maps as drawings in millimetres of paper: ground, simplification at output resolution, labels, legend, scale bar, zooms.
 * Knows neither PDF nor SVG readers; {@link fr.atlasqpv.cartography.AtlasMaps} is the way in.
 */
package fr.atlasqpv.cartography;
