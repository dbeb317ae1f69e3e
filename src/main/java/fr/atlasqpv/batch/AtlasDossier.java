package fr.atlasqpv.batch;

import fr.atlasqpv.book.BookAssembly;
import fr.atlasqpv.book.Ground;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.release.SourceNotice;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Cells;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord.Input;
import fr.atlasqpv.territory.Contours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** What the books of an edition are put together from, read once from the store and shared by the regions. */
final class AtlasDossier {
    private final RunRequest request;
    private final Facts facts;
    private final Attachments attachments;
    private final Cells cells;
    private final RunHistory history;
    private BookAssembly assembly;

    AtlasDossier(RunRequest request, Facts facts, Attachments attachments, Cells cells, RunHistory history) {
        this.request = request;
        this.facts = facts;
        this.attachments = attachments;
        this.cells = cells;
        this.history = history;
    }

    /** The assembly of the books of a run. */
    synchronized BookAssembly assembly(long run) {
        if (assembly == null) {
            assembly = new BookAssembly(
                    request.edition(), Program.version(), sources(run), attachments.load(run), cells.published(run),
                    new Ground(AttachmentAssembly.inhabitants(request.edition(), facts, run), seats(run),
                            contours(run)),
                    cells.checks(run));
        }
        return assembly;
    }

    /** The inputs of a run as the books name them, in the order of the edition. */
    List<SourceNotice> sources(long run) {
        Map<String, Input> read =
                history.inputs(run).stream().collect(Collectors.toMap(Input::source, Function.identity()));
        return request.edition()
                .sources()
                .stream()
                .flatMap(s -> Optional.ofNullable(read.get(s.id())).map(i -> notice(s, i)).stream())
                .toList();
    }

    private static SourceNotice notice(Source source, Input input) {
        return new SourceNotice(
                source.id(), source.group(), source.label(), source.producer(), source.millesime(), input.path(),
                input.bytes(), input.sha256(), input.rows().read(), input.rows().rejected(), input.rows().outOfScope(),
                source.licence(), source.simulated());
    }

    private Map<String, String> seats(long run) {
        Map<String, String> seats = new HashMap<>();
        facts.each(run, Fact.EpciSeatFact.class, f -> seats.put(f.fact().epci(), f.fact().commune()));
        return seats;
    }

    private Contours contours(long run) {
        Map<String, Geometry> communes = new HashMap<>();
        Map<String, Geometry> qpv = new HashMap<>();
        facts.each(run, Fact.ContourFact.class, located -> {
            Fact.ContourFact fact = located.fact();
            (fact.kind() == Fact.Kind.COMMUNE ? communes : qpv).put(fact.code(), fact.geometry());
        });
        Map<String, Coordinate> centres = new HashMap<>();
        facts.each(
                run, Fact.CentreFact.class,
                f -> centres.put(f.fact().commune(), new Coordinate(f.fact().x(), f.fact().y())));
        return new Contours(communes, centres, qpv);
    }
}
