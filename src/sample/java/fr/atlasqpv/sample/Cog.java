package fr.atlasqpv.sample;

import fr.atlasqpv.sample.Lambert93.Degrees;
import fr.atlasqpv.sample.Lambert93.Metres;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The communes of the real extracts.
 *
 * @param communes by INSEE code
 * @param epciLabels names of the EPCI by SIREN
 */
record Cog(SortedMap<String, Commune> communes, SortedMap<String, String> epciLabels) {
    private static final String REGION = "32";

    /**
     * A commune.
     *
     * @param code INSEE code
     * @param label name
     * @param capitals name in plain capitals, as tax and housing files write it
     * @param departement département
     * @param region region
     * @param epci SIREN of its EPCI
     * @param population municipal population RP 2018
     * @param centre centre, null beyond the rim of the region
     */
    record Commune(
            String code,
            String label,
            String capitals,
            String departement,
            String region,
            String epci,
            int population,
            Metres centre) {}

    /** Reads the extracts below an input folder. */
    static Cog read(Path input) {
        Map<String, String> epci = new HashMap<>();
        Table.read(input.resolve("insee/cog/composition_communale_2021.csv"), ';')
                .forEach(r -> epci.put(r.get("CODGEO"), r.get("EPCI")));
        Map<String, Integer> population = new HashMap<>();
        Table.read(input.resolve("insee/population/communes.csv"), ';')
                .forEach(r -> population.put(
                        r.get("CODDEP") + r.get("CODCOM"), Integer.valueOf(r.get("PMUN"))));
        Map<String, Metres> centres = new HashMap<>();
        Table.read(input.resolve("geo/communes_centres.csv"), ';')
                .forEach(r -> centres.put(
                        r.get("CODGEO"),
                        Lambert93.project(
                                new Degrees(Double.parseDouble(r.get("LON")), Double.parseDouble(r.get("LAT"))))));
        SortedMap<String, Commune> communes = new TreeMap<>();
        Table.read(input.resolve("insee/cog/commune_2021.csv"), ',').stream()
                .filter(r -> r.get("TYPECOM").equals("COM"))
                .forEach(r -> communes.put(
                        r.get("COM"),
                        new Commune(
                                r.get("COM"),
                                r.get("LIBELLE"),
                                withArticle(r.get("NCC"), r.get("TNCC")),
                                r.get("DEP"),
                                r.get("REG"),
                                epci.get(r.get("COM")),
                                population.getOrDefault(r.get("COM"), 0),
                                centres.get(r.get("COM")))));
        SortedMap<String, String> labels = new TreeMap<>();
        Table.read(input.resolve("insee/cog/epci_2021.csv"), ';')
                .forEach(r -> labels.put(r.get("EPCI"), r.get("LIBEPCI")));
        return new Cog(communes, labels);
    }

    /** A commune that must exist. */
    Commune commune(String code) {
        Commune commune = communes.get(code);
        if (commune == null) {
            throw new IllegalStateException("no commune " + code + " in the extract of the COG");
        }
        return commune;
    }

    /** Communes of the region, by code. */
    Stream<Commune> ofRegion() {
        return communes.values().stream().filter(c -> c.region.equals(REGION));
    }

    private static String withArticle(String capitals, String link) {
        return switch (link) {
            case "2" -> "LE " + capitals;
            case "3" -> "LA " + capitals;
            case "4" -> "LES " + capitals;
            case "5" -> "L " + capitals;
            case "6" -> "AUX " + capitals;
            default -> capitals;
        };
    }
}
