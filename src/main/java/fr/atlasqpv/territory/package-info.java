/** Territories and the rules that attach them to one another. */
package fr.atlasqpv.territory;
