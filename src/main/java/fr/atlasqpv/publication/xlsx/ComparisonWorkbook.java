package fr.atlasqpv.publication.xlsx;

import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.release.EditionComparison.SeriesBreak;
import fr.atlasqpv.release.EditionComparison.Shown;
import fr.atlasqpv.release.EditionComparison.TerritoryChange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes {@code comparaison.xlsx}: figures that changed, breaks in series, territories that changed. */
public final class ComparisonWorkbook {
    /** Name of the file. */
    public static final String FILE_NAME = "comparaison.xlsx";

    /**
     * Writes the file.
     *
     * @param folder folder that exists
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(EditionComparison comparison, Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        String title = "Comparaison de " + comparison.before() + " et de " + comparison.after();
        WorkbookFile.write(
                file,
                List.of(figures(comparison), breaks(comparison), territories(comparison)),
                new WorkbookFile.Properties(title, "", "", "QPV, comparaison", "", "", title));
        return file;
    }

    private static Sheet figures(EditionComparison comparison) {
        List<Column> columns = List.of(
                Column.text("Nature", 12),
                Column.text("Niveau", 9),
                Column.text("Code avant", 12),
                Column.text("Code après", 12),
                Column.text("Libellé", 38),
                Column.text("Périmètre", 12),
                Column.text("Indicateur", 24),
                new Column("Valeur avant", Column.Format.NUMBER, 12, null),
                new Column("Valeur après", Column.Format.NUMBER, 12, null),
                Column.text("Code de valeur avant", 12),
                Column.text("Code de valeur après", 12),
                Column.text("Statut avant", 15),
                Column.text("Statut après", 15),
                new Column("Écart", Column.Format.NUMBER, 11, null),
                new Column("Écart relatif (%)", Column.Format.DECIMAL, 11, null),
                Column.text("Millésime avant", 16),
                Column.text("Millésime après", 16),
                Column.wrapped("Cause reconnue", 60));
        return new Sheet(
                "Valeurs", "T_COMPARAISON_VALEURS", columns,
                comparison.figures().stream().map(ComparisonWorkbook::figure).toList(), 0);
    }

    private static List<Object> figure(FigureChange change) {
        List<Object> row = new ArrayList<>();
        row.add(change.nature().name().toLowerCase(Locale.ROOT));
        row.add(change.key().territory().level().name());
        row.add(change.codeBefore());
        row.add(change.key().territory().code());
        row.add(change.label());
        row.add(change.key().perimeter().name());
        row.add(change.key().indicator().id());
        row.add(number(change.before()));
        row.add(number(change.after()));
        row.add(code(change.before()));
        row.add(code(change.after()));
        row.add(change.before() == null ? null : change.before().status().id());
        row.add(change.after() == null ? null : change.after().status().id());
        row.add(change.difference());
        row.add(change.relative());
        row.add(change.before() == null ? null : change.before().millesime());
        row.add(change.after() == null ? null : change.after().millesime());
        row.add(change.cause());
        return row;
    }

    private static BigDecimal number(Shown shown) {
        return shown == null || !shown.value().matches("[0-9.]+") ? null : new BigDecimal(shown.value());
    }

    private static String code(Shown shown) {
        return shown == null || shown.value().matches("[0-9.]*") ? null : shown.value();
    }

    private static Sheet breaks(EditionComparison comparison) {
        List<Column> columns = List.of(
                Column.text("Indicateur", 24),
                Column.text("Millésime avant", 20),
                Column.text("Millésime après", 20),
                Column.integer("Cellules", 12),
                Column.integer("Cellules changées", 12));
        List<List<Object>> rows = new ArrayList<>();
        for (SeriesBreak b : comparison.breaks()) {
            rows.add(List.of(b.indicator().id(), b.before(), b.after(), b.cells(), b.changed()));
        }
        return new Sheet("Ruptures de série", "T_COMPARAISON_RUPTURES", columns, rows, 0);
    }

    private static Sheet territories(EditionComparison comparison) {
        List<Column> columns = List.of(
                Column.text("Nature", 12),
                Column.text("Niveau", 9),
                Column.wrapped("Codes avant", 24),
                Column.wrapped("Libellé avant", 50),
                Column.wrapped("Codes après", 24),
                Column.wrapped("Libellé après", 50));
        List<List<Object>> rows = new ArrayList<>();
        for (TerritoryChange t : comparison.territories()) {
            rows.add(List.of(
                    t.nature().name().toLowerCase(Locale.ROOT),
                    t.level().name(),
                    String.join(" ; ", t.before()),
                    t.labelBefore(),
                    String.join(" ; ", t.after()),
                    t.labelAfter()));
        }
        return new Sheet("Territoires", "T_COMPARAISON_TERRITOIRES", columns, rows, 0);
    }
}
