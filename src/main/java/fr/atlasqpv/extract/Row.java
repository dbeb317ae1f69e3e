package fr.atlasqpv.extract;

import fr.atlasqpv.edition.French;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Qpv;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.util.CellReference;

/**
 * A row of a table under reading. Its accessors check the form of what they give: a fault is noted, and {@link #usable}
 * then rejects the row with one notice per faulty cell.
 */
final class Row {
    /** Spreadsheets hold codes as numbers; whether a digit was lost on the way is for the accessor of the code to say. */
    private static final Set<CellKind> TEXT = EnumSet.of(CellKind.WRITTEN, CellKind.NUMBER);
    private static final Set<CellKind> NUMBER = EnumSet.of(CellKind.WRITTEN, CellKind.NUMBER);
    private static final Set<CellKind> RATE = EnumSet.of(CellKind.WRITTEN, CellKind.NUMBER, CellKind.PERCENTAGE);
    private static final BigDecimal HIGHEST_RATIO = BigDecimal.valueOf(1_000);
    private static final BigDecimal HIGHEST_FIGURE = BigDecimal.valueOf(1_000_000_000_000L);

    private final Notices notices;
    private final long line;
    private final Table.Cells cells;
    private final BitSet examined = new BitSet(0);
    private final BitSet refused = new BitSet(0);
    private List<Notice> faults = List.of();
    private List<Notice> remarks = List.of();

    Row(Notices notices, Table.Cells cells) {
        this.notices = notices;
        this.line = cells.line();
        this.cells = cells;
    }

    /** Line in the file. */
    long line() {
        return line;
    }

    /** Text of a cell without outer spaces, empty when the column is not mapped. What is wrong with its signs is noted once. */
    String text(Column column) {
        if (column == null) {
            return "";
        }
        refuseUnless(TEXT, column, "un texte");
        CellText cell = CellText.of(cells.text(column.index()));
        if (cell.fault() != null && !examined.get(column.index())) {
            examined.set(column.index());
            if (cell.fault().stops()) {
                refuse(column, cell.fault().code(), cell.fault().message(), cell.text());
            } else {
                remark(column, cell.fault().code(), cell.fault().message(), cell.text());
            }
        }
        return cell.text();
    }

    /** What a cell shows, whatever it is: to tell rows apart, never to use it. */
    String written(Column column) {
        return column == null ? "" : Cell.clean(cells.text(column.index()));
    }

    /** What stands in a cell that must hold a number. */
    private String figure(Column column, Set<CellKind> taken) {
        refuseUnless(taken, column, "un nombre");
        return Cell.clean(cells.text(column.index()));
    }

    private void refuseUnless(Set<CellKind> taken, Column column, String expected) {
        CellKind kind = cells.kind(column.index());
        if (!taken.contains(kind)) {
            refuse(
                    column, NoticeCode.NATURE_DE_CELLULE,
                    "La cellule " + cellName(column) + " tient " + kind.words() + ", on attend " + expected + ". "
                            + kind.advice(),
                    Cell.clean(cells.text(column.index())));
        }
    }

    /** Notes a fault that makes anything else that could be said of the cell idle. */
    private void refuse(Column column, NoticeCode code, String message, String value) {
        fault(column, code, message, value);
        refused.set(column.index());
    }

    /** Name of a cell in a spreadsheet: {@code C12}. */
    private String cellName(Column column) {
        return CellReference.convertNumToColString(column.index()) + line;
    }

    /** Text that must be there. */
    String required(Column column) {
        String text = text(column);
        if (text.isEmpty()) {
            fault(column, NoticeCode.CHAMP_VIDE, "La cellule est vide, on attend une valeur.", "");
        }
        return text;
    }

    /** Code of a commune or of a QPV. */
    String territory(Fact.Kind kind, Column column) {
        return kind == Fact.Kind.QPV ? qpv(column) : commune(column);
    }

    /** Code of a commune, or of an arrondissement of Paris, Lyon or Marseille. */
    String commune(Column column) {
        String code = required(column);
        if (!code.isEmpty() && !CommuneCode.valid(code)) {
            fault(
                    column,
                    NoticeCode.CODE_INVALIDE,
                    "On attend un code Insee de commune\u00a0: cinq caractères, comme 59350 ou 2A004."
                            + lostZero(code, 4),
                    code);
        }
        return code;
    }

    private static String lostZero(String code, int length) {
        return code.length() == length && code.chars().allMatch(c -> c >= '0' && c <= '9')
                ? " Un tableur a sans doute ôté le zéro initial\u00a0: 0" + code + "\u00a0?"
                : "";
    }

    /** Code of a QPV of either generation. */
    String qpv(Column column) {
        String code = required(column).toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !Qpv.isCode(code)) {
            fault(
                    column,
                    NoticeCode.CODE_INVALIDE,
                    "On attend un code de QPV\u00a0: QP et six caractères, ou QN, cinq caractères et une lettre.",
                    code);
        }
        return code;
    }

    /** SIREN of an EPCI. */
    String siren(Column column) {
        String code = required(column);
        if (!code.isEmpty() && !code.matches("[0-9]{9}")) {
            fault(column, NoticeCode.CODE_INVALIDE, "On attend le SIREN de l’EPCI\u00a0: neuf chiffres.", code);
        }
        return code;
    }

    /** Code of a département: two characters, or three overseas. */
    String departement(Column column) {
        String code = required(column);
        if (!code.isEmpty() && !code.matches("[0-9]{2}|2[AB]|9[78][0-9]")) {
            fault(column, NoticeCode.CODE_INVALIDE, "On attend un code de département, comme 02, 2A ou 974.", code);
        }
        return code;
    }

    /** Code of a region. */
    String region(Column column) {
        String code = required(column);
        if (!code.isEmpty() && !code.matches("[0-9]{2}")) {
            fault(column, NoticeCode.CODE_INVALIDE, "On attend un code de région à deux chiffres.", code);
        }
        return code;
    }

    /** A count: a number that is not negative, or why there is none. */
    Cell count(Column column) {
        return whole(counted(column, NUMBER, Measure.LARGEST, "Un effectif"), column,
                "Un effectif compte des unités entières\u00a0: le point est-il un séparateur de milliers\u00a0?");
    }

    /** A count of a measure, whole unless the edition declares it weighted, and within its domain. */
    Cell count(Column column, Measure measure) {
        Cell cell = counted(column, NUMBER, measure.maximum(), "La mesure " + measure.id());
        return measure.weighted() ? cell
                : whole(cell, column,
                        "La mesure " + measure.id()
                                + " compte des unités entières\u00a0: déclarez-la pondérée (weighted: true) si "
                                + "elle vient d’un sondage.");
    }

    /** 1 or 0, which a workbook may also say as true and false. */
    Cell flag(Column column) {
        if (cells.kind(column.index()) == CellKind.TRUTH) {
            boolean belongs = cells.text(column.index()).equals(XlsxTable.TRUE);
            return new Cell.Value(belongs ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        Cell cell = counted(column, NUMBER, BigDecimal.ONE, "Une appartenance");
        return whole(cell, column, "On attend 1 (oui) ou 0 (non).");
    }

    private Cell counted(Column column, Set<CellKind> taken, BigDecimal maximum, String what) {
        Cell cell = legible(column, Cell.number(figure(column, taken)));
        if (cell instanceof Cell.Value n && n.value().signum() < 0) {
            fault(column, NoticeCode.NOMBRE_IMPOSSIBLE, "Un effectif ne peut pas être négatif.", figure(column, taken));
        } else if (cell instanceof Cell.Value n && n.value().compareTo(maximum) > 0) {
            fault(
                    column, NoticeCode.NOMBRE_IMPOSSIBLE,
                    what + " ne va pas au-delà de " + maximum.toPlainString()
                            + (maximum.equals(BigDecimal.ONE) ? "\u00a0: on attend 1 (oui) ou 0 (non)."
                                    : "\u00a0: corrigez la cellule, ou déclarez un maximum plus haut (maximum)."),
                    figure(column, taken));
        }
        return cell;
    }

    private Cell whole(Cell cell, Column column, String message) {
        if (cell instanceof Cell.Value n && n.value().stripTrailingZeros().scale() > 0) {
            fault(column, NoticeCode.NOMBRE_IMPOSSIBLE, message, cells.text(column.index()));
        }
        return cell;
    }

    /** A rate, from 0 to 100 when it is the share of a whole, or why there is none. */
    Cell rate(Column column, Indicator indicator) {
        Cell cell = legible(column, Cell.rate(figure(column, RATE)));
        BigDecimal highest = indicator.share() ? indicator.scale() : HIGHEST_RATIO.multiply(indicator.scale());
        if (cell instanceof Cell.Value n && (n.value().signum() < 0 || n.value().compareTo(highest) > 0)) {
            fault(
                    column, NoticeCode.NOMBRE_IMPOSSIBLE,
                    indicator.share() ? "Un taux va de 0 à 100\u00a0%."
                            : "Ce quotient va de 0 à " + highest.toPlainString() + ".",
                    figure(column, RATE));
        }
        return cell;
    }

    /** Any number of a size that figures have, or why there is none. */
    Cell number(Column column) {
        Cell cell = legible(column, Cell.rate(figure(column, RATE)));
        if (cell instanceof Cell.Value n && n.value().abs().compareTo(HIGHEST_FIGURE) > 0) {
            fault(
                    column, NoticeCode.NOMBRE_IMPOSSIBLE,
                    "Aucun chiffre ne va au-delà de " + HIGHEST_FIGURE.toPlainString() + ".", figure(column, RATE));
        }
        return cell;
    }

    private Cell legible(Column column, Cell cell) {
        if (cell instanceof Cell.Illegible illegible && !refused.get(column.index())) {
            fault(
                    column,
                    NoticeCode.NOMBRE_ILLISIBLE,
                    "On attend un nombre, comme 1234,5 ou 1\u202f234,5, ou une marque d’absence (ns, nd, s, so, -, vide).",
                    illegible.text());
        }
        return cell;
    }

    /** Adds what a count of a territory states. */
    void measure(List<Fact> facts, Kind kind, String code, Measure measure, Column column) {
        switch (count(column, measure)) {
            case Cell.Value n -> facts.add(new Fact.MeasureFact(kind, code, measure, n.value()));
            case Cell.Missing m -> facts.add(new Fact.MissingFact(kind, code, measure, null, m.mark()));
            case Cell.Illegible i -> {} // noted
        }
    }

    /** Adds what a rate, or a figure that no sum gives, states of a territory. */
    void figure(List<Fact> facts, Kind kind, String code, Indicator indicator, Cell cell) {
        switch (cell) {
            case Cell.Value n -> facts.add(new Fact.RateFact(kind, code, indicator, n.value()));
            case Cell.Missing m -> facts.add(new Fact.MissingFact(kind, code, null, indicator, m.mark()));
            case Cell.Illegible i -> {} // noted
        }
    }

    /** Adds the class of a QPV, a word of a dictionary. */
    void code(List<Fact> facts, String qpv, Indicator indicator, Column column, List<String> dictionary) {
        String word = text(column);
        facts.add(Cell.mark(word)
                .<Fact>map(mark -> new Fact.MissingFact(Kind.QPV, qpv, null, indicator, mark))
                .orElseGet(() -> {
                    if (!dictionary.contains(word)) {
                        unknownWord(column, word, dictionary);
                    }
                    return new Fact.ListedFact(Kind.QPV, qpv, indicator, null, word);
                }));
    }

    /** Notes a faulty cell. */
    void fault(Column column, NoticeCode code, String message, String value) {
        if (refused.get(column.index())) {
            return;
        }
        faults = added(faults, notices.error(line, column.name(), code, message, value));
    }

    /** Notes a word that the layout does not know. */
    void unknownWord(Column column, String word, List<String> known) {
        fault(
                column,
                NoticeCode.VALEUR_INCONNUE,
                French.quoted(word) + " n’est pas connu ici." + French.didYouMean(word, known)
                        + " Valeurs possibles\u00a0: "
                        + French.enumeration(known) + ".",
                word);
    }

    /** Notes something that does not reject the row. */
    void remark(Column column, NoticeCode code, String message, String value) {
        remarks = added(remarks, notices.warning(line, column.name(), code, message, value));
    }

    /** Notes something for the record. */
    void inform(Column column, NoticeCode code, String message, String value) {
        remarks = added(remarks, notices.info(line, column.name(), code, message, value));
    }

    private static List<Notice> added(List<Notice> list, Notice notice) {
        List<Notice> longer = new ArrayList<>(list);
        longer.add(notice);
        return longer;
    }

    /** Tells whether a fault was noted. */
    boolean faulty() {
        return !faults.isEmpty();
    }

    /** The row does not concern the edition. */
    Outcome outOfScope(ScopeReason reason) {
        return new Outcome.OutOfScope(line, reason.id(), List.of());
    }

    /** The row does not concern the edition, but tells that there is something. */
    Outcome outOfScope(ScopeReason reason, List<Fact> seen) {
        return new Outcome.OutOfScope(line, reason.id(), seen);
    }

    /** The row states these facts, unless a fault was noted. */
    Outcome usable(List<Fact> facts) {
        return faulty() ? new Outcome.Rejected(line, faults, List.of()) : new Outcome.Usable(line, facts, remarks);
    }

    /** The row cannot be used, and something is not counted for want of it. */
    Outcome lost(Fact lost) {
        return new Outcome.Rejected(line, faults, List.of(lost));
    }

    /** The row states this fact, unless a fault was noted. */
    Outcome usable(Fact fact) {
        return usable(List.of(fact));
    }
}
