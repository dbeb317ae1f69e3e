/**
 * The job that strings the phases together: ten steps and one that is optional, each restartable on its own. No rule of the field lives here, only
 * who hands what to whom, in which transaction, and what happens when a run is cut.
 */
package fr.atlasqpv.batch;
