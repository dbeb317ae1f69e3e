package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import java.util.List;
import java.util.Map;

/** The dictionary of a code, and the grounds of its classes: from light to dark in the order of the dictionary. */
final class Typology {
    private static final int[][] TINTS = {
            {0xF2F7F8, 0x8FBFC6}, {0xF3F0F7, 0xAE9BCB}, {0xFCF6E8, 0xEBD09C}, {0xF6EFEF, 0xDDB0B5}, {0xF0F5EC, 0xB3CE9E}
    };

    private final Map<String, String> labels;
    private final int rank;

    Typology(Composition composition, Indicator indicator) {
        Map<String, Map<String, String>> all = composition.edition().typologies();
        this.labels = all.getOrDefault(indicator.id(), Map.of());
        this.rank = Math.max(0, List.copyOf(all.keySet()).indexOf(indicator.id()));
    }

    Map<String, String> labels() {
        return labels;
    }

    /** What a code stands for; nothing when no dictionary says it. */
    String meaning(String code) {
        return labels.getOrDefault(code, "");
    }

    /** The ground of a code; null when no dictionary has it. */
    Integer ground(String code) {
        int at = List.copyOf(labels.keySet()).indexOf(code);
        if (at < 0) {
            return null;
        }
        int[] tints = TINTS[rank % TINTS.length];
        double share = labels.size() < 2 ? 1 : at / (labels.size() - 1.0);
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = tints[0] >> shift & 0xFF;
            int to = tints[1] >> shift & 0xFF;
            mixed |= (int) Math.round(from + (to - from) * share) << shift;
        }
        return mixed;
    }
}
