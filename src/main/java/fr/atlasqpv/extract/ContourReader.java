package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.French;
import fr.atlasqpv.edition.Layout;
import fr.atlasqpv.territory.Correspondence;
import fr.atlasqpv.territory.Zone;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;

/**
 * Layouts {@code contours-qpv} and {@code contours-communes}: GeoJSON polygons, projected into their zone and repaired. A QPV
 * may come in several features, one per commune: the last of them gives the union of all, so that a territory has one
 * {@link Fact.ContourFact}. A commune has one feature.
 */
final class ContourReader implements SourceReader {
    private final InputFile file;
    private final Notices notices;
    private final Layout layout;
    private final List<String> excluded;
    private final Scope scope;
    private final Correspondence pairs;
    private final Column code;
    private final Column commune;
    private final Map<String, Integer> left;
    private final Map<String, List<Geometry>> parts = new HashMap<>();
    private final Keys keys = new Keys();
    private final GeoJsonFeatures features;
    private final ContourBuilder builder;
    private ReadPosition position = ReadPosition.START;

    /**
     * Opens a file.
     *
     * @param pairs codes of the edition by code of the file, null when they are the same
     */
    ContourReader(InputFile file, Edition.Source source, Edition edition, Correspondence pairs) {
        this.file = file;
        this.notices = file.notices();
        this.layout = source.layout();
        this.excluded = source.excluded();
        this.scope = Scope.of(edition);
        this.pairs = pairs;
        this.code = new Column(composed(source.columns().get("code")), 0);
        this.commune =
                source.columns().containsKey("commune") ? new Column(composed(source.columns().get("commune")), 1)
                        : null;
        this.left = count(file);
        this.features = new GeoJsonFeatures(file, true);
        this.builder = new ContourBuilder(Projection.from(features.system()).orElseThrow(() -> {
            features.close();
            return notices.unreadable(
                    1,
                    "crs",
                    NoticeCode.GEOJSON_ILLISIBLE,
                    "Ce système de coordonnées n’est pas connu\u00a0: on attend un code EPSG, 4326 (degrés) ou 2154 par exemple.",
                    "EPSG:" + features.system());
        }));
    }

    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** Features of each code: tells which one is the last. */
    private Map<String, Integer> count(InputFile file) {
        Map<String, Integer> counts = new HashMap<>();
        try (GeoJsonFeatures quick = new GeoJsonFeatures(file, false)) {
            GeoJsonFeatures.Feature feature = quick.next();
            if (feature != null) {
                checkProperty(feature, code);
                checkProperty(feature, commune);
            }
            for (; feature != null; feature = quick.next()) {
                counts.merge(feature.properties().getOrDefault(code.name(), ""), 1, Integer::sum);
            }
        }
        return counts;
    }

    private void checkProperty(GeoJsonFeatures.Feature first, Column column) {
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
        GeoJsonFeatures.Feature feature = features.next();
        if (feature == null) {
            return null;
        }
        position = new ReadPosition(feature.byteOffset(), position.rows() + 1, feature.line());
        List<String> cells = List.of(
                feature.properties().getOrDefault(code.name(), ""),
                commune == null ? "" : feature.properties().getOrDefault(commune.name(), ""));
        Row row = new Row(
                notices,
                new Table.Cells(feature.line(), feature.line(), feature.byteOffset(), cells, List.of(), false));
        return layout == Layout.CONTOURS_QPV ? qpv(row, feature) : commune(row, feature);
    }

    private Outcome qpv(Row row, GeoJsonFeatures.Feature feature) {
        String id = row.qpv(code);
        if (row.faulty()) {
            return row.usable(List.of());
        }
        if (scope.excludesQpv(id)) {
            return row.outOfScope(ScopeReason.HORS_CADRE);
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
        boolean last = left.merge(row.text(code), -1, Integer::sum) == 0;
        if (!last || row.faulty() || !parts.containsKey(id)) {
            return row.usable(List.of());
        }
        Geometry whole = ContourBuilder.union(parts.remove(id));
        return row.usable(known.stream()
                .<Fact>map(qpv -> new Fact.ContourFact(Fact.Kind.QPV, qpv, whole))
                .toList());
    }

    private Outcome commune(Row row, GeoJsonFeatures.Feature feature) {
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
        add(row, feature, id, scope.zoneOfCommune(id));
        List<Geometry> drawn = parts.remove(id);
        return drawn == null || row.faulty()
                ? row.usable(List.of())
                : row.usable(new Fact.ContourFact(Fact.Kind.COMMUNE, id, drawn.getFirst()));
    }

    private void add(Row row, GeoJsonFeatures.Feature feature, String id, Zone zone) {
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
