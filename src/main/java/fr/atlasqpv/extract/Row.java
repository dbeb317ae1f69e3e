package fr.atlasqpv.extract;

import fr.atlasqpv.edition.French;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Qpv;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row of a table under reading. Its accessors check the form of what they give: a fault is noted, and {@link #usable}
 * then rejects the row with one notice per faulty cell.
 */
final class Row {
    private final Notices notices;
    private final long line;
    private final List<String> cells;
    private List<Notice> faults = List.of();
    private List<Notice> remarks = List.of();

    Row(Notices notices, long line, List<String> cells) {
        this.notices = notices;
        this.line = line;
        this.cells = cells;
    }

    /** Line in the file. */
    long line() {
        return line;
    }

    /** Text of a cell without outer spaces, empty when the column is not mapped. */
    String text(Column column) {
        return column == null || column.index() >= cells.size() ? "" : Cell.clean(cells.get(column.index()));
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
        Cell cell = legible(column, Cell.number(text(column)));
        if (cell instanceof Cell.Value n && n.value().signum() < 0) {
            fault(column, NoticeCode.NOMBRE_IMPOSSIBLE, "Un effectif ne peut pas être négatif.", text(column));
        }
        return cell;
    }

    /** A count of a measure, whole unless the edition declares it weighted. */
    Cell count(Column column, Measure measure) {
        Cell cell = count(column);
        if (cell instanceof Cell.Value n && !measure.weighted() && n.value().stripTrailingZeros().scale() > 0) {
            fault(
                    column,
                    NoticeCode.NOMBRE_IMPOSSIBLE,
                    "La mesure " + measure.id()
                            + " compte des unités entières\u00a0: déclarez-la pondérée (weighted: true) si "
                            + "elle vient d’un sondage.",
                    text(column));
        }
        return cell;
    }

    /** A rate, from 0 to 100 when it is the share of a whole, or why there is none. */
    Cell rate(Column column, Indicator indicator) {
        Cell cell = legible(column, Cell.rate(text(column)));
        if (cell instanceof Cell.Value n
                && (n.value().signum() < 0 || (indicator.share() && n.value().compareTo(indicator.scale()) > 0))) {
            fault(
                    column, NoticeCode.NOMBRE_IMPOSSIBLE,
                    indicator.share() ? "Un taux va de 0 à 100\u00a0%." : "Ce quotient ne peut pas être négatif.",
                    text(column));
        }
        return cell;
    }

    /** Any number, or why there is none. */
    Cell number(Column column) {
        return legible(column, Cell.number(text(column)));
    }

    private Cell legible(Column column, Cell cell) {
        if (cell instanceof Cell.Illegible illegible) {
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
    Outcome outOfScope(ScopeReason reason, Fact seen) {
        return new Outcome.OutOfScope(line, reason.id(), List.of(seen));
    }

    /** The row states these facts, unless a fault was noted. */
    Outcome usable(List<Fact> facts) {
        return faulty() ? new Outcome.Rejected(line, faults) : new Outcome.Usable(line, facts, remarks);
    }

    /** The row states this fact, unless a fault was noted. */
    Outcome usable(Fact fact) {
        return usable(List.of(fact));
    }
}
