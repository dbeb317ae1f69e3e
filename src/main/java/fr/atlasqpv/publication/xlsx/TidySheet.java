package fr.atlasqpv.publication.xlsx;

import fr.atlasqpv.publication.Tab;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sheet {@code Données}: the tidy table, as in the CSV but for one column more, {@code code_valeur}: the codes of
 * typologies and programmes stand there, so that {@code valeur} holds numbers only.
 */
final class TidySheet {
    private TidySheet() {}

    static Sheet of(PublishedAtlas atlas) {
        Map<Territory, String> labels = atlas.territories().stream()
                .collect(Collectors.toMap(PublishedTerritory::territory, PublishedTerritory::label));
        List<Column> columns = List.of(
                Column.text("edition", 16),
                Column.text("niveau", 9),
                Column.text("code", 12),
                Column.text("libelle", 38),
                Column.text("perimetre", 12),
                Column.text("indicateur", 24),
                new Column("valeur", Column.Format.NUMBER, 12, null),
                Column.text("code_valeur", 13),
                Column.text("statut", 15),
                Column.plain("estime", 9),
                Column.text("millesime", 22),
                Column.text("source", 46));
        List<List<Object>> rows = atlas.cells().values().stream()
                .map(cell -> row(atlas.edition(), labels.get(cell.key().territory()), cell))
                .toList();
        return new Sheet(Tab.DATA.title(), "T_DONNEES_" + atlas.region(), columns, rows, 0);
    }

    private static List<Object> row(EditionNotice edition, String label, PublishedCell cell) {
        IndicatorNotice indicator = edition.indicator(cell.indicator());
        List<Object> row = new ArrayList<>(12);
        row.add(edition.id());
        row.add(cell.key().territory().level().name());
        row.add(cell.key().territory().code());
        row.add(label);
        row.add(cell.key().perimeter().name());
        row.add(cell.indicator().id());
        row.add(cell.value());
        row.add(cell.text());
        row.add(cell.status().id());
        row.add(cell.estimated() ? 1 : 0);
        row.add(indicator.millesime());
        row.add(indicator.source());
        return row;
    }
}
