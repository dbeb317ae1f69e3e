package fr.atlasqpv.edition;

import fr.atlasqpv.edition.Edition.Carries;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.edition.Edition.ValueColumn;
import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Frame;
import fr.atlasqpv.territory.Qpv;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads the section {@code sources} of an edition file. */
final class SourcesReader {
    private static final List<String> LAYOUTS =
            Arrays.stream(Layout.values()).map(Layout::id).toList();
    private static final List<String> CHARSETS = List.of("UTF-8", "ISO-8859-1", "windows-1252", "ISO-8859-15");
    /** Without them no commune can be attached to anything. */
    private static final List<Layout> INDISPENSABLE = List.of(
            Layout.COG_COMMUNES,
            Layout.COG_DEPARTEMENTS,
            Layout.COG_REGIONS,
            Layout.EPCI_LISTE,
            Layout.EPCI_COMPOSITION);

    private static final List<String> ABSENT = List.of("zero", "inconnu");

    private final Section file;
    private final Catalogue catalogue;
    private final List<String> measures;

    SourcesReader(Section file, Catalogue catalogue) {
        this.file = file;
        this.catalogue = catalogue;
        this.measures = catalogue.measures().stream().map(Measure::id).toList();
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

    private Source source(Section s) {
        Layout layout = s.choice("layout", "layout-inconnu", Layout::of, LAYOUTS);
        Source source = new Source(
                id(s),
                layout,
                path(s),
                s.optionalText("member", null),
                s.optionalText("sheet", null),
                layer(s, layout),
                epsg(s, layout),
                charset(s, layout),
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
                sessions(s, layout),
                excluded(s, layout),
                s.optionalText("correspondence", null),
                unpackedLimit(s),
                zeroWhenAbsent(s, layout),
                standIn(s, layout),
                covers(s, layout));
        s.finish();
        return source;
    }

    private static int unpackedLimit(Section s) {
        BigDecimal declared = s.optionalDecimal("unpacked-limit", 1, 100_000);
        return declared == null ? Edition.Source.UNPACKED_LIMIT : declared.intValue();
    }

    private static String id(Section s) {
        String id = s.text("id");
        if (!id.isEmpty() && !id.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            s.fault("id", "identifiant-invalide", "On attend des minuscules sans accent, des chiffres et des tirets.",
                    id);
        }
        return id;
    }

    /** The path of a file below the input folder; empty, and a fault told, when it is none. */
    static String below(Section s) {
        String path = s.text("file");
        if (path.startsWith("/") || path.contains("..") || path.contains("\\") || path.contains(":")) {
            s.fault(
                    "file",
                    "chemin-invalide",
                    "On attend un chemin relatif au dossier d’entrée, avec des barres obliques et sans «\u00a0..\u00a0».",
                    path);
            return "";
        }
        return path;
    }

    private static String path(Section s) {
        String path = below(s);
        if (!path.isEmpty() && Source.FORMATS.stream().noneMatch(path.toLowerCase(Locale.ROOT)::endsWith)) {
            s.fault(
                    "file",
                    "format-inconnu",
                    "Ce format de fichier n’est pas lu. Formats possibles\u00a0: " + French.enumeration(Source.FORMATS)
                            + ".",
                    path);
        }
        return path;
    }

    /** Layer of a GeoPackage; other files have none, and their reader says so. */
    private static String layer(Section s, Layout layout) {
        String layer = s.optionalText("layer", null);
        if (layer != null && layout != null && !layout.geographic()) {
            onlyFor(s, "layer", false, layout);
        }
        return layer;
    }

    private static Integer epsg(Section s, Layout layout) {
        Integer epsg = s.optionalInteger("epsg", FrameReader.LOWEST_EPSG, FrameReader.HIGHEST_EPSG);
        if (epsg != null && layout != null && !layout.geographic()) {
            onlyFor(s, "epsg", false, layout);
        } else if (epsg != null && FrameReader.system(epsg).isEmpty()) {
            s.fault("epsg", "projection-inconnue",
                    "On attend le code EPSG d’un système de coordonnées : 2154 pour Lambert-93, 4326 pour des degrés.",
                    epsg.toString());
        }
        return epsg;
    }

    /** Texts are in UTF-8 unless told otherwise; the table of a shapefile says itself what it is in. */
    private static Charset charset(Section s, Layout layout) {
        String name = s.optionalText("charset", layout != null && layout.geographic() ? null : "UTF-8");
        try {
            return name == null ? null : Charset.forName(name);
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

    private List<ValueColumn> values(Section s, Layout layout) {
        List<ValueColumn> values = new ArrayList<>();
        for (Section section : s.sections("values", "column")) {
            value(section, layout).ifPresent(values::add);
            section.finish();
        }
        if (layout != null && layout.hasValues() == s.sections("values", "column").isEmpty()) {
            s.fault(
                    "values",
                    layout.hasValues() ? "valeurs-manquantes" : "valeurs-en-trop",
                    layout.hasValues()
                            ? "Nommez dans values au moins une colonne, et dites ce qu’elle porte."
                            : "Le layout " + layout.id() + " n’a pas de clé values.",
                    "");
        }
        return values;
    }

    private Optional<ValueColumn> value(Section s, Layout layout) {
        String column = s.text("column");
        Map<Carries, Indicator> told = new EnumMap<>(Carries.class);
        Measure measure = s.optionalChoice("measure", "mesure-inconnue", catalogue::measure, measures);
        told.put(Carries.RATE, carried(s, "rate", i -> i.form() instanceof Form.Ratio));
        told.put(Carries.FIGURE, carried(s, "figure", i -> i.form() instanceof Form.Delivered));
        told.put(Carries.CODE, carried(s, "code", i -> i.kind() == Indicator.Kind.CODE));
        Measure base = s.optionalChoice("base", "mesure-inconnue", catalogue::measure, measures);
        List<Carries> written = Arrays.stream(Carries.values()).filter(c -> s.has(key(c))).toList();
        if (written.size() != 1) {
            s.fault(
                    "column",
                    "valeur-ambigue",
                    "Dites ce que porte la colonne, et une seule chose\u00a0: measure (un effectif), rate (un taux sans ses "
                            + "effectifs), figure (une médiane, un indice) ou code (une classe).",
                    column);
            return Optional.empty();
        }
        Carries carries = written.getFirst();
        if (layout != null && layout.hasValues() && !layout.carries(carries)) {
            s.fault(
                    key(carries), "valeur-impossible",
                    "Le layout " + layout.id() + " n’a pas de colonne de cette sorte.", column);
        }
        base(s, carries, column);
        Measure counted = carries == Carries.MEASURE ? measure : base;
        Indicator indicator = told.get(carries);
        boolean known = carries == Carries.MEASURE ? counted != null : indicator != null;
        return known ? Optional.of(new ValueColumn(column, carries, counted, indicator)) : Optional.empty();
    }

    private static String key(Carries carries) {
        return carries.name().toLowerCase(Locale.ROOT);
    }

    /** Only a rate has a base, and no rate goes without: nobody could say what it weighs in a sum. */
    private static void base(Section s, Carries carries, String column) {
        if (carries == Carries.RATE && !s.has("base")) {
            s.fault(
                    "rate",
                    "base-manquante",
                    "Un taux livré sans ses effectifs ne s’agrège qu’avec un poids\u00a0: nommez dans base la mesure de ceux "
                            + "qu’il décrit (ou déclarez une figure, qui ne s’agrège pas).",
                    column);
        } else if (carries != Carries.RATE && s.has("base")) {
            s.fault("base", "cle-en-trop", "Seul un taux (rate) a une base.", column);
        }
    }

    private Indicator carried(Section s, String key, Predicate<Indicator> fit) {
        return s.optionalChoice(key, "indicateur-inconnu", id -> catalogue.indicator(id).filter(fit), ids(fit));
    }

    private List<String> ids(Predicate<Indicator> fit) {
        return catalogue.indicators().stream().filter(fit).map(Indicator::id).toList();
    }

    private Indicator indicator(Section s, Layout layout) {
        Indicator indicator = carried(s, "indicator", i -> i.form() instanceof Form.Listed);
        if (layout != null) {
            onlyFor(s, "indicator", layout.list(), layout);
        }
        return indicator;
    }

    private Measure measure(Section s, Layout layout) {
        Measure measure = s.optionalChoice("measure", "mesure-inconnue", catalogue::measure, measures);
        if (layout != null) {
            onlyFor(s, "measure", layout.hasMeasure(), layout);
        }
        return measure;
    }

    private static List<Integer> sessions(Section s, Layout layout) {
        List<Integer> sessions = s.integers("sessions", 1988, 2100);
        if (layout != null) {
            onlyFor(s, "sessions", layout == Layout.BREVET, layout);
        }
        return sessions;
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

    /** What is left out of a file: contours known to be wrong, dwellings of some modes. */
    private static List<String> excluded(Section s, Layout layout) {
        List<String> codes = s.texts("excluded-codes");
        if (layout != null && layout != Layout.CONTOURS_QPV && s.has("excluded-codes")) {
            onlyFor(s, "excluded-codes", false, layout);
        }
        for (String code : codes) {
            if (!Qpv.isCode(code)) {
                s.fault("excluded-codes", "code-invalide", "On attend le code d’un quartier.", code);
            }
        }
        return layout == Layout.CONTOURS_QPV ? codes : excludedModes(s, layout);
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

    /** Dwellings only: whether a territory that the file does not name has none. */
    private static boolean zeroWhenAbsent(Section s, Layout layout) {
        String absent =
                s.optionalChoice("absent", "valeur-inconnue", w -> Optional.of(w).filter(ABSENT::contains), ABSENT);
        if (absent != null && layout != null && !layout.dwellings()) {
            onlyFor(s, "absent", false, layout);
        }
        return ABSENT.getFirst().equals(absent);
    }

    /** Contours only: whether they are drawn for want of better ones. */
    private static boolean standIn(Section s, Layout layout) {
        boolean standIn = s.flag("stand-in", false);
        if (s.has("stand-in") && layout != null && layout != Layout.CONTOURS_QPV) {
            onlyFor(s, "stand-in", false, layout);
        }
        return standIn;
    }

    /** Establishments only: the départements that the file holds whole; who names none holds all. */
    private static List<String> covers(Section s, Layout layout) {
        List<String> codes = s.texts("covers");
        if (s.has("covers") && layout != null && !layout.establishments()) {
            onlyFor(s, "covers", false, layout);
        }
        for (String code : codes) {
            if (!Frame.isDepartement(code)) {
                s.fault("covers", "departement-invalide", "On attend le code d’un département\u00a0: 2A, 59, 974.",
                        code);
            }
        }
        return codes;
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
            String figure = value.carries() == Carries.MEASURE ? value.measure().id() : value.indicator().id();
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
        List<String> tables = tablesOfCodes(sources);
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            if (source.correspondence() == null) {
                continue;
            }
            if (source.layout() != null && source.layout() != Layout.CONTOURS_QPV) {
                onlyFor(sections.get(i), "correspondence", false, source.layout());
            } else if (!tables.contains(source.correspondence())) {
                noTableOfCodes(sections.get(i), "correspondence", source.correspondence(), tables);
            }
        }
    }

    /** Sources that pair the codes of the edition with those of another generation. */
    static List<String> tablesOfCodes(List<Source> sources) {
        return sources.stream()
                .filter(s -> s.layout() == Layout.CORRESPONDANCE_QPV)
                .map(Source::id)
                .toList();
    }

    /** Reports that a key names none of them. */
    static void noTableOfCodes(Section section, String key, String named, List<String> tables) {
        section.fault(
                key, "source-inconnue",
                "On attend l’identifiant d’une source de layout correspondance-qpv." + French.didYouMean(named, tables),
                named);
    }

    private void indispensable(List<Source> sources) {
        for (Layout layout : INDISPENSABLE) {
            long count = sources.stream().filter(s -> s.layout() == layout).count();
            boolean unknown = sources.stream().anyMatch(s -> s.layout() == null); // it may be this one: told already
            if (count > 1 || (count == 0 && !unknown)) {
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
