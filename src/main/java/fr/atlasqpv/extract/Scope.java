package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Zone;
import java.util.List;
import java.util.Optional;

/**
 * Which territories an edition speaks of: those that it places in a zone with books. A code that no territory can have is a mistake, not
 * another place.
 */
record Scope(Frame frame) {
    /** The scope of an edition. */
    static Scope of(Edition edition) {
        return new Scope(edition.frame());
    }

    /** Tells whether the edition leaves this commune out. */
    boolean excludesCommune(String code) {
        return excludesDepartement(Frame.departementOfCommune(code));
    }

    /** Tells whether the edition leaves this département out; one without a zone, which is at fault for it, leaves out everything. */
    boolean excludesDepartement(String code) {
        return frame.zones().isEmpty()
                || Frame.isDepartement(code) && frame.ofDepartement(code).filter(Zone::hasBooks).isEmpty();
    }

    /** Tells whether the edition leaves this QPV out. */
    boolean excludesQpv(String code) {
        return (frame.zones().isEmpty() || code.length() == 8) && excludesDepartement(Frame.departementOfQpv(code));
    }

    /** What a list tells of a QPV that the edition leaves out: that it is there, in a zone without books; nothing where no zone has it. */
    List<Fact> elsewhere(String code) {
        return frame.ofQpv(code).isPresent() ? List.of(new Fact.QpvElsewhereFact(code)) : List.of();
    }

    /** Zone of a commune; the first one for a code that no commune has, which is found at fault elsewhere. */
    Zone zoneOfCommune(String code) {
        return frame.ofCommune(code).orElse(frame.zones().getFirst());
    }

    /** Zone of a QPV; the first one for a code that no QPV has, which is found at fault elsewhere. */
    Zone zoneOfQpv(String code) {
        return frame.ofQpv(code).orElse(frame.zones().getFirst());
    }

    /** Why a table of figures leaves this territory out, empty when it does not: the arrondissements are part of their commune. */
    Optional<ScopeReason> excludes(Fact.Kind kind, String code) {
        boolean commune = kind == Fact.Kind.COMMUNE;
        if (commune ? excludesCommune(code) : excludesQpv(code)) {
            return Optional.of(ScopeReason.HORS_CADRE);
        }
        return commune && CommuneCode.arrondissement(code) ? Optional.of(ScopeReason.ARRONDISSEMENT) : Optional.empty();
    }

    /** Tells whether the edition leaves this region out. */
    boolean excludesRegion(String code) {
        return frame.ofRegion(code).isEmpty();
    }
}
