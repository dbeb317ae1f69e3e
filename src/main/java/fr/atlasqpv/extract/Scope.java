package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.territory.Qpv;
import fr.atlasqpv.territory.Region;
import java.util.Optional;

/** Which territories an edition speaks of: metropolitan France, unless it names an overseas region. */
record Scope(boolean overseas) {
    /** The scope of an edition. */
    static Scope of(Edition edition) {
        return new Scope(edition.regions().stream().anyMatch(code -> !new Region(code, "", "").metropolitan()));
    }

    /** Tells whether the edition leaves this commune (or département) out. */
    boolean excludesCommune(String code) {
        return !overseas && CommuneCode.overseas(code);
    }

    /** Tells whether the edition leaves this QPV out. */
    boolean excludesQpv(String code) {
        return !overseas && code.length() == 8 && Qpv.overseas(code);
    }

    /** Why a table of figures leaves this territory out, empty when it does not: the arrondissements are part of their commune. */
    Optional<ScopeReason> excludes(Fact.Kind kind, String code) {
        boolean commune = kind == Fact.Kind.COMMUNE;
        if (commune ? excludesCommune(code) : excludesQpv(code)) {
            return Optional.of(ScopeReason.OUTRE_MER);
        }
        return commune && CommuneCode.arrondissement(code) ? Optional.of(ScopeReason.ARRONDISSEMENT) : Optional.empty();
    }

    /** Tells whether the edition leaves this region out. */
    boolean excludesRegion(String code) {
        return !overseas && !new Region(code, "", "").metropolitan();
    }
}
