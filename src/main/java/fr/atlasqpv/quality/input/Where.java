package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Place;
import fr.atlasqpv.extract.Located;

/**
 * The place that a finding sends its reader to.
 *
 * @param source id of the source, or the place in the edition file
 * @param file file
 * @param line line, 0 for the whole file
 * @param column column, empty when none
 */
record Where(String source, String file, long line, String column) {
    /** A whole source. */
    static Where file(Source source) {
        return new Where(source.id(), source.file(), 0, "");
    }

    /** A row of a source; the column by its logical field. */
    static Where row(Evidence evidence, Located<?> located, String field) {
        Source source = evidence.source(located);
        return new Where(source.id(), source.file(), located.line(), source.columns().getOrDefault(field, field));
    }

    /** A place of the edition file. */
    static Where edition(Place place) {
        return new Where(place.key(), place.file(), place.line(), place.key());
    }

    /** In words, for a notice that names a second line. */
    String told() {
        return line == 0 ? file : file + ", ligne\u00a0" + line;
    }
}
