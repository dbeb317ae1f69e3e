package fr.atlasqpv.sample;

import fr.atlasqpv.sample.Cog.Commune;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Files that list the QPV: demographic base, split by commune, programmes, typologies, France, seats of EPCI. */
final class QpvFiles {
    private static final String DEMOGRAPHY_HEADER = "CODGEO;LIBGEO;POP_MUN;POP_COM_QP;POP_COM;LIB_COM;TX_F;TX_TOT_0A24;"
            + "TX_F_0A24;TX_TOT_60ETPLUS;TX_F_60ETPLUS;IND_JEUNE;TX_TOT_MEN1;TX_TOT_MEN6;TX_TOT_ET;TX_F_ET;NOTE_RP;A;"
            + "PERCOU;AM;AI;ACSSENF;ACAVENF;AC3ENF;A_NETUD_24;A_ETUD;ENF;ENF_2;ENF_3_5;ENF_6_10;ENF_11_14;ENF_15_17;"
            + "ENF_18_24;NOTE_CNAF";
    private static final int TRAILING = 220;
    private static final int BLANKS_TO_NOTE_RP = 10;
    private static final int BLANKS_TO_NOTE_CNAF = 16;
    private static final int QPV_OF_FRANCE = 1296;
    private static final int POPULATION_OF_FRANCE = 64_844_037;
    /** Sum of the QPV of metropolitan France: the printed 4 939 369 counts some of them two or three times. */
    private static final int POPULATION_OF_QPV_OF_FRANCE = 4_829_250;

    private QpvFiles() {}

    /** Thematic base of the INSEE: byte order mark, CRLF, narrow no-break spaces, a run of empty columns. */
    static String demography(Cog cog, List<Neighbourhood> neighbourhoods) {
        Map<String, Integer> inQpv = new HashMap<>();
        neighbourhoods.forEach(n -> n.inhabitants().forEach((c, count) -> inQpv.merge(c, count, Integer::sum)));
        List<String> lines = new ArrayList<>();
        lines.add(DEMOGRAPHY_HEADER);
        int all = neighbourhoods.stream().mapToInt(n -> n.print().population()).sum();
        lines.add("Ensemble;Ensemble des QPV;" + grouped(all) + ";;;" + ";".repeat(BLANKS_TO_NOTE_RP)
                + ";".repeat(2 + BLANKS_TO_NOTE_CNAF));
        for (Neighbourhood n : neighbourhoods) {
            Set<String> communes = n.inhabitants().keySet();
            int ofCommunes =
                    communes.stream().mapToInt(c -> cog.commune(c).population()).sum();
            lines.add(String.join(
                    ";",
                    n.code(),
                    n.print().label(),
                    grouped(n.print().population()),
                    grouped(communes.stream().mapToInt(inQpv::get).sum()),
                    grouped(ofCommunes),
                    communes.stream()
                            .map(c -> cog.commune(c).label())
                            .sorted()
                            .collect(Collectors.joining(", ")))
                    + ";".repeat(BLANKS_TO_NOTE_RP + 1) + "0"
                    + ";".repeat(BLANKS_TO_NOTE_CNAF + 1) + "0");
        }
        return "\uFEFF"
                + lines.stream().map(l -> l + ";".repeat(TRAILING) + "\r\n").collect(Collectors.joining());
    }

    private static String grouped(int number) {
        String digits = String.valueOf(number);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append('\u202F');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** Inhabitants of each QPV by commune. */
    static Table split(List<Neighbourhood> neighbourhoods) {
        Table table = new Table(';', "QPV;COMMUNE;HABITANTS");
        neighbourhoods.forEach(n -> n.inhabitants().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> table.row(n.code(), e.getKey(), e.getValue())));
        return table;
    }

    /** A programme: the QPV that have a printed value in this column. */
    static Table programme(List<Neighbourhood> neighbourhoods, String column, String header) {
        Table table = new Table(';', "CODE_QP;" + header);
        neighbourhoods.stream()
                .filter(n -> !n.print().other().get(column).isEmpty())
                .forEach(n -> table.row(
                        n.code(), presence(n.print().other().get(column))));
        return table;
    }

    /** {@code ZFU}, {@code ZFU*} and {@code QRR} say that the QPV is on the list, and no more. */
    private static String presence(String printed) {
        return printed.startsWith("ZFU") || printed.equals("QRR") ? "1" : printed;
    }

    /** The three typologies. */
    static Table typologies(List<Neighbourhood> neighbourhoods) {
        Table table = new Table(';', "CODE_QP;CADRE_DE_VIE;COHESION_SOCIALE;EMPLOI");
        neighbourhoods.forEach(n -> table.row(
                n.code(),
                n.print().other().get("cadre_vie"),
                n.print().other().get("cohesion"),
                n.print().other().get("emploi")));
        return table;
    }

    /** Printed figures of metropolitan France; the share of social housing of its QPV is not to be trusted. */
    static Table france(Print print) {
        Table table = new Table(';', "NIVEAU;CODE;PERIMETRE;INDICATEUR;VALEUR");
        for (String perimeter : List.of("ENSEMBLE", "QPV")) {
            boolean whole = perimeter.equals("ENSEMBLE");
            reference(table, perimeter, "population", whole ? POPULATION_OF_FRANCE : POPULATION_OF_QPV_OF_FRANCE);
            if (!whole) {
                reference(table, perimeter, "nb_qpv", QPV_OF_FRANCE);
            }
            Map<Rate, Double> rates = print.rates("FRANCE", "FRMETRO", perimeter);
            for (Rate rate : Rate.values()) {
                if (rates.containsKey(rate)) {
                    reference(table, perimeter, indicator(rate), rates.get(rate));
                }
            }
        }
        return table;
    }

    private static void reference(Table table, String perimeter, String indicator, Number value) {
        table.row("FRANCE", "FRMETRO", perimeter, indicator, value);
    }

    private static String indicator(Rate rate) {
        return switch (rate) {
            case JEUNES -> "jeunes_0_14";
            case BREVET -> "reussite_brevet";
            case PAUVRETE -> "taux_pauvrete";
            case EMPLOI_FEMMES -> "taux_emploi_femmes";
            case EMPLOI_HOMMES -> "taux_emploi_hommes";
            case VACANCE -> "taux_vacance";
            case PART_SOCIALE -> "part_logements_sociaux";
        };
    }

    /** Seats of the EPCI of the extract: the largest commune stands for the real seat. */
    static Table seats(Cog cog) {
        SortedMap<String, Commune> seats = new TreeMap<>();
        cog.communes().values().stream()
                .sorted(Comparator.comparingInt(Commune::population).reversed().thenComparing(Commune::code))
                .forEach(c -> seats.putIfAbsent(c.epci(), c));
        Table table = new Table(';', "EPCI;COMMUNE");
        seats.forEach((epci, commune) -> table.row(epci, commune.code()));
        return table;
    }
}
