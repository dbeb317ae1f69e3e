/** Attacks the written books as somebody outside would: with what stands in them, and no raw count. */
package fr.atlasqpv.audit;
