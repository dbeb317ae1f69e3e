package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.store.RunTables;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.step.StepExecution;

/**
 * Judges the PDF of one region in the folder of books in the making; a rule that is broken stops the release. All regions are
 * judged before the run ends, so that everything is told at once.
 */
record ValidateStep(EditionSwap swap, BookValidation validation, Progress progress, RunTables tables)
        implements Verdict {
    static final String NAME = "validate";

    @Override
    public List<String> judge(StepExecution step) throws IOException {
        long run = step.getJobExecution().getJobInstanceId();
        String region = step.getExecutionContext().getString(PublishStep.REGION);
        Path folder = swap.fresh().resolve(tables.attachments().load(run).regions().get(region).folder());
        List<Path> pdfs = BookValidation.pdfs(folder);
        if (pdfs.isEmpty()) {
            throw new NoSuchFileException(folder.toString(), null, "no PDF to validate");
        }
        List<Notice> found = new ArrayList<>();
        for (Path pdf : pdfs) {
            found.addAll(validation.notices(swap.fresh(), pdf));
        }
        String origin = NAME + "-" + region;
        tables.notices().replace(run, origin, found);
        progress.advanced(NAME, 1);
        return found.stream().map(BookValidation::reason).toList();
    }
}
