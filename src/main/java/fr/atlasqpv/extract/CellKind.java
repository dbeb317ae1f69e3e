package fr.atlasqpv.extract;

/** What a cell is: in a text file everything is written; a workbook says more, and what it says must not be lost. */
enum CellKind {
    /** Signs, as a text file or a cell of text holds them. */
    WRITTEN(""),
    /** A number, in a cell that shows it as one. */
    NUMBER("un nombre"),
    /** A number in a cell that shows it in per cent. */
    PERCENTAGE("un pourcentage"),
    /** A number in a cell that shows it as a day or an hour. */
    DATE("une date"),
    /** True or false. */
    TRUTH("une valeur vrai ou faux"),
    /** A formula whose result was never stored: the file was made by a program that does not compute. */
    NOT_COMPUTED("une formule sans résultat"),
    /** An error of the spreadsheet, such as a division by zero. */
    ERROR("une erreur du tableur"),
    /** Something that no spreadsheet writes. */
    ILLEGIBLE("une valeur illisible");

    private final String words;

    CellKind(String words) {
        this.words = words;
    }

    /** Words for a notice. */
    String words() {
        return words;
    }

    /** What the person who keeps the workbook may do. */
    String advice() {
        return switch (this) {
            case NOT_COMPUTED -> "Ouvrez le classeur dans un tableur et enregistrez-le, ou collez les valeurs.";
            case DATE -> "Le tableur a pris un nombre ou un code pour une date\u00a0: remettez la valeur d’origine.";
            case ERROR, ILLEGIBLE -> "Corrigez la cellule.";
            default -> "Mettez la cellule au format qui convient et vérifiez sa valeur.";
        };
    }
}
