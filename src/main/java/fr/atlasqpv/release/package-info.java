/** What is left once secrecy has spoken: the only thing that writers see. */
package fr.atlasqpv.release;
