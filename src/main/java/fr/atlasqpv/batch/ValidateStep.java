package fr.atlasqpv.batch;

import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.store.RunTables;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Judges the PDF of one region in the folder of books in the making; a rule that is broken stops the release. All regions are
 * judged before the run ends, so that everything is told at once. Run again, it judges again.
 */
record ValidateStep(BooksInMaking making, BookValidation validation, Progress progress, RunTables tables)
        implements Tasklet {
    static final String NAME = "validate";
    private static final String REASONS = "reasons";

    /**
     * In a first call judges and puts what is found on record, in a transaction that outlives the step that fails; in a second,
     * if there is need for one, fails.
     *
     * @throws ReleaseBlockedException when the book breaks a rule
     */
    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        @SuppressWarnings("unchecked") List<String> known = (List<String>) chunk.getAttribute(REASONS);
        if (known != null) {
            throw new ReleaseBlockedException(known);
        }
        List<String> reasons = judge(contribution.getStepExecution());
        progress.advanced(NAME, 1);
        chunk.setAttribute(REASONS, reasons);
        return RepeatStatus.continueIf(!reasons.isEmpty());
    }

    private List<String> judge(StepExecution step) throws IOException {
        long run = step.getJobExecution().getJobInstanceId();
        String region = step.getExecutionContext().getString(PublishStep.REGION);
        making.ensure(run, region);
        Path folder = making.folder(run, region);
        List<Path> pdfs = BookValidation.pdfs(folder);
        if (pdfs.isEmpty()) {
            throw new NoSuchFileException(folder.toString(), null, "no PDF to validate");
        }
        List<Notice> found = new ArrayList<>();
        for (Path pdf : pdfs) {
            found.addAll(validation.notices(making.swap().fresh(), pdf));
        }
        String origin = NAME + "-" + region;
        tables.notices().replace(run, origin, found);
        return found.stream().map(BookValidation::reason).toList();
    }
}
