package fr.atlasqpv.quality;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.release.Check;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.PublishedEpci;
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
 * Checks on the cells as published: whatever a reader can add up must add up. Only figures that no secrecy rule touches
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
     * @param regions regions whose books are made
     * @param wholeOfFrance whether the edition covers metropolitan France
     * @param qpvOfFrance number of QPV of metropolitan France that the edition declares
     * @return one result a check, in order
     */
    public static List<Check> run(
            SortedMap<CellKey, PublishedCell> cells,
            Attachment attachment,
            SortedSet<String> regions,
            boolean wholeOfFrance,
            int qpvOfFrance) {
        EditionChecks run = new EditionChecks(cells, attachment, regions);
        run.regionsAreTheSumOfTheirDepartements();
        run.departementsAreTheSumOfTheirEpciGivenWhatCrosses();
        run.epciAreTheSumOfTheirQpv();
        run.qpvAreCountedOnce();
        run.aPartIsNeverGreaterThanTheWhole();
        run.ratesLieBetween0And100();
        run.onlyTheCellsOfTheContractExist();
        if (wholeOfFrance) {
            run.franceIsTheSumOfItsRegions(qpvOfFrance);
        }
        return run.checks;
    }

    private void regionsAreTheSumOfTheirDepartements() {
        for (Perimeter perimeter : Perimeter.values()) {
            Comparison comparison = new Comparison();
            for (String region : regions) {
                comparison.equal(
                        region,
                        population(Level.REG, region, perimeter),
                        sum(departementsOf(region), d -> population(Level.DEP, d, perimeter)));
            }
            report(
                    "population-region-" + label(perimeter),
                    "La population de la région est la somme de celles de ses départements (" + words(perimeter) + ").",
                    comparison);
        }
    }

    /** What enters: QPV living here with an EPCI of another chapter; what leaves: those of our EPCI living elsewhere. */
    private void departementsAreTheSumOfTheirEpciGivenWhatCrosses() {
        Comparison comparison = new Comparison();
        List<String> crossings = new ArrayList<>();
        for (String departement : regions.stream().flatMap(r -> departementsOf(r).stream()).toList()) {
            BigDecimal rows = sum(rowsOf(departement), e -> population(Level.EPCI, e, Perimeter.QPV));
            BigDecimal enters = sumOfQpv(
                    q -> q.departement().equals(departement) && !chapterOf(q).equals(departement));
            BigDecimal leaves = sumOfQpv(
                    q -> !q.departement().equals(departement) && chapterOf(q).equals(departement));
            if (rows != null && enters != null && leaves != null) {
                if (enters.signum() != 0 || leaves.signum() != 0) {
                    crossings.add(departement + " : + " + enters.toPlainString() + " − " + leaves.toPlainString());
                }
                comparison.equal(
                        departement,
                        population(Level.DEP, departement, Perimeter.QPV),
                        rows.add(enters).subtract(leaves));
            }
        }
        report(
                "population-departement-epci",
                "La population en QPV du département est celle de ses intercommunalités, plus les quartiers qui y "
                        + "vivent avec une intercommunalité d’un autre chapitre, moins ceux qui vivent ailleurs"
                        + (crossings.isEmpty() ? "." : " (" + String.join(" ; ", crossings) + ")."),
                comparison);
    }

    private void epciAreTheSumOfTheirQpv() {
        Comparison comparison = new Comparison();
        attachment.qpv()
                .values()
                .stream()
                .collect(Collectors.groupingBy(AttachedQpv::epci, TreeMap::new, Collectors.toList()))
                .forEach((row, list) -> comparison.equal(
                        row,
                        population(Level.EPCI, row, Perimeter.QPV),
                        sum(list, q -> population(Level.QPV, q.code(), Perimeter.QPV))));
        report(
                "population-epci-qpv",
                "La population en QPV de chaque intercommunalité est la somme de celles de ses quartiers.",
                comparison);
    }

    private void qpvAreCountedOnce() {
        Comparison comparison = new Comparison();
        for (String region : regions) {
            comparison.equal(
                    region,
                    value(Level.REG, region, Perimeter.QPV, Indicator.NB_QPV),
                    sum(departementsOf(region), d -> value(Level.DEP, d, Perimeter.QPV, Indicator.NB_QPV)));
        }
        report(
                "nombre-qpv",
                "Chaque quartier est compté une fois : le nombre de QPV de la région est la somme de ceux de ses "
                        + "départements.",
                comparison);
    }

    private void aPartIsNeverGreaterThanTheWhole() {
        Comparison comparison = new Comparison();
        for (PublishedCell cell : cells.values()) {
            CellKey key = cell.key();
            if (key.perimeter() == Perimeter.QPV
                    && key.indicator().equals(Indicator.POPULATION)
                    && key.territory().level() != Level.QPV) {
                BigDecimal whole = population(key.territory().level(), key.territory().code(), Perimeter.ENSEMBLE);
                comparison.holds(
                        key.territory().toString(),
                        whole == null || cell.value() == null || cell.value().compareTo(whole) <= 0);
            }
        }
        report(
                "qpv-dans-ensemble",
                "Les habitants des quartiers d’un territoire ne dépassent jamais ceux du territoire.",
                comparison);
    }

    private void ratesLieBetween0And100() {
        Comparison comparison = new Comparison();
        for (PublishedCell cell : cells.values()) {
            if (cell.indicator().kind() == Indicator.Kind.RATE && cell.value() != null) {
                comparison.holds(
                        cell.key().toString(),
                        cell.value().signum() >= 0 && cell.value().compareTo(BigDecimal.valueOf(100)) <= 0);
            }
        }
        report("taux-0-100", "Tous les taux publiés sont compris entre 0 et 100.", comparison);
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

    private void franceIsTheSumOfItsRegions(int qpvOfFrance) {
        for (Perimeter perimeter : Perimeter.values()) {
            Comparison comparison = new Comparison();
            comparison.equal(
                    Level.FRANCE_CODE,
                    population(Level.FRANCE, Level.FRANCE_CODE, perimeter),
                    sum(regions, r -> population(Level.REG, r, perimeter)));
            report(
                    "population-france-" + label(perimeter),
                    "La population de la France métropolitaine est la somme de celles des régions ("
                            + words(perimeter) + ").",
                    comparison);
        }
        Comparison comparison = new Comparison();
        comparison.equal(
                Level.FRANCE_CODE,
                BigDecimal.valueOf(qpvOfFrance),
                sum(regions, r -> value(Level.REG, r, Perimeter.QPV, Indicator.NB_QPV)));
        report(
                "nombre-qpv-france",
                "Le nombre de QPV de France métropolitaine déclaré par l’édition est celui des quartiers lus.",
                comparison);
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

    private List<String> rowsOf(String departement) {
        return attachment.epci()
                .values()
                .stream()
                .filter(e -> e.departement().equals(departement))
                .map(PublishedEpci::code)
                .filter(e -> cells.containsKey(CellKey.of(Level.EPCI, e, Perimeter.QPV, Indicator.POPULATION)))
                .toList();
    }

    private String chapterOf(AttachedQpv qpv) {
        return Optional.ofNullable(attachment.epci().get(qpv.epci()))
                .map(PublishedEpci::departement)
                .orElse("");
    }

    private BigDecimal sumOfQpv(Predicate<AttachedQpv> kept) {
        return sum(
                attachment.qpv().values().stream().filter(kept).toList(),
                q -> population(Level.QPV, q.code(), Perimeter.QPV));
    }

    private BigDecimal population(Level level, String code, Perimeter perimeter) {
        return value(level, code, perimeter, Indicator.POPULATION);
    }

    private BigDecimal value(Level level, String code, Perimeter perimeter, Indicator indicator) {
        PublishedCell cell = cells.get(CellKey.of(level, code, perimeter, indicator));
        return cell == null ? null : cell.value();
    }

    /** Null when a part is not published in this edition: there is then nothing to add up. */
    private static <T> BigDecimal sum(Collection<T> items, Function<T, BigDecimal> value) {
        BigDecimal sum = BigDecimal.ZERO;
        for (T item : items) {
            BigDecimal part = value.apply(item);
            if (part == null) {
                return null;
            }
            sum = sum.add(part);
        }
        return sum;
    }

    private void report(String id, String label, Comparison comparison) {
        checks.add(new Check(id, label, comparison.wrong.isEmpty(), comparison.detail()));
    }

    /** Counts what was compared and keeps what differs. */
    private static final class Comparison {
        private static final int EXAMPLES = 5;
        private final List<String> wrong = new ArrayList<>();
        private int compared;

        void equal(String code, BigDecimal whole, BigDecimal parts) {
            if (whole != null && parts != null) {
                compared++;
                if (whole.compareTo(parts) != 0) {
                    wrong.add(code + " : " + whole.toPlainString() + " pour " + parts.toPlainString());
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
