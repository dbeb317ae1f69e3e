package fr.atlasqpv.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicators2022;
import fr.atlasqpv.secrecy.Disclosure.Reason;
import fr.atlasqpv.secrecy.LinkedTable.Cell;
import fr.atlasqpv.secrecy.LinkedTable.Link;
import fr.atlasqpv.secrecy.ProtectionReport.Attack;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an attacker learns of counts that are withheld within eleven units, and of the range from 0 to 11 that is protected. */
class AuditTest {
    private static final int WIDTH = 11;
    private static final Interval ANY = new Interval(0, 1_000);
    private static final List<Span> FEW = List.of(new Span(0, true, 11, false));

    private final List<Cell> cells = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();

    private static CellKey key(int number) {
        return CellKey.of(Level.QPV, "QP00000" + number, Perimeter.QPV, Indicators2022.PART_LOGEMENTS_SOCIAUX);
    }

    /** Address of each cell is its number; what the attacker makes of it is given, not computed. */
    private AuditTest cell(Interval shown, Interval known, List<Span> sensitive, boolean clamped) {
        int number = cells.size();
        cells.add(new Cell("c" + number, List.of(key(number)), true, ANY, shown, known, WIDTH, sensitive, 1, clamped));
        return this;
    }

    private AuditTest count(double value) {
        return cell(Interval.exactly(value), ANY, List.of(), false);
    }

    private AuditTest range(double low, double high) {
        return cell(new Interval(low, high), ANY, List.of(), false);
    }

    private AuditTest sum(int total, Integer... parts) {
        links.add(Link.sum(total, List.of(parts)));
        return this;
    }

    private static BitSet cells(int... numbers) {
        BitSet set = new BitSet();
        for (int number : numbers) {
            set.set(number);
        }
        return set;
    }

    /** Judges what the attack finds. */
    private Audit audit(int... withheld) {
        LinkedTable table = new LinkedTable(cells, links);
        return new Audit(table, cells(withheld), new Attacker(table).exact(cells(withheld)));
    }

    /** Judges an attacker who knows just what the figures show, of the withheld ones too. */
    private Audit informed(int... withheld) {
        LinkedTable table = new LinkedTable(cells, links);
        return new Audit(table, cells(withheld), Knowledge.of(table, table.linksOfCells(), new BitSet()));
    }

    private static List<CellKey> keys(int... numbers) {
        return Arrays.stream(numbers).mapToObj(AuditTest::key).toList();
    }

    @Test
    void aCellAloneInItsSumIsFoundExactlyAndTheSumIsNamedTotalFirst() {
        count(30).count(40).count(70).sum(2, 0, 1);

        assertThat(audit(0).disclosures()).containsExactly(
                new Disclosure(keys(0), Reason.EXACT, keys(2, 0, 1)),
                new Disclosure(keys(0), Reason.ALONE_IN_A_SUM, keys(2, 0, 1)));
        assertThat(audit(0, 1).disclosures()).isEmpty();
        assertThat(audit().disclosures()).isEmpty();
    }

    @Test
    void ofTwoSumsTheOneThatBoundsMostTightlyIsNamed() {
        // 0 is withheld beside 1, known within four units, in one sum and beside 2 and 3, within nine each, in the other
        count(30).range(40, 44).range(20, 29).range(25, 34).count(72).count(84).sum(4, 0, 1).sum(5, 0, 2, 3);
        assertThat(audit(0).disclosures().getFirst())
                .isEqualTo(new Disclosure(keys(0), Reason.NARROW, keys(4, 0, 1)));

        links.add(links.removeFirst());
        assertThat(audit(0).disclosures().getFirst()).as("in whatever order they stand")
                .isEqualTo(new Disclosure(keys(0), Reason.NARROW, keys(4, 0, 1)));
    }

    @Test
    void aSumThatTheCellDoesNotStandInIsNotNamed() {
        // a sum of published cells, as tight as can be, stands before that of the cell
        count(1).count(2).count(3).range(40, 44).count(30).count(72).sum(2, 0, 1).sum(5, 3, 4);

        assertThat(audit(4).disclosures().getFirst())
                .isEqualTo(new Disclosure(keys(4), Reason.NARROW, keys(5, 3, 4)));
    }

    @Test
    void noSumIsNamedWhereNoneGivesTheCellAway() {
        count(30).count(40);
        links.add(Link.excess(1, List.of(0), 0, 5));

        assertThat(audit(0).disclosures()).containsExactly(new Disclosure(keys(0), Reason.NARROW, List.of()));
    }

    @Test
    void aCellThatAnotherEditionTellsIsSaidToBeReadThere() {
        cell(Interval.exactly(30), new Interval(28, 32), List.of(), false).count(40).count(70).sum(2, 0, 1);

        assertThat(audit(0, 1).disclosures()).startsWith(
                new Disclosure(keys(0), Reason.PREVIOUS_EDITION, List.of()),
                new Disclosure(keys(1), Reason.NARROW, keys(2, 0, 1)));
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({"30, 30, EXACT", "30, 33, NARROW", "30, 40, NARROW", "30, 41, ", "0, 10, NARROW", "0, 11, ",
            "0, 1000, "})
    void whatIsLearntIsNamedAndCounted(double low, double high, Reason reason) {
        cell(new Interval(low, high), ANY, FEW, false);

        assertThat(informed(0).disclosures()).extracting(Disclosure::reason)
                .isEqualTo(Stream.ofNullable(reason).toList());
        assertThat(informed(0).attack()).isEqualTo(new Attack(
                1, reason == Reason.EXACT ? 1 : 0, reason == Reason.NARROW ? 1 : 0,
                reason == Reason.SENSITIVE_RANGE ? 1 : 0));
    }

    @Test
    void theAttackCountsEachCellOnceByWhatIsLearntOfIt() {
        List<Span> below200 = List.of(new Span(0, true, 200, false));
        cell(Interval.exactly(30), ANY, below200, false).range(30, 33).range(30, 34).range(30, 60).range(30, 61)
                .range(30, 62)
                .cell(new Interval(20, 190), ANY, below200, false).cell(new Interval(20, 199), ANY, below200, false)
                .cell(new Interval(20, 198), ANY, below200, false)
                .cell(new Interval(20, 200), ANY, below200, false).count(5);

        Attack attack = informed(0, 1, 2, 3, 4, 5, 6, 7, 8, 9).attack();

        assertThat(attack).isEqualTo(new Attack(10, 1, 2, 3));
        assertThat(attack.exposed()).isEqualTo(6);
    }

    @ParameterizedTest(name = "clamped {0}, withheld {1}, within {2} of {3}: {4}")
    @CsvSource({"true, false, 10, 1000, 1", "true, false, 11, 1000, 0", "true, false, 12, 1000, 0",
            "false, false, 10, 1000, 0", "true, true, 10, 1000, 0",
            // where the denominator leaves eight, eight is all that can be hidden
            "true, false, 8, 8, 0", "true, false, 7, 8, 1"})
    void clampedCellsThatArePinnedAreCounted(boolean clamped, boolean withheld, int length, int open, int narrow) {
        cells.add(new Cell(
                "clamped", keys(0), true, new Interval(0, open), new Interval(0, length), ANY, WIDTH, List.of(), 1,
                clamped));
        count(40);

        assertThat(informed(withheld ? new int[] {0} : new int[0]).clampedNarrow()).isEqualTo(narrow);
    }

    @Test
    void everyClampedCellThatIsPinnedCounts() {
        cell(new Interval(95, 99), ANY, List.of(), true).cell(new Interval(95, 98), ANY, List.of(), true);

        assertThat(informed().clampedNarrow()).isEqualTo(2);
    }
}
