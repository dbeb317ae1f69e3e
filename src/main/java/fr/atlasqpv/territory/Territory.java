package fr.atlasqpv.territory;

import java.util.Objects;

/**
 * A published territory.
 *
 * @param level its level
 * @param code its code: that of the territory of reference, INSEE code of a region or département, SIREN of an EPCI, code of a QPV
 */
public record Territory(Level level, String code) implements Comparable<Territory> {
    /** @throws NullPointerException when a component is null */
    public Territory {
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(code, "code");
    }

    @Override
    public int compareTo(Territory other) {
        int byLevel = level.compareTo(other.level);
        return byLevel != 0 ? byLevel : code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return level + " " + code;
    }
}
