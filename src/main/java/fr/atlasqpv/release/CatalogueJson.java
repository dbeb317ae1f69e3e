package fr.atlasqpv.release;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The catalogue of an edition as its manifest tells it: whoever audits or compares the books reads back the very measures and
 * indicators that the run used.
 */
public final class CatalogueJson {
    /** Name of the manifest of an edition. */
    public static final String MANIFEST = "manifest.json";
    /** Key of the catalogue in it. */
    public static final String KEY = "catalogue";
    private static final JsonMapper MAPPER =
            JsonMapper.builder().addMixIn(Form.class, NamedForm.class).build();

    /** Names of the forms in the manifest: those of the edition file. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "form")
    @JsonSubTypes({
            @JsonSubTypes.Type(value = Form.Count.class, name = "count"),
            @JsonSubTypes.Type(value = Form.Ratio.class, name = "ratio"),
            @JsonSubTypes.Type(value = Form.Delivered.class, name = "delivered"),
            @JsonSubTypes.Type(value = Form.Change.class, name = "change"),
            @JsonSubTypes.Type(value = Form.ShareOf.class, name = "share-of"),
            @JsonSubTypes.Type(value = Form.Near.class, name = "near"),
            @JsonSubTypes.Type(value = Form.RatioNear.class, name = "ratio-near"),
            @JsonSubTypes.Type(value = Form.Listed.class, name = "list"),
            @JsonSubTypes.Type(value = Form.Code.class, name = "code")})
    private interface NamedForm {}

    private CatalogueJson() {}

    /**
     * The catalogue of the books of an edition, from the manifest in their folder.
     *
     * @throws IOException when the manifest cannot be read
     * @throws IllegalArgumentException when there is no manifest, or it tells no catalogue
     */
    public static Catalogue of(Path folder) throws IOException {
        Path manifest = folder.resolve(MANIFEST);
        if (!Files.isRegularFile(manifest)) {
            throw new IllegalArgumentException(folder.getFileName() + " : aucun fichier " + MANIFEST);
        }
        try {
            return read(MAPPER.readTree(Files.readString(manifest)).required(KEY));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(
                    manifest.getFileName()
                            + " : ce manifeste ne dit pas les indicateurs de l’édition ; refaites ses livres",
                    e);
        }
    }

    /** The catalogue as JSON. */
    public static JsonNode write(Catalogue catalogue) {
        return MAPPER.valueToTree(catalogue);
    }

    /**
     * The catalogue that was written so.
     *
     * @throws tools.jackson.core.JacksonException when it is none
     * @throws IllegalArgumentException when it does not say what a list says, in French
     */
    public static Catalogue read(JsonNode json) {
        Catalogue catalogue = MAPPER.treeToValue(json, Catalogue.class);
        for (Indicator indicator : catalogue.indicators()) {
            if (indicator.form() instanceof Form.Listed list && list.says() == null) {
                throw new IllegalArgumentException(
                        "ce manifeste ne dit pas ce que dit la liste de l’indicateur " + indicator.id());
            }
        }
        return catalogue;
    }
}
