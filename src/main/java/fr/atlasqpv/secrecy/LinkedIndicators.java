package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which indicators must be protected together because they tell the same counts. */
final class LinkedIndicators {
    private static final List<Indicator> DWELLINGS =
            List.of(Indicator.PART_LOGEMENTS_SOCIAUX, Indicator.NB_LOGEMENTS_SOCIAUX);

    private LinkedIndicators() {}

    static List<List<Indicator>> of(SortedSet<Indicator> indicators, boolean linkedShareAndCount) {
        SortedSet<Indicator> alone = new TreeSet<>(indicators);
        List<List<Indicator>> sets = new ArrayList<>();
        if (linkedShareAndCount && DWELLINGS.stream().anyMatch(alone::contains)) {
            sets.add(DWELLINGS);
            DWELLINGS.forEach(alone::remove);
        }
        alone.forEach(i -> sets.add(List.of(i)));
        return sets;
    }
}
