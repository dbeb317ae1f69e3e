package fr.atlasqpv.publication.report;

import gg.jte.Content;
import java.util.List;
import java.util.stream.Stream;

/**
 * A chapter of a page.
 *
 * @param id anchor
 * @param title title
 * @param content what it holds, null when it has nothing to show
 */
record Section(String id, String title, Content content) {
    /** The chapters that have something to show, in order. */
    static List<Section> filled(Section... sections) {
        return Stream.of(sections).filter(section -> section.content() != null).toList();
    }
}
