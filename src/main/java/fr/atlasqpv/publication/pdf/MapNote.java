package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.publication.pdf.tagged.Style;
import fr.atlasqpv.publication.pdf.tagged.Weight;
import fr.atlasqpv.release.SourceNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sources and projection under a map, and what its reader must know of the ground. */
final class MapNote {
    private final Composition composition;
    private final String text;

    private MapNote(Composition composition, String text) {
        this.composition = composition;
        this.text = text;
    }

    static MapNote region(Composition composition, MapDrawing map) {
        return new MapNote(composition, sentence(composition, map, ""));
    }

    static MapNote departement(Composition composition, MapDrawing map) {
        return new MapNote(
                composition,
                sentence(composition, map, "Sont nommées les communes ayant un QPV, quand la place le permet."));
    }

    static MapNote zoom(Composition composition, MapDrawing map) {
        return new MapNote(composition, sentence(composition, map, ""));
    }

    private static String sentence(Composition composition, MapDrawing map, String last) {
        List<String> parts = new ArrayList<>();
        List<String> ground = grounds(composition);
        if (!ground.isEmpty()) {
            parts.add("Sources : " + String.join(" ; ", ground) + ".");
        }
        if (map.schematic()) {
            parts.add("Fond schématique : les communes sont figurées par les points les plus proches de leur centre.");
        }
        if (!map.withoutContour().isEmpty()) {
            parts.add("Un cercle vide marque un quartier dont le contour n’est pas disponible.");
        }
        parts.add("Projection Lambert‑93.");
        parts.add(last);
        return French.typeset(String.join(" ", parts).strip());
    }

    /** Inputs that draw the ground: those whose group or label speaks of contours, centres or territories. */
    private static List<String> grounds(Composition composition) {
        return composition.edition().sources().stream()
                .filter(source -> source.label().toLowerCase(Locale.ROOT).matches(".*(contour|centre|géographique).*"))
                .map(MapNote::name)
                .distinct()
                .toList();
    }

    private static String name(SourceNotice source) {
        String label = French.inSentence(source.label());
        return source.producer() + ", " + label + (source.millesime().isEmpty() ? "" : ", " + source.millesime())
                + (source.simulated() ? " (simulés)" : "");
    }

    double height() {
        return composition.type().broken(rich(), Frame.WIDTH).size() * TypeScale.SOURCE_LEADING;
    }

    double draw(Page page, Element section, double x, double top) {
        return page.paragraph(section, rich(), x, top, Frame.WIDTH, TypeScale.SOURCE_LEADING);
    }

    private Rich rich() {
        return Rich.of(text, Style.of(Weight.REGULAR, 7, Palette.INK_2));
    }
}
