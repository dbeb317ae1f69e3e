package fr.atlasqpv.publication.pdf;

import java.util.List;

/**
 * Pages that belong together: one section of the structure tree.
 *
 * @param part number of its part, 0 for what belongs to none
 * @param verso whether it opens on a left page, so that its map and its table face each other
 * @param pages its pages in order
 */
record Chapter(int part, boolean verso, List<PlannedPage> pages) {
    Chapter {
        pages = List.copyOf(pages);
    }
}
