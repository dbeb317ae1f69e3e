/** The validated model of one edition file. */
package fr.atlasqpv.edition;
