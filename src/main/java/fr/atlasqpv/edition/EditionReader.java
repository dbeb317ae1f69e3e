package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the sections of an edition file into an {@link Edition} and checks what they say of one another. */
final class EditionReader {
    /** Codes of the regions since 2016, overseas included. */
    private static final List<String> REGIONS = List.of(
            "01", "02", "03", "04", "06", "11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94");

    /** Texts that the books have a place for. */
    private static final List<String> TEXTS =
            List.of("introduction", "credits", "legal-notice", "processing-note", "about");

    static final List<String> INDICATORS =
            Arrays.stream(Indicator.values()).map(Indicator::id).toList();
    static final List<String> MEASURES =
            Arrays.stream(Measure.values()).map(EditionReader::id).toList();

    private final Faults faults;

    EditionReader(Faults faults) {
        this.faults = faults;
    }

    Edition read(YamlNode root) {
        Section file = new Section(root, "", faults);
        Section head = file.section("edition", true);
        List<Edition.Source> sources = new SourcesReader(file).read();
        List<Edition.PublishedIndicator> indicators = new IndicatorsReader(file, sources).read();
        Section attachment = file.section("attachment", false);
        Section brevet = file.section("brevet", false);
        Section rules = file.section("rules", true);
        String previousEdition = rules.optionalText("previous-edition", "");
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
                head.choices("regions", "region-inconnue", known(REGIONS), REGIONS),
                head.integer("qpv-of-france", 1, 10_000),
                head.decimal("reject-ceiling", 0, 100),
                sources,
                indicators,
                new RulesReader(rules).read(),
                previousEdition,
                sirens(attachment, "split-epci"),
                sirens(file, "zooms"),
                brevet.integers("sessions", 1988, 2100),
                brevet.has("distance") ? brevet.integer("distance", 0, 10_000) : 300,
                typologies(file.section("typologies", false), indicators),
                texts(file.section("texts", true)));
        head.finish();
        attachment.finish();
        brevet.finish();
        file.finish();
        needSessions(file, edition);
        return edition;
    }

    /** Identifier of a measure in edition files: its name in lower case. */
    static String id(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT);
    }

    /** Finds a measure by its identifier. */
    static Optional<Measure> measure(String id) {
        return Arrays.stream(Measure.values()).filter(m -> id(m).equals(id)).findFirst();
    }

    private static java.util.function.Function<String, Optional<String>> known(List<String> words) {
        return word -> words.contains(word) ? Optional.of(word) : Optional.empty();
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
            Section section, List<Edition.PublishedIndicator> indicators) {
        Map<String, Map<String, String>> typologies = new LinkedHashMap<>();
        List<String> coded = Arrays.stream(Indicator.values())
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
        for (Edition.PublishedIndicator published : indicators) {
            if (coded.contains(published.indicator().id()) && !typologies.containsKey(published.indicator().id())) {
                section.fault(
                        published.indicator().id(),
                        "dictionnaire-manquant",
                        "L’indicateur " + French.quoted(published.indicator().id())
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

    private void needSessions(Section file, Edition edition) {
        boolean brevet = edition.sources().stream().anyMatch(s -> s.layout() == Layout.BREVET);
        if (brevet && edition.brevetSessions().isEmpty()) {
            file.fault(
                    "brevet",
                    "sessions-manquantes",
                    "Une source donne les résultats du brevet\u00a0: nommez dans brevet.sessions celles qui comptent.",
                    "");
        }
    }
}
