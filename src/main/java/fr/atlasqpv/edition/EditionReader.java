package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.release.BookSpec;
import fr.atlasqpv.release.IndicatorNotice;
import fr.atlasqpv.secrecy.DrawKey;
import fr.atlasqpv.secrecy.SecrecyRules;
import fr.atlasqpv.territory.Frame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the sections of an edition file into an {@link Edition} and checks what they say of one another. */
final class EditionReader {
    /** Texts that the books have a place for. */
    private static final List<String> TEXTS =
            List.of("introduction", "credits", "legal-notice", "processing-note", "about", "abbreviations");

    private static final String PUBLIC_KEY = "public-draw-key";

    private static final String PREVIOUS_CORRESPONDENCE = "previous-correspondence";

    private static final int MOST_ZOOMED = 1000;

    private final Faults faults;

    EditionReader(Faults faults) {
        this.faults = faults;
    }

    Edition read(YamlNode root) {
        Section file = new Section(root, "", faults);
        Section head = file.section("edition", true);
        Frame frame = new FrameReader(file).read(head.integer("qpv-of-france", 1, 10_000));
        List<String> regions = frame.zones().stream().flatMap(z -> z.regions().stream()).sorted().toList();
        CatalogueReader figures = new CatalogueReader(file);
        Catalogue catalogue = figures.read();
        List<Edition.Source> sources = new SourcesReader(file, catalogue).read();
        List<IndicatorNotice> indicators =
                new IndicatorsReader(figures.sections(), catalogue, sources).read();
        fed(file.section("measures", false), catalogue, sources, indicators);
        Section attachment = file.section("attachment", false);
        attachment.optionalText("inhabitants", "");
        Section rules = file.section("rules", true);
        String previousEdition = rules.optionalText("previous-edition", "");
        String previousCorrespondence = previousCorrespondence(rules, sources);
        String drawKey = rules.optionalText("draw-key", "");
        String publicDrawKey = publicDrawKey(rules, drawKey);
        Map<String, String> notPrevious = notPrevious(rules);
        List<Edition.KnownFile> known = knownFiles(rules);
        BookSpec book = new BookReader(file.section("book", true), catalogue).read();
        RulesReader secrecy = new RulesReader(rules, catalogue, CountedUnits.of(sources));
        SecrecyRules judged = secrecy.read();
        secrecy.demandEach(
                indicators.stream().filter(i -> !i.sources().isEmpty()).map(IndicatorNotice::indicator).toList());
        Edition edition = new Edition(
                slug(head),
                head.text("year"),
                head.text("title"),
                head.text("subtitle"),
                head.text("series"),
                head.text("date"),
                head.text("publisher"),
                head.text("contact"),
                head.text("licence"),
                head.text("input"),
                regions(head, regions),
                frame,
                head.decimal("reject-ceiling", 0, 100),
                sources,
                catalogue,
                indicators.stream().map(i -> explained(i, secrecy.unruled())).toList(),
                book,
                judged,
                secrecy.apart(),
                secrecy.aPriori(),
                known,
                secrecy.unruled(),
                previousEdition,
                previousCorrespondence,
                notPrevious,
                drawKey,
                publicDrawKey,
                sirens(attachment, "split-epci"),
                sirens(file, "zooms"),
                Optional.ofNullable(file.optionalInteger("zooms-from", 1, MOST_ZOOMED)).orElse(0),
                typologies(file.section("typologies", false), catalogue),
                texts(file.section("texts", true)),
                new ChecksReader(file, catalogue, frame.reference().territory()).read());
        head.finish();
        attachment.finish();
        file.finish();
        return edition;
    }

    /**
     * A measure that nothing counts makes n.d. of all that is computed with it. Counts of a ratio may be wanting where its rate is
     * delivered, and those of an indicator that says itself that it has no source.
     */
    private static void fed(
            Section measures, Catalogue catalogue, List<Edition.Source> sources, List<IndicatorNotice> indicators) {
        if (sources.stream().anyMatch(s -> s.layout() == null || s.layout().namesMeasures())) {
            return;
        }
        Set<Measure> fed = new HashSet<>(List.of(Measure.QPV));
        for (Edition.Source source : sources) {
            fed.add(source.measure());
            source.values().forEach(v -> {
                if (v.carries() == Edition.Carries.MEASURE) {
                    fed.add(v.measure());
                } else if (v.carries() == Edition.Carries.RATE) {
                    fed.addAll(v.indicator().measures());
                }
            });
        }
        indicators.stream().filter(i -> i.sources().isEmpty()).forEach(i -> fed.addAll(i.indicator().measures()));
        catalogue.measures().stream().filter(m -> !fed.contains(m)).map(Measure::id).forEach(id -> measures.fault(
                id, "mesure-sans-source",
                "Aucune source ne donne cette mesure, ni le taux qui en dispenserait\u00a0: nourrissez-la (measure), ou ôtez-la.",
                id));
    }

    /** With the reason why it has no rule, when it has none. */
    private static IndicatorNotice explained(IndicatorNotice indicator, Map<String, String> unruled) {
        String because = unruled.get(indicator.indicator().id());
        return because == null ? indicator : indicator.unruled(because);
    }

    private static String previousCorrespondence(Section rules, List<Edition.Source> sources) {
        String named = rules.optionalText(PREVIOUS_CORRESPONDENCE, "");
        List<String> tables = SourcesReader.tablesOfCodes(sources);
        if (!named.isEmpty() && !tables.contains(named)) {
            SourcesReader.noTableOfCodes(rules, PREVIOUS_CORRESPONDENCE, named, tables);
            return "";
        }
        return named;
    }

    /** Books of the output root that do not count, each with a reason: to forget what readers have is a decision of somebody. */
    private static Map<String, String> notPrevious(Section rules) {
        Map<String, String> refused = new LinkedHashMap<>();
        for (Section s : rules.sections("not-previous", "edition")) {
            String edition = s.text("edition");
            String because = s.text("because");
            s.finish();
            if (!edition.isEmpty() && refused.put(edition, because) != null) {
                s.fault("edition", "edition-en-double", "Cette édition est déjà dans la liste.", edition);
            }
        }
        return refused;
    }

    /** Files of counts that anybody can read in other publications, each with the name of one. */
    private static List<Edition.KnownFile> knownFiles(Section rules) {
        List<Edition.KnownFile> known = new ArrayList<>();
        for (Section s : rules.sections("known", "file")) {
            String file = SourcesReader.below(s);
            String source = s.text("source");
            s.finish();
            if (known.stream().anyMatch(k -> k.file().equals(file))) {
                s.fault("file", "source-en-double", "Ce fichier est déjà dans la liste.", file);
            } else if (!file.isEmpty()) {
                known.add(new Edition.KnownFile(file, source, s.place()));
            }
        }
        return known;
    }

    /** Regions whose books are made: none that the edition would not know how to measure and draw. */
    private List<String> regions(Section head, List<String> placed) {
        List<String> regions = new ArrayList<>();
        for (YamlNode.Scalar region : head.scalars("regions")) {
            if (placed.contains(region.text())) {
                regions.add(region.text());
            } else {
                faults.add(
                        region.line(), "edition.regions", "region-hors-cadre",
                        "Aucune zone ne place cette région\u00a0: dans quelle projection la mesurer et la dessiner\u00a0? Ajoutez une "
                                + "zone à frame.zones, ou ôtez la région." + French.didYouMean(region.text(), placed)
                                + " Régions placées\u00a0: " + French.enumeration(placed) + ".",
                        region.text());
            }
        }
        return regions;
    }

    private static String slug(Section head) {
        String id = head.text("id");
        if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            head.fault(
                    "id",
                    "identifiant-invalide",
                    "L’identifiant nomme le dossier de sortie\u00a0: minuscules sans accent, chiffres et tirets, 40 au plus.",
                    id);
        }
        return id;
    }

    private static String publicDrawKey(Section rules, String drawKey) {
        String key = rules.optionalText(PUBLIC_KEY, "");
        if (!key.isEmpty() && !drawKey.isEmpty()) {
            rules.fault(PUBLIC_KEY, "cle-du-tirage-en-double",
                    "Une édition a une clé du tirage, secrète ou d’essai, pas deux.", "");
        } else if (!key.isEmpty() && !DrawKey.valid(key)) {
            rules.fault(
                    PUBLIC_KEY, "cle-du-tirage-invalide",
                    "On attend des chiffres hexadécimaux, deux par octet, " + DrawKey.LEAST_BYTES + " octets au moins.",
                    key);
            return "";
        }
        return key;
    }

    private List<String> sirens(Section section, String key) {
        Set<String> seen = new HashSet<>();
        for (YamlNode.Scalar siren : section.scalars(key)) {
            String place = section.path().isEmpty() ? key : section.path() + "." + key;
            if (!siren.text().matches("[0-9]{9}")) {
                faults.add(siren.line(), place, "siren-invalide", "On attend un SIREN\u00a0: neuf chiffres.",
                        siren.text());
            } else if (!seen.add(siren.text())) {
                faults.add(siren.line(), place, "siren-en-double", "Cet EPCI est déjà dans la liste.", siren.text());
            }
        }
        return section.texts(key);
    }

    private static Map<String, Map<String, String>> typologies(
            Section section, Catalogue catalogue) {
        Map<String, Map<String, String>> typologies = new LinkedHashMap<>();
        List<String> coded = catalogue.indicators()
                .stream()
                .filter(i -> i.kind() == Indicator.Kind.CODE)
                .map(Indicator::id)
                .toList();
        for (String id : section.keys()) {
            if (coded.contains(id)) {
                Section dictionary = section.section(id, true);
                Map<String, String> labels = new LinkedHashMap<>();
                dictionary.keys().forEach(code -> labels.put(code, dictionary.text(code)));
                typologies.put(id, labels);
            } else {
                section.fault(
                        id,
                        "indicateur-inconnu",
                        "On attend ici un indicateur dont la valeur est un code." + French.didYouMean(id, coded)
                                + " Valeurs possibles\u00a0: " + French.enumeration(coded) + ".",
                        id);
            }
        }
        for (String id : coded) {
            if (!typologies.containsKey(id)) {
                section.fault(
                        id,
                        "dictionnaire-manquant",
                        "L’indicateur " + French.quoted(id)
                                + " est publié\u00a0: donnez le libellé de chacun de ses codes.",
                        "");
            }
        }
        return typologies;
    }

    private static Map<String, String> texts(Section section) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String key : TEXTS) {
            String text = section.optionalText(key, null);
            if (text != null) {
                texts.put(key, paragraphs(text));
            }
        }
        section.finish();
        return texts;
    }

    /** One line per paragraph or item of a list, whatever the width at which the file wraps them. */
    private static String paragraphs(String text) {
        List<String> lines = new ArrayList<>();
        boolean open = false;
        for (String line : text.strip().lines().map(String::strip).toList()) {
            if (open && !line.isEmpty() && !line.startsWith("- ")) {
                lines.add(lines.removeLast() + " " + line);
            } else {
                lines.add(line);
            }
            open = !line.isEmpty();
        }
        return String.join("\n", lines);
    }
}
