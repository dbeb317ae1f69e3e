package fr.atlasqpv.extract;

/** Kinds of notices about inputs; the identifier stands in {@code notices.csv}. */
public enum NoticeCode {
    /** The file is not in the input folder. */
    FICHIER_ABSENT("fichier-absent"),
    /** The file cannot be opened or read (rights, disk). */
    FICHIER_ILLISIBLE("fichier-illisible"),
    /** The file has no row that the edition can use. */
    FICHIER_SANS_DONNEE("fichier-sans-donnee"),
    /** The file changed while it was read. */
    FICHIER_MODIFIE("fichier-modifie"),
    /** The file holds more than the edition allows for, once unpacked. */
    FICHIER_TROP_GRAND("fichier-trop-grand"),
    /** The file is of another format than its name says. */
    FORMAT_INATTENDU("format-inattendu"),
    /** A line is longer than any line of an extract. */
    LIGNE_TROP_LONGUE("ligne-trop-longue"),
    /** More blank lines follow each other than a spreadsheet has rows. */
    LIGNES_VIDES("lignes-vides"),
    /** The header stands again among the rows. */
    ENTETE_REPETE("entete-repete"),
    /** The sheet that is read is not the first of the workbook, which is hidden. */
    FEUILLE_MASQUEE("feuille-masquee"),
    /** Two sheets of a workbook have names that only case or blanks part. */
    FEUILLES_HOMONYMES("feuilles-homonymes"),
    /** Rows of the sheet are hidden, by hand or by a filter: they are read all the same. */
    LIGNES_MASQUEES("lignes-masquees"),
    /** Cells are merged among the rows: only the first of them holds the value. */
    CELLULES_FUSIONNEES("cellules-fusionnees"),
    /** A gzip or zip file is cut or damaged. */
    ARCHIVE_ILLISIBLE("archive-illisible"),
    /** A zip file must hold one file, and one only. */
    ARCHIVE_CONTENU("archive-contenu"),
    /** A byte makes no sense in the declared charset. */
    CHARSET("charset"),
    /** The workbook has no sheet of that name. */
    FEUILLE_ABSENTE("feuille-absente"),
    /** The file parts its cells with another sign than the edition says. */
    SEPARATEUR("separateur"),
    /** A column that the edition maps is not in the file. */
    COLONNE_ABSENTE("colonne-absente"),
    /** A column that the edition maps stands twice in the header. */
    COLONNE_EN_DOUBLE("colonne-en-double"),
    /** A quotation mark is opened and not closed, or text follows the closing one. */
    GUILLEMETS("guillemets"),
    /** A line ends before a column that the edition maps. */
    LIGNE_TRONQUEE("ligne-tronquee"),
    /** A line has more cells than the header. */
    CELLULES_EN_TROP("cellules-en-trop"),
    /** A cell that must be filled is empty. */
    CHAMP_VIDE("champ-vide"),
    /** A number cannot be read. */
    NOMBRE_ILLISIBLE("nombre-illisible"),
    /** A date cannot be read. */
    DATE_ILLISIBLE("date-illisible"),
    /** A number is read but cannot be (a negative count, a rate above 100). */
    NOMBRE_IMPOSSIBLE("nombre-impossible"),
    /** A cell is of a kind that its column does not take: a date, a truth value or a formula without result for a number. */
    NATURE_DE_CELLULE("nature-de-cellule"),
    /** A letter was lost, or its accent encoded twice. */
    TEXTE_ABIME("texte-abime"),
    /** A text holds a sign that nobody sees. */
    SIGNE_INVISIBLE("signe-invisible"),
    /** The faces of the books lack a sign of a text. */
    SIGNE_NON_IMPRIMABLE("signe-non-imprimable"),
    /** A text is longer than any name or code. */
    TEXTE_TROP_LONG("texte-trop-long"),
    /** A code has not the form of its kind. */
    CODE_INVALIDE("code-invalide"),
    /** A word does not belong to the closed list of the layout. */
    VALEUR_INCONNUE("valeur-inconnue"),
    /** A territory or establishment stands twice in a file that has one row for each. */
    CLE_EN_DOUBLE("cle-en-double"),
    /** The file is not GeoJSON that can be read. */
    GEOJSON_ILLISIBLE("geojson-illisible"),
    /** A GeoPackage or a shapefile cannot be read. */
    CONTOURS_ILLISIBLES("contours-illisibles"),
    /** The GeoPackage has no layer of that name, or several and none is named. */
    COUCHE_ABSENTE("couche-absente"),
    /** The file does not say in which system its coordinates are, or in one that is not known. */
    SYSTEME_INCONNU("systeme-inconnu"),
    /** A geometry is not a polygon, is empty, or is not in degrees. */
    GEOMETRIE_INVALIDE("geometrie-invalide"),
    /** A geometry was repaired (crossing edges). */
    GEOMETRIE_REPAREE("geometrie-reparee"),
    /** A commune that the COG of the edition does not know. */
    COMMUNE_INCONNUE("commune-inconnue"),
    /** The département or the region of a commune is not the one that its code, or the list of the départements, gives it. */
    COMMUNE_DEPLACEE("commune-deplacee"),
    /** A département of a region that the edition places is in none of its zones. */
    DEPARTEMENT_HORS_CADRE("departement-hors-cadre"),
    /** A commune that the COG of the edition does not know is now part of one that it knows. */
    COMMUNE_DEVENUE("commune-devenue"),
    /** A QPV that the list of the edition does not know. */
    QPV_INCONNU("qpv-inconnu"),
    /** An EPCI that the list of the edition does not know. */
    EPCI_INCONNU("epci-inconnu"),
    /** A code that no source of the edition knows. */
    CODE_INCONNU("code-inconnu"),
    /** Too many rows of a file cannot be used. */
    TROP_DE_REJETS("trop-de-rejets");

    private final String id;

    NoticeCode(String id) {
        this.id = id;
    }

    /** Identifier in {@code notices.csv}. */
    public String id() {
        return id;
    }
}
