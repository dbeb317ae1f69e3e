package fr.atlasqpv.extract;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import org.locationtech.jts.geom.Geometry;

/** Something that a row of an extract states, once read and checked for form; joins are checked later. */
public sealed interface Fact {
    /** A commune of the edition's COG ({@code TYPECOM} COM only). */
    record CommuneFact(String code, String label, String departement, String region) implements Fact {}

    /** A département. */
    record DepartementFact(String code, String label, String region, String chefLieu) implements Fact {}

    /** A region. */
    record RegionFact(String code, String label, String chefLieu) implements Fact {}

    /** An EPCI. */
    record EpciFact(String code, String label, String nature) implements Fact {}

    /** Membership of a commune; {@code epci} is {@code ZZZZZZZZZ} for none. */
    record EpciMembershipFact(String commune, String epci) implements Fact {}

    /** Seat of an EPCI. */
    record EpciSeatFact(String epci, String commune) implements Fact {}

    /** Département of the seat of an EPCI. */
    record EpciDepartementFact(String epci, String departement) implements Fact {}

    /** A QPV and its name; {@code communes} as the source lists them, empty when it does not. */
    record QpvFact(String code, String label, String communes) implements Fact {}

    /** Inhabitants of a QPV in one of its communes; inhabitants null when the source only names the commune. */
    record QpvCommuneFact(String qpv, String commune, BigDecimal inhabitants) implements Fact {}

    /** Additive count of a territory known to a source. */
    record MeasureFact(Kind kind, String code, Measure measure, BigDecimal value) implements Fact {}

    /** A rate in per cent, from a source that gives no count. */
    record RateFact(Kind kind, String code, Indicator indicator, BigDecimal rate) implements Fact {}

    /**
     * The source has a row for the territory but no figure.
     *
     * @param kind kind of territory
     * @param code its code
     * @param measure measure missing, null when an indicator is
     * @param indicator indicator missing, null when a measure is
     * @param mark why
     */
    record MissingFact(Kind kind, String code, Measure measure, Indicator indicator, MissingMark mark)
            implements Fact {}

    /** One social dwelling in a QPV, counted in the measure when the filter of the source holds. */
    record DwellingFact(String qpv, Measure measure) implements Fact {}

    /**
     * One unit counted in a measure, by its respondent. Never kept as it is: it holds a name.
     *
     * @param kind kind of territory
     * @param code its code
     * @param measure what is counted
     * @param respondent name or number of the respondent, empty when the row does not tell it
     */
    record ContributionFact(Kind kind, String code, Measure measure, String respondent) implements Fact {}

    /**
     * An unusable row of a file of dwellings: a QPV has one more than is counted.
     *
     * @param qpv code of the QPV, empty when the row does not tell it
     * @param commune code of the commune, empty when the row does not tell it
     * @param measure what is counted
     */
    record LostDwellingFact(String qpv, String commune, Measure measure) implements Fact {}

    /** An EPCI with communes that the edition leaves out. */
    record EpciElsewhereFact(String epci) implements Fact {}

    /** A QPV of the list that lies in a zone of which the edition makes no book. */
    record QpvElsewhereFact(String code) implements Fact {}

    /** What is counted in an establishment at a session; value null when the source has none. */
    record ResultFact(String establishment, int session, Measure measure, BigDecimal value) implements Fact {}

    /**
     * An establishment of a directory.
     *
     * @param id its identifier
     * @param kind type, without case nor accents
     * @param sector sector, without case nor accents
     * @param commune INSEE code of its commune
     * @param x metres of the edition's projection, null when it has no position
     * @param y the same
     */
    record EstablishmentFact(String id, String kind, String sector, String commune, Double x, Double y)
            implements Fact {}

    /** Label of an establishment ({@code REP+}). */
    record LabelFact(String establishment, String label) implements Fact {}

    /** What a list says of a QPV or of a commune: a flag or a number, or a code as text. */
    record ListedFact(Kind kind, String code, Indicator indicator, BigDecimal value, String text) implements Fact {}

    /** Contour in metres of the edition's projection. */
    record ContourFact(Kind kind, String code, Geometry geometry) implements Fact {}

    /** Centre of a commune in metres of the edition's projection. */
    record CentreFact(String commune, double x, double y) implements Fact {}

    /** A published figure of metropolitan France or of another territory, when the input does not cover it. */
    record ReferenceFact(String level, String code, Perimeter perimeter, String indicator, BigDecimal value)
            implements Fact {}

    /**
     * Rows of a file of events that stand in it a second time, in the same order; the fact is at the first of the second run.
     *
     * @param rows number of rows of the run
     * @param lastLine last line of the second run
     * @param firstLine first line of the first run
     * @param firstLastLine last line of the first run
     */
    record RepeatedRowsFact(long rows, long lastLine, long firstLine, long firstLastLine) implements Fact {}

    /** Kind of territory that a source speaks of. */
    enum Kind {
        /** A commune of the COG. */
        COMMUNE,
        /** A QPV. */
        QPV
    }

    /** Why a field is empty: producers' marks, told apart. */
    enum MissingMark {
        /** Nothing between the separators. */
        EMPTY,
        /** {@code ns}: not significant. */
        NON_SIGNIFICATIF,
        /** {@code nd}: not available. */
        NON_DISPONIBLE,
        /** {@code s}: statistical secret. */
        SECRET,
        /** {@code so}: makes no sense. */
        SANS_OBJET,
        /** {@code -}. */
        DASH
    }
}
