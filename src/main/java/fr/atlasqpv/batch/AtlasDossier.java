package fr.atlasqpv.batch;

import fr.atlasqpv.book.BookAssembly;
import fr.atlasqpv.book.Ground;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.quality.input.Reserves;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.release.SourceNotice.Beside;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.Contours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What the books of an edition are put together from, read once from the store and shared by the regions. */
final class AtlasDossier {
    private final RunRequest request;
    private final RunTables tables;
    private BookAssembly assembly;

    AtlasDossier(RunRequest request, RunTables tables) {
        this.request = request;
        this.tables = tables;
    }

    /** The assembly of the books of a run. */
    synchronized BookAssembly assembly(long run) {
        if (assembly == null) {
            assembly = new BookAssembly(
                    request.edition(), Program.version(), sources(run), tables.attachments().load(run),
                    tables.cells().published(run),
                    new Ground(AttachmentAssembly.inhabitants(request.edition(), tables.facts(), run), seats(run),
                            contours(run)),
                    tables.cells().checks(run), Reserves.of(request.edition(), tables.notices().all(run)));
        }
        return assembly;
    }

    /** The inputs of a run as the books name them, in the order of the edition. */
    List<SourceNotice> sources(long run) {
        List<Input> inputs = tables.history().inputs(run);
        Map<String, Input> read = inputs.stream().collect(Collectors.toMap(Input::source, Function.identity()));
        // Made-up figures count nobody
        Set<String> stating =
                fingerprints(read, source -> !source.simulated() && request.edition().statesProtected(source));
        Set<String> ofUnits = fingerprints(read, this::countsWhatARuleProtects);
        return request.edition()
                .sources()
                .stream()
                .flatMap(s -> Optional.ofNullable(read.get(s.id())).map(i -> notice(s, i, inputs)).stream())
                // Another source may read the same file
                .map(told -> ofUnits.contains(told.sha256()) ? told.roughly() : told)
                .map(told -> stating.contains(told.sha256()) ? told.sealed() : told)
                .toList();
    }

    private Set<String> fingerprints(Map<String, Input> read, Predicate<Source> those) {
        return request.edition()
                .sources()
                .stream()
                .filter(those)
                .flatMap(s -> Optional.ofNullable(read.get(s.id())).stream())
                .map(Input::sha256)
                .collect(Collectors.toSet());
    }

    private SourceNotice notice(Source source, Input input, List<Input> inputs) {
        List<Beside> beside = inputs.stream()
                .filter(i -> InputFile.beside(source.id(), i.source()))
                .map(i -> new Beside(i.path(), i.bytes(), i.sha256()))
                .toList();
        return new SourceNotice(
                source.id(), source.group(), source.label(), source.producer(), source.millesime(), input.path(),
                input.bytes(), input.sha256(), beside, input.rows().read(), input.rows().rejected(),
                input.rows().outOfScope(),
                source.licence(), source.simulated(), false);
    }

    /** Tells whether each row of a source is a unit of an indicator under a rule. */
    private boolean countsWhatARuleProtects(Source source) {
        return source.layout() != null && source.layout().rows() == Layout.Rows.EVENTS
                && request.edition().statesProtected(source);
    }

    private Map<String, String> seats(long run) {
        Map<String, String> seats = new HashMap<>();
        tables.facts().each(run, Fact.EpciSeatFact.class, f -> seats.put(f.fact().epci(), f.fact().commune()));
        return seats;
    }

    private Contours contours(long run) {
        Map<String, Geometry> communes = new HashMap<>();
        Map<String, Geometry> qpv = new HashMap<>();
        tables.facts().each(run, Fact.ContourFact.class, located -> {
            Fact.ContourFact fact = located.fact();
            (fact.kind() == Fact.Kind.COMMUNE ? communes : qpv).put(fact.code(), fact.geometry());
        });
        Map<String, Coordinate> centres = new HashMap<>();
        tables.facts().each(
                run, Fact.CentreFact.class,
                f -> centres.put(f.fact().commune(), new Coordinate(f.fact().x(), f.fact().y())));
        return new Contours(communes, centres, qpv);
    }
}
