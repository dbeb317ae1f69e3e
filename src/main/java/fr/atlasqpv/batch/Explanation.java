package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.Typography;
import fr.atlasqpv.secrecy.ProtectionResult;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How one published figure came about. Holds the exact counts behind it only when no cell linked to it, at any remove, is
 * withheld or clamped: whoever knows one count of a sum would have the withheld one by subtraction.
 *
 * @param key address of the figure
 * @param territory label of the territory
 * @param indicator what the edition says of the indicator
 * @param publication what is published
 * @param sources sources that feed it
 * @param parts codes and names of what is summed, in order of code
 * @param kindOfParts what is summed: {@code communes}, {@code quartiers}, {@code collèges}
 * @param counts exact counts, empty when they may not be told
 * @param reference whether the figure is taken over from a publication, for the input does not cover the territory
 */
public record Explanation(
        CellKey key,
        String territory,
        IndicatorNotice indicator,
        Publication publication,
        List<Source> sources,
        List<String> parts,
        String kindOfParts,
        Optional<Counts> counts,
        boolean reference) {

    /**
     * Exact counts behind a figure.
     *
     * @param numerator count, or numerator of the rate
     * @param denominator denominator of the rate, null for a count
     */
    public record Counts(BigDecimal numerator, BigDecimal denominator) {}

    static Explanation of(
            CellKey key,
            RunRequest request,
            Attachment attachment,
            SortedMap<CellKey, RawCell> cells,
            ProtectionResult protection,
            SortedMap<String, SortedSet<String>> near) {
        Edition edition = request.edition();
        IndicatorNotice indicator = edition.published(key.indicator()).orElseThrow();
        RawCell cell = cells.get(key);
        boolean reference = key.territory().level() == Level.FRANCE
                && !AggregationAssembly.wholeOfFrance(edition, attachment);
        boolean told = !reference && cell.numerator() != null && protection.countMayBeTold(key)
                && protection.publications().get(key).status().hasValue();
        boolean colleges = colleges(key.indicator());
        return new Explanation(
                key,
                label(attachment, key.territory()),
                indicator,
                protection.publications().get(key),
                edition.sources()
                        .stream()
                        .filter(s -> indicator.sources().contains(s.id()) && request.has(s))
                        .toList(),
                reference ? List.of() : colleges ? collegesOf(key, attachment, near) : parts(key, attachment),
                colleges ? "collèges" : key.perimeter() == Perimeter.QPV ? "quartiers" : "communes",
                told ? Optional.of(new Counts(cell.numerator(), cell.denominator())) : Optional.empty(),
                reference);
    }

    private static boolean colleges(Indicator indicator) {
        return indicator.establishments().isPresent();
    }

    private static List<String> collegesOf(
            CellKey key, Attachment attachment, SortedMap<String, SortedSet<String>> near) {
        if (key.perimeter() == Perimeter.ENSEMBLE) {
            return parts(key, attachment);
        }
        TreeSet<String> distinct = new TreeSet<>();
        qpv(key.territory(), attachment).forEach(q -> distinct.addAll(near.getOrDefault(q.code(), new TreeSet<>())));
        return List.copyOf(distinct);
    }

    private static List<String> parts(CellKey key, Attachment attachment) {
        if (key.perimeter() == Perimeter.QPV) {
            return qpv(key.territory(), attachment).map(q -> q.code() + " " + q.label()).toList();
        }
        Territory territory = key.territory();
        return attachment.communes()
                .values()
                .stream()
                .filter(c -> switch (territory.level()) {
                    case FRANCE -> true;
                    case REG -> c.region().equals(territory.code());
                    case DEP -> c.departement().equals(territory.code());
                    case EPCI -> attachment.epciRowOf(c.code()).filter(territory.code()::equals).isPresent();
                    case QPV -> false;
                })
                .map(c -> c.code() + " " + c.label())
                .toList();
    }

    private static Stream<AttachedQpv> qpv(Territory territory, Attachment attachment) {
        return attachment.qpv().values().stream().filter(q -> switch (territory.level()) {
            case FRANCE -> true;
            case REG -> q.region().equals(territory.code());
            case DEP -> q.departement().equals(territory.code());
            case EPCI -> q.epci().equals(territory.code());
            case QPV -> q.code().equals(territory.code());
        });
    }

    private static String label(Attachment attachment, Territory territory) {
        String code = territory.code();
        return switch (territory.level()) {
            case FRANCE -> "France métropolitaine";
            case REG -> Typography.name(attachment.regions().get(code).label());
            case DEP -> Typography.name(attachment.departements().get(code).label());
            case EPCI -> Typography.name(attachment.epci().get(code).label());
            case QPV -> Typography.neighbourhood(attachment.qpv().get(code).label());
        };
    }
}
