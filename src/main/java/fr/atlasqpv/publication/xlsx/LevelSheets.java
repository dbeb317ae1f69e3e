package fr.atlasqpv.publication.xlsx;

import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.publication.Tab;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedCell;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The sheets by level, in wide form: a row per territory and perimeter; per indicator its figure, its status and, where
 * figures may be estimated, the mark {@code estimé}. A status is empty where the indicator does not exist.
 */
final class LevelSheets {
    /** Columns that come before the indicators and name the row, in every sheet by level. */
    static final List<String> KEYS = List.of("Niveau", "Code", "Libellé", "Périmètre");

    private final PublishedAtlas atlas;
    private final Map<Territory, String> labels;

    LevelSheets(PublishedAtlas atlas) {
        this.atlas = atlas;
        this.labels = atlas.territories().stream()
                .collect(Collectors.toMap(PublishedTerritory::territory, PublishedTerritory::label));
    }

    /** {@code Région}, {@code Départements}, {@code EPCI}, {@code Quartiers}. */
    List<Sheet> sheets() {
        return List.of(
                sheet(Tab.REGION, "T_REGION_", Set.of(Level.FRANCE, Level.REG), List.of()),
                sheet(Tab.DEPARTEMENTS, "T_DEPARTEMENTS_", Set.of(Level.DEP), List.of()),
                sheet(Tab.EPCI, "T_EPCI_", Set.of(Level.EPCI), List.of(Parent.DEPARTEMENT, Parent.DEPARTEMENT_LABEL)),
                sheet(
                        Tab.QPV,
                        "T_QUARTIERS_",
                        Set.of(Level.QPV),
                        List.of(Parent.COMMUNES, Parent.EPCI, Parent.EPCI_LABEL, Parent.DEPARTEMENT)));
    }

    /** Header of the column of figures of an indicator, with its unit; the dictionary names it. */
    static String header(IndicatorNotice notice) {
        boolean said = notice.label().contains("(" + notice.unit() + ")") || notice.unit().isBlank();
        boolean counted =
                notice.indicator().kind() != Indicator.Kind.FLAG && notice.indicator().kind() != Indicator.Kind.CODE;
        String unit = counted && !said ? " (" + notice.unit() + ")" : "";
        return (notice.label() + unit).replaceAll("\\s+", " ").strip();
    }

    /** Header of the column of statuses beside a column of figures. */
    static String statusHeader(String header) {
        return header + " – statut";
    }

    /** Header of the column of marks beside a column of figures. */
    static String estimatedHeader(String header) {
        return header + " – estimé";
    }

    private enum Parent {
        COMMUNES("Communes", 26),
        EPCI("Code EPCI", 13),
        EPCI_LABEL("EPCI", 34),
        DEPARTEMENT("Code département", 13),
        DEPARTEMENT_LABEL("Département", 18);

        private final Column column;

        Parent(String header, int width) {
            this.column = Column.text(header, width);
        }
    }

    private record Group(Indicator indicator, Column value, boolean estimable) {}

    private Sheet sheet(Tab tab, String table, Set<Level> levels, List<Parent> parents) {
        List<Group> groups = groups(levels);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.text(KEYS.get(0), 9));
        columns.add(Column.text(KEYS.get(1), 12));
        columns.add(Column.text(KEYS.get(2), 38));
        columns.add(Column.text(KEYS.get(3), 12));
        parents.forEach(parent -> columns.add(parent.column));
        for (Group group : groups) {
            columns.add(group.value());
            columns.add(Column.text(statusHeader(group.value().header()), 15));
            if (group.estimable()) {
                columns.add(Column.plain(estimatedHeader(group.value().header()), 11));
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        for (PublishedTerritory territory : atlas.territories()) {
            if (levels.contains(territory.territory().level())) {
                for (Perimeter perimeter : Perimeter.values()) {
                    row(territory, perimeter, parents, groups).ifPresent(rows::add);
                }
            }
        }
        return new Sheet(tab.title(), table + atlas.region(), columns, rows, KEYS.size());
    }

    private List<Group> groups(Set<Level> levels) {
        Set<Indicator> present = atlas.cells().keySet().stream()
                .filter(key -> levels.contains(key.territory().level()))
                .map(CellKey::indicator)
                .collect(Collectors.toSet());
        return atlas.edition().indicators().stream()
                .filter(notice -> present.contains(notice.indicator()))
                .map(notice -> group(notice, levels))
                .toList();
    }

    private Group group(IndicatorNotice notice, Set<Level> levels) {
        Indicator indicator = notice.indicator();
        Column column =
                switch (indicator.kind()) {
                    case COUNT -> Column.integer(header(notice), 13);
                    case RATE, FIGURE -> new Column(
                            header(notice), Column.Format.of(indicator.decimals()), 14, notice.axisMax());
                    case FLAG -> Column.plain(header(notice), 13);
                    case CODE -> Column.text(header(notice), 14);
                };
        // Sums may rest on the known parts only; lists and codes by QPV never do, unless a cell says so
        boolean estimable = indicator.exists(Level.DEP, Perimeter.QPV)
                || atlas.cells().values().stream()
                        .anyMatch(c -> c.estimated()
                                && c.indicator().equals(indicator)
                                && levels.contains(c.key().territory().level()));
        return new Group(indicator, column, estimable);
    }

    private Optional<List<Object>> row(
            PublishedTerritory territory, Perimeter perimeter, List<Parent> parents, List<Group> groups) {
        List<Object> row = new ArrayList<>();
        row.add(territory.territory().level().name());
        row.add(territory.territory().code());
        row.add(territory.label());
        row.add(perimeter.name());
        parents.forEach(parent -> row.add(parent(territory, parent)));
        boolean any = false;
        for (Group group : groups) {
            PublishedCell cell = atlas.cells().get(new CellKey(territory.territory(), perimeter, group.indicator()));
            any |= cell != null;
            row.add(cell == null ? null : figure(cell));
            row.add(cell == null ? null : cell.status().id());
            if (group.estimable()) {
                row.add(cell == null ? null : cell.estimated() ? 1 : 0);
            }
        }
        return any ? Optional.of(row) : Optional.empty();
    }

    /** The figure as a number, the code as a text, null when the status has none. */
    static Object figure(PublishedCell cell) {
        return cell.text() != null ? cell.text() : cell.value();
    }

    private String parent(PublishedTerritory territory, Parent parent) {
        return switch (parent) {
            case COMMUNES -> territory.communes();
            case EPCI -> territory.epci();
            case EPCI_LABEL -> labels.get(new Territory(Level.EPCI, territory.epci()));
            case DEPARTEMENT -> territory.departement();
            case DEPARTEMENT_LABEL -> labels.get(new Territory(Level.DEP, territory.departement()));
        };
    }
}
