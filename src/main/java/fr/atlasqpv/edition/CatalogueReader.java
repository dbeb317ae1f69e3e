package fr.atlasqpv.edition;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.Form;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.Indicator.Kind;
import fr.atlasqpv.indicator.Measure;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the sections {@code measures} and {@code indicators} of an edition file as far as they say how figures are made. */
final class CatalogueReader {
    private static final List<String> FORMS =
            List.of("count", "ratio", "delivered", "change", "share-of", "near", "ratio-near", "list", "code");
    private static final Map<String, Form.Says> SAYS =
            Map.of("belongs", Form.Says.BELONGS, "number", Form.Says.NUMBER, "code", Form.Says.CODE);
    private static final Map<String, Form.Whole> WHOLES =
            Map.of("territoire", Form.Whole.TERRITOIRE, "france", Form.Whole.FRANCE);

    private final Section file;
    private final Map<String, Measure> measures = new LinkedHashMap<>();
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();

    CatalogueReader(Section file) {
        this.file = file;
    }

    /** Sections of the indicators by identifier, which say more than their form. */
    Map<String, Section> sections() {
        return sections;
    }

    Catalogue read() {
        Section declared = file.section("measures", true);
        for (String id : declared.keys()) {
            Section s = declared.section(id, true);
            identifier(declared, id);
            measures.put(id, new Measure(
                    id, s.text("label"), s.text("unit"), s.flag("weighted", false), maximum(s)));
            s.finish();
        }
        measures.put(Measure.QPV.id(), Measure.QPV);
        Section all = file.section("indicators", true);
        for (String id : all.keys()) {
            identifier(all, id);
            sections.put(id, all.section(id, true));
        }
        if (sections.isEmpty()) {
            file.fault("indicators", "cle-manquante", "Décrivez dans indicators au moins un indicateur.", "");
        }
        Map<String, String> forms = new LinkedHashMap<>();
        sections.forEach((id, s) -> forms.put(id, s.choice("form", "forme-inconnue", known(FORMS), FORMS)));
        // A change names two other indicators, which may stand below it
        sections.forEach((id, s) -> indicator(id, s, forms.get(id), false));
        sections.forEach((id, s) -> indicator(id, s, forms.get(id), true));
        Section attachment = file.section("attachment", false);
        Measure inhabitants =
                attachment.optionalChoice("inhabitants", "mesure-inconnue", this::measure, measures.keySet());
        List<Indicator> inOrder = sections.keySet().stream().map(indicators::get).filter(i -> i != null).toList();
        return new Catalogue(List.copyOf(measures.values()), inOrder, inhabitants);
    }

    private static void identifier(Section section, String id) {
        if (!id.matches("[a-z][a-z0-9_]{0,39}")) {
            section.fault(
                    id, "identifiant-invalide",
                    "On attend des minuscules sans accent, des chiffres et des tirets bas, 40 au plus.", id);
        }
    }

    private Optional<Measure> measure(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    private void indicator(String id, Section s, String form, boolean changes) {
        if (form == null || form.equals("change") != changes) {
            return;
        }
        Form read = form(form, s);
        if (read != null) {
            Indicator bare = new Indicator(id, read, 0, Set.of(), Set.of());
            indicators.put(id, new Indicator(id, read, decimals(s, bare.kind()), levels(s, read), perimeters(s, read)));
        }
    }

    private Form form(String form, Section s) {
        return switch (form) {
            case "count" -> whole(new Form.Count(measure(s, "measure")));
            case "ratio" -> whole(new Form.Ratio(measure(s, "numerator"), measure(s, "denominator"), scale(s)));
            case "delivered" ->
                    new Form.Delivered(s.optionalChoice("base", "mesure-inconnue", this::measure, measures.keySet()));
            case "share-of" -> whole(new Form.ShareOf(measure(s, "measure"), word(s, "of", WHOLES)));
            case "near" -> new Form.Near(establishments(s));
            case "ratio-near" -> whole(new Form.RatioNear(
                    establishments(s), measure(s, "numerator"), measure(s, "denominator"), scale(s)));
            case "list" -> whole(new Form.Listed(word(s, "says", SAYS)));
            case "code" -> new Form.Code();
            default -> change(s);
        };
    }

    /** The form, or nothing when a part of it is missing: the fault has been told. */
    private static Form whole(Form form) {
        boolean missing = switch (form) {
            case Form.Count c -> c.measure() == null;
            case Form.Ratio r -> r.numerator() == null || r.denominator() == null;
            case Form.RatioNear r -> r.numerator() == null || r.denominator() == null;
            case Form.ShareOf s -> s.measure() == null || s.whole() == null;
            case Form.Listed l -> l.says() == null;
            default -> false;
        };
        return missing ? null : form;
    }

    private Form change(Section s) {
        Indicator from = compared(s, "from");
        Indicator to = compared(s, "to");
        Boolean relative = word(s, "as", Map.of("relative", true, "absolute", false));
        if (from == null || to == null || relative == null) {
            return null;
        }
        boolean alike = from.form().getClass() == to.form().getClass() && from.scale().compareTo(to.scale()) == 0;
        if (from.equals(to) || !alike) {
            s.fault(
                    "to", "evolution-impossible",
                    "Une évolution compare deux indicateurs de même forme et de même échelle.", to.id());
            return null;
        }
        return new Form.Change(from, to, relative);
    }

    private Indicator compared(Section s, String key) {
        List<String> additive =
                indicators.values().stream().filter(Indicator::additive).map(Indicator::id).toList();
        return s.choice(
                key, "indicateur-inconnu",
                id -> Optional.ofNullable(indicators.get(id)).filter(Indicator::additive), additive);
    }

    private Measure measure(Section s, String key) {
        return s.choice(key, "mesure-inconnue", this::measure, measures.keySet());
    }

    private static BigDecimal maximum(Section s) {
        BigDecimal declared = s.optionalDecimal("maximum", 1, Integer.MAX_VALUE);
        return declared == null ? Measure.LARGEST : declared;
    }

    private static BigDecimal scale(Section s) {
        return s.has("scale") ? s.decimal("scale", 1, 1_000_000) : BigDecimal.valueOf(100);
    }

    private static Form.Establishments establishments(Section s) {
        return new Form.Establishments(
                s.optionalText("establishments", ""), s.optionalText("sector", ""), s.texts("labels"),
                s.integer("distance", 0, 100_000));
    }

    private static <T> T word(Section s, String key, Map<String, T> words) {
        return s.choice(key, "mot-inconnu", w -> Optional.ofNullable(words.get(w)),
                words.keySet().stream().sorted().toList());
    }

    private static int decimals(Section s, Kind kind) {
        if (s.has("decimals")) {
            return s.integer("decimals", 0, 4);
        }
        return kind == Kind.RATE || kind == Kind.FIGURE ? 1 : 0;
    }

    /** Every level by default; a list, a code and what lies near are said of a QPV, a share of what holds QPV. */
    private static Set<Level> levels(Section s, Form form) {
        List<Level> written = s.choices("levels", "niveau-inconnu", one(Level.class), names(Level.class));
        if (!written.isEmpty()) {
            return EnumSet.copyOf(written);
        }
        return switch (form) {
            case Form.Near n -> EnumSet.of(Level.QPV);
            case Form.Listed l -> EnumSet.of(Level.QPV);
            case Form.Code c -> EnumSet.of(Level.QPV);
            case Form.ShareOf share -> EnumSet.of(Level.REG, Level.DEP);
            default -> EnumSet.allOf(Level.class);
        };
    }

    private static Set<Perimeter> perimeters(Section s, Form form) {
        List<Perimeter> written =
                s.choices("perimeters", "perimetre-inconnu", one(Perimeter.class), names(Perimeter.class));
        if (!written.isEmpty()) {
            return EnumSet.copyOf(written);
        }
        boolean onlyThoseOfTheQpv = switch (form) {
            case Form.ShareOf share -> true;
            case Form.Near near -> true;
            case Form.Count count -> count.measure().equals(Measure.QPV);
            default -> false;
        };
        return onlyThoseOfTheQpv ? EnumSet.of(Perimeter.QPV) : EnumSet.allOf(Perimeter.class);
    }

    private static <E extends Enum<E>> Function<String, Optional<E>> one(Class<E> type) {
        return word -> Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(word)).findFirst();
    }

    private static <E extends Enum<E>> List<String> names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.toList());
    }

    private static Function<String, Optional<String>> known(Collection<String> words) {
        return word -> words.contains(word) ? Optional.of(word) : Optional.empty();
    }
}
