/** The command line: words in, books out, an exit code. Speaks French to the person at the terminal. */
package fr.atlasqpv.cli;
