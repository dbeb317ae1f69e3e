package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.secrecy.CellStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A sign that stands in place of a figure or beside it.
 *
 * @param sign as printed
 * @param brief its meaning in a legend
 * @param sentence its meaning in the processing note
 */
record StatusMeaning(String sign, String brief, String sentence) {
    static final String ESTIMATED = "estimé";

    /** The signs that these cells bear, in the order of the legends; nothing is told of a sign that no cell bears. */
    static List<StatusMeaning> of(Collection<PublishedCell> cells) {
        List<StatusMeaning> signs = new ArrayList<>();
        for (CellStatus status : List.of(
                CellStatus.SECRET, CellStatus.SANS_OBJET, CellStatus.NON_DISPONIBLE, CellStatus.PLAFONNE,
                CellStatus.PLANCHER)) {
            List<PublishedCell> bearing = cells.stream().filter(cell -> cell.status() == status).toList();
            if (!bearing.isEmpty()) {
                signs.add(of(status, bearing.stream().map(PublishedCell::value).distinct().toList()));
            }
        }
        if (cells.stream().anyMatch(PublishedCell::estimated)) {
            signs.add(new StatusMeaning(Printed.ESTIMATED, ESTIMATED,
                    "La valeur repose sur les seules parties connues du territoire, ou sur un taux pondéré par sa base."));
        }
        return signs;
    }

    private static StatusMeaning of(CellStatus status, List<BigDecimal> bounds) {
        String bound = bounds.size() == 1 && bounds.getFirst() != null ? French.plain(bounds.getFirst()) : "";
        return switch (status) {
            case SECRET -> new StatusMeaning(Printed.SECRET, "secret statistique",
                    "La valeur renseignerait, seule ou par différence avec d’autres valeurs publiées, sur trop peu "
                            + "d’unités. Elle est retenue dans le livre, le classeur et les fichiers.");
            case SANS_OBJET -> new StatusMeaning(Printed.NOT_APPLICABLE, "sans objet",
                    "L’indicateur n’a pas de sens pour ce territoire ; la page de l’indicateur dit pourquoi.");
            case NON_DISPONIBLE -> new StatusMeaning(Printed.NOT_AVAILABLE, "non disponible",
                    "Les sources de l’édition ne donnent pas la valeur pour ce territoire.");
            case PLAFONNE -> new StatusMeaning(("≥" + French.NO_BREAK + bound).strip(), "plafonné",
                    "La valeur atteint ou dépasse la borne haute de son indicateur ; elle est publiée à la borne, pour "
                            + "protéger le petit nombre qui reste.");
            case PLANCHER -> new StatusMeaning(("≤" + French.NO_BREAK + bound).strip(), "plancher",
                    "La valeur atteint la borne basse de son indicateur ou passe dessous ; elle est publiée à la borne, "
                            + "pour la même raison.");
            case PUBLIE -> throw new IllegalArgumentException("a figure that is published has no sign");
        };
    }

    String typeset() {
        return French.typeset(sentence);
    }
}
