package fr.atlasqpv.batch;

import java.io.IOException;

/** A step that is done in one piece and one transaction; done again from its start when it was cut. */
interface WorkStep {
    /**
     * Does the work of the step.
     *
     * @param run key of the run
     * @throws IOException when the disk fails
     */
    void run(long run) throws IOException;
}
