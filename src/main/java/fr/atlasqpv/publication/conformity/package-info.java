/** Asks a validator of its own whether a written PDF keeps the rules of PDF/UA and PDF/A. */
package fr.atlasqpv.publication.conformity;
