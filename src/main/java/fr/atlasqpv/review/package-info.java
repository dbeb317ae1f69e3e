/** What the reviewer of an edition reads, and a third party checks with other tools; it holds exact counts and is never published. */
package fr.atlasqpv.review;
