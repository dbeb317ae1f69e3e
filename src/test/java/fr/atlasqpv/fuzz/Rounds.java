package fr.atlasqpv.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * Rounds of damages to what a reader reads: {@code fuzz.rounds} of them, 300 unless told, then as many as {@code fuzz.seconds} allow
 * for. Each has its own seed, so that it can be played again alone ({@code -Dfuzz.first=12345 -Dfuzz.rounds=1}). What fails in the same
 * way is one crash.
 */
public final class Rounds {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 300);
    private static final int FIRST = Integer.getInteger("fuzz.first", 0);
    private static final long SEED = 1_000_003L;

    private final String reader;
    private final Map<String, Throwable> crashes = new LinkedHashMap<>();
    private long slowest;
    private int slowestRound;

    private Rounds(String reader) {
        this.reader = reader;
    }

    /** One round. */
    public interface Round {
        /** Damages and reads; whatever it throws is a crash. */
        void play(Random random, int round) throws Exception;
    }

    /** Plays with a reader, and fails when it crashed. */
    public static void of(String reader, Round round) {
        new Rounds(reader).play(round);
    }

    private void play(Round round) {
        long end = System.nanoTime() + Long.getLong("fuzz.seconds", 0) * 1_000_000_000L;
        int played = 0;
        for (; played < ROUNDS || System.nanoTime() < end; played++) {
            once(round, FIRST + played);
        }
        System.out.printf("fuzz: %s, %d rounds, %d crashes, slowest %d ms (round %d)%n", reader, played, crashes.size(),
                slowest / 1_000_000, slowestRound);
        crashes.forEach((crash, failure) -> failure.printStackTrace(System.out));
        assertThat(crashes.keySet()).as("crashes of " + reader).isEmpty();
    }

    private void once(Round round, int number) {
        long start = System.nanoTime();
        try {
            round.play(new Random(reader.hashCode() * SEED + number), number);
        } catch (Exception | StackOverflowError | OutOfMemoryError | AssertionError e) {
            String where = Arrays.stream(e.getStackTrace())
                    .filter(f -> f.getClassName().startsWith("fr.atlasqpv"))
                    .findFirst()
                    .map(StackTraceElement::toString)
                    .orElse("");
            String kind = e.getClass().getName() + " at " + where;
            if (crashes.keySet().stream().noneMatch(c -> c.startsWith(kind + ","))) {
                crashes.put(kind + ", round " + number, e);
            }
        }
        long took = System.nanoTime() - start;
        if (took > slowest) {
            slowest = took;
            slowestRound = number;
        }
    }
}
