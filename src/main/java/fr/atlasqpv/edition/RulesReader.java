package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.secrecy.Clamp;
import fr.atlasqpv.secrecy.PrimaryRule;
import fr.atlasqpv.secrecy.RuleForm;
import fr.atlasqpv.secrecy.SecrecyRules;
import fr.atlasqpv.secrecy.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the section {@code rules} of an edition file. */
final class RulesReader {
    private final Section rules;
    private final Catalogue catalogue;
    private final List<String> indicators;
    private final List<String> measures;

    RulesReader(Section rules, Catalogue catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.indicators = catalogue.indicators().stream().map(Indicator::id).toList();
        this.measures = catalogue.measures().stream().map(Measure::id).toList();
    }

    SecrecyRules read() {
        SecrecyRules read = new SecrecyRules(
                primary(),
                clamps(),
                rules.decimal("protection-width", 1, 1000),
                rules.choices("known-measures", "mesure-inconnue", catalogue::measure, measures),
                sameUnits());
        rules.finish();
        return read;
    }

    private List<PrimaryRule> primary() {
        List<PrimaryRule> primary = new ArrayList<>();
        for (Section s : rules.sections("primary", "indicator")) {
            RuleForm<? extends PrimaryRule> form = s.choice(
                    RuleForm.KIND, "regle-inconnue", kind -> Optional.ofNullable(RuleForm.kinds().get(kind)),
                    RuleForm.kinds().keySet());
            if (form != null) {
                made(s, form).ifPresent(primary::add);
            }
        }
        return primary;
    }

    private List<Clamp> clamps() {
        List<Clamp> clamps = new ArrayList<>();
        for (Section s : rules.sections("clamps", "indicator")) {
            made(s, RuleForm.CLAMP).ifPresent(clamp -> {
                if (clamps.stream().anyMatch(c -> c.indicator().equals(clamp.indicator()))) {
                    s.fault("indicator", "bornes-en-double", "Cet indicateur a déjà ses bornes.",
                            clamp.indicator().id());
                } else {
                    clamps.add(clamp);
                }
            });
        }
        return clamps;
    }

    private <R> Optional<R> made(Section s, RuleForm<R> form) {
        Optional<R> rule = Optional.empty();
        try {
            rule = form.read(new InFile(s, catalogue, indicators, measures));
        } catch (IllegalArgumentException e) {
            s.fault(form.keys().getLast(), "regle-incoherente", e.getMessage(), "");
        }
        s.finish();
        return rule;
    }

    private List<List<Indicator>> sameUnits() {
        Set<Indicator> seen = new HashSet<>();
        List<List<Indicator>> groups = new ArrayList<>();
        for (List<Indicator> group : rules.groups(
                "same-units", "indicateur-inconnu", catalogue::indicator, indicators)) {
            List<Indicator> own = group.stream().filter(seen::add).toList();
            if (own.size() < group.size()) {
                rules.fault("same-units", "indicateur-en-double", "Un indicateur ne peut être que d’un seul groupe.",
                        "");
            }
            if (!own.isEmpty()) {
                groups.add(own);
            }
        }
        return groups;
    }

    private record InFile(Section section, Catalogue catalogue, List<String> indicators, List<String> measures)
            implements Settings {
        @Override
        public Indicator indicator(String key) {
            return section.choice(key, "indicateur-inconnu", catalogue::indicator, indicators);
        }

        @Override
        public Measure measure(String key) {
            return section.choice(key, "mesure-inconnue", catalogue::measure, measures);
        }

        @Override
        public BigDecimal number(String key, int lowest, int highest) {
            return section.decimal(key, lowest, highest);
        }

        @Override
        public boolean flag(String key) {
            return section.flag(key, false);
        }
    }
}
