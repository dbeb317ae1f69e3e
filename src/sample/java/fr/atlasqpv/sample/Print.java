package fr.atlasqpv.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVRecord;

/**
 * The printed atlas, as transcribed in {@code src/sample/resources/sample}.
 *
 * @param qpv the QPV of the region, by code
 * @param territories printed rates of EPCI, départements, region and France
 */
record Print(List<PrintedQpv> qpv, List<PrintedTerritory> territories) {

    /**
     * A QPV as printed.
     *
     * @param code code
     * @param label name
     * @param places its communes, main one first
     * @param epci SIREN of the EPCI where most of its inhabitants live
     * @param population municipal population RP 2018
     * @param rates printed rates, per cent; none where the print has none
     * @param withheldShare whether the print withholds the share of social housing
     * @param socialDwellings social dwellings, RPLS 2020
     * @param colleges public collèges at 300 m at most
     * @param rep of which REP
     * @param repPlus of which REP+
     * @param other printed value by column, for what is copied as it stands
     */
    record PrintedQpv(
            String code,
            String label,
            List<Place> places,
            String epci,
            int population,
            Map<Rate, Double> rates,
            boolean withheldShare,
            int socialDwellings,
            int colleges,
            int rep,
            int repPlus,
            Map<String, String> other) {

        /** Code of the département in the code of the QPV: where the decree files it. */
        String departementOfCode() {
            return code.substring(3, 5);
        }
    }

    /**
     * A commune of a QPV.
     *
     * @param commune INSEE code
     * @param inhabitants inhabitants of the QPV who live there, -1 when not known
     */
    record Place(String commune, int inhabitants) {}

    /** Printed rates of a territory above the QPV, per cent. */
    record PrintedTerritory(String level, String code, String perimeter, Map<Rate, Double> rates) {}

    /** Reads the transcriptions. */
    static Print transcribed() {
        return new Print(
                read("qpv_2022.csv").stream().map(Print::qpv).toList(),
                read("territoires_2022.csv").stream()
                        .map(r -> new PrintedTerritory(
                                r.get("niveau"), r.get("code"), r.get("perimetre"), rates(r)))
                        .toList());
    }

    /** Printed rates of a territory. */
    Map<Rate, Double> rates(String level, String code, String perimeter) {
        return territories.stream()
                .filter(t -> t.level.equals(level) && t.code.equals(code) && t.perimeter.equals(perimeter))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(level + " " + code + " " + perimeter)).rates;
    }

    private static PrintedQpv qpv(CSVRecord row) {
        List<Place> places = new ArrayList<>();
        for (String place : row.get("communes").split(" ")) {
            String[] parts = place.split(":");
            places.add(new Place(parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : -1));
        }
        return new PrintedQpv(
                row.get("code"),
                row.get("libelle"),
                List.copyOf(places),
                row.get("epci"),
                Integer.parseInt(row.get("population")),
                rates(row),
                row.get("part_sociale").equals("s"),
                Integer.parseInt(row.get("logements_sociaux")),
                count(row, "colleges"),
                count(row, "colleges_rep"),
                count(row, "colleges_rep_plus"),
                row.toMap());
    }

    private static int count(CSVRecord row, String column) {
        return row.get(column).isEmpty() ? 0 : Integer.parseInt(row.get(column));
    }

    private static Map<Rate, Double> rates(CSVRecord row) {
        Map<Rate, Double> rates = new EnumMap<>(Rate.class);
        for (Rate rate : Rate.values()) {
            String printed = row.get(rate.column());
            if (!printed.isEmpty() && !printed.equals("s")) {
                rates.put(rate, Double.valueOf(printed));
            }
        }
        return rates;
    }

    private static List<CSVRecord> read(String name) {
        try (InputStream stream = Print.class.getResourceAsStream("/sample/" + name)) {
            return Table.read(new InputStreamReader(stream, StandardCharsets.UTF_8), ';');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
