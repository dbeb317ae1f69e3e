package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;

/**
 * A cell as it is read back from a written book.
 *
 * @param key address
 * @param publication what stands there
 */
public record BookCell(CellKey key, Publication publication) {}
