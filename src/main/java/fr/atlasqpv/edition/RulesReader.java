package fr.atlasqpv.edition;

import fr.atlasqpv.edition.Edition.Clamp;
import fr.atlasqpv.edition.Edition.Threshold;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the section {@code rules} of an edition file. */
final class RulesReader {
    private static final List<String> UNITS = List.of("personnes", "menages", "logements");

    private final Section rules;
    private final Catalogue catalogue;
    private final List<String> measures;

    RulesReader(Section rules, Catalogue catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.measures = catalogue.measures().stream().map(Measure::id).toList();
    }

    Edition.Rules read() {
        Edition.Rules read = new Edition.Rules(
                thresholds(),
                clamps(),
                rules.decimal("protection-width", 1, 1000),
                rules.choices("known-measures", "mesure-inconnue", catalogue::measure, measures),
                rules.flag("linked-share-and-count", false),
                rules.optionalText("previous-edition", ""));
        rules.finish();
        return read;
    }

    private List<Threshold> thresholds() {
        List<Threshold> thresholds = new ArrayList<>();
        for (Section s : rules.sections("thresholds", "indicator")) {
            Threshold threshold = new Threshold(
                    indicator(s),
                    s.choice("unit", "unite-inconnue", RulesReader::unit, UNITS),
                    s.choice("numerator", "mesure-inconnue", catalogue::measure, measures),
                    s.optionalChoice("denominator", "mesure-inconnue", catalogue::measure, measures),
                    s.decimal("minimum", 1, 1_000_000),
                    s.flag("both-sides", false),
                    s.flag("zero-allowed", false));
            twoSides(s, threshold.bothSides(), threshold.denominator());
            s.finish();
            thresholds.add(threshold);
        }
        return thresholds;
    }

    private static void twoSides(Section s, boolean bothSides, Measure denominator) {
        if (bothSides && denominator == null) {
            s.fault("both-sides", "cle-manquante", "Deux côtés supposent un dénominateur\u00a0: donnez denominator.",
                    "");
        }
    }

    private List<Clamp> clamps() {
        List<Clamp> clamps = new ArrayList<>();
        for (Section s : rules.sections("clamps", "indicator")) {
            Clamp clamp = new Clamp(
                    indicator(s), s.decimal("floor", 0, 100), s.decimal("ceiling", 0, 100), s.flag("inclusive", false));
            if (clamp.floor().compareTo(clamp.ceiling()) >= 0) {
                s.fault("ceiling", "bornes-inversees", "ceiling doit dépasser floor.", clamp.ceiling().toPlainString());
            }
            s.finish();
            clamps.add(clamp);
        }
        return clamps;
    }

    private Indicator indicator(Section s) {
        return s.choice(
                "indicator", "indicateur-inconnu", catalogue::indicator,
                catalogue.indicators().stream().map(Indicator::id).toList());
    }

    private static Optional<String> unit(String word) {
        return UNITS.contains(word) ? Optional.of(word) : Optional.empty();
    }
}
