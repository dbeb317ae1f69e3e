package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Layout;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Decides, once a file is read to its end, whether the run may go on with what could not be used of it. The counts are those
 * of the whole file, over all its partitions and restarts: a ceiling per partition would let a bad file through in slices.
 *
 * <ul>
 *   <li>One row per territory or establishment: any rejected row stops the run.
 *   <li>One row per event: rejected rows stop the run when their share, among the rows that concern the edition, is above
 *       the edition's ceiling.
 *   <li>A required file without a single usable row stops the run; an optional one without any row is told.
 * </ul>
 */
public final class RejectPolicy {
    private RejectPolicy() {}

    /**
     * Rows of one file.
     *
     * @param usable rows used
     * @param rejected rows that could not be used
     * @param outOfScope rows that do not concern the edition
     */
    public record Counts(long usable, long rejected, long outOfScope) {
        /** Rows that concern the edition. */
        public long concerned() {
            return usable + rejected;
        }
    }

    /**
     * The notices that stop the run, none when it may go on.
     *
     * @param source the file
     * @param counts its rows, over the whole file
     * @param ceiling share of rejected rows tolerated in a file of events, per cent
     */
    public static List<Notice> decide(Edition.Source source, Counts counts, BigDecimal ceiling) {
        Notices notices = new Notices(source.file());
        if (counts.rejected() > 0 && source.layout().rows() == Layout.Rows.TERRITORIES) {
            return List.of(notices.error(
                    0,
                    "",
                    NoticeCode.TROP_DE_REJETS,
                    lines(counts.rejected()) + " inutilisable" + plural(counts.rejected())
                            + " dans un fichier qui a une ligne par territoire ou par établissement\u00a0: aucune n’est tolérée. "
                            + "Corrigez-les d’après les avis ci-dessus.",
                    String.valueOf(counts.rejected())));
        }
        if (above(counts, ceiling)) {
            return List.of(notices.error(
                    0, "", NoticeCode.TROP_DE_REJETS, tooMany(counts, ceiling), String.valueOf(counts.rejected())));
        }
        if (counts.usable() == 0 && source.required()) {
            return List.of(notices.error(
                    0,
                    "",
                    NoticeCode.FICHIER_SANS_DONNEE,
                    "Aucune ligne de ce fichier obligatoire ne concerne l’édition\u00a0: est-ce le bon fichier\u00a0?",
                    ""));
        }
        return List.of();
    }

    private static boolean above(Counts counts, BigDecimal ceiling) {
        BigDecimal tolerated = ceiling.multiply(BigDecimal.valueOf(counts.concerned())).movePointLeft(2);
        return BigDecimal.valueOf(counts.rejected()).compareTo(tolerated) > 0;
    }

    private static String tooMany(Counts counts, BigDecimal ceiling) {
        BigDecimal share = BigDecimal.valueOf(counts.rejected())
                .movePointRight(2)
                .divide(BigDecimal.valueOf(counts.concerned()), 2, RoundingMode.HALF_UP);
        return lines(counts.rejected()) + " inutilisable" + plural(counts.rejected()) + " sur "
                + number(counts.concerned())
                + ", soit " + percent(share) + "\u00a0: l’édition en tolère " + percent(ceiling)
                + " (reject-ceiling). Corrigez le fichier d’après les avis ci-dessus.";
    }

    private static String lines(long count) {
        return number(count) + "\u00a0ligne" + plural(count);
    }

    private static String plural(long count) {
        return count > 1 ? "s" : "";
    }

    private static String number(long count) {
        return String.valueOf(count).replaceAll("(?<=[0-9])(?=(?:[0-9]{3})+$)", "\u202f");
    }

    private static String percent(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString().replace('.', ',') + "\u00a0%";
    }
}
