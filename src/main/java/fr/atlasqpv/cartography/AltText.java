package fr.atlasqpv.cartography;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.release.PublishedTerritory;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.util.List;
import java.util.stream.Collectors;

/** Descriptions of the maps for who does not see them: what is shown, how many QPV, where the figures stand as a table. */
final class AltText {
    private static final String NO_BREAK = "\u00A0";
    private static final String THIN_NO_BREAK = "\u202F";

    private final PublishedAtlas atlas;
    private final Ground ground;

    AltText(PublishedAtlas atlas, Ground ground) {
        this.atlas = atlas;
        this.ground = ground;
    }

    /** Number of QPV of a département or region: its key figure, else those of the book. */
    static long numberOfQpv(PublishedAtlas atlas, Territory territory) {
        return atlas.edition()
                .qpvCounted()
                .flatMap(count -> atlas.cell(territory.level(), territory.code(), Perimeter.QPV, count))
                .filter(c -> c.value() != null)
                .map(c -> c.value().longValue())
                .orElseGet(() -> atlas.territories(Level.QPV).stream()
                        .filter(t -> territory.level() == Level.REG || t.departement().equals(territory.code()))
                        .count());
    }

    String region() {
        List<PublishedTerritory> departements = atlas.territories(Level.DEP);
        String each = departements.stream()
                .map(d -> d.label() + " " + number(numberOfQpv(atlas, d.territory())))
                .collect(Collectors.joining(", "));
        return "Carte de la région " + atlas.regionLabel() + NO_BREAK + ": "
                + quarters(numberOfQpv(atlas, new Territory(Level.REG, atlas.region())))
                + (departements.size() > 1 ? ", par département" + NO_BREAK + ": " + each : "")
                + ". Sont distingués les communes qui ont un quartier prioritaire et les intercommunalités concernées ("
                + number(atlas.territories(Level.EPCI).size()) + ")." + ground()
                + " Les mêmes chiffres sont dans le tableau des départements de ce chapitre.";
    }

    /** @param insets names of the parts that are shown a second time, larger */
    String departement(PublishedTerritory departement, int hollow, int unplaced, List<String> insets) {
        int epci = atlas.epciOf(departement.territory().code()).size();
        boolean whole = atlas.territories(Level.DEP).size() == 1;
        return "Carte " + (whole ? "de la région et du département" : "du département") + NO_BREAK + ": "
                + departement.label() + " ("
                + departement.territory().code() + "). Elle situe "
                + quarters(numberOfQpv(atlas, departement.territory()) - unplaced) + " dans leurs communes et dans "
                + (epci > 1 ? number(epci) + NO_BREAK + "intercommunalités." : "leur intercommunalité.")
                + hollow(hollow) + unplaced(unplaced)
                + (insets.isEmpty() ? ""
                        : " En encart, agrandi" + (insets.size() > 1 ? "s" : "") + NO_BREAK + ": "
                                + String.join(", ", insets) + ".")
                + ground()
                + " Les mêmes territoires sont dans le tableau par intercommunalité de ce chapitre.";
    }

    /** @param inPart whether only the part where the QPV are is shown */
    String zoom(PublishedTerritory epci, boolean inPart, int qpv, int hollow, int unplaced) {
        return "Carte agrandie de l’intercommunalité " + epci.label()
                + (inPart ? ", là où sont ses quartiers" : "") + NO_BREAK + ": " + quarters(qpv)
                + (qpv > 1 ? ", numérotés de 1 à " + number(qpv) : "") + ", avec le nom des communes."
                + hollow(hollow) + unplaced(unplaced) + ground()
                + " La liste sous la carte donne le nom de chaque numéro"
                + (detailed() ? NO_BREAK + "; les chiffres sont dans le tableau de détail par quartier." : ".");
    }

    /** What the map of an EPCI says of the commune that has a map of its own. */
    static String apart(String commune) {
        return "Les numéros de " + commune + " sont sur la carte suivante.";
    }

    String closeUp(PublishedTerritory epci, String commune, int qpv, int hollow) {
        return "Carte agrandie de la commune de " + commune + ", dans l’intercommunalité " + epci.label() + NO_BREAK
                + ": " + quarters(qpv) + ", avec les numéros de la liste de la carte précédente." + hollow(hollow)
                + ground() + (detailed() ? " Les chiffres sont dans le tableau de détail par quartier." : "");
    }

    String cover() {
        return "Silhouette de la région " + atlas.regionLabel() + NO_BREAK
                + ": un cercle par quartier prioritaire, d’autant plus grand qu’il a d’habitants ("
                + quarters(numberOfQpv(atlas, new Territory(Level.REG, atlas.region())))
                + "). Les chiffres sont dans les tableaux de l’atlas.";
    }

    /**
     * @param region name of the region
     * @param together how many regions the map shows together
     * @param where where among them the region is, in words; empty when it is not one of them
     */
    static String locator(String region, int together, String where) {
        return "Carte de situation" + NO_BREAK + ": la région " + region + " est en clair, "
                + (where.isEmpty()
                        ? "dans un cadre à son échelle, à côté de " + number(together) + NO_BREAK + "régions."
                        : where + " des " + number(together) + NO_BREAK + "régions que la carte réunit.");
    }

    private boolean detailed() {
        return !atlas.edition().book().detail().isEmpty();
    }

    private static String quarters(long count) {
        return count == 1 ? "1" + NO_BREAK + "quartier prioritaire"
                : number(count) + NO_BREAK + "quartiers prioritaires";
    }

    private static String hollow(int count) {
        if (count == 0) {
            return "";
        }
        return count == 1
                ? " Un quartier sans contour disponible est un cercle vide dans sa commune, sans y être situé."
                : " " + number(count) + NO_BREAK
                        + "quartiers sans contour disponible sont des cercles vides dans leur commune, sans y être situés.";
    }

    private static String unplaced(int count) {
        if (count == 0) {
            return "";
        }
        return " " + quarters(count) + (count == 1 ? " n’y est pas" : " n’y sont pas")
                + ", faute de contour et de centre de commune.";
    }

    private String ground() {
        return ground.schematic()
                ? " Le fond est schématique" + NO_BREAK
                        + ": chaque commune est ce qui est le plus proche de son centre."
                : "";
    }

    private static String number(long value) {
        StringBuilder text = new StringBuilder(Long.toString(value));
        for (int i = text.length() - 3; i > 0; i -= 3) {
            text.insert(i, THIN_NO_BREAK);
        }
        return text.toString();
    }
}
