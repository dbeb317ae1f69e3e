package fr.atlasqpv.publication;

import java.util.Arrays;
import java.util.Optional;

/**
 * The register of what the book of a region is made of: each kind of section, and what its pages tell. The structure of the PDF bears its
 * name, by which it is read back: a page of no section that stands here stops the books, and so does a cell where none is told.
 */
public enum BookSection {
    /** Front cover. */
    COVER("couverture", Told.WORDS),
    /** Who publishes, under which licence. */
    CREDITS("mentions", Told.WORDS),
    /** Table of contents. */
    CONTENTS("sommaire", Told.WORDS),
    /** What the book is about, and the region in one look. */
    INTRODUCTION("introduction", Told.WORDS),
    /** How to read a page, with rows of the book. */
    GUIDE("guide", Told.CELLS),
    /** A card for each indicator. */
    INDICATORS("indicateurs", Told.WORDS),
    /** How figures are made and withheld. */
    PROCESSING("traitements", Told.WORDS),
    /** The region: key figures, maps, table, profiles. */
    REGION("region", Told.CELLS),
    /** A département: key figures, maps, table, profiles. */
    DEPARTEMENT("departement", Told.CELLS),
    /** Every QPV, on facing pages. */
    DETAIL("detail", Told.CELLS),
    /** The intercommunalités by class of an indicator. */
    CLASS_MAPS("cartes", Told.WORDS),
    /** Each QPV among the others. */
    PORTRAITS("portraits", Told.CELLS),
    /** Which programmes the QPV are in. */
    PROGRAMMES("programmes", Told.CELLS),
    /** The QPV of one typology, class by class. */
    PEERS("profils", Told.CELLS),
    /** The communes and their QPV, with their pages. */
    INDEX("index", Told.WORDS),
    /** Sources, notes, abbreviations. */
    SOURCES("sources", Told.WORDS),
    /** Back cover. */
    BACK_COVER("quatrieme", Told.WORDS);

    /** What the pages of a section tell. */
    public enum Told {
        /** Cells, that the structure names: they are compared with those of the other books, and attacked. */
        CELLS,
        /** Words, in which the figures of withheld territories are looked for. */
        WORDS
    }

    private final String id;
    private final Told told;

    BookSection(String id, Told told) {
        this.id = id;
        this.told = told;
    }

    /** Its name in the structure of the PDF. */
    public String id() {
        return id;
    }

    /** What it tells. */
    public Told told() {
        return told;
    }

    /** The section of a name; empty when it is not on the register. */
    public static Optional<BookSection> of(String id) {
        return Arrays.stream(values()).filter(section -> section.id.equals(id)).findFirst();
    }
}
