package fr.atlasqpv.cartography;

/**
 * A line as drawn; joins and ends are round.
 *
 * @param ink colour
 * @param width millimetres
 */
public record Stroke(Ink ink, double width) {}
