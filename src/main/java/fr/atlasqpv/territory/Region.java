package fr.atlasqpv.territory;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A region.
 *
 * @param code INSEE code, two digits
 * @param label name
 * @param chefLieu commune code of its prefecture, empty when unknown
 */
public record Region(String code, String label, String chefLieu) {
    /** Folder name of its books, such as {@code 32-hauts-de-france}: ASCII, lower case, hyphens. */
    public String folder() {
        String ascii = Normalizer.normalize(label, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String slug = ascii.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return code + "-" + slug;
    }
}
