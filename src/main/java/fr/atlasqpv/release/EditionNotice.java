package fr.atlasqpv.release;

import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Frame;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The edition as the books present it.
 *
 * @param id identifier, names the output folder ({@code 2022-open-data})
 * @param year what the cover and the running foot call the edition ({@code 2022})
 * @param title title of the book
 * @param subtitle subtitle
 * @param series name of the series on the cover
 * @param date date of publication in words ({@code janvier 2022})
 * @param publisher publishing body, also author of the documents
 * @param contact address for questions
 * @param licence licence of the figures
 * @param frame territory of reference, and zones in which the maps are drawn
 * @param programVersion version of the program
 * @param texts texts of the book by key ({@code introduction}, {@code credits}, {@code processing-note}, {@code about}, {@code abbreviations});
 *     paragraphs are parted by an empty line, a line that begins with {@code - } is an item of a list
 * @param indicators indicators in printed order
 * @param book what the books show
 * @param typologies dictionary per typology: indicator id → code → label
 * @param sources inputs in printed order
 */
public record EditionNotice(
        String id,
        String year,
        String title,
        String subtitle,
        String series,
        String date,
        String publisher,
        String contact,
        String licence,
        Frame frame,
        String programVersion,
        Map<String, String> texts,
        List<IndicatorNotice> indicators,
        BookSpec book,
        Map<String, Map<String, String>> typologies,
        List<SourceNotice> sources) {
    /** Key of the text that says what a reader must know of the inputs: a list, absent when there is nothing to say. */
    public static final String RESERVES = "reserves";

    /** Tells whether a source of the edition is simulated: the cover then says so. */
    public boolean simulated() {
        return sources.stream().anyMatch(SourceNotice::simulated);
    }

    /** The indicator that counts the QPV of a territory; empty when the edition has none. */
    public Optional<Indicator> qpvCounted() {
        return indicators.stream()
                .map(IndicatorNotice::indicator)
                .filter(i -> i.form().equals(new Form.Count(Measure.QPV)))
                .findFirst();
    }

    /** A text of the book, empty when the edition has none. */
    public String text(String key) {
        return texts.getOrDefault(key, "");
    }

    /** What the books say of an indicator; throws when the edition does not publish it. */
    public IndicatorNotice indicator(Indicator indicator) {
        return indicators.stream()
                .filter(n -> n.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("indicator not in the edition: " + indicator.id()));
    }
}
