package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.CellKey;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A count that the published figures give away though it is withheld, or ought to be. Names cells, never values.
 *
 * @param cells addresses of the cell (several when they count the very same people)
 * @param reason what an attacker learns
 * @param equation published sum that leaks, total first; empty when no single sum does
 */
public record Disclosure(List<CellKey> cells, Reason reason, List<CellKey> equation) {
    /** What an attacker learns of the withheld count. */
    public enum Reason {
        /** Its very value. */
        EXACT("se retrouve exactement"),
        /** An interval narrower than the protection width. */
        NARROW("se retrouve dans un intervalle plus étroit que la largeur de protection"),
        /** That it lies in the range that a rule withholds. */
        SENSITIVE_RANGE("est connue pour être dans la plage que la règle protège"),
        /** The only withheld cell of a published sum. */
        ALONE_IN_A_SUM("est la seule cellule secrète d’une somme publiée"),
        /** Another cell of the book that counts the very same people is told. */
        SAME_CELL_TOLD("est publiée ailleurs dans le livre, sous un autre niveau ou un autre indicateur"),
        /** It is told as a bound that protects, and the other figures bound it more tightly. */
        CLAMP_UNDONE(
                "est publiée comme une borne, et les autres chiffres la resserrent au-delà de sa largeur de protection"),
        /** It is told though a rule protects every value that it can have. */
        SENSITIVE_TOLD("est publiée alors qu’une règle la protège"),
        /** The previous edition has published it. */
        PREVIOUS_EDITION("se lit dans l’édition précédente");

        private final String french;

        Reason(String french) {
            this.french = french;
        }
    }

    /** Defensive copies. */
    public Disclosure {
        cells = List.copyOf(cells);
        equation = List.copyOf(equation);
    }

    /** One sentence in French for the report of the run. */
    public String message() {
        String who = cells.stream().map(CellKey::toString).collect(Collectors.joining(" = "));
        String how = equation.isEmpty()
                ? ""
                : " par la somme " + equation.getFirst() + " = "
                        + equation.stream().skip(1).map(CellKey::toString).collect(Collectors.joining(" + "));
        String what =
                reason == Reason.SENSITIVE_TOLD || reason == Reason.CLAMP_UNDONE ? "La valeur " : "La valeur secrète ";
        return what + who + " " + reason.french + how + ".";
    }
}
