package fr.atlasqpv.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** One partition per source of the edition, named after it; absent files included, for something must be said of them. */
final class IngestPartitioner implements Partitioner {
    /** Key of the source in the context of a partition. */
    static final String SOURCE = "source";

    private final RunRequest request;

    IngestPartitioner(RunRequest request) {
        this.request = request;
    }

    @Override
    public Map<String, ExecutionContext> partition(int gridSize) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        request.edition().sources().forEach(source -> {
            ExecutionContext context = new ExecutionContext();
            context.putString(SOURCE, source.id());
            partitions.put(source.id(), context);
        });
        return partitions;
    }
}
