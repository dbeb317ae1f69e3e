package fr.atlasqpv.quality.compare;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.release.EditionComparison.FigureNature;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Recognises the errors of hand-made books by their arithmetic: the value of a first part taken for the whole, the
 * differences of the parts found again in the sum, neighbourhoods counted several times by a join on former communes, two
 * vintages under one head, secrecy decided table by table. The first that fits is told; none when none fits.
 */
final class MisprintCauses {
    private static final BigDecimal A_TENTH = new BigDecimal("0.1");
    private static final int MOST_QPV = 6;
    private static final int MOST_TIMES = 4;
    private static final int MOST_PARTS = 3;
    private static final int FEWEST_PROOFS = 2;

    private final ComparedEdition published;
    private final ComparedEdition edition;
    private final Set<Indicator> proven;
    private final Set<Indicator> takenFromOnePart;

    MisprintCauses(ComparedEdition published, ComparedEdition edition) {
        this.published = published;
        this.edition = edition;
        this.proven = proven();
        this.takenFromOnePart = takenFromOnePart();
    }

    String of(FigureChange change) {
        return status(change)
                .or(() -> firstPart(change))
                .or(() -> movedQpv(change))
                .or(() -> singleQpv(change))
                .or(() -> sumOfParts(change))
                .or(() -> countedSeveralTimes(change))
                .or(() -> rounding(change))
                .or(() -> onePart(change))
                .or(() -> mixedVintages(change))
                .orElse("");
    }

    private Optional<String> status(FigureChange change) {
        if (change.nature() != FigureNature.STATUT) {
            return Optional.empty();
        }
        boolean same = change.before().value().equals(change.after().value());
        return switch (change.after().status()) {
            case PLAFONNE, PLANCHER -> same ? Optional.of("borne publiée sans marque") : Optional.empty();
            case SECRET -> Optional.of("cellule retenue par l’édition, dont le secret est jugé sur tout le livre");
            case NON_DISPONIBLE -> Optional.of("valeur que les sources de l’édition ne donnent pas");
            case PUBLIE, SANS_OBJET -> Optional.empty();
        };
    }

    // The book took the first row of a join for the aggregate: first QPV of an EPCI, first EPCI of a département …
    private Optional<String> firstPart(FigureChange change) {
        List<Territory> parts = edition.children(change.key().territory());
        if (!rateOfQpv(change.key()) || parts.size() < 2 || change.before() == null) {
            return Optional.empty();
        }
        return isValueOf(change, parts.getFirst())
                ? Optional.of("valeur de la première partie (" + parts.getFirst().code() + ") au lieu d’un agrégat")
                : Optional.empty();
    }

    // Where several EPCI prove it, another part may have come first, and the levels above were made from the same column
    private Optional<String> onePart(FigureChange change) {
        if (!rateOfQpv(change.key()) || !takenFromOnePart.contains(change.key().indicator())
                || change.before() == null) {
            return Optional.empty();
        }
        List<Territory> parts = edition.children(change.key().territory());
        if (change.key().territory().level() != Level.EPCI) {
            return Optional.of("agrégat fait de valeurs d’une seule partie, à ce que montrent les EPCI");
        }
        return parts.stream()
                .filter(part -> isValueOf(change, part))
                .findFirst()
                .map(part -> "valeur d’une seule partie (" + part.code() + ") au lieu d’un agrégat");
    }

    private static boolean rateOfQpv(CellKey key) {
        return key.indicator().kind() == Indicator.Kind.RATE && key.perimeter() == Perimeter.QPV;
    }

    private boolean isValueOf(FigureChange change, Territory part) {
        return value(published, part, change.key().indicator())
                .or(() -> value(edition, part, change.key().indicator()))
                .filter(value -> value.toPlainString().equals(change.before().value()))
                .isPresent();
    }

    // A QPV alone in its EPCI is the same people at both levels
    private Optional<String> singleQpv(FigureChange change) {
        CellKey key = change.key();
        List<Territory> parts = edition.children(key.territory());
        if (key.territory().level() != Level.EPCI || key.perimeter() != Perimeter.QPV || parts.size() != 1) {
            return Optional.empty();
        }
        if (change.nature() == FigureNature.STATUT) {
            boolean printed = !change.before().status().hasValue()
                    && published.cell(parts.getFirst(), Perimeter.QPV, key.indicator())
                            .filter(cell -> cell.status().hasValue())
                            .isPresent();
            return printed
                    ? Optional.of("EPCI à un seul quartier\u00a0: secret décidé tableau par tableau")
                    : Optional.empty();
        }
        return value(published, parts.getFirst(), key.indicator())
                .filter(value -> key.indicator().kind() == Indicator.Kind.RATE)
                .filter(value -> !value.toPlainString().equals(change.before().value()))
                .map(value -> "EPCI à un seul quartier, publié avec une autre valeur que ce quartier\u00a0: deux millésimes mêlés");
    }

    // What is wrong with one part, or with two or three, is wrong with the sum; the fewest parts that explain it are told
    private Optional<String> sumOfParts(FigureChange change) {
        if (!counted(change.key()) || change.difference() == null) {
            return Optional.empty();
        }
        List<Part> parts = differingParts(change.key());
        for (int size = 1; size <= Math.min(MOST_PARTS, parts.size()); size++) {
            List<String> found = fewest(parts, 0, size, change.difference());
            if (!found.isEmpty()) {
                return Optional.of("reprend les écarts de ses parties (" + String.join(", ", found) + ")");
            }
        }
        return change.key().territory().level() == Level.FRANCE ? knownParts(change, parts) : Optional.empty();
    }

    private List<Part> differingParts(CellKey key) {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<Territory, Territory> child : new TreeMap<>(edition.parents()).entrySet()) {
            BigDecimal difference = difference(child.getKey(), key.indicator(), key.perimeter());
            if (child.getValue().equals(key.territory()) && difference.signum() != 0) {
                parts.add(new Part(child.getKey().code(), difference));
            }
        }
        return parts;
    }

    // Of France a file of figures often holds some regions only: theirs is a part of its difference
    private static Optional<String> knownParts(FigureChange change, List<Part> parts) {
        BigDecimal known = parts.stream().map(Part::difference).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean part = known.signum() == change.difference().signum()
                && known.abs().compareTo(change.difference().abs()) < 0;
        return part
                ? Optional.of("reprend au moins les écarts de ses parties connues ("
                        + parts.stream().map(Part::code).collect(Collectors.joining(", ")) + ")")
                : Optional.empty();
    }

    private record Part(String code, BigDecimal difference) {}

    private static List<String> fewest(List<Part> parts, int from, int size, BigDecimal left) {
        for (int i = from; i < parts.size(); i++) {
            BigDecimal rest = left.subtract(parts.get(i).difference());
            if (size == 1 && rest.signum() == 0) {
                return List.of(parts.get(i).code());
            }
            List<String> others = size > 1 ? fewest(parts, i + 1, size - 1, rest) : List.of();
            if (!others.isEmpty()) {
                return Stream.concat(Stream.of(parts.get(i).code()), others.stream()).toList();
            }
        }
        return List.of();
    }

    // One QPV counted under another EPCI: one of them lacks its inhabitants, the other has them too much
    private Optional<String> movedQpv(FigureChange change) {
        CellKey key = change.key();
        if (!counted(key)
                || key.territory().level() != Level.EPCI
                || key.perimeter() != Perimeter.QPV
                || change.difference() == null) {
            return Optional.empty();
        }
        boolean lacking = change.difference().signum() > 0;
        for (var child : edition.parents().entrySet()) {
            boolean own = child.getValue().equals(key.territory());
            boolean qpv = child.getKey().level() == Level.QPV;
            if (qpv && own == lacking && countIs(child.getKey(), key.indicator(), change.difference().abs())
                    && (lacking || difference(child.getValue(), key.indicator(), Perimeter.QPV)
                            .equals(change.difference().negate()))) {
                return Optional.of("quartier compté dans une autre intercommunalité (" + child.getKey().code() + ")");
            }
        }
        return Optional.empty();
    }

    private static boolean counted(CellKey key) {
        return key.indicator().form() instanceof Form.Count;
    }

    private boolean countIs(Territory qpv, Indicator indicator, BigDecimal count) {
        return value(edition, qpv, indicator).filter(v -> v.compareTo(count) == 0).isPresent();
    }

    private BigDecimal difference(Territory territory, Indicator indicator, Perimeter perimeter) {
        Optional<BigDecimal> printed =
                published.cell(territory, perimeter, indicator).map(PublishedCell::value);
        Optional<BigDecimal> ours = edition.cell(territory, perimeter, indicator).map(PublishedCell::value);
        return printed.isPresent() && ours.isPresent() ? ours.get().subtract(printed.get()) : BigDecimal.ZERO;
    }

    // A join on former communes repeats a commune once per code it ever had, and its QPV with it
    private Optional<String> countedSeveralTimes(FigureChange change) {
        CellKey key = change.key();
        boolean tooMany = change.difference() != null && change.difference().signum() < 0;
        if (!counted(key) || key.territory().level() != Level.EPCI || !tooMany) {
            return Optional.empty();
        }
        if (key.perimeter() == Perimeter.ENSEMBLE) {
            return Optional.of(
                    "effectif trop fort\u00a0: compatible avec des communes fusionnées comptées une fois par ancien code");
        }
        List<Territory> qpv = edition.children(key.territory());
        if (qpv.size() > MOST_QPV) {
            return Optional.empty();
        }
        int[] times = new int[qpv.size()];
        boolean found = reach(qpv, key.indicator(), times, 0, change.difference().negate());
        return found ? Optional.of("quartiers comptés plusieurs fois\u00a0: " + told(qpv, times)) : Optional.empty();
    }

    // Extra times each QPV must be counted to make the surplus, fewest first
    private boolean reach(List<Territory> qpv, Indicator indicator, int[] times, int next, BigDecimal left) {
        if (left.signum() == 0) {
            return true;
        }
        if (left.signum() < 0 || next == qpv.size()) {
            return false;
        }
        BigDecimal count = value(edition, qpv.get(next), indicator).orElse(BigDecimal.ZERO);
        for (int extra = 0; extra < MOST_TIMES; extra++) {
            times[next] = extra;
            if (reach(qpv, indicator, times, next + 1, left.subtract(count.multiply(BigDecimal.valueOf(extra))))) {
                return true;
            }
        }
        times[next] = 0;
        return false;
    }

    private static String told(List<Territory> qpv, int[] times) {
        return IntStream.range(0, qpv.size())
                .filter(i -> times[i] > 0)
                .mapToObj(i -> qpv.get(i).code() + " ×" + (times[i] + 1))
                .collect(Collectors.joining(", "));
    }

    // EPCI of one QPV prove it for an indicator; the others of the same table can then only be suspected
    private Optional<String> mixedVintages(FigureChange change) {
        CellKey key = change.key();
        return key.territory().level() == Level.EPCI
                && key.perimeter() == Perimeter.QPV
                && change.nature() == FigureNature.REVISION
                && proven.contains(key.indicator())
                        ? Optional.of("deux millésimes mêlés, à ce que montrent les EPCI à un seul quartier")
                        : Optional.empty();
    }

    private Set<Indicator> proven() {
        Map<Indicator, Long> differing = new TreeMap<>();
        for (CellKey key : published.cells().keySet()) {
            List<Territory> parts = edition.children(key.territory());
            boolean alone = key.territory().level() == Level.EPCI && parts.size() == 1;
            if (alone && key.perimeter() == Perimeter.QPV && key.indicator().kind() == Indicator.Kind.RATE) {
                Optional<BigDecimal> whole = value(published, key.territory(), key.indicator());
                Optional<BigDecimal> part = value(published, parts.getFirst(), key.indicator());
                if (whole.isPresent() && part.isPresent() && !whole.equals(part)) {
                    differing.merge(key.indicator(), 1L, Long::sum);
                }
            }
        }
        differing.values().removeIf(count -> count < FEWEST_PROOFS);
        return differing.keySet();
    }

    // Chance alone makes an aggregate equal its first part now and then: two that differ from the right one are no chance
    private Set<Indicator> takenFromOnePart() {
        Map<Indicator, Long> taken = new TreeMap<>();
        for (CellKey key : published.cells().keySet()) {
            List<Territory> parts = edition.children(key.territory());
            if (rateOfQpv(key) && key.territory().level() == Level.EPCI && parts.size() > 1) {
                Optional<BigDecimal> whole = value(published, key.territory(), key.indicator());
                boolean first = whole.isPresent() && whole.equals(value(published, parts.getFirst(), key.indicator()));
                if (first && !whole.equals(value(edition, key.territory(), key.indicator()))) {
                    taken.merge(key.indicator(), 1L, Long::sum);
                }
            }
        }
        taken.values().removeIf(count -> count < FEWEST_PROOFS);
        return taken.keySet();
    }

    private static Optional<String> rounding(FigureChange change) {
        return change.difference() != null
                && change.key().indicator().kind() == Indicator.Kind.RATE
                && change.difference().abs().compareTo(A_TENTH) <= 0
                        ? Optional.of("arrondi\u00a0: un dixième de point au plus")
                        : Optional.empty();
    }

    private static Optional<BigDecimal> value(ComparedEdition edition, Territory territory, Indicator indicator) {
        return edition.cell(territory, Perimeter.QPV, indicator).map(PublishedCell::value);
    }
}
