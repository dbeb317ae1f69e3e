package fr.atlasqpv.cli;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends a run that the user stops (Ctrl-C, SIGTERM): the program is closed, which waits for the last transaction, and the process
 * exits with {@link ExitCode#STOPPED} and not with the number of the signal.
 */
final class Stopper implements AutoCloseable {
    private final Thread hook;
    private final AtomicReference<Integer> ended = new AtomicReference<>();

    /**
     * @param program what to close
     * @param screen where to say so
     */
    Stopper(AutoCloseable program, Screen screen) {
        this.hook = new Thread(() -> {
            screen.complain("Arrêt demandé\u00a0: fin de l’opération en cours…");
            try {
                program.close();
            } catch (Exception e) {
                System.getLogger(Stopper.class.getName()).log(System.Logger.Level.WARNING, "end of the program", e);
            }
            int code = ended.get() == null ? ExitCode.STOPPED : ended.get();
            if (code == ExitCode.STOPPED) {
                screen.complain("Arrêté. Relancez la même commande\u00a0: elle reprendra où elle en était.");
            }
            Runtime.getRuntime().halt(code);
        }, "atlas-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The run has ended by itself; a signal that comes now changes nothing. */
    void ended(int code) {
        ended.set(code);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            Thread.currentThread().setName("atlas-stopped"); // the process is ending: the hook has the last word
        }
    }
}
