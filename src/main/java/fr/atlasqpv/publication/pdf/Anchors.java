package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.territory.Territory;

/** Names of the places of a book, for links and for the contents. */
final class Anchors {
    static final String CONTENTS = "sommaire";
    static final String INTRODUCTION = "introduction";
    static final String GUIDE = "lecture";
    static final String INDICATORS = "indicateurs";
    static final String PROCESSING = "traitement";
    static final String PROGRAMMES = "programmes";
    static final String INDEX = "index";
    static final String SOURCES = "sources";
    static final String ABBREVIATIONS = "sigles";
    static final String REGION = "region";
    static final String REGION_TABLE = "region-donnees";

    private Anchors() {}

    static String chapter(Territory departement) {
        return "dep-" + departement.code();
    }

    static String table(Territory departement) {
        return "donnees-" + departement.code();
    }

    static String profiles(Territory departement) {
        return "profils-" + departement.code();
    }

    static String zoom(String epci) {
        return "zoom-" + epci;
    }

    /** The QPV of the same class of a typology. */
    static String peers(Indicator typology) {
        return "profil-" + typology.id();
    }

    /** The maps of an indicator. */
    static String classMaps(Indicator indicator) {
        return "cartes-" + indicator.id();
    }

    /** The first QPV of a département, one by one. */
    static String portraits(Territory departement) {
        return "portraits-" + departement.code();
    }

    /** A QPV among the others. */
    static String portrait(Territory qpv) {
        return "portrait-" + qpv.code();
    }

    static String detail(Territory departement) {
        return "detail-" + departement.code();
    }

    /** The row of an EPCI in the table of its département. */
    static String row(Territory epci) {
        return "epci-" + epci.code();
    }

    /** The group of an EPCI, or the row of a QPV, in the detailed tables. */
    static String detailRow(Territory territory) {
        return "detail-" + territory.level() + "-" + territory.code();
    }

    /** Where a place of a map leads: a département to its chapter, an EPCI to its row, a QPV to its detail. */
    static String fromMap(Territory territory) {
        return switch (territory.level()) {
            case DEP -> chapter(territory);
            case EPCI -> row(territory);
            case QPV -> detailRow(territory);
            case REG, FRANCE -> REGION;
        };
    }
}
