package fr.atlasqpv.publication.xlsx;

import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.PublishedAtlas;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the workbook of a region: the same atlas gives the same bytes. */
public final class WorkbookWriter {
    /** Name of the file in the folder of the region. */
    public static String fileName(PublishedAtlas atlas) {
        return atlas.stem() + ".xlsx";
    }

    /**
     * Writes the file.
     *
     * @param folder folder of the region, which exists
     * @return the file
     * @throws IOException when it cannot be written
     */
    public Path write(PublishedAtlas atlas, Path folder) throws IOException {
        Path file = folder.resolve(fileName(atlas));
        WorkbookFile.write(file, sheets(atlas), properties(atlas));
        return file;
    }

    private static List<Sheet> sheets(PublishedAtlas atlas) {
        List<Sheet> sheets = new ArrayList<>(new LevelSheets(atlas).sheets());
        sheets.add(TidySheet.of(atlas));
        sheets.add(ReferenceSheets.dictionary(atlas));
        if (!atlas.edition().typologies().isEmpty()) {
            sheets.add(ReferenceSheets.typologies(atlas));
        }
        sheets.add(ReferenceSheets.secrecy(atlas));
        sheets.add(ReferenceSheets.checks(atlas));
        sheets.add(ReferenceSheets.provenance(atlas));
        sheets.addFirst(ReadMeSheet.of(atlas, sheets));
        return sheets;
    }

    private static WorkbookFile.Properties properties(PublishedAtlas atlas) {
        EditionNotice edition = atlas.edition();
        return new WorkbookFile.Properties(
                edition.title() + " – " + atlas.regionLabel() + ", édition " + edition.year(),
                edition.subtitle(),
                edition.publisher(),
                "QPV, politique de la ville, quartiers prioritaires, " + atlas.regionLabel(),
                edition.simulated() ? "Données en partie simulées. " + edition.licence() : edition.licence(),
                edition.year(),
                atlas.regionLabel() + ", édition " + edition.year());
    }
}
