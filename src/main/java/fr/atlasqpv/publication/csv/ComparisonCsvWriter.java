package fr.atlasqpv.publication.csv;

import fr.atlasqpv.publication.CsvDialect;
import fr.atlasqpv.release.EditionComparison;
import fr.atlasqpv.release.EditionComparison.FigureChange;
import fr.atlasqpv.release.EditionComparison.Shown;
import fr.atlasqpv.release.EditionComparison.TerritoryChange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Writes {@code comparaison.csv} (figures that changed) and {@code comparaison-territoires.csv}. */
public final class ComparisonCsvWriter {
    /** Name of the file of figures. */
    public static final String FIGURES = "comparaison.csv";
    /** Name of the file of territories. */
    public static final String TERRITORIES = "comparaison-territoires.csv";
    /** Columns of the file of figures; {@code ecart} in the unit of the indicator, {@code ecart_relatif} in per cent. */
    public static final List<String> FIGURES_HEADER = List.of(
            "nature", "niveau", "code_avant", "code_apres", "libelle", "perimetre", "indicateur", "valeur_avant",
            "valeur_apres", "statut_avant", "statut_apres", "ecart", "ecart_relatif", "millesime_avant",
            "millesime_apres", "cause");
    /** Columns of the file of territories; several codes are joined by a space. */
    public static final List<String> TERRITORIES_HEADER =
            List.of("nature", "niveau", "codes_avant", "libelle_avant", "codes_apres", "libelle_apres");

    /**
     * Writes the two files.
     *
     * @param folder folder that exists
     * @return the files
     * @throws IOException when one cannot be written
     */
    public List<Path> write(EditionComparison comparison, Path folder) throws IOException {
        Path figures = folder.resolve(FIGURES);
        CsvDialect.write(
                figures, FIGURES_HEADER,
                () -> comparison.figures().stream().map(ComparisonCsvWriter::figure).iterator());
        Path territories = folder.resolve(TERRITORIES);
        CsvDialect.write(
                territories,
                TERRITORIES_HEADER,
                () -> comparison.territories().stream().map(ComparisonCsvWriter::territory).iterator());
        return List.of(figures, territories);
    }

    private static List<String> figure(FigureChange change) {
        return List.of(
                change.nature().name().toLowerCase(Locale.ROOT),
                change.key().territory().level().name(),
                change.codeBefore(),
                change.key().territory().code(),
                change.label(),
                change.key().perimeter().name(),
                change.key().indicator().id(),
                of(change.before(), Shown::value),
                of(change.after(), Shown::value),
                of(change.before(), shown -> shown.status().id()),
                of(change.after(), shown -> shown.status().id()),
                plain(change.difference()),
                plain(change.relative()),
                of(change.before(), Shown::millesime),
                of(change.after(), Shown::millesime),
                change.cause());
    }

    private static String of(Shown shown, Function<Shown, String> part) {
        return shown == null ? "" : part.apply(shown);
    }

    private static String plain(BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static List<String> territory(TerritoryChange t) {
        return List.of(
                t.nature().name().toLowerCase(Locale.ROOT),
                t.level().name(),
                String.join(" ", t.before()),
                t.labelBefore(),
                String.join(" ", t.after()),
                t.labelAfter());
    }
}
