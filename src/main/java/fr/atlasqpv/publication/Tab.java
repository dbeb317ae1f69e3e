package fr.atlasqpv.publication;

import java.util.Arrays;
import java.util.Optional;

/**
 * The register of the tabs of a workbook: what each tells, hence how it is read back. A tab that does not stand here stops the books.
 */
public enum Tab {
    /** What the workbook holds. */
    READ_ME("Lisez-moi", Told.WORDS, ""),
    /** The region, and France. */
    REGION("Région", Told.CELLS_BY_COLUMN,
            "Territoire de référence et région : une ligne par territoire et périmètre."),
    /** Its départements. */
    DEPARTEMENTS("Départements", Told.CELLS_BY_COLUMN,
            "Départements de la région : une ligne par département et périmètre."),
    /** Its EPCI. */
    EPCI("EPCI", Told.CELLS_BY_COLUMN,
            "Intercommunalités qui ont un quartier prioritaire : une ligne par EPCI et périmètre."),
    /** Its QPV. */
    QPV("Quartiers", Told.CELLS_BY_COLUMN, "Quartiers prioritaires : une ligne par quartier."),
    /** Every cell, one per row. */
    DATA(
            "Données", Told.CELLS_BY_ROW,
            "Toutes les valeurs, une par ligne : mêmes cellules que le fichier CSV et que le volume PDF."),
    /** Indicators, and the columns that bear their figures. */
    DICTIONARY("Dictionnaire", Told.WORDS, "Définition, unité, source, millésime et règle de chaque indicateur."),
    /** Classes of the typologies. */
    TYPOLOGIES("Typologies", Told.WORDS, "Signification des codes, typologie par typologie."),
    /** Notes, rules and statuses. */
    SECRECY("Notes et secret", Told.WORDS, "Légende des statuts, règles de publication, cellules retenues, notes."),
    /** Checks of the run. */
    CHECKS("Contrôles", Told.WORDS, "Contrôles de l’édition et leur résultat."),
    /** Sources. */
    PROVENANCE("Provenance", Told.WORDS, "Fichiers lus, empreintes, lignes lues et rejetées.");

    /** What the rows of a tab tell. */
    public enum Told {
        /** A cell each. */
        CELLS_BY_ROW,
        /** A territory each, with its cells by column. */
        CELLS_BY_COLUMN,
        /** Words, in which the figures of withheld territories are looked for. */
        WORDS
    }

    private final String title;
    private final Told told;
    private final String content;

    Tab(String title, Told told, String content) {
        this.title = title;
        this.told = told;
        this.content = content;
    }

    /** What stands on it. */
    public String title() {
        return title;
    }

    /** What its rows tell. */
    public Told told() {
        return told;
    }

    /** What it holds, in French, for the list that opens the workbook; empty for that list itself. */
    public String content() {
        return content;
    }

    /** The tab of a title; empty when it is not on the register. */
    public static Optional<Tab> of(String title) {
        return Arrays.stream(values()).filter(tab -> tab.title.equals(title)).findFirst();
    }
}
