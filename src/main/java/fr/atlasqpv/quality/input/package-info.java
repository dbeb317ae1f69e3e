/** Checks on what the inputs state, before anything is published: complete, plausible, and near the previous edition. */
package fr.atlasqpv.quality.input;
