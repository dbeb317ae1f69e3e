package fr.atlasqpv.sample;

import java.util.List;
import java.util.Random;

/**
 * A stream of draws seeded by a name ({@code "contour", "QP059082"}), so that one file or one territory can change
 * without moving the others. {@link Random} is used because its algorithm is specified.
 */
final class Draw {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final Random random;

    private Draw(long seed) {
        random = new Random(seed);
    }

    /** The stream of this name. */
    static Draw of(String... name) {
        long hash = OFFSET;
        for (char c : String.join("|", name).toCharArray()) {
            hash = (hash ^ c) * PRIME;
        }
        return new Draw(hash ^ (hash >>> 29));
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Integer in [low, high]. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** Standard normal, cut at ±2.5. */
    double normal() {
        return Math.max(-2.5, Math.min(2.5, random.nextGaussian()));
    }

    /** True with this probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** One of these. */
    <T> T among(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Shuffles in place. */
    <T> void shuffle(List<T> list) {
        for (int i = list.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            T swapped = list.get(i);
            list.set(i, list.get(j));
            list.set(j, swapped);
        }
    }
}
