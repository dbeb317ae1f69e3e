package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.cartography.MapDrawing;
import fr.atlasqpv.publication.pdf.tagged.Element;
import fr.atlasqpv.publication.pdf.tagged.Page;
import fr.atlasqpv.publication.pdf.tagged.Rich;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.release.SourceNotice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Sources and projection under a map, and what its reader must know of the ground. */
final class MapNote {
    private final Composition composition;
    private static final String HOLLOW =
            "Un cercle vide marque un quartier dont le contour manque : il dit dans quelle commune, non en quel point.";

    private final String text;

    private MapNote(Composition composition, String text) {
        this.composition = composition;
        this.text = text;
    }

    static MapNote region(Composition composition) {
        return new MapNote(composition, sentence(composition, List.of(), ""));
    }

    static MapNote departement(Composition composition, PublishedTerritory departement) {
        List<PublishedTerritory> qpv = composition.epciOf(departement).stream()
                .flatMap(epci -> composition.qpvOf(epci).stream())
                .toList();
        return new MapNote(
                composition,
                sentence(composition, qpv, "Sont nommées les communes ayant un QPV, quand la place le permet."));
    }

    static MapNote zoom(Composition composition, PublishedTerritory epci) {
        return new MapNote(composition, sentence(composition, composition.qpvOf(epci), ""));
    }

    /** The note without what it says of signs that the map did not draw after all. */
    MapNote under(MapDrawing map) {
        return map.withoutContour().isEmpty() ? new MapNote(composition, text.replace(French.typeset(HOLLOW) + " ", ""))
                : this;
    }

    private static String sentence(Composition composition, List<PublishedTerritory> qpv, String last) {
        List<String> parts = new ArrayList<>();
        List<String> sources = sources(composition, !qpv.isEmpty());
        if (!sources.isEmpty()) {
            parts.add("Sources : " + String.join(" ; ", sources) + ".");
        }
        if (composition.atlas().contours().schematic()) {
            parts.add("Fond schématique, tracé d’après les centres des communes.");
        }
        boolean without = qpv.stream()
                .anyMatch(row -> hollow(composition, row) && row.x() != null);
        if (without) {
            parts.add(HOLLOW);
        }
        if (qpv.stream().anyMatch(row -> hollow(composition, row) && row.x() == null)) {
            parts.add("Un quartier sans contour, dont le centre de la commune manque aussi, n’est pas sur la carte.");
        }
        parts.add("Projection " + composition.atlas().zone().projection().replace('-', '\u2011') + ".");
        parts.add(last);
        return French.typeset(String.join(" ", parts).strip());
    }

    private static boolean hollow(Composition composition, PublishedTerritory qpv) {
        return !composition.atlas().contours().qpv().containsKey(qpv.territory().code());
    }

    /** Inputs that draw the ground, one mention per producer and base, its vintages together. */
    private static List<String> sources(Composition composition, boolean qpvDrawn) {
        Map<String, Set<String>> vintages = new LinkedHashMap<>();
        for (SourceNotice source : composition.edition().sources()) {
            String label = source.label().toLowerCase(Locale.ROOT);
            boolean ground = label.matches(".*(contour|centre|géographique).*");
            boolean quartiers = label.contains("quartier");
            if (ground && (qpvDrawn || !quartiers)) {
                vintages.computeIfAbsent(name(source), key -> new LinkedHashSet<>()).add(source.millesime());
            }
        }
        return vintages.entrySet().stream()
                .map(entry -> entry.getKey() + ", " + String.join(", ", entry.getValue()))
                .map(text -> text.replaceFirst(", $", ""))
                .toList();
    }

    private static String name(SourceNotice source) {
        String base = French.inSentence(source.label().replaceFirst(",.*", ""));
        return source.producer() + ", " + base + (source.simulated() ? " (simulés)" : "");
    }

    double height() {
        return composition.type().broken(rich(), Frame.WIDTH).size() * TypeScale.SOURCE_LEADING;
    }

    double draw(Page page, Element section, double x, double top) {
        return page.paragraph(section, rich(), x, top, Frame.WIDTH, TypeScale.SOURCE_LEADING);
    }

    private Rich rich() {
        return Rich.of(text, TypeScale.SOURCE);
    }
}
