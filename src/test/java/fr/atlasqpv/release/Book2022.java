package fr.atlasqpv.release;

import fr.atlasqpv.indicator.Catalogue2022;
import fr.atlasqpv.indicator.Indicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What the books of the edition of 2022 show. */
public final class Book2022 {
    /** Nothing. */
    public static final BookSpec EMPTY = new BookSpec(Optional.empty(), List.of(), List.of(), List.of(), List.of());

    /** As its edition file says. */
    public static final BookSpec SPEC = new BookSpec(
            Optional.of(Indicator.POPULATION),
            List.of(
                    new BookSpec.KeyFigure(
                            Indicator.NB_QPV, "quartier prioritaire", "quartiers prioritaires",
                            Optional.of(Indicator.PART_QPV_FRANCE), "des QPV de France métropolitaine"),
                    new BookSpec.KeyFigure(
                            Indicator.POPULATION, "habitants en QPV", "habitants en QPV",
                            Optional.of(Indicator.PART_POPULATION_QPV), "de la population du territoire")),
            List.of(
                    Indicator.POPULATION, Indicator.JEUNES_0_14, Indicator.REUSSITE_BREVET, Indicator.TAUX_PAUVRETE,
                    Indicator.TAUX_EMPLOI_FEMMES, Indicator.TAUX_EMPLOI_HOMMES, Indicator.TAUX_VACANCE,
                    Indicator.PART_LOGEMENTS_SOCIAUX),
            List.of(
                    new BookSpec.Detail("indicateurs", List.of(
                            Indicator.POPULATION, Indicator.JEUNES_0_14, Indicator.REUSSITE_BREVET,
                            Indicator.TAUX_PAUVRETE, Indicator.TYPOLOGIE_COHESION, Indicator.TAUX_EMPLOI_FEMMES,
                            Indicator.TAUX_EMPLOI_HOMMES, Indicator.TYPOLOGIE_EMPLOI, Indicator.TAUX_VACANCE,
                            Indicator.NB_LOGEMENTS_SOCIAUX, Indicator.PART_LOGEMENTS_SOCIAUX)),
                    new BookSpec.Detail("cadre de vie, collèges, programmes", List.of(
                            Indicator.TYPOLOGIE_CADRE_VIE, Indicator.COLLEGES_PUBLICS, Indicator.COLLEGES_REP,
                            Indicator.COLLEGES_REP_PLUS, Indicator.CITES_EDUCATIVES, Indicator.CITES_EMPLOI,
                            Indicator.ZFU, Indicator.NPNRU, Indicator.QRR, Indicator.EMPLOIS_FRANCS))),
            List.of(
                    Indicator.TAUX_PAUVRETE, Indicator.TAUX_EMPLOI_FEMMES, Indicator.TAUX_EMPLOI_HOMMES,
                    Indicator.PART_LOGEMENTS_SOCIAUX, Indicator.JEUNES_0_14, Indicator.REUSSITE_BREVET,
                    Indicator.TAUX_VACANCE));

    private Book2022() {}

    /** Writes what the manifest of an edition says of its indicators, for tests that make books without a run. */
    public static Path manifest(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(CatalogueJson.MANIFEST),
                JsonMapper.shared().writeValueAsString(
                        Map.of(CatalogueJson.KEY, CatalogueJson.write(Catalogue2022.CATALOGUE))));
        return folder;
    }
}
