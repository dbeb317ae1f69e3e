package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.publication.pdf.tagged.UnprintableTextException;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** Writes the books of one region into the folder of books in the making. Cut, it writes them again from the first. */
record PublishStep(
        RunRequest request, RunTables tables, AtlasDossier dossier, BooksInMaking making, Progress progress)
        implements Tasklet {
    static final String NAME = "publish";
    static final String REGION = "region";
    private static final String REJECTED = "rejected";

    /**
     * In a first call writes the books, or puts on record which text cannot be printed; in a second, if there is need for one,
     * fails.
     *
     * @throws InputRejectedException when a text cannot be printed
     */
    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        if (chunk.hasAttribute(REJECTED)) {
            throw new InputRejectedException();
        }
        StepExecution step = contribution.getStepExecution();
        long run = step.getJobExecution().getJobInstanceId();
        String region = step.getExecutionContext().getString(REGION);
        try {
            making.write(run, region);
        } catch (UnprintableTextException e) {
            PublishedAtlas atlas = dossier.assembly(run).of(region);
            tables.notices().replace(run, NAME + "-" + region, List.of(notice(e, atlas)));
            chunk.setAttribute(REJECTED, true);
            return RepeatStatus.CONTINUABLE;
        }
        progress.advanced(NAME, 1);
        return RepeatStatus.FINISHED;
    }

    /** Texts that no edition file holds are names of an input. */
    private Notice notice(UnprintableTextException e, PublishedAtlas atlas) throws IOException {
        List<String> lines = Files.readAllLines(request.jobFile());
        int line = 0;
        while (line < lines.size() && !lines.get(line).contains(e.text())) {
            line++;
        }
        boolean found = line < lines.size();
        return new Notice(request.jobFile().getFileName().toString(), found ? line + 1 : 0, "", "texte-non-imprimable",
                Severity.ERROR,
                e.advice() + " Livre\u00a0: " + atlas.stem() + ".pdf."
                        + (found ? "" : " Ce texte n’est pas dans le fichier d’édition\u00a0: il vient d’un extrait."),
                e.text());
    }

    /** One partition per region whose books are asked for. */
    static Partitioner perRegion(RunRequest request, Attachments attachments, CurrentRun current) {
        return gridSize -> {
            Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
            for (String region : regions(request, attachments.load(current.key()))) {
                ExecutionContext context = new ExecutionContext();
                context.putString(REGION, region);
                partitions.put(region, context);
            }
            return partitions;
        };
    }

    /** Regions whose books a run makes. */
    static SortedSet<String> regions(RunRequest request, Attachment attachment) {
        SortedSet<String> regions = AggregationAssembly.regions(request.edition(), attachment);
        if (!request.regions().isEmpty()) {
            regions.retainAll(new TreeSet<>(request.regions()));
        }
        return regions;
    }
}
