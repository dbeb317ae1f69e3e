package fr.atlasqpv.quality;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.PublishedEpci;
import fr.atlasqpv.territory.ReferenceTerritory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Checks on the cells as published: whatever a reader can add up must add up. Only counts that no secrecy rule touches
 * (inhabitants, numbers of QPV) are summed, so that a check cannot tell a withheld figure.
 */
public final class EditionChecks {
    private final SortedMap<CellKey, PublishedCell> cells;
    private final Attachment attachment;
    private final SortedSet<String> regions;
    private final List<Check> checks = new ArrayList<>();

    private EditionChecks(SortedMap<CellKey, PublishedCell> cells, Attachment attachment, SortedSet<String> regions) {
        this.cells = cells;
        this.attachment = attachment;
        this.regions = regions;
    }

    /**
     * Runs every check.
     *
     * @param cells cells of the edition, all books together
     * @param attachment the attachment table
     * @param counts counts without a secrecy rule, in printed order
     * @param regions regions whose books are made
     * @param wholeOfFrance whether the edition covers the territory of reference
     * @param reference territory of reference
     * @return one result a check, in order
     */
    public static List<Check> run(
            SortedMap<CellKey, PublishedCell> cells,
            Attachment attachment,
            List<Indicator> counts,
            SortedSet<String> regions,
            boolean wholeOfFrance,
            ReferenceTerritory reference) {
        EditionChecks run = new EditionChecks(cells, attachment, regions);
        for (Indicator count : counts) {
            run.regionsAreTheSumOfTheirDepartements(count);
            run.departementsAreTheSumOfTheirEpciGivenWhatCrosses(count);
            run.epciAreTheSumOfTheirQpv(count);
            run.aPartIsNeverGreaterThanTheWhole(count);
            if (wholeOfFrance && regions.containsAll(reference.regions())) {
                run.franceIsTheSumOfItsRegions(count, reference);
            }
        }
        run.sharesLieBetween0And100();
        run.onlyTheCellsOfTheContractExist();
        return run.checks;
    }

    private void regionsAreTheSumOfTheirDepartements(Indicator count) {
        for (Perimeter perimeter : Perimeter.values()) {
            Comparison comparison = new Comparison();
            for (String region : regions) {
                comparison.equal(
                        count,
                        region,
                        value(Level.REG, region, perimeter, count),
                        sum(departementsOf(region), d -> value(Level.DEP, d, perimeter, count)));
            }
            report(
                    count.id() + "-region-" + label(perimeter),
                    count.id() + " : la région est la somme de ses départements (" + words(perimeter) + ").",
                    comparison);
        }
    }

    /** What enters: QPV living here with an EPCI of another chapter; what leaves: those of our EPCI living elsewhere. */
    private void departementsAreTheSumOfTheirEpciGivenWhatCrosses(Indicator count) {
        Comparison comparison = new Comparison();
        List<String> crossings = new ArrayList<>();
        for (String departement : regions.stream().flatMap(r -> departementsOf(r).stream()).toList()) {
            Parts rows =
                    sum(rowsOf(departement, count), e -> value(Level.EPCI, e, Perimeter.QPV, count));
            Parts enters = sumOfQpv(
                    count, q -> q.departement().equals(departement) && !chapterOf(q).equals(departement));
            Parts leaves = sumOfQpv(
                    count, q -> !q.departement().equals(departement) && chapterOf(q).equals(departement));
            if (rows != null && enters != null && leaves != null && count.exists(Level.EPCI, Perimeter.QPV)) {
                if (enters.sum().signum() != 0 || leaves.sum().signum() != 0) {
                    crossings.add(departement + " : + " + enters.sum().toPlainString() + " − "
                            + leaves.sum().toPlainString());
                }
                comparison.equal(
                        count,
                        departement,
                        value(Level.DEP, departement, Perimeter.QPV, count),
                        rows.with(enters, leaves));
            }
        }
        report(
                count.id() + "-departement-epci",
                count.id()
                        + " : dans les QPV, le département est la somme de ses intercommunalités, plus les quartiers qui "
                        + "y vivent avec une intercommunalité d’un autre chapitre, moins ceux qui vivent ailleurs"
                        + (crossings.isEmpty() ? "." : " (" + String.join(" ; ", crossings) + ")."),
                comparison);
    }

    private void epciAreTheSumOfTheirQpv(Indicator count) {
        Comparison comparison = new Comparison();
        attachment.qpv()
                .values()
                .stream()
                .collect(Collectors.groupingBy(AttachedQpv::epci, TreeMap::new, Collectors.toList()))
                .forEach((row, list) -> comparison.equal(
                        count,
                        row,
                        value(Level.EPCI, row, Perimeter.QPV, count),
                        sum(list, q -> value(Level.QPV, q.code(), Perimeter.QPV, count))));
        report(
                count.id() + "-epci-qpv",
                count.id() + " : dans les QPV, chaque intercommunalité est la somme de ses quartiers.",
                comparison);
    }

    private void aPartIsNeverGreaterThanTheWhole(Indicator count) {
        Comparison comparison = new Comparison();
        for (PublishedCell cell : cells.values()) {
            CellKey key = cell.key();
            if (key.perimeter() == Perimeter.QPV && key.indicator().equals(count)) {
                BigDecimal whole = value(key.territory().level(), key.territory().code(), Perimeter.ENSEMBLE, count);
                if (whole != null && cell.value() != null) {
                    comparison.holds(key.territory().toString(), cell.value().compareTo(whole) <= 0);
                }
            }
        }
        report(
                count.id() + "-qpv-dans-ensemble",
                count.id() + " : les quartiers d’un territoire ne comptent jamais plus que le territoire.",
                comparison);
    }

    private void sharesLieBetween0And100() {
        Comparison comparison = new Comparison();
        for (PublishedCell cell : cells.values()) {
            if (cell.indicator().share() && cell.value() != null) {
                comparison.holds(
                        cell.key().toString(),
                        cell.value().signum() >= 0 && cell.value().compareTo(BigDecimal.valueOf(100)) <= 0);
            }
        }
        report("taux-0-100", "Toutes les parts publiées sont comprises entre 0 et 100.", comparison);
    }

    private void onlyTheCellsOfTheContractExist() {
        Comparison comparison = new Comparison();
        for (CellKey key : cells.keySet()) {
            comparison.holds(key.toString(), key.indicator().exists(key.territory().level(), key.perimeter()));
        }
        report(
                "cellules-prevues",
                "Les livres ne contiennent que les cellules prévues, chacune une fois.",
                comparison);
    }

    private void franceIsTheSumOfItsRegions(Indicator count, ReferenceTerritory reference) {
        for (Perimeter perimeter : Perimeter.values()) {
            boolean declared = count.form().equals(new Form.Count(Measure.QPV)) && perimeter == Perimeter.QPV;
            Comparison comparison = new Comparison();
            comparison.equal(
                    count,
                    reference.code(),
                    declared
                            ? BigDecimal.valueOf(reference.qpv())
                            : value(Level.FRANCE, reference.code(), perimeter, count),
                    sum(reference.regions(), r -> value(Level.REG, r, perimeter, count)));
            report(
                    count.id() + "-france-" + label(perimeter),
                    count.id() + " : le territoire de référence est la somme de ses régions (" + words(perimeter)
                            + (declared ? ", nombre déclaré par l’édition" : "") + ").",
                    comparison);
        }
    }

    private static String label(Perimeter perimeter) {
        return perimeter == Perimeter.QPV ? "qpv" : "ensemble";
    }

    private static String words(Perimeter perimeter) {
        return perimeter == Perimeter.QPV ? "dans les QPV" : "ensemble";
    }

    private List<String> departementsOf(String region) {
        return attachment.departements()
                .values()
                .stream()
                .filter(d -> d.region().equals(region))
                .map(Departement::code)
                .toList();
    }

    private List<String> rowsOf(String departement, Indicator count) {
        return attachment.epci()
                .values()
                .stream()
                .filter(e -> e.departement().equals(departement))
                .map(PublishedEpci::code)
                .filter(e -> cells.containsKey(CellKey.of(Level.EPCI, e, Perimeter.QPV, count)))
                .toList();
    }

    private String chapterOf(AttachedQpv qpv) {
        return Optional.ofNullable(attachment.epci().get(qpv.epci()))
                .map(PublishedEpci::departement)
                .orElse("");
    }

    private Parts sumOfQpv(Indicator count, Predicate<AttachedQpv> kept) {
        return sum(
                attachment.qpv().values().stream().filter(kept).toList(),
                q -> value(Level.QPV, q.code(), Perimeter.QPV, count));
    }

    private BigDecimal value(Level level, String code, Perimeter perimeter, Indicator indicator) {
        PublishedCell cell = cells.get(CellKey.of(level, code, perimeter, indicator));
        return cell == null ? null : cell.value();
    }

    /** Null when a part is not published in this edition: there is then nothing to add up. */
    private static <T> Parts sum(Collection<T> items, Function<T, BigDecimal> value) {
        BigDecimal sum = BigDecimal.ZERO;
        for (T item : items) {
            BigDecimal part = value.apply(item);
            if (part == null) {
                return null;
            }
            sum = sum.add(part);
        }
        return new Parts(sum, items.size());
    }

    /** What parts add up to, and how many they are. */
    private record Parts(BigDecimal sum, int number) {
        Parts with(Parts more, Parts less) {
            return new Parts(sum.add(more.sum).subtract(less.sum), number + more.number + less.number);
        }
    }

    /** A check that compares nothing says nothing: the indicator does not stand at these levels. */
    private void report(String id, String label, Comparison comparison) {
        if (comparison.compared == 0) {
            return;
        }
        checks.add(new Check(id, label, comparison.wrong.isEmpty(), comparison.detail()));
    }

    /** Counts what was compared and keeps what differs. */
    private static final class Comparison {
        private static final int EXAMPLES = 5;
        private final List<String> wrong = new ArrayList<>();
        private int compared;

        /** Weighted counts are rounded one by one: their sum may be off by half a unit for each. */
        void equal(Indicator count, String code, BigDecimal whole, Parts parts) {
            if (whole != null && parts != null) {
                compared++;
                boolean weighted = count.measures().stream().anyMatch(Measure::weighted);
                BigDecimal tolerance =
                        weighted ? new BigDecimal(parts.number() + 1).divide(BigDecimal.TWO) : BigDecimal.ZERO;
                if (whole.subtract(parts.sum()).abs().compareTo(tolerance) > 0) {
                    wrong.add(code + " : " + whole.toPlainString() + " pour " + parts.sum().toPlainString());
                }
            }
        }

        void holds(String subject, boolean holds) {
            compared++;
            if (!holds) {
                wrong.add(subject);
            }
        }

        // Digits by three, as in a French text
        private static String grouped(int number) {
            return String.valueOf(number).replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\u202f");
        }

        String detail() {
            if (wrong.isEmpty()) {
                return grouped(compared)
                        + (compared > 1 ? " comparaisons, aucun écart." : " comparaison, aucun écart.");
            }
            return wrong.size() + " écart(s) sur " + grouped(compared) + " : "
                    + String.join(" ; ", wrong.subList(0, Math.min(EXAMPLES, wrong.size())))
                    + (wrong.size() > EXAMPLES ? "…" : ".");
        }
    }
}
