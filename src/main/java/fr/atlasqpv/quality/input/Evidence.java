package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Zone;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;

/**
 * What the checks of the inputs look at: the edition, what its sources state and where, how territories hang together, and once
 * they are computed, the figures. A source that has a notice that stops the run is not there: what is missing in it is told.
 */
public final class Evidence {
    private final Edition edition;
    private final String editionFile;
    private final Facts facts;
    private final Map<String, Rows> rows;
    private final Set<String> faulty;
    private final Attachment attachment;
    private final SortedMap<CellKey, RawCell> figures;
    private final SortedMap<CellKey, Publication> previous;
    private final Map<Class<?>, List<? extends Located<?>>> read = new HashMap<>();
    private List<Located<Fact.MeasureFact>> measures;
    private Map<String, String> regionOfDepartement;
    private Map<String, String> communeNames;
    private Map<String, String> qpvNames;

    /** What the sources state. */
    public interface Facts {
        /** All facts of a kind, by source and line. */
        <F extends Fact> List<Located<F>> all(Class<F> kind);

        /** Dwellings counted, as counts of the QPV. */
        List<Located<Fact.MeasureFact>> counters();
    }

    /**
     * What became of the rows of a source.
     *
     * @param read data rows
     * @param kept rows used
     * @param rejected rows that cannot be used
     */
    public record Rows(long read, long kept, long rejected) {}

    /**
     * @param edition the edition
     * @param editionFile name of its file
     * @param facts what its sources state
     * @param rows rows of each source whose file is there
     * @param faulty ids of the sources that have a notice that stops the run
     * @param attachment the attachment table, null when the keys do not join
     * @param figures figures of the edition, empty before they are computed
     * @param previous figures of the books of the previous edition, empty when there is none
     */
    public Evidence(
            Edition edition,
            String editionFile,
            Facts facts,
            Map<String, Rows> rows,
            Set<String> faulty,
            Attachment attachment,
            SortedMap<CellKey, RawCell> figures,
            SortedMap<CellKey, Publication> previous) {
        this.edition = edition;
        this.editionFile = editionFile;
        this.facts = facts;
        this.rows = new TreeMap<>(rows);
        this.faulty = new TreeSet<>(faulty);
        this.attachment = attachment;
        this.figures = Collections.unmodifiableSortedMap(figures);
        this.previous = Collections.unmodifiableSortedMap(previous);
    }

    /** The edition. */
    Edition edition() {
        return edition;
    }

    /** Name of its file. */
    String editionFile() {
        return editionFile;
    }

    /** Facts of a kind, of the sources that can be relied on, by source and line. */
    @SuppressWarnings("unchecked")
    <F extends Fact> List<Located<F>> facts(Class<F> kind) {
        return (List<Located<F>>) read.computeIfAbsent(
                kind, k -> facts.all(kind).stream().filter(f -> !faulty.contains(f.source())).toList());
    }

    /** Counts of territories, dwellings included. */
    List<Located<Fact.MeasureFact>> measures() {
        if (measures == null) {
            measures = java.util.stream.Stream.concat(
                    facts(Fact.MeasureFact.class).stream(),
                    facts.counters().stream().filter(f -> !faulty.contains(f.source()))).toList();
        }
        return measures;
    }

    /** The source that states a fact. */
    Source source(Located<?> located) {
        return edition.source(located.source()).orElseThrow();
    }

    /** Sources whose file is there and can be relied on. */
    List<Source> sources(Predicate<Source> condition) {
        return edition.sources()
                .stream()
                .filter(s -> s.layout() != null && rows.containsKey(s.id()) && !faulty.contains(s.id()))
                .filter(condition)
                .toList();
    }

    /** Tells whether any source of a layout cannot be relied on. */
    boolean faulty(Layout layout) {
        return faulty(s -> s.layout() == layout);
    }

    /** Tells whether any of these sources cannot be relied on. */
    boolean faulty(Predicate<Source> which) {
        return edition.sources().stream().anyMatch(s -> which.test(s) && faulty.contains(s.id()));
    }

    /** Rows of a source that is there. */
    Rows rows(Source source) {
        return rows.get(source.id());
    }

    /** The attachment table; empty when the keys do not join. */
    Optional<Attachment> attachment() {
        return Optional.ofNullable(attachment);
    }

    /** Figures of the edition. */
    SortedMap<CellKey, RawCell> figures() {
        return figures;
    }

    /** Figures of the previous edition. */
    SortedMap<CellKey, Publication> previous() {
        return previous;
    }

    /** Regions whose books are made. */
    Set<String> regions() {
        if (!edition.regions().isEmpty()) {
            return new TreeSet<>(edition.regions());
        }
        return facts(Fact.QpvFact.class).stream()
                .map(f -> region(Kind.QPV, f.fact().code()))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Region of a commune or a QPV, as its code says; empty when the list of the départements does not have it. */
    Optional<String> region(Kind kind, String code) {
        if (regionOfDepartement == null) {
            regionOfDepartement = new HashMap<>();
            facts(Fact.DepartementFact.class).forEach(f -> regionOfDepartement.put(f.fact().code(), f.fact().region()));
        }
        return Optional.ofNullable(regionOfDepartement.get(
                kind == Kind.QPV ? Frame.departementOfQpv(code) : Frame.departementOfCommune(code)));
    }

    /** Communes of the regions whose books are made; none when their list cannot be relied on. */
    SortedSet<String> communes() {
        Set<String> regions = regions();
        return facts(Fact.CommuneFact.class).stream()
                .map(Located::fact)
                .filter(f -> regions.contains(f.region()))
                .map(Fact.CommuneFact::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** QPV of the regions whose books are made, and those of which nobody says where they are. */
    SortedSet<String> qpv() {
        SortedSet<String> communes = communes();
        SortedMap<String, SortedSet<String>> places = places();
        return facts(Fact.QpvFact.class).stream()
                .map(f -> f.fact().code())
                .filter(code -> !places.containsKey(code) || places.get(code).stream().anyMatch(communes::contains))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Tells whether a place can be that of a commune; one that the edition does not place can be anywhere. */
    boolean placed(Kind kind, String code, Coordinate at) {
        Optional<Zone> zone = kind == Kind.QPV ? edition.frame().ofQpv(code) : edition.frame().ofCommune(code);
        return zone.isEmpty() || zone.get().reaches(at);
    }

    /** Tells whether a commune or a QPV is part of the territory of reference, as far as its code says. */
    boolean ofReference(Kind kind, String code) {
        return region(kind, code).map(edition.frame().reference().regions()::contains).orElse(true);
    }

    /** Communes of each QPV. */
    SortedMap<String, SortedSet<String>> places() {
        SortedMap<String, SortedSet<String>> places = new TreeMap<>();
        facts(Fact.QpvCommuneFact.class).forEach(
                f -> places.computeIfAbsent(f.fact().qpv(), q -> new TreeSet<>()).add(f.fact().commune()));
        return places;
    }

    /** Counts of a kind of territory: measure, then code. */
    Map<String, Map<String, Located<Fact.MeasureFact>>> counts(Kind kind) {
        Map<String, Map<String, Located<Fact.MeasureFact>>> counts = new TreeMap<>();
        measures().stream().filter(f -> f.fact().kind() == kind).forEach(
                f -> counts.computeIfAbsent(f.fact().measure().id(), m -> new TreeMap<>()).put(f.fact().code(), f));
        return counts;
    }

    /** Name and code of a territory. */
    String name(Kind kind, String code) {
        if (communeNames == null) {
            communeNames = new HashMap<>();
            facts(Fact.CommuneFact.class).forEach(f -> communeNames.put(f.fact().code(), f.fact().label()));
            qpvNames = new HashMap<>();
            facts(Fact.QpvFact.class).forEach(f -> qpvNames.put(f.fact().code(), f.fact().label()));
        }
        String name = (kind == Kind.QPV ? qpvNames : communeNames).get(code);
        return name == null ? code : name + "\u00a0(" + code + ")";
    }

    /** The first of them by name, and how many others there are. */
    String names(Kind kind, Collection<String> codes) {
        return French.first(codes.stream().map(code -> name(kind, code)).toList());
    }
}
