package fr.atlasqpv.territory;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the attachment needs to know.
 *
 * @param communes communes of the edition's COG
 * @param departements départements
 * @param regions regions
 * @param epci EPCI
 * @param epciOfCommune commune → SIREN of its EPCI, or {@link Epci#NONE}
 * @param seats SIREN → département of the seat, where a source says so
 * @param populations commune → municipal population; used when a seat is unknown
 * @param qpv neighbourhoods
 * @param qpvCommunes QPV → communes it lies in, in the order of the source
 * @param listedCommunes QPV → names of its communes as its list spells them, separated by {@code ", "}
 * @param splitEpci SIREN of the EPCI that the edition splits by département
 */
public record AttachmentInput(
        Collection<Commune> communes,
        Collection<Departement> departements,
        Collection<Region> regions,
        Collection<Epci> epci,
        Map<String, String> epciOfCommune,
        Map<String, String> seats,
        Map<String, BigDecimal> populations,
        Collection<Qpv> qpv,
        Map<String, List<QpvShare>> qpvCommunes,
        Map<String, String> listedCommunes,
        Set<String> splitEpci) {}
