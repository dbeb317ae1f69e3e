package fr.atlasqpv.publication.pdf;

/** Signs that stand in place of a figure or beside it, with what they mean. */
enum StatusMeaning {
    SECRET(
            Printed.SECRET,
            "secret statistique",
            "La valeur renseignerait, seule ou par différence avec d’autres valeurs publiées, sur trop peu de personnes ou de "
                    + "logements. Elle est retenue dans le livre, le classeur et les fichiers."),
    NOT_APPLICABLE(
            Printed.NOT_APPLICABLE,
            "sans objet (aucun collège public à 300 m)",
            "L’indicateur n’a pas de sens pour ce territoire : aucun collège public ne se trouve à 300 mètres ou moins."),
    NOT_AVAILABLE(
            Printed.NOT_AVAILABLE,
            "non disponible",
            "Les sources de l’édition ne donnent pas la valeur pour ce territoire."),
    CEILING(
            "≥" + French.NO_BREAK + "95",
            "plafonné",
            "La valeur est de 95 % ou davantage ; elle est publiée à 95 pour protéger le petit nombre qui reste."),
    FLOOR(
            "≤" + French.NO_BREAK + "5",
            "plancher",
            "La valeur est de 5 % ou moins ; elle est publiée à 5, pour la même raison."),
    ESTIMATED(
            Printed.ESTIMATED,
            "estimé",
            "La valeur repose sur les seules parties connues du territoire, ou sur un taux pondéré par sa base.");

    private final String sign;
    private final String brief;
    private final String sentence;

    StatusMeaning(String sign, String brief, String sentence) {
        this.sign = sign;
        this.brief = brief;
        this.sentence = sentence;
    }

    String sign() {
        return sign;
    }

    String brief() {
        return brief;
    }

    String sentence() {
        return French.typeset(sentence);
    }
}
