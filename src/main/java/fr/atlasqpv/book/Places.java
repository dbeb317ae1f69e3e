package fr.atlasqpv.book;

import fr.atlasqpv.release.Typography;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.PublishedEpci;
import fr.atlasqpv.territory.ReferenceTerritory;
import fr.atlasqpv.territory.Territory;

/**
 * Territories as the books name them, and where they print each QPV: with its EPCI, wherever that one is attached.
 *
 * @param attachment the attachment table
 * @param reference territory of reference
 */
public record Places(Attachment attachment, ReferenceTerritory reference) {
    /** Name of a territory in French typography. */
    public String name(Territory territory) {
        String code = territory.code();
        return switch (territory.level()) {
            case FRANCE -> reference.label();
            case REG -> Typography.name(attachment.regions().get(code).label());
            case DEP -> Typography.name(attachment.departements().get(code).label());
            case EPCI -> Typography.name(attachment.epci().get(code).label());
            case QPV -> Typography.neighbourhood(attachment.qpv().get(code).label());
        };
    }

    /** Name of a commune, its code when it is unknown. */
    String commune(String code) {
        Commune commune = attachment.communes().get(code);
        return commune == null ? code : Typography.name(commune.label());
    }

    /** Code of the département whose chapter prints a QPV. */
    String chapterOf(AttachedQpv qpv) {
        PublishedEpci row = attachment.epci().get(qpv.epci());
        return row == null ? qpv.departement() : row.departement();
    }

    /** Code of the region whose book prints a QPV. */
    String regionOf(AttachedQpv qpv) {
        PublishedEpci row = attachment.epci().get(qpv.epci());
        return row == null ? qpv.region() : row.region();
    }
}
