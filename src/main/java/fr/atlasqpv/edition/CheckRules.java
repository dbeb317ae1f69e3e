package fr.atlasqpv.edition;

import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;

/**
 * What an edition says to the checks of its inputs: other severities and thresholds, findings that somebody accepts, totals that
 * must come out.
 *
 * @param settings checks that it changes
 * @param accepted findings that it accepts by name
 * @param totals totals that it declares
 */
public record CheckRules(List<Setting> settings, List<Acceptance> accepted, List<Total> totals) {
    /** Every check as it is. */
    public static final CheckRules NONE = new CheckRules(List.of(), List.of(), List.of());

    /** Defensive copies. */
    public CheckRules {
        settings = List.copyOf(settings);
        accepted = List.copyOf(accepted);
        totals = List.copyOf(totals);
    }

    /** What a finding of a check does to the run. */
    public enum Weight {
        /** The run stops. */
        ERROR,
        /** It goes on, and the books say so. */
        WARNING,
        /** Nothing is looked for. */
        OFF
    }

    /**
     * A check that the edition changes.
     *
     * @param place where the edition says so
     * @param check code of the check
     * @param weight its severity, null for that of the check
     * @param threshold its threshold in the unit of the check, null for that of the check
     * @param why reason, empty when none is given
     */
    public record Setting(Place place, String check, Weight weight, BigDecimal threshold, String why) {}

    /**
     * A finding that somebody accepts.
     *
     * @param place where the edition says so
     * @param check code of the check
     * @param of what is found, as the notice names it
     * @param by who accepts
     * @param why reason
     */
    public record Acceptance(Place place, String check, String of, String by, String why) {}

    /**
     * A total that must come out of the inputs.
     *
     * @param place where the edition says so
     * @param count identifier of a measure, or {@link #COMMUNES} or {@link #EPCI} for a number of territories
     * @param territory territory whose total it is
     * @param perimeter everybody, or the inhabitants of its QPV
     * @param value what must come out
     * @param tolerance greatest difference, in per cent of the value
     */
    public record Total(
            Place place, String count, Territory territory, Perimeter perimeter, BigDecimal value,
            BigDecimal tolerance) {
        /** Counts the communes. */
        public static final String COMMUNES = "communes";
        /** Counts the EPCI. */
        public static final String EPCI = "epci";
    }
}
