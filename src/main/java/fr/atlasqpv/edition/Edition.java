package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.release.BookSpec;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.secrecy.APriori;
import fr.atlasqpv.secrecy.Inequality;
import fr.atlasqpv.secrecy.PrimaryRule;
import fr.atlasqpv.secrecy.SecrecyRules;
import fr.atlasqpv.territory.Frame;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param regions codes of the regions whose books are made; empty: all that the frame places and that have a QPV
 * @param frame what the edition places: territory of reference, zones
 * @param rejectCeiling share of rejected rows above which a file of events stops the run, in per cent (0.5)
 * @param sources inputs
 * @param catalogue measures and indicators
 * @param indicators what the books say of each indicator, in printed order
 * @param book what the books show
 * @param rules rules of secrecy
 * @param apart inequalities that it declares between measures of several vintages, which bound nothing
 * @param aPriori what somebody has decided of single cells, each with its place in the file
 * @param known files of counts that anybody can read in other publications
 * @param unruled indicators that no primary rule judges, and why: identifier → reason
 * @param previousEdition folder of the books of the previous edition, which the attacker has as well; a relative path starts
 *     from the output root; empty when there is none
 * @param previousCorrespondence source that says which QPV of the edition make up which of another generation, those of earlier books;
 *     empty when there is none
 * @param notPrevious books released in the same output root that are not to count as a previous edition: name of their folder → why
 * @param drawKey file of the key that draws between patterns of equal cost, relative to the edition file; empty when the key
 *     is made at the first run and kept in the work folder
 * @param publicDrawKey a key in hexadecimal digits that all may know, for a try; empty when there is none
 * @param splitEpci SIREN of the EPCI split by département
 * @param zooms SIREN of the EPCI that get a zoom map, in order
 * @param zoomsFrom least number of QPV of an EPCI that gets one without being named; 0 when none does
 * @param typologies dictionary per typology: indicator id → code → label
 * @param texts texts of the book by key
 * @param checks what it says to the checks of its inputs
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
        Frame frame,
        BigDecimal rejectCeiling,
        List<Source> sources,
        Catalogue catalogue,
        List<IndicatorNotice> indicators,
        BookSpec book,
        SecrecyRules rules,
        List<Inequality> apart,
        List<Decided> aPriori,
        List<KnownFile> known,
        Map<String, String> unruled,
        String previousEdition,
        String previousCorrespondence,
        Map<String, String> notPrevious,
        String drawKey,
        String publicDrawKey,
        List<String> splitEpci,
        List<String> zooms,
        int zoomsFrom,
        Map<String, Map<String, String>> typologies,
        Map<String, String> texts,
        CheckRules checks) {

    /**
     * One input file.
     *
     * @param id identifier, unique in the edition
     * @param layout layout of its producer
     * @param file path below the input folder, in one of the {@link #FORMATS}
     * @param member file of an archive that holds several, null for the only one; of a shapefile, its {@code .shp}
     * @param sheet sheet of a workbook, null for the first
     * @param layer contours: layer of a GeoPackage, null for the only one
     * @param epsg contours: EPSG code of the coordinates, where the file does not say their system; null where it does
     * @param charset charset of a text file; of contours, that of the table of a shapefile, null for the one that it tells
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
     * @param sessions results by session: years that are summed; empty for other layouts
     * @param excluded contours of QPV: codes of those whose contour is set aside; dwellings one by one or crossed with their features: values of the field {@code mode} that are not counted; dwellings by
     *     commune: fields ({@code vacants}, {@code vides}) that are taken off
     * @param correspondence contours of QPV: id of the source that pairs their codes with those of the edition, null when
     *     the codes are the same
     * @param unpackedLimit megabytes that the file may hold once unpacked
     * @param zeroWhenAbsent dwellings: whether a territory without a row has none; else nothing is known of it
     * @param standIn contours of QPV: whether they stand in for better ones: drawn where no other source has one, never measured
     * @param covers establishments and their labels: codes of the départements that the file holds whole; empty: all of them
     */
    public record Source(
            String id,
            Layout layout,
            String file,
            String member,
            String sheet,
            String layer,
            Integer epsg,
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
            List<Integer> sessions,
            List<String> excluded,
            String correspondence,
            int unpackedLimit,
            boolean zeroWhenAbsent,
            boolean standIn,
            List<String> covers) {
        /** Megabytes of a file once unpacked, unless the edition says otherwise: four times the social dwellings of France. */
        public static final int UNPACKED_LIMIT = 4_096;
        /** Endings of the files that are read. */
        public static final List<String> FORMATS = List.of(
                ".csv", ".csv.gz", ".txt", ".txt.gz", ".zip", ".xlsx", ".geojson", ".geojson.gz", ".json", ".json.gz",
                ".gpkg", ".shp");

        /** Tells whether all is said that its layout needs: that of an edition file with faults may not be. */
        public boolean complete() {
            return layout != null && columns.keySet().containsAll(layout.fields())
                    && layout.hasValues() == !values.isEmpty()
                    && layout.list() == (indicator != null)
                    && layout.hasMeasure() == (measure != null);
        }

        /** Tells whether its rows name the respondents who contribute to its measure. */
        public boolean namesRespondents() {
            return columns.containsKey(Layout.RESPONDENT);
        }

        /** Tells whether it is a list of the QPV of the edition. */
        public boolean listsQpv() {
            return (layout == Layout.BASE_QPV || layout == Layout.CONTOURS_QPV) && columns.containsKey(Layout.LABEL);
        }

        /** Tells whether who is of this département and not in the file is nowhere. */
        public boolean covers(String departement) {
            return covers.isEmpty() || covers.contains(departement);
        }

        /** Columns that its file must hold. */
        public List<String> mapped() {
            return Stream.concat(columns.values().stream(), values.stream().map(ValueColumn::column)).toList();
        }
    }

    /**
     * A column that carries a figure.
     *
     * @param column name of the column
     * @param carries what it carries
     * @param measure the measure counted, or the base that weighs a rate; null for a figure or a code
     * @param indicator the indicator whose rate, figure or code it is, null for a count
     */
    public record ValueColumn(String column, Carries carries, Measure measure, Indicator indicator) {}

    /** What a column carries; the keys of the edition file. */
    public enum Carries {
        /** A count of a measure. */
        MEASURE,
        /** The rate of an indicator, for want of its counts. */
        RATE,
        /** A figure that no sum gives. */
        FIGURE,
        /** A code of a dictionary. */
        CODE
    }

    /**
     * A decision on a single cell.
     *
     * @param decision what is decided
     * @param place where it stands
     */
    public record Decided(APriori.Decision decision, Place place) {}

    /**
     * A file of counts that anybody can read in another publication.
     *
     * @param file path below the input folder
     * @param source which publication
     * @param place where it is named
     */
    public record KnownFile(String file, String source, Place place) {}

    /** What is decided of single cells. */
    public APriori decided() {
        return new APriori(aPriori.stream().map(Decided::decision).toList());
    }

    /** Indicators under a rule, or of which a cell is withheld by decision, with all that must be protected together with them. */
    public SortedSet<Indicator> protectedIndicators() {
        return Stream.concat(
                rules.primary().stream().map(PrimaryRule::indicator), decided().protectedIndicators().stream())
                .flatMap(i -> rules.together(i, catalogue.indicators()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Tells whether a source states figures of which a rule protects some: what is counted above and below, but for bases that everybody
     * is presumed to know. One whose rows name their measures may state any; one that quotes publications tells nothing new.
     */
    public boolean statesProtected(Source source) {
        SortedSet<Indicator> ruled = protectedIndicators();
        boolean statesAny = source.layout() != null && source.layout().namesMeasures();
        return !ruled.isEmpty() && source.layout() != Layout.REFERENCE && !statesOnly(source, rules.knownMeasures())
                && (statesAny || ruled.stream().anyMatch(indicator -> feeds(source, indicator)));
    }

    private boolean feeds(Source source, Indicator indicator) {
        return published(indicator).filter(notice -> notice.sources().contains(source.id())).isPresent()
                || states(source, indicator, indicator.measures());
    }

    /** Tells whether a source states counts of some measures, or the rate, figure or code of an indicator. */
    private static boolean states(Source source, Indicator indicator, Collection<Measure> measures) {
        return source.measure() != null && measures.contains(source.measure())
                || source.values().stream().anyMatch(v -> v.carries() == Carries.MEASURE
                        ? measures.contains(v.measure())
                        : indicator.equals(v.indicator()));
    }

    /**
     * Tells whether what an indicator counts above is simulated, in part at least. A base beside it may be that of other years as well.
     */
    public boolean simulated(Indicator indicator) {
        List<Measure> above = indicator.numerator().stream().toList();
        return sources.stream().filter(Source::simulated).anyMatch(source -> source.layout() != null
                && source.layout().namesMeasures() || states(source, indicator, above));
    }

    private static boolean statesOnly(Source source, Collection<Measure> measures) {
        return source.measure() != null ? measures.contains(source.measure())
                : !source.values().isEmpty() && source.values()
                        .stream()
                        .allMatch(v -> v.carries() == Carries.MEASURE && measures.contains(v.measure()));
    }

    /** Counts that no rule of secrecy touches, in printed order: whoever adds them up learns nothing withheld. */
    public List<Indicator> unruledCounts() {
        return catalogue.indicators()
                .stream()
                .filter(i -> i.form() instanceof Form.Count)
                .filter(i -> rules.primary().stream().noneMatch(t -> t.indicator().equals(i)))
                .filter(i -> !decided().protectedIndicators().contains(i))
                .toList();
    }

    /** The source with this id. */
    public Optional<Source> source(String id) {
        return sources.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** What the books say of an indicator; empty when the edition does not declare it. */
    public Optional<IndicatorNotice> published(Indicator indicator) {
        return indicators.stream().filter(i -> i.indicator().equals(indicator)).findFirst();
    }
}
