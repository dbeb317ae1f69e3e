package fr.atlasqpv.batch;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.territory.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
record PublishStep(EditionSwap swap, AtlasDossier dossier, List<BookWriter> writers, Progress progress)
        implements Tasklet {
    static final String NAME = "publish";
    static final String REGION = "region";

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        StepExecution step = contribution.getStepExecution();
        String region = step.getExecutionContext().getString(REGION);
        PublishedAtlas atlas = dossier.assembly(step.getJobExecution().getJobInstanceId()).of(region);
        Path folder = swap.fresh().resolve(atlas.folder());
        Folders.delete(folder);
        Files.createDirectories(folder);
        for (BookWriter writer : writers) {
            writer.write(atlas, folder);
        }
        progress.advanced(NAME, 1);
        return RepeatStatus.FINISHED;
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
