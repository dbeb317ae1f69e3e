package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.secrecy.SecrecyRules;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A validated edition file: everything that changes from one year to the next, and nothing that does not.
 *
 * @param id identifier, names the output folder
 * @param year year on the cover
 * @param title title of the book
 * @param subtitle subtitle
 * @param series name of the series
 * @param date date of publication in words
 * @param publisher publishing body
 * @param contact address for questions
 * @param licence licence of the figures
 * @param input input folder named by the edition, relative to the project
 * @param regions codes of the regions whose books are made; empty: all the metropolitan regions of the COG
 * @param qpvOfFrance number of QPV of metropolitan France
 * @param rejectCeiling share of rejected rows above which a file of events stops the run, in per cent (0.5)
 * @param sources inputs
 * @param indicators indicators published, in printed order
 * @param rules rules of secrecy
 * @param previousEdition folder of the books of the previous edition, which the attacker has as well; a relative path starts
 *     from the output root; empty when there is none
 * @param splitEpci SIREN of the EPCI split by département
 * @param zooms SIREN of the EPCI that get a zoom map, in order
 * @param brevetSessions sessions of the brevet that are summed
 * @param collegeDistance greatest distance from a collège to the contour of a QPV, metres (300)
 * @param typologies dictionary per typology: indicator id → code → label
 * @param texts texts of the book by key
 */
public record Edition(
        String id,
        String year,
        String title,
        String subtitle,
        String series,
        String date,
        String publisher,
        String contact,
        String licence,
        String input,
        List<String> regions,
        int qpvOfFrance,
        BigDecimal rejectCeiling,
        List<Source> sources,
        List<PublishedIndicator> indicators,
        SecrecyRules rules,
        String previousEdition,
        List<String> splitEpci,
        List<String> zooms,
        List<Integer> brevetSessions,
        int collegeDistance,
        Map<String, Map<String, String>> typologies,
        Map<String, String> texts) {

    /**
     * One input file.
     *
     * @param id identifier, unique in the edition
     * @param layout layout of its producer
     * @param file path below the input folder; {@code .csv}, {@code .csv.gz}, {@code .zip} with one file, {@code .xlsx},
     *     {@code .geojson}, {@code .geojson.gz}
     * @param sheet sheet of a workbook, null for the first
     * @param charset charset of a text file
     * @param delimiter separator of a CSV file
     * @param required whether the run stops when the file is absent
     * @param simulated whether its figures are simulated
     * @param group heading in “Sources et provenance”
     * @param label name for a reader
     * @param producer producer
     * @param millesime vintage
     * @param licence terms of reuse
     * @param columns logical field of the layout → column of the file
     * @param values columns that carry figures, for layouts of tables
     * @param indicator list by QPV: the indicator that it feeds, null otherwise
     * @param measure dwellings one by one: the measure that they are counted in, null otherwise
     * @param excludedModes dwellings one by one: values of the field {@code mode} that are not counted; dwellings by
     *     commune: fields ({@code vacants}, {@code vides}) that are taken off
     * @param correspondence contours of QPV: id of the source that pairs their codes with those of the edition, null when
     *     the codes are the same
     */
    public record Source(
            String id,
            Layout layout,
            String file,
            String sheet,
            Charset charset,
            char delimiter,
            boolean required,
            boolean simulated,
            String group,
            String label,
            String producer,
            String millesime,
            String licence,
            Map<String, String> columns,
            List<ValueColumn> values,
            Indicator indicator,
            Measure measure,
            List<String> excludedModes,
            String correspondence) {}

    /**
     * A column that carries a figure: a count of a measure, or the rate of an indicator.
     *
     * @param column name of the column
     * @param measure the measure counted, null when the column is a rate
     * @param rate the indicator whose rate it is, null when it is a count
     */
    public record ValueColumn(String column, Measure measure, Indicator rate) {}

    /**
     * An indicator of the edition.
     *
     * @param indicator which
     * @param label full name
     * @param shortLabel name in table heads
     * @param band group in table heads
     * @param definition definition printed
     * @param unit unit printed
     * @param source source printed
     * @param millesime vintage printed
     * @param rule publication rule in words, empty when none
     * @param axisMax end of the scale of its bars, null when none
     * @param dotPlotMin start of the axis of its dot plot, null when none
     * @param dotPlotMax end of the axis of its dot plot, null when none
     * @param sources ids of the sources that feed it
     */
    public record PublishedIndicator(
            Indicator indicator,
            String label,
            String shortLabel,
            String band,
            String definition,
            String unit,
            String source,
            String millesime,
            String rule,
            BigDecimal axisMax,
            BigDecimal dotPlotMin,
            BigDecimal dotPlotMax,
            List<String> sources) {}

    /** The source with this id. */
    public Optional<Source> source(String id) {
        return sources.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** Measures that every source counts unit by unit, in order: a weighted count has decimals. */
    public SortedSet<Measure> wholeMeasures() {
        SortedSet<Measure> oneByOne = new TreeSet<>();
        sources.stream().map(Source::measure).filter(Objects::nonNull).forEach(oneByOne::add);
        sources.stream().flatMap(s -> s.values().stream()).map(ValueColumn::measure).filter(Objects::nonNull)
                .forEach(oneByOne::remove);
        return oneByOne;
    }

    /**
     * Vintage of the bases that weigh the rates of an indicator where its sources give no count: when it changes, the
     * aggregates change with it, whatever the rates say. Empty when no rate is weighed.
     */
    public String weights(Indicator indicator) {
        return Vintages.weights(indicator, sources);
    }

    /** The indicator as published, when the edition publishes it. */
    public Optional<PublishedIndicator> published(Indicator indicator) {
        return indicators.stream().filter(i -> i.indicator() == indicator).findFirst();
    }
}
