package fr.atlasqpv.edition;

import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Edition.ValueColumn;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the section {@code sources} of an edition file. */
final class SourcesReader {
    private static final List<String> LAYOUTS =
            Arrays.stream(Layout.values()).map(Layout::id).toList();
    private static final List<String> CHARSETS = List.of("UTF-8", "ISO-8859-1", "windows-1252", "ISO-8859-15");
    private static final List<String> FORMATS =
            List.of(".csv", ".csv.gz", ".txt", ".txt.gz", ".zip", ".xlsx", ".geojson", ".geojson.gz", ".json",
                    ".json.gz");
    /** Without them no commune can be attached to anything. */
    private static final List<Layout> INDISPENSABLE = List.of(
            Layout.COG_COMMUNES,
            Layout.COG_DEPARTEMENTS,
            Layout.COG_REGIONS,
            Layout.EPCI_LISTE,
            Layout.EPCI_COMPOSITION);

    private final Section file;

    SourcesReader(Section file) {
        this.file = file;
    }

    List<Source> read() {
        List<Section> sections = file.sections("sources", "id");
        List<Source> sources = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        Map<String, String> carriers = new HashMap<>();
        for (Section section : sections) {
            Source source = source(section);
            uniqueId(section, source.id(), lines);
            uniqueFigures(section, source, carriers);
            sources.add(source);
        }
        correspondences(sections, sources);
        indispensable(sources);
        return sources;
    }

    private static Source source(Section s) {
        Layout layout = s.choice("layout", "layout-inconnu", Layout::of, LAYOUTS);
        Source source = new Source(
                id(s),
                layout,
                path(s),
                s.optionalText("sheet", null),
                charset(s),
                delimiter(s),
                s.flag("required", true),
                s.flag("simulated", false),
                s.text("group"),
                s.text("label"),
                s.text("producer"),
                s.text("millesime"),
                s.text("licence"),
                columns(s, layout),
                values(s, layout),
                indicator(s, layout),
                measure(s, layout),
                excludedModes(s, layout),
                s.optionalText("correspondence", null));
        s.finish();
        return source;
    }

    private static String id(Section s) {
        String id = s.text("id");
        if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            s.fault("id", "identifiant-invalide", "On attend des minuscules sans accent, des chiffres et des tirets.",
                    id);
        }
        return id;
    }

    private static String path(Section s) {
        String path = s.text("file");
        if (path.startsWith("/") || path.contains("..") || path.contains("\\") || path.contains(":")) {
            s.fault(
                    "file",
                    "chemin-invalide",
                    "On attend un chemin relatif au dossier d’entrée, avec des barres obliques et sans «\u00a0..\u00a0».",
                    path);
        } else if (!path.isEmpty() && FORMATS.stream().noneMatch(path.toLowerCase(java.util.Locale.ROOT)::endsWith)) {
            s.fault(
                    "file",
                    "format-inconnu",
                    "Ce format de fichier n’est pas lu. Formats possibles\u00a0: " + French.enumeration(FORMATS) + ".",
                    path);
        }
        return path;
    }

    private static Charset charset(Section s) {
        String name = s.optionalText("charset", "UTF-8");
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            s.fault(
                    "charset",
                    "charset-inconnu",
                    "Ce jeu de caractères n’existe pas." + French.didYouMean(name, CHARSETS)
                            + " Les plus courants\u00a0: "
                            + French.enumeration(CHARSETS) + ".",
                    name);
            return StandardCharsets.UTF_8;
        }
    }

    private static char delimiter(Section s) {
        String text = s.optionalText("delimiter", ";");
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1 || Character.isLetterOrDigit(text.charAt(0)) || text.equals("\"")) {
            s.fault("delimiter", "separateur-invalide", "On attend un seul signe, comme \";\" ou \",\", ou le mot tab.",
                    text);
            return ';';
        }
        return text.charAt(0);
    }

    private static Map<String, String> columns(Section s, Layout layout) {
        Section mapping = s.section("columns", true);
        Map<String, String> columns = new LinkedHashMap<>();
        if (layout == null) {
            mapping.keys().forEach(mapping::text);
            return columns;
        }
        for (String field : layout.fields()) {
            if (mapping.has(field)) {
                columns.put(field, mapping.text(field));
            } else {
                mapping.fault(
                        field,
                        "colonne-non-declaree",
                        "Le layout " + layout.id() + " demande la colonne du champ " + French.quoted(field) + ".",
                        "");
            }
        }
        for (String field : layout.optionalFields()) {
            String column = mapping.optionalText(field, null);
            if (column != null) {
                columns.put(field, column);
            }
        }
        layout.fields().forEach(field -> mapping.optionalText(field, ""));
        mapping.finish();
        return columns;
    }

    private static List<ValueColumn> values(Section s, Layout layout) {
        List<ValueColumn> values = new ArrayList<>();
        for (Section value : s.sections("values", "column")) {
            String column = value.text("column");
            Measure measure = value.optionalChoice(
                    "measure", "mesure-inconnue", EditionReader::measure, EditionReader.MEASURES);
            Indicator rate = value.optionalChoice("rate", "indicateur-inconnu", SourcesReader::rate, rates());
            if (value.has("measure") == value.has("rate")) {
                value.fault(
                        "column",
                        "valeur-ambigue",
                        "Dites ce que porte la colonne\u00a0: measure (un effectif) ou rate (un taux en %), pas les deux.",
                        column);
            }
            value.finish();
            values.add(new ValueColumn(column, measure, rate));
        }
        if (layout != null && layout.hasValues() == values.isEmpty()) {
            s.fault(
                    "values",
                    layout.hasValues() ? "valeurs-manquantes" : "valeurs-en-trop",
                    layout.hasValues()
                            ? "Nommez dans values au moins une colonne qui porte un effectif ou un taux."
                            : "Le layout " + layout.id() + " n’a pas de clé values.",
                    "");
        }
        return values;
    }

    private static Optional<Indicator> rate(String id) {
        return Indicator.of(id).filter(SourcesReader::givenAsRate);
    }

    private static boolean givenAsRate(Indicator indicator) {
        return indicator.kind() == Indicator.Kind.RATE && indicator.chapter();
    }

    private static List<String> rates() {
        return Stream.of(Indicator.values())
                .filter(SourcesReader::givenAsRate)
                .map(Indicator::id)
                .toList();
    }

    private static Indicator indicator(Section s, Layout layout) {
        Indicator indicator =
                s.optionalChoice("indicator", "indicateur-inconnu", Indicator::of, EditionReader.INDICATORS);
        if (layout != null) {
            onlyFor(s, "indicator", layout == Layout.LISTE_QPV, layout);
        }
        return indicator;
    }

    private static Measure measure(Section s, Layout layout) {
        Measure measure =
                s.optionalChoice("measure", "mesure-inconnue", EditionReader::measure, EditionReader.MEASURES);
        if (layout != null) {
            onlyFor(s, "measure", layout.hasMeasure(), layout);
        }
        return measure;
    }

    private static void onlyFor(Section s, String key, boolean wanted, Layout layout) {
        if (wanted && !s.has(key)) {
            s.fault(key, "cle-manquante", "Le layout " + layout.id() + " demande la clé " + French.quoted(key) + ".",
                    "");
        } else if (!wanted && s.has(key)) {
            s.fault(key, "cle-en-trop", "Le layout " + layout.id() + " n’a pas de clé " + French.quoted(key) + ".",
                    key);
        }
    }

    private static List<String> excludedModes(Section s, Layout layout) {
        List<String> modes = s.texts("excluded-modes");
        if (layout != null && !layout.hasMeasure() && s.has("excluded-modes")) {
            onlyFor(s, "excluded-modes", false, layout);
        }
        List<String> fields = List.of("vacants", "vides");
        for (String mode : modes) {
            if (layout == Layout.RPLS_COMMUNES && !fields.contains(mode)) {
                s.fault(
                        "excluded-modes",
                        "champ-inconnu",
                        "Par commune, on retranche des colonnes entières. Valeurs possibles\u00a0: vacants, vides.",
                        mode);
            }
        }
        return modes;
    }

    private static void uniqueId(Section section, String id, Map<String, Integer> lines) {
        Integer first = id.isEmpty() ? null : lines.putIfAbsent(id, section.line());
        if (first != null) {
            section.fault(
                    "id",
                    "source-en-double",
                    "Une source de la ligne " + first + " porte déjà cet identifiant.",
                    id);
        }
    }

    /** Two columns for the same figure of the same territories: nobody could say which one is published. */
    private static void uniqueFigures(Section section, Source source, Map<String, String> carriers) {
        for (ValueColumn value : source.values()) {
            if (value.measure() == null && value.rate() == null) {
                continue;
            }
            String figure = value.measure() == null ? value.rate().id() : EditionReader.id(value.measure());
            String first = carriers.putIfAbsent(source.layout() + " " + figure, source.id());
            if (first != null) {
                section.fault(
                        "values",
                        "figure-en-double",
                        "La source " + French.quoted(first) + " donne déjà cette figure pour les mêmes territoires.",
                        figure);
            }
        }
    }

    private static void correspondences(List<Section> sections, List<Source> sources) {
        List<String> tables = sources.stream()
                .filter(s -> s.layout() == Layout.CORRESPONDANCE_QPV)
                .map(Source::id)
                .toList();
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (source.correspondence() == null) {
                continue;
            }
            if (source.layout() != null && source.layout() != Layout.CONTOURS_QPV) {
                onlyFor(sections.get(i), "correspondence", false, source.layout());
            } else if (!tables.contains(source.correspondence())) {
                sections.get(i)
                        .fault(
                                "correspondence",
                                "source-inconnue",
                                "On attend l’identifiant d’une source de layout correspondance-qpv."
                                        + French.didYouMean(source.correspondence(), tables),
                                source.correspondence());
            }
        }
    }

    private void indispensable(List<Source> sources) {
        for (Layout layout : INDISPENSABLE) {
            long count = sources.stream().filter(s -> s.layout() == layout).count();
            if (count != 1) {
                file.fault(
                        "sources",
                        count == 0 ? "source-manquante" : "source-en-trop",
                        "Une édition a une source de layout " + layout.id() + ", et une seule\u00a0: on en lit " + count
                                + ".",
                        layout.id());
            }
        }
    }
}
