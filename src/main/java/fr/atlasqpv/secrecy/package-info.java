/** Statistical secrecy: statuses, primary rules, complementary suppression, attack audit. Pure functions on records. */
package fr.atlasqpv.secrecy;
