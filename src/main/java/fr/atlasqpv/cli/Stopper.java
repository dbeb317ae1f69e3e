package fr.atlasqpv.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends a command that the user stops (Ctrl-C, SIGTERM): the program is closed, which waits for the last transaction, and the process
 * exits with {@link ExitCode#STOPPED} and not with the number of the signal. From then on the command says nothing more: what it fails
 * at, it fails at because it was stopped.
 */
final class Stopper implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final Screen screen;
    private final Thread hook = new Thread(this::stop, "atlas-stop");
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile boolean asked;
    private volatile AutoCloseable program;
    private volatile Integer ended;

    /** @param screen where to say so */
    Stopper(Screen screen) {
        this.screen = screen;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The program to be closed; as long as there is none, nothing has begun that a cut could spoil. */
    <T extends AutoCloseable> T watch(T started) {
        program = started;
        if (asked) {
            await();
        }
        return started;
    }

    private void stop() {
        asked = true;
        screen.complain("Arrêt demandé\u00a0: fin de l’opération en cours…");
        try {
            if (program != null) {
                program.close();
            }
            if (ended != null) {
                told.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (Exception e) {
            System.getLogger(Stopper.class.getName()).log(System.Logger.Level.WARNING, "end of the program", e);
        }
        int code = ended == null ? ExitCode.STOPPED : ended;
        if (code == ExitCode.STOPPED) {
            screen.complain("Arrêté. Relancez la même commande\u00a0: elle reprendra où elle en était.");
        }
        Runtime.getRuntime().halt(code);
    }

    /** The command has ended by itself, and tells how; returns no more when it was stopped before. */
    void ended(int code) {
        if (asked && (code == ExitCode.STOPPED || code == ExitCode.MACHINE_FAILED)) {
            await();
        }
        ended = code;
    }

    /** All is told. */
    @Override
    public void close() {
        told.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            await(); // the process is ending: the hook has the last word
        }
    }

    private void await() {
        boolean over = false;
        while (!over) {
            try {
                hook.join();
                over = true;
            } catch (InterruptedException e) {
                Thread.currentThread().setName("atlas-stopped"); // whoever interrupts it does not know that it has nothing to do
            }
        }
    }
}
