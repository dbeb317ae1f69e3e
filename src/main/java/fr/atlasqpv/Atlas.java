package fr.atlasqpv;

/** Entry point of the program. */
public final class Atlas {
    private Atlas() {}

    /**
     * Runs the command line.
     *
     * @param arguments words typed after {@code atlas}
     */
    public static void main(String[] arguments) {
        System.out.println(String.join(" ", arguments));
    }
}
