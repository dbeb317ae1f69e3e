package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.French;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.extract.MouvementsCommunes.Movements;
import fr.atlasqpv.territory.Correspondence;
import fr.atlasqpv.territory.Zone;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * Layouts {@code contours-qpv} and {@code contours-communes}: polygons, projected into their zone and repaired. A QPV
 * may come in several features, one per commune: the last of them gives the union of all, so that a territory has one
 * {@link Fact.ContourFact}. A commune has one feature, or those of the communes that it was made of. Where the properties name the QPV
 * and their communes, the file is their list as well.
 */
final class ContourReader implements SourceReader {
    private final InputFile file;
    private final Notices notices;
    private final Layout layout;
    private final Set<String> excluded;
    private final Scope scope;
    private final Correspondence pairs;
    private final Column code;
    private final Column commune;
    private final Column label;
    private final Column communes;
    private final Movements movements;
    private final Map<String, Integer> left;
    private final Map<String, List<Geometry>> parts = new HashMap<>();
    private final Map<String, Set<String>> places = new HashMap<>();
    private final Keys keys = new Keys();
    private final Features features;
    private final ContourBuilder builder;
    private ReadPosition position = ReadPosition.START;

    /**
     * Opens a file.
     *
     * @param drawn QPV whose contour is not wanted, for another source has it
     * @param pairs codes of the edition by code of the file, null when they are the same
     * @param movements what communes of another year have become
     */
    ContourReader(
            InputFile file, Edition.Source source, Edition edition, Set<String> drawn, Correspondence pairs,
            Movements movements) {
        this.file = file;
        this.notices = file.notices();
        this.layout = source.layout();
        this.excluded = new HashSet<>(source.excluded());
        this.excluded.addAll(drawn);
        this.scope = Scope.of(edition);
        this.pairs = pairs;
        this.movements = movements;
        this.code = column(source, "code", 0);
        this.commune = column(source, "commune", 1);
        this.label = column(source, Layout.LABEL, 2);
        this.communes = column(source, "communes", 3);
        this.left = count(source);
        this.features = Features.of(file, source, true);
        try {
            this.builder = new ContourBuilder(projection(source));
        } catch (UnreadableSourceException e) {
            features.close();
            throw e;
        }
    }

    /** What the file says, else what the edition says, else what is usual in files of its format: never both, and never a guess. */
    private Projection projection(Edition.Source source) {
        if (source.epsg() == null) {
            Projection told = features.system();
            Projection system = told == null ? features.usual() : told;
            if (system == null) {
                throw notices.unreadable(
                        0, "", NoticeCode.SYSTEME_INCONNU,
                        "Le fichier ne dit pas dans quel système sont ses coordonnées (un shapefile le dit dans son .prj)\u00a0: "
                                + "demandez-le au producteur, et donnez son code dans epsg, à la source.",
                        "");
            }
            return system;
        }
        Projection told = null;
        try {
            told = features.system();
        } catch (UnreadableSourceException e) {
            // this is what the key is for
        }
        if (told != null) {
            throw notices.unreadable(
                    0, "epsg", NoticeCode.SYSTEME_INCONNU,
                    "Le fichier dit lui-même dans quel système sont ses coordonnées\u00a0: ôtez epsg de la source.",
                    source.epsg().toString());
        }
        return Projection.from(source.epsg().toString())
                .orElseThrow(() -> Projection.unknown(file, "EPSG:" + source.epsg()));
    }

    /** The property of a field, null when the edition does not map it. */
    private static Column column(Edition.Source source, String field, int place) {
        String name = source.columns().get(field);
        return name == null ? null : new Column(Normalizer.normalize(name, Normalizer.Form.NFC), place);
    }

    /** Text of the property of a column, empty when there is none. */
    private static String text(Features.Feature feature, Column column) {
        return column == null ? "" : feature.properties().getOrDefault(column.name(), "");
    }

    /** What the features of a territory have in common. */
    private String territory(String text) {
        return layout == Layout.CONTOURS_QPV ? text : movements.today(text);
    }

    /** Codes of the features of a file. */
    static Set<String> codes(InputFile file, Edition.Source source) {
        Set<String> codes = new HashSet<>();
        Column code = column(source, "code", 0);
        try (GeoJsonFeatures quick = new GeoJsonFeatures(file, false)) {
            for (GeoJsonFeatures.Feature feature = quick.next(); feature != null; feature = quick.next()) {
                codes.add(text(feature, code));
            }
        }
        return codes;
    }

    /** Features of each code: tells which one is the last. */
    private Map<String, Integer> count(Edition.Source source) {
        Map<String, Integer> counts = new HashMap<>();
        try (Features quick = Features.of(file, source, false)) {
            Features.Feature feature = quick.next();
            if (feature != null) {
                for (Column column : Arrays.asList(code, commune, label, communes)) {
                    checkProperty(feature, column);
                }
            }
            for (; feature != null; feature = quick.next()) {
                counts.merge(territory(text(feature, code)), 1, Integer::sum);
            }
        }
        return counts;
    }

    private void checkProperty(Features.Feature first, Column column) {
        if (column != null && !first.properties().containsKey(column.name())) {
            throw notices.unreadable(
                    first.line(),
                    column.name(),
                    NoticeCode.COLONNE_ABSENTE,
                    "La propriété " + French.quoted(column.name())
                            + " déclarée dans l’édition n’est pas dans le fichier."
                            + French.didYouMean(column.name(), first.properties().keySet())
                            + " Propriétés trouvées\u00a0: " + French.enumeration(first.properties().keySet()) + ".",
                    "");
        }
    }

    @Override
    public Outcome read() {
        Features.Feature feature = features.next();
        if (feature == null) {
            return null;
        }
        position = new ReadPosition(feature.byteOffset(), position.rows() + 1, feature.line());
        List<String> cells = List.of(
                text(feature, code), text(feature, commune), text(feature, label), text(feature, communes));
        Row row = new Row(
                notices,
                new Table.Cells(feature.line(), feature.line(), feature.byteOffset(), cells, List.of(), false));
        return layout == Layout.CONTOURS_QPV ? qpv(row, feature) : commune(row, feature);
    }

    private Outcome qpv(Row row, Features.Feature feature) {
        String id = row.qpv(code);
        if (row.faulty()) {
            return row.usable(List.of());
        }
        if (scope.excludesQpv(id)) {
            return row.outOfScope(ScopeReason.HORS_CADRE, label == null ? List.of() : scope.elsewhere(id));
        }
        Collection<String> paired = pairs == null ? List.of(id) : pairs.successors(id);
        List<String> known = paired.stream().filter(qpv -> !excluded.contains(qpv)).toList();
        if (known.isEmpty()) {
            return row.outOfScope(ScopeReason.SANS_CORRESPONDANCE);
        }
        if (commune != null) {
            keys.once(row, code, id + " " + row.text(commune));
        }
        add(row, feature, id, scope.zoneOfQpv(id));
        places.computeIfAbsent(id, q -> new LinkedHashSet<>()).addAll(places(row));
        String name = label == null ? "" : row.required(label);
        boolean last = left.merge(row.text(code), -1, Integer::sum) == 0;
        if (!last || row.faulty()) {
            return row.usable(List.of());
        }
        List<Fact> facts = new ArrayList<>();
        Geometry whole = parts.containsKey(id) ? ContourBuilder.union(parts.remove(id)) : null;
        for (String qpv : known) {
            if (whole != null) {
                facts.add(new Fact.ContourFact(Fact.Kind.QPV, qpv, whole));
            }
            if (label != null) {
                facts.add(new Fact.QpvFact(qpv, name, ""));
            }
            places.get(id).forEach(place -> facts.add(new Fact.QpvCommuneFact(qpv, place, null)));
        }
        return row.usable(facts);
    }

    /** Communes of a feature, in its order, those of another year as what they have become. */
    private List<String> places(Row row) {
        List<String> places = new ArrayList<>();
        if (communes != null) {
            for (String place : row.required(communes).split("\\s*,\\s*")) {
                if (!place.isEmpty() && !CommuneCode.valid(place)) {
                    row.fault(communes, NoticeCode.CODE_INVALIDE,
                            "On attend des codes Insee de communes\u00a0: cinq caractères, comme 59350 ou 2A004.",
                            place);
                }
                places.add(today(row, communes, CommuneCode.commune(place)));
            }
        }
        return places;
    }

    private String today(Row row, Column column, String place) {
        String today = movements.today(place);
        if (!today.equals(place)) {
            row.inform(column, NoticeCode.COMMUNE_DEVENUE,
                    "Cette commune fait maintenant partie de " + today + "\u00a0: elle y est comptée et dessinée.",
                    place);
        }
        return today;
    }

    private Outcome commune(Row row, Features.Feature feature) {
        String id = row.commune(code);
        if (row.faulty()) {
            return row.usable(List.of());
        }
        if (scope.excludesCommune(id)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
        }
        if (CommuneCode.arrondissement(id)) {
            return row.outOfScope(ScopeReason.ARRONDISSEMENT);
        }
        keys.once(row, code, id);
        String today = today(row, code, id);
        add(row, feature, today, scope.zoneOfCommune(today));
        boolean last = left.merge(today, -1, Integer::sum) == 0;
        List<Geometry> drawn = last ? parts.remove(today) : null;
        return drawn == null || row.faulty()
                ? row.usable(List.of())
                : row.usable(new Fact.ContourFact(Fact.Kind.COMMUNE, today, ContourBuilder.union(drawn)));
    }

    private void add(Row row, Features.Feature feature, String id, Zone zone) {
        if (feature.type() == null || feature.coordinates() == null) {
            row.remark(code, NoticeCode.GEOMETRIE_INVALIDE, "Cette entité n’a pas de géométrie\u00a0: pas de contour.",
                    id);
            return;
        }
        try {
            Geometry drawn = builder.draw(zone, feature.type(), feature.coordinates());
            Geometry valid = valid(row, drawn, id);
            if (valid.isEmpty()) {
                throw new ContourBuilder.Unusable("La géométrie n’a pas de surface.");
            }
            parts.computeIfAbsent(id, k -> new ArrayList<>(1)).add(valid);
        } catch (ContourBuilder.Unusable e) {
            row.fault(code, NoticeCode.GEOMETRIE_INVALIDE, e.getMessage() + " Entité " + French.quoted(id) + ".",
                    feature.type());
        }
    }

    private Geometry valid(Row row, Geometry drawn, String id) {
        if (drawn.isValid()) {
            return drawn;
        }
        row.inform(code, NoticeCode.GEOMETRIE_REPAREE, "Le contour se croise lui-même\u00a0: il a été réparé.", id);
        return ContourBuilder.repaired(drawn);
    }

    @Override
    public Set<String> fingerprints() {
        return file.fingerprints();
    }

    @Override
    public ReadPosition position() {
        return position;
    }

    @Override
    public void close() {
        features.close();
    }
}
