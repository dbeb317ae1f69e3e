package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.BookSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Pages that belong together: one section of the structure tree.
 *
 * @param section what kind of section it is, by which it is read back
 * @param part number of its part, 0 for what belongs to none
 * @param verso whether it opens on a left page, so that its map and its table face each other
 * @param pages its pages in order
 */
record Chapter(BookSection section, int part, boolean verso, List<PlannedPage> pages) {
    Chapter {
        pages = List.copyOf(pages);
    }

    /** The chapter with one more page when it would otherwise leave a blank one before the next left page. */
    Chapter evened(Supplier<Optional<PlannedPage>> more) {
        if (pages.size() % 2 == 0) {
            return this;
        }
        List<PlannedPage> all = new ArrayList<>(pages);
        more.get().ifPresent(all::add);
        return new Chapter(section, part, verso, all);
    }
}
