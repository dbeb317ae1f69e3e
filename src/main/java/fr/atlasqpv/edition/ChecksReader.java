package fr.atlasqpv.edition;

import fr.atlasqpv.edition.CheckRules.Acceptance;
import fr.atlasqpv.edition.CheckRules.Setting;
import fr.atlasqpv.edition.CheckRules.Total;
import fr.atlasqpv.edition.CheckRules.Weight;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Territory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads {@code checks}, {@code accept} and {@code totals}. Which checks there are, and which threshold is weaker than theirs, is
 * for the checks themselves to say.
 */
final class ChecksReader {
    private static final int GREATEST = Integer.MAX_VALUE;

    private final Section file;
    private final Catalogue catalogue;
    private final Territory reference;

    ChecksReader(Section file, Catalogue catalogue, Territory reference) {
        this.file = file;
        this.catalogue = catalogue;
        this.reference = reference;
    }

    CheckRules read() {
        return new CheckRules(settings(file.section("checks", false)), accepted(), totals());
    }

    private static List<Setting> settings(Section checks) {
        List<Setting> settings = new ArrayList<>();
        for (String code : checks.keys()) {
            Section s = checks.section(code, false);
            Weight weight = s.optionalChoice("severity", "gravite-inconnue", ChecksReader::weight,
                    words(Weight.values()).stream().map(w -> w.toLowerCase(Locale.ROOT)).toList());
            BigDecimal threshold = s.optionalDecimal("threshold", 0, GREATEST);
            String why = s.optionalText("why", "");
            if (weight == null && threshold == null && !s.has("severity") && !s.has("threshold")) {
                checks.fault(code, "controle-inchange",
                        "Dites ce que l’édition change de ce contrôle\u00a0: severity, threshold, ou les deux.", code);
            }
            if (weight == Weight.OFF && why.isEmpty()) {
                s.fault("severity", "raison-manquante",
                        "Un contrôle qui ne se fait plus demande une raison\u00a0: écrivez-la dans why.", code);
            }
            s.finish();
            settings.add(new Setting(s.place(), code, weight, threshold, why));
        }
        return settings;
    }

    private List<Acceptance> accepted() {
        List<Acceptance> accepted = new ArrayList<>();
        for (Section s : file.sections("accept", "check")) {
            Acceptance acceptance =
                    new Acceptance(s.place(), s.text("check"), s.text("of"), s.text("by"), s.text("why"));
            if (accepted.stream()
                    .anyMatch(a -> a.check().equals(acceptance.check()) && a.of().equals(acceptance.of()))) {
                s.fault("of", "acceptation-en-double", "Ce constat est déjà accepté plus haut.", acceptance.of());
            }
            accepted.add(acceptance);
            s.finish();
        }
        return accepted;
    }

    private List<Total> totals() {
        List<Total> totals = new ArrayList<>();
        List<String> counts = Stream.concat(
                catalogue.measures().stream().map(Measure::id), Stream.of(Measure.QPV.id(), Total.COMMUNES, Total.EPCI))
                .distinct().toList();
        for (Section s : file.sections("totals", "count")) {
            String count = s.choice("count", "mesure-inconnue", w -> Optional.of(w).filter(counts::contains), counts);
            Level level = s.choice("level", "niveau-inconnu", ChecksReader::level, words(Level.values()));
            String code = s.optionalText("code", reference.code());
            Perimeter perimeter = s.optionalChoice("perimeter", "perimetre-inconnu", ChecksReader::perimeter,
                    words(Perimeter.values()));
            BigDecimal value = s.decimal("value", 0, GREATEST);
            BigDecimal tolerance = s.optionalDecimal("tolerance", 0, 100);
            if (level != null && level != Level.FRANCE && !s.has("code")) {
                s.fault("code", "cle-manquante", "Dites de quel territoire est ce total.", "");
            }
            s.finish();
            if (count != null && level != null) {
                totals.add(new Total(
                        s.place(), count, new Territory(level, code),
                        perimeter == null ? byDefault(count) : perimeter, value,
                        tolerance == null ? BigDecimal.ZERO : tolerance));
            }
        }
        return totals;
    }

    private static Perimeter byDefault(String count) {
        return count.equals(Measure.QPV.id()) ? Perimeter.QPV : Perimeter.ENSEMBLE;
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static Optional<Weight> weight(String word) {
        return Arrays.stream(Weight.values()).filter(w -> w.name().equalsIgnoreCase(word)).findFirst();
    }

    private static Optional<Level> level(String word) {
        return Arrays.stream(Level.values()).filter(l -> l.name().equalsIgnoreCase(word)).findFirst();
    }

    private static Optional<Perimeter> perimeter(String word) {
        return Arrays.stream(Perimeter.values()).filter(p -> p.name().equalsIgnoreCase(word)).findFirst();
    }
}
