package fr.atlasqpv.release;

import fr.atlasqpv.indicator.Catalogue2022;
import fr.atlasqpv.indicator.Indicators2022;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** What the books of the edition of 2022 show. */
public final class Book2022 {
    /** Nothing. */
    public static final BookSpec EMPTY =
            new BookSpec(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of());

    /** As its edition file says. */
    public static final BookSpec SPEC = new BookSpec(
            Optional.of(Indicators2022.POPULATION),
            List.of(
                    new BookSpec.KeyFigure(
                            Indicators2022.NB_QPV, "quartier prioritaire", "quartiers prioritaires",
                            Optional.of(Indicators2022.PART_QPV_FRANCE), "des QPV de France métropolitaine"),
                    new BookSpec.KeyFigure(
                            Indicators2022.POPULATION, "habitants en QPV", "habitants en QPV",
                            Optional.of(Indicators2022.PART_POPULATION_QPV), "de la population du territoire")),
            List.of(
                    Indicators2022.POPULATION, Indicators2022.JEUNES_0_14, Indicators2022.REUSSITE_BREVET,
                    Indicators2022.TAUX_PAUVRETE,
                    Indicators2022.TAUX_EMPLOI_FEMMES, Indicators2022.TAUX_EMPLOI_HOMMES, Indicators2022.TAUX_VACANCE,
                    Indicators2022.PART_LOGEMENTS_SOCIAUX),
            List.of(
                    new BookSpec.Detail("indicateurs", List.of(
                            Indicators2022.POPULATION, Indicators2022.JEUNES_0_14, Indicators2022.REUSSITE_BREVET,
                            Indicators2022.TAUX_PAUVRETE, Indicators2022.TYPOLOGIE_COHESION,
                            Indicators2022.TAUX_EMPLOI_FEMMES,
                            Indicators2022.TAUX_EMPLOI_HOMMES, Indicators2022.TYPOLOGIE_EMPLOI,
                            Indicators2022.TAUX_VACANCE,
                            Indicators2022.NB_LOGEMENTS_SOCIAUX, Indicators2022.PART_LOGEMENTS_SOCIAUX)),
                    new BookSpec.Detail("cadre de vie, collèges, programmes", List.of(
                            Indicators2022.TYPOLOGIE_CADRE_VIE, Indicators2022.COLLEGES_PUBLICS,
                            Indicators2022.COLLEGES_REP,
                            Indicators2022.COLLEGES_REP_PLUS, Indicators2022.CITES_EDUCATIVES,
                            Indicators2022.CITES_EMPLOI,
                            Indicators2022.ZFU, Indicators2022.NPNRU, Indicators2022.QRR,
                            Indicators2022.EMPLOIS_FRANCS))),
            List.of(
                    Indicators2022.TAUX_PAUVRETE, Indicators2022.TAUX_EMPLOI_FEMMES, Indicators2022.TAUX_EMPLOI_HOMMES,
                    Indicators2022.PART_LOGEMENTS_SOCIAUX, Indicators2022.JEUNES_0_14, Indicators2022.REUSSITE_BREVET,
                    Indicators2022.TAUX_VACANCE),
            List.of(
                    new ThematicMap(Indicators2022.TAUX_PAUVRETE, bounds(15, 25, 40, 50), bounds(10, 20, 25, 30)),
                    new ThematicMap(Indicators2022.TAUX_EMPLOI_FEMMES)),
            List.of(
                    Indicators2022.TAUX_PAUVRETE, Indicators2022.TAUX_EMPLOI_FEMMES, Indicators2022.TAUX_EMPLOI_HOMMES,
                    Indicators2022.PART_LOGEMENTS_SOCIAUX, Indicators2022.JEUNES_0_14, Indicators2022.REUSSITE_BREVET,
                    Indicators2022.TAUX_VACANCE),
            List.of(
                    Indicators2022.CITES_EDUCATIVES, Indicators2022.CITES_EMPLOI, Indicators2022.ZFU,
                    Indicators2022.NPNRU, Indicators2022.QRR),
            List.of(
                    Indicators2022.TYPOLOGIE_COHESION, Indicators2022.TYPOLOGIE_EMPLOI,
                    Indicators2022.TYPOLOGIE_CADRE_VIE));

    private static List<BigDecimal> bounds(int... bounds) {
        return Arrays.stream(bounds).mapToObj(BigDecimal::valueOf).toList();
    }

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
