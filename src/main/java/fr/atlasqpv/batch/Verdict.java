package fr.atlasqpv.batch;

import java.io.IOException;
import java.util.List;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** A step that may stop the release. Run again, it judges again. */
interface Verdict extends Tasklet {
    /** Judges, puts what is found on record and gives the reasons why the books must not go out. */
    List<String> judge(StepExecution step) throws IOException;

    /**
     * In a first call judges, in a transaction that outlives the step that fails; in a second, if there is need for one, fails.
     *
     * @throws ReleaseBlockedException when the books must not go out
     */
    @Override
    default RepeatStatus execute(StepContribution contribution, ChunkContext chunk) throws IOException {
        @SuppressWarnings("unchecked") List<String> known = (List<String>) chunk.getAttribute("reasons");
        if (known != null) {
            throw new ReleaseBlockedException(known);
        }
        List<String> reasons = judge(contribution.getStepExecution());
        chunk.setAttribute("reasons", reasons);
        return RepeatStatus.continueIf(!reasons.isEmpty());
    }
}
