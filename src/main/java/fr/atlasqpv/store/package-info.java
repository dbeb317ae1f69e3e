/**
 * The tables of a run, in H2 or PostgreSQL, and the history of the runs. The only package that holds SQL; it speaks to the
 * others in records of the field.
 */
package fr.atlasqpv.store;
