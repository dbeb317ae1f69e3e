package fr.atlasqpv.extract;

/**
 * A fact and the row that states it, so that a join that fails can name the line.
 *
 * @param source id of the source in the edition
 * @param line line in its file, from 1
 * @param fact what the row states
 * @param <F> kind of fact
 */
public record Located<F extends Fact>(String source, long line, F fact) {}
