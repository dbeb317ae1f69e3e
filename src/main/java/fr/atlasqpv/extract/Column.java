package fr.atlasqpv.extract;

/**
 * A column that the edition maps, found in the header of a file.
 *
 * @param name as the file spells it
 * @param index place, from 0
 */
record Column(String name, int index) {}
