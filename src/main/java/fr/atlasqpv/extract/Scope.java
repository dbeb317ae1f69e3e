package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.territory.Qpv;
import fr.atlasqpv.territory.Region;

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

    /** Tells whether the edition leaves this region out. */
    boolean excludesRegion(String code) {
        return !overseas && !new Region(code, "", "").metropolitan();
    }
}
