package fr.atlasqpv.audit;

import fr.atlasqpv.indicator.Indicator;
import java.nio.file.Path;
import java.util.List;

/**
 * What an audit found.
 *
 * @param edition identifier of the edition
 * @param folder its folder
 * @param lines figures of the attack, one line per indicator that has withheld cells
 * @param findings disclosures and disagreements first, then remarks
 * @param withKnowledge whether denominators were given
 * @param withPrevious whether a previous edition was given
 */
public record AuditReport(
        String edition,
        Path folder,
        List<Line> lines,
        List<Finding> findings,
        boolean withKnowledge,
        boolean withPrevious) {
    /** Defensive copies. */
    public AuditReport {
        lines = List.copyOf(lines);
        findings = List.copyOf(findings);
    }

    /**
     * Figures of the attack on the cells of an indicator.
     *
     * @param indicators the indicator, with those whose counts are the same
     * @param withheld withheld cells; several that count the very same people are one
     * @param exact cells that can be known exactly
     * @param narrow cells that can be known within the protection width, or to lie in the range that a rule protects
     */
    public record Line(List<Indicator> indicators, int withheld, int exact, int narrow) {
        /** Defensive copy. */
        public Line {
            indicators = List.copyOf(indicators);
        }
    }

    /** Whether the books may go out. */
    public boolean safe() {
        return findings.stream().noneMatch(Finding::stops);
    }
}
