package fr.atlasqpv.book;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.secrecy.ProtectionResult;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Tells how published figures came about.
 *
 * @param edition the edition
 * @param present whether the file of a source is there
 * @param wholeOfFrance whether the input covers the territory of reference
 * @param attachment the attachment table
 * @param cells raw figures
 * @param protection what secrecy said of them
 * @param near QPV that have a contour → identifiers of the establishments near it
 */
public record Explanations(
        Edition edition,
        Predicate<Source> present,
        boolean wholeOfFrance,
        Attachment attachment,
        Map<CellKey, RawCell> cells,
        ProtectionResult protection,
        SortedMap<String, SortedSet<String>> near) {

    /** Explains a figure of the edition. */
    public Explanation of(CellKey key) {
        IndicatorNotice indicator = edition.published(key.indicator()).orElseThrow();
        RawCell cell = cells.get(key);
        boolean reference = key.territory().level() == Level.FRANCE && !wholeOfFrance;
        boolean told = !reference && cell.numerator() != null && protection.countMayBeTold(key)
                && protection.publications().get(key).status().hasValue();
        boolean establishments = key.indicator().establishments().isPresent();
        return new Explanation(
                key,
                new Places(attachment, edition.frame().reference()).name(key.territory()),
                indicator,
                protection.publications().get(key),
                edition.sources()
                        .stream()
                        .filter(s -> indicator.sources().contains(s.id()) && present.test(s))
                        .toList(),
                reference ? List.of() : establishments ? establishmentsOf(key) : parts(key),
                establishments ? "établissements" : key.perimeter() == Perimeter.QPV ? "quartiers" : "communes",
                told ? Optional.of(new Explanation.Counts(cell.numerator(), cell.denominator())) : Optional.empty(),
                reference);
    }

    private List<String> establishmentsOf(CellKey key) {
        if (key.perimeter() == Perimeter.ENSEMBLE) {
            return parts(key);
        }
        Set<String> distinct = new TreeSet<>();
        qpv(key.territory()).forEach(q -> distinct.addAll(near.getOrDefault(q.code(), new TreeSet<>())));
        return List.copyOf(distinct);
    }

    private List<String> parts(CellKey key) {
        if (key.perimeter() == Perimeter.QPV) {
            return qpv(key.territory()).map(q -> q.code() + " " + q.label()).toList();
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

    private Stream<AttachedQpv> qpv(Territory territory) {
        return attachment.qpv().values().stream().filter(q -> switch (territory.level()) {
            case FRANCE -> true;
            case REG -> q.region().equals(territory.code());
            case DEP -> q.departement().equals(territory.code());
            case EPCI -> q.epci().equals(territory.code());
            case QPV -> q.code().equals(territory.code());
        });
    }
}
