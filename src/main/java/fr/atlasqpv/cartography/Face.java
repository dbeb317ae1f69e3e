package fr.atlasqpv.cartography;

/** A face of the book's type family. */
public enum Face {
    /** Upright, weight 400. */
    REGULAR,
    /** Slanted, weight 400. */
    ITALIC,
    /** Upright, weight 600. */
    SEMIBOLD,
    /** Upright, weight 700. */
    BOLD
}
