package fr.atlasqpv.publication.xlsx;

import fr.atlasqpv.publication.Tab;
import fr.atlasqpv.release.EditionNotice;
import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.SourceNotice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The sheet {@code Lisez-moi}: what the workbook is, whom to ask, and what each sheet holds, with links. */
final class ReadMeSheet {
    /** What each sheet holds. */
    private ReadMeSheet() {}

    static Sheet of(PublishedAtlas atlas, List<Sheet> others) {
        EditionNotice edition = atlas.edition();
        List<List<Object>> rows = new ArrayList<>();
        entry(rows, "Titre", edition.title());
        entry(rows, "Sous-titre", edition.subtitle());
        entry(rows, "Région", atlas.regionLabel() + " (" + atlas.region() + ")");
        entry(rows, "Édition", edition.year());
        entry(rows, "Date de publication", edition.date());
        entry(rows, "Éditeur", edition.publisher());
        entry(rows, "Contact", edition.contact());
        entry(rows, "Licence", edition.licence());
        if (edition.simulated()) {
            entry(rows, "Avertissement", warning(edition));
        }
        entry(rows, "Réserves", edition.text(EditionNotice.RESERVES).replaceAll("(?m)^- ", "").replace('\n', ' '));
        entry(
                rows,
                "Lecture",
                "Une valeur et son statut ont chacun leur colonne : la cellule d’une valeur est un nombre, ou elle est vide. "
                        + "Statuts : voir la feuille « Notes et secret ». Estimé : 1 ou 0. Aucune formule, aucune macro, aucun lien externe.");
        entry(rows, "Fichiers voisins",
                "%1$s.pdf, %1$s-donnees.csv, %1$s-territoires.csv, datapackage.json".formatted(atlas.stem()));
        Map<Integer, String> links = new HashMap<>();
        for (Sheet sheet : others) {
            links.put(rows.size(), sheet.name());
            rows.add(List.of(sheet.name(), Tab.of(sheet.name()).orElseThrow().content()));
        }
        List<Column> columns = List.of(Column.text("Rubrique", 24), Column.wrapped("Contenu", 100));
        return new Sheet(Tab.READ_ME.title(), "T_LISEZ_MOI_" + atlas.region(), columns, rows, 0, links);
    }

    private static void entry(List<List<Object>> rows, String heading, String text) {
        if (!text.isBlank()) {
            rows.add(List.of(heading, text));
        }
    }

    private static String warning(EditionNotice edition) {
        return edition.sources().stream()
                .filter(SourceNotice::simulated)
                .map(SourceNotice::label)
                .distinct()
                .collect(Collectors.joining(" ; ", "Données simulées, qui ne décrivent pas la réalité : ", "."));
    }
}
