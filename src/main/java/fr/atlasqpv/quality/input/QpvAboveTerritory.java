package fr.atlasqpv.quality.input;

import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Commune;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * {@code quartiers-superieurs-a-la-commune}: the QPV that lie in one territory only count more of something than all of it: a commune,
 * then an intercommunalité, a département, a region. A larger territory is told where none of its parts explains it. The threshold is what
 * two sources may differ by.
 */
final class QpvAboveTerritory implements InputCheck {
    @Override
    public Terms terms() {
        return Terms.bound("quartiers-superieurs-a-la-commune", Severity.WARNING, 5, "% de la commune");
    }

    @Override
    public String reserve() {
        return "des quartiers y comptent plus que leur territoire dans une autre source";
    }

    /** A kind of territory: its name to a reader, and the one that a commune lies in. */
    private record Level(String article, Function<String, String> of, Function<String, Long> communes) {
        static Level of(String article, Attachment attachment, Function<String, String> of) {
            return new Level(article, of, territory -> attachment.communes().keySet().stream()
                    .filter(c -> of.apply(c).equals(territory)).count());
        }
    }

    @Override
    public void examine(Evidence evidence, BigDecimal threshold, Consumer<Finding> found) {
        List<Level> levels = new ArrayList<>();
        levels.add(new Level("la commune entière", commune -> commune, commune -> 1L));
        evidence.attachment().ifPresent(attachment -> {
            levels.add(Level.of("l’intercommunalité", attachment, c -> attachment.epciRowOf(c).orElse("")));
            levels.add(Level.of("le département", attachment, c -> commune(attachment, c, Commune::departement)));
            levels.add(Level.of("la région", attachment, c -> commune(attachment, c, Commune::region)));
        });
        BigDecimal most = threshold.add(BigDecimal.valueOf(100)).movePointLeft(2);
        Map<String, Map<String, Located<Fact.MeasureFact>>> inQpv = evidence.counts(Kind.QPV);
        evidence.counts(Kind.COMMUNE).forEach((measure, communes) -> {
            Set<String> explained = new HashSet<>();
            levels.forEach(level -> examine(
                    evidence, level, inQpv.getOrDefault(measure, Map.of()), communes, most, explained, found));
        });
    }

    private static String commune(Attachment attachment, String code, Function<Commune, String> part) {
        Commune commune = attachment.communes().get(code);
        return commune == null ? "" : part.apply(commune);
    }

    /** @param explained QPV of findings on smaller territories */
    private static void examine(
            Evidence evidence, Level level, Map<String, Located<Fact.MeasureFact>> inQpv,
            Map<String, Located<Fact.MeasureFact>> communes, BigDecimal most, Set<String> explained,
            Consumer<Finding> found) {
        SortedMap<String, List<Located<Fact.MeasureFact>>> parts = new TreeMap<>();
        evidence.places().forEach((qpv, of) -> {
            SortedSet<String> territories = new TreeSet<>();
            of.forEach(c -> territories.add(level.of().apply(c)));
            if (territories.size() == 1 && !territories.first().isEmpty() && inQpv.containsKey(qpv)) {
                parts.computeIfAbsent(territories.first(), t -> new ArrayList<>()).add(inQpv.get(qpv));
            }
        });
        SortedMap<String, List<Located<Fact.MeasureFact>>> wholes = new TreeMap<>();
        communes.forEach((commune, count) -> {
            String territory = level.of().apply(commune);
            if (parts.containsKey(territory)) {
                wholes.computeIfAbsent(territory, t -> new ArrayList<>()).add(count);
            }
        });
        parts.forEach((territory, some) -> {
            List<Located<Fact.MeasureFact>> whole = wholes.getOrDefault(territory, List.of());
            if (whole.size() < level.communes().apply(territory)) {
                return; // what is missing in it is told, and may be what it lacks
            }
            boolean known = some.stream().anyMatch(p -> explained.contains(p.fact().code()));
            if (!whole.isEmpty() && !known && sum(some).compareTo(sum(whole).multiply(most)) > 0) {
                some.forEach(p -> explained.add(p.fact().code()));
                found.accept(finding(evidence, level, territory, some, whole));
            }
        });
    }

    private static BigDecimal sum(Collection<Located<Fact.MeasureFact>> counts) {
        return counts.stream().map(c -> c.fact().value()).filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Finding finding(
            Evidence evidence, Level level, String territory, List<Located<Fact.MeasureFact>> parts,
            List<Located<Fact.MeasureFact>> whole) {
        String measure = whole.getFirst().fact().measure().id();
        Where where = Columns.of(evidence, parts.getFirst());
        return Finding.of(
                where, territory + " " + measure,
                "Les quartiers de " + evidence.name(Kind.COMMUNE, territory) + " ("
                        + evidence.names(Kind.QPV, parts.stream().map(p -> p.fact().code()).toList())
                        + ") comptent plus que " + level.article() + " pour la mesure " + measure + " ("
                        + Columns.of(evidence, whole.getFirst()).told() + ")\u00a0: vérifiez les deux fichiers.",
                territory)
                .with("On lit " + French.number(sum(parts)) + " dans les quartiers et " + French.number(sum(whole))
                        + " dans le territoire.");
    }
}
