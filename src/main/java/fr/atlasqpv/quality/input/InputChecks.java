package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.CheckRules;
import fr.atlasqpv.edition.CheckRules.Acceptance;
import fr.atlasqpv.edition.CheckRules.Setting;
import fr.atlasqpv.edition.CheckRules.Weight;
import fr.atlasqpv.edition.Place;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.quality.input.InputCheck.Moment;
import fr.atlasqpv.quality.input.InputCheck.Terms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * All checks of the inputs, and what the edition makes of their findings: another severity, or a warning instead of an error where
 * somebody accepts it by name.
 */
public final class InputChecks {
    /** Every check, in the order of the documentation. */
    public static final List<InputCheck> ALL = List.of(
            new MissingTerritory(),
            new MissingInhabitants(),
            new QpvWithoutEvent(),
            new IncompleteQpv(),
            new EpciWithoutCommune(),
            new SourceWithoutRow(),
            new DepartementWithoutEstablishment(),
            new RepeatedRun(),
            new PartAboveWhole(),
            new ContradictingSources(),
            new QpvAboveTerritory(),
            new RateAsFraction(),
            new OrderOfMagnitude(),
            new ReferenceBelowSum(),
            new RegionWithoutQpv(),
            new QpvWithoutBook(),
            new OffTheMap(),
            new ContourFarFromCommune(),
            new ShiftedContours(),
            new ContourOutOfScale(),
            new CentreFarFromDepartement(),
            new EstablishmentFarFromCommune(),
            new DeclaredTotal(),
            new DriftOfAggregates(),
            new DriftOfQpv(),
            new NumberOfQpv());

    private static final String OTHERS = "Et ";
    /** Findings of a check in one source that are told one by one; the others are counted. */
    static final int TOLD = 10;

    private final Evidence evidence;
    private final CheckRules rules;
    private final Moment moment;
    private final List<InputCheck> checks;
    private final Set<Acceptance> used = new HashSet<>();
    private final List<Notice> notices = new ArrayList<>();

    private InputChecks(Evidence evidence, Moment moment, List<InputCheck> checks) {
        this.evidence = evidence;
        this.rules = evidence.edition().checks();
        this.moment = moment;
        this.checks = checks;
    }

    /**
     * Makes the checks of a moment.
     *
     * @return their notices, in the order of the checks
     */
    public static List<Notice> at(Moment moment, Evidence evidence) {
        return at(moment, evidence, ALL);
    }

    static List<Notice> at(Moment moment, Evidence evidence, List<InputCheck> checks) {
        InputChecks all = new InputChecks(evidence, moment, checks);
        if (moment == Moment.EXTRACTS) {
            all.unknown();
        }
        checks.stream().filter(c -> c.terms().moment() == moment).forEach(all::make);
        all.idle();
        return all.notices;
    }

    private void make(InputCheck check) {
        Terms terms = check.terms();
        Optional<Setting> setting = rules.settings().stream().filter(s -> s.check().equals(terms.code())).findFirst();
        Weight weight = setting.map(Setting::weight).orElse(own(terms));
        setting.ifPresent(s -> changed(s, terms));
        if (weight == Weight.OFF) {
            return;
        }
        List<Finding> found = new ArrayList<>();
        check.examine(evidence, setting.map(Setting::threshold).orElse(terms.threshold()), found::add);
        tell(terms, weight == Weight.ERROR ? Severity.ERROR : Severity.WARNING, found);
    }

    private static Weight own(Terms terms) {
        return terms.severity() == Severity.ERROR ? Weight.ERROR : Weight.WARNING;
    }

    private void tell(Terms terms, Severity severity, List<Finding> found) {
        Map<List<Object>, Integer> alike = new LinkedHashMap<>();
        Map<List<Object>, Notice> last = new HashMap<>();
        for (Finding finding : found) {
            Optional<Acceptance> acceptance = accepted(terms, finding);
            acceptance.ifPresent(used::add);
            Notice notice = notice(terms, acceptance.isPresent() ? Severity.WARNING : severity, finding, acceptance);
            List<Object> kind = List.of(notice.file(), notice.column(), notice.severity());
            if (alike.merge(kind, 1, Integer::sum) <= TOLD) {
                notices.add(notice);
            }
            last.put(kind, notice);
        }
        alike.forEach((kind, number) -> {
            if (number > TOLD) {
                others(terms, last.get(kind), number - TOLD);
            }
        });
    }

    private void others(Terms terms, Notice like, int number) {
        notices.add(new Notice(
                like.file(), 0, like.column(), terms.code(), like.severity(),
                OTHERS + French.count(number, "autre constat", "autres constats")
                        + " du même contrôle dans ce fichier.",
                ""));
    }

    private Optional<Acceptance> accepted(Terms terms, Finding finding) {
        return rules.accepted()
                .stream()
                .filter(a -> a.check().equals(terms.code()))
                .filter(a -> a.of().equals(finding.of()) || a.of().equals(finding.source()))
                .findFirst();
    }

    private static Notice notice(Terms terms, Severity severity, Finding finding, Optional<Acceptance> acceptance) {
        String message = finding.message();
        if (severity == Severity.ERROR) {
            message += (finding.detail().isEmpty() ? "" : " " + finding.detail()) + " Si c’est juste, acceptez-le "
                    + "(accept\u00a0: check " + terms.code() + ", of " + finding.of() + ").";
        }
        if (acceptance.isPresent()) {
            message += " Accepté par " + acceptance.get().by() + "\u00a0: " + acceptance.get().why();
        }
        return new Notice(
                finding.file(), finding.line(), finding.column(), terms.code(), severity, message, finding.value());
    }

    /** What the edition changes of a check stands in the report, with the reason that a weaker one demands. */
    private void changed(Setting setting, Terms terms) {
        boolean lighter = setting.weight() != null && setting.weight().compareTo(own(terms)) > 0;
        boolean wider = setting.threshold() != null && terms.threshold() != null
                && setting.threshold().compareTo(terms.threshold()) > 0;
        if (setting.threshold() != null && terms.threshold() == null) {
            told(setting.place(), "seuil-sans-objet", Severity.ERROR,
                    "Ce contrôle n’a pas de seuil\u00a0: ôtez threshold.",
                    setting.check());
        } else if ((lighter || wider) && setting.why().isEmpty()) {
            told(setting.place(), "raison-manquante", Severity.ERROR,
                    "Ce contrôle devient plus faible qu’il ne l’est d’office (" + asItIs(terms)
                            + ")\u00a0: dites pourquoi dans why.",
                    setting.check());
        } else {
            told(setting.place(), "controle-modifie", Severity.INFO,
                    "L’édition change ce contrôle, d’office " + asItIs(terms)
                            + (setting.why().isEmpty() ? "." : "\u00a0: " + setting.why()),
                    setting.check());
        }
    }

    private static String asItIs(Terms terms) {
        return (terms.severity() == Severity.ERROR ? "erreur" : "avertissement")
                + (terms.threshold() == null ? ""
                        : ", seuil " + French.number(terms.threshold()) + "\u00a0" + terms.unit());
    }

    /** Checks that the edition names and nobody knows. */
    private void unknown() {
        List<String> codes = checks.stream().map(c -> c.terms().code()).toList();
        rules.settings().stream().filter(s -> !codes.contains(s.check()))
                .forEach(s -> unknown(s.place(), s.check(), codes));
        rules.accepted().stream().filter(a -> !codes.contains(a.check()))
                .forEach(a -> unknown(a.place(), a.check(), codes));
    }

    private void unknown(Place place, String check, List<String> codes) {
        told(place, "controle-inconnu", Severity.ERROR,
                "Ce contrôle n’existe pas." + fr.atlasqpv.edition.French.didYouMean(check, codes)
                        + " La liste est dans docs/checks.md.",
                check);
    }

    /** Who accepts what is not found will accept it unseen the day it is. */
    private void idle() {
        Map<String, Moment> moments = new HashMap<>();
        checks.forEach(c -> moments.put(c.terms().code(), c.terms().moment()));
        rules.accepted()
                .stream()
                .filter(a -> moments.get(a.check()) == moment && !used.contains(a))
                .sorted(Comparator.comparingLong(a -> a.place().line()))
                .forEach(a -> told(a.place(), "acceptation-sans-objet", Severity.WARNING,
                        "Le contrôle " + a.check() + " ne trouve rien de tel\u00a0: ôtez cette acceptation.", a.of()));
    }

    private void told(Place place, String code, Severity severity, String message, String value) {
        notices.add(new Notice(place.file(), place.line(), place.key(), code, severity, message, value));
    }

    /** Tells whether a check finds what is missing in a file. */
    public static boolean tellsOfAbsence(String code) {
        return SourceCoverage.OF_ABSENCE.contains(code);
    }

    /**
     * Tells whether a notice of a check says something of the figures of territories: that of one of them is out of the ordinary, or
     * how many others are.
     *
     * @param named tells whether a text names one of the territories
     */
    public static boolean tellsOfFigures(Notice notice, Predicate<String> named) {
        boolean others = notice.value().isEmpty() && notice.message().startsWith(OTHERS);
        return of(notice.code()).filter(check -> !check.ofPlaces()).isPresent()
                && (others || named.test(notice.value()) || named.test(notice.message()));
    }

    /** The check of a code. */
    public static Optional<InputCheck> of(String code) {
        return ALL.stream().filter(c -> c.terms().code().equals(code)).findFirst();
    }
}
