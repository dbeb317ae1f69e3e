package fr.atlasqpv.sample;

import fr.atlasqpv.indicator.Measures2022;
import fr.atlasqpv.sample.Cog.Commune;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Social dwellings of one vintage.
 *
 * @param year vintage of the RPLS
 * @param qpv stock by QPV and commune
 * @param communes stock by commune of the region, its QPV included
 * @param inQpv dwellings in a QPV by commune
 */
record SocialHousing(
        int year,
        SortedMap<String, Map<String, SocialStock>> qpv,
        SortedMap<String, SocialStock> communes,
        Map<String, Integer> inQpv) {
    /** Social dwellings of the region that the print counts, RPLS 2020. */
    static final int REGION_2020 = 572_068;

    /** Vintage of the share: the occupied dwellings are those of the counts, vacant and empty ones come on top. */
    static SocialHousing of2017(Cog cog, List<Neighbourhood> neighbourhoods, Counts qpvCounts, Counts communeCounts) {
        SortedMap<String, Map<String, SocialStock>> qpv = new TreeMap<>();
        for (Neighbourhood n : neighbourhoods) {
            int occupied =
                    Math.toIntExact(StrictMath.round(qpvCounts.get(n.code(), Measures2022.LOGEMENTS_SOCIAUX_OCCUPES)));
            double vacancy =
                    qpvCounts.get(n.code(), Measures2022.LOGEMENTS_VACANTS)
                            / qpvCounts.get(n.code(), Measures2022.LOGEMENTS);
            Draw draw = Draw.of("rpls", "2017", n.code());
            int vacant = (int) (occupied * (0.004 + vacancy * draw.between(0.15, 0.3)));
            int empty = (int) (occupied * draw.between(0.0, 0.5) * vacancy * draw.between(0.0, 0.5));
            qpv.put(n.code(), byCommune(n, occupied, vacant, empty, draw));
        }
        Map<String, Integer> inQpv = inQpv(qpv, SocialStock::total);
        Map<String, Integer> occupiedInQpv = inQpv(qpv, SocialStock::occupied);
        SortedMap<String, SocialStock> communes = new TreeMap<>();
        cog.ofRegion().forEach(c -> {
            int occupied =
                    Math.toIntExact(
                            StrictMath.round(communeCounts.get(c.code(), Measures2022.LOGEMENTS_SOCIAUX_OCCUPES)))
                            - occupiedInQpv.getOrDefault(c.code(), 0);
            communes.put(c.code(), elsewhere(occupied, Draw.of("rpls", "2017", c.code())));
        });
        addQpv(communes, qpv);
        return new SocialHousing(2017, qpv, communes, inQpv);
    }

    /** Vintage of the count: the QPV count what is printed, the region too. */
    static SocialHousing of2020(Cog cog, List<Neighbourhood> neighbourhoods, SocialHousing before) {
        SortedMap<String, Map<String, SocialStock>> qpv = new TreeMap<>();
        for (Neighbourhood n : neighbourhoods) {
            Draw draw = Draw.of("rpls", "2020", n.code());
            int all = n.print().socialDwellings();
            int vacant = (int) (all * draw.between(0.005, 0.04));
            int empty = (int) (all * draw.between(0.0, 0.03) * draw.between(0.0, 1.0));
            qpv.put(n.code(), byCommune(n, all - vacant - empty, vacant, empty, draw));
        }
        Map<String, Integer> inQpv = inQpv(qpv, SocialStock::total);
        int left = REGION_2020
                - inQpv.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> totals = new LinkedHashMap<>();
        int restBefore = cog.ofRegion().mapToInt(c -> outside(before, c)).sum();
        double growth = (double) left / restBefore;
        cog.ofRegion().forEach(c -> totals.put(c.code(), (int) StrictMath.round(
                outside(before, c) * growth * (1 + 0.012 * Draw.of("croissance", c.code()).normal()))));
        String largest =
                totals.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        totals.merge(largest, left - totals.values().stream().mapToInt(Integer::intValue).sum(), Integer::sum);
        SortedMap<String, SocialStock> communes = new TreeMap<>();
        totals.forEach((code, all) -> {
            Draw draw = Draw.of("rpls", "2020", code);
            int vacant = (int) (all * draw.between(0.01, 0.04));
            int empty = (int) (all * draw.between(0.0, 0.02));
            communes.put(code, SocialStock.of(all - vacant - empty, vacant, empty, draw));
        });
        addQpv(communes, qpv);
        return new SocialHousing(2020, qpv, communes, inQpv);
    }

    private static int outside(SocialHousing vintage, Commune commune) {
        return vintage.communes.get(commune.code()).total() - vintage.inQpv.getOrDefault(commune.code(), 0);
    }

    /** The file by commune. */
    Table communeTable(Cog cog) {
        Table table = new Table(
                ',',
                "DEPCOM_ARM,LIBCOM,DEP,LIBCOM_DEP,REG,densite,nb_ls,nb_loues,nb_vacants,nb_vides,nb_asso,"
                        + "nb_occup_finan,nb_occup_temp,nb_ls_en_qpv,tx_vac,tx_vac3,tx_mob");
        communes.forEach((code, stock) -> {
            Commune c = cog.commune(code);
            Draw draw = Draw.of("taux", String.valueOf(year), code);
            boolean some = stock.total() >= 11;
            double vacancy = stock.total() == 0 ? 0 : 100.0 * stock.vacant() / (stock.let() + stock.vacant() + 1);
            table.row(
                    code,
                    c.label(),
                    c.departement(),
                    c.label() + " (" + c.departement() + ")",
                    c.region(),
                    density(c.population()),
                    stock.total(),
                    stock.let(),
                    stock.vacant(),
                    stock.empty(),
                    stock.association(),
                    stock.paid(),
                    stock.temporary(),
                    inQpv.getOrDefault(code, 0),
                    some ? tenths(vacancy) : null,
                    some ? tenths(vacancy * draw.between(0.2, 0.6)) : null,
                    some ? tenths(draw.between(6.0, 14.0)) : null);
        });
        return table;
    }

    private static int density(int population) {
        return population > 40_000 ? 1 : population > 5_000 ? 2 : population > 300 ? 3 : 4;
    }

    private static String tenths(double value) {
        long tenths = StrictMath.round(value * 10);
        return tenths / 10 + "." + tenths % 10;
    }

    private static SocialStock elsewhere(int occupied, Draw draw) {
        int vacant = (int) (occupied * draw.between(0.012, 0.045));
        int empty = (int) (occupied * draw.between(0.0, 0.02));
        return SocialStock.of(occupied, vacant, empty, draw);
    }

    private static Map<String, SocialStock> byCommune(
            Neighbourhood n, int occupied, int vacant, int empty, Draw draw) {
        Map<String, Integer> occupiedBy = n.apportion(occupied);
        Map<String, Integer> vacantBy = n.apportion(vacant);
        Map<String, Integer> emptyBy = n.apportion(empty);
        Map<String, SocialStock> stocks = new LinkedHashMap<>();
        n.inhabitants()
                .keySet()
                .forEach(c -> stocks.put(
                        c, SocialStock.of(occupiedBy.get(c), vacantBy.get(c), emptyBy.get(c), draw)));
        return stocks;
    }

    private static Map<String, Integer> inQpv(
            SortedMap<String, Map<String, SocialStock>> qpv, ToIntFunction<SocialStock> count) {
        Map<String, Integer> inQpv = new HashMap<>();
        qpv.values()
                .forEach(byCommune -> byCommune.forEach(
                        (commune, stock) -> inQpv.merge(commune, count.applyAsInt(stock), Integer::sum)));
        return inQpv;
    }

    private static void addQpv(
            SortedMap<String, SocialStock> communes, SortedMap<String, Map<String, SocialStock>> qpv) {
        qpv.values()
                .forEach(byCommune -> byCommune
                        .forEach((commune, stock) -> communes.merge(commune, stock, SocialStock::plus)));
    }
}
