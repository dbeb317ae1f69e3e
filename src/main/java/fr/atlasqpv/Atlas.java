package fr.atlasqpv;

import fr.atlasqpv.cli.AtlasCommand;
import java.io.PrintWriter;

/** Entry point of the program. */
public final class Atlas {
    private Atlas() {}

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param arguments words typed after {@code atlas}
     */
    public static void main(String[] arguments) {
        int code = AtlasCommand.execute(
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()),
                arguments);
        System.exit(code);
    }
}
