package fr.atlasqpv.quality.input;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.EditionFile;
import fr.atlasqpv.extract.Fact;
import fr.atlasqpv.extract.Fact.Kind;
import fr.atlasqpv.extract.Located;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.indicator.Indicator;
import fr.atlasqpv.indicator.RawCell;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentInput;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.Epci;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import fr.atlasqpv.territory.Qpv;
import fr.atlasqpv.territory.QpvShare;
import fr.atlasqpv.territory.Region;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Two communes of one QPV each, 30 km apart, and what a test adds to them, a fact to a word; the line of a fact is its rank.
 */
final class TinyEvidence implements Evidence.Facts {
    static final Path MODEL = Path.of("src/test/resources/edition-2031/essai-2031.yaml");
    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    private static final String BASE = "C:35001 C:35002 Q:QP035001 Q:QP035002 L:QP035001:35001 L:QP035002:35002 "
            + "P:35001:350000:6790000 P:35002:380000:6790000";

    private final Edition edition;
    private final List<Located<Fact>> facts = new ArrayList<>();
    private final List<Located<Fact.MeasureFact>> counters = new ArrayList<>();
    private final Map<String, Evidence.Rows> rows = new HashMap<>();
    private final Set<String> faulty;
    private final TreeMap<CellKey, RawCell> figures = new TreeMap<>();
    private final TreeMap<CellKey, Publication> previous = new TreeMap<>();

    /** The edition with more keys at its end. */
    static Edition edition(Path folder, String more) throws IOException {
        Path file = Files.createTempFile(folder, "essai", ".yaml");
        Files.writeString(file, Files.readString(MODEL) + "\n" + more + "\n");
        return EditionFile.load(file);
    }

    TinyEvidence(Edition edition, String words, String... faulty) {
        this.edition = edition;
        this.faulty = Set.of(faulty);
        edition.sources().forEach(s -> rows.put(s.id(), new Evidence.Rows(10, 10, 0)));
        int line = -8;
        for (String word : (BASE + " " + words).strip().split("\\s+")) {
            add(++line, word.split(":"));
        }
    }

    private void add(long line, String... w) {
        switch (w[0]) {
            case "C" -> at("communes", line, new Fact.CommuneFact(w[1], "Ville " + w[1], w[1].substring(0, 2), "53"));
            case "CD" -> at("communes", line, new Fact.CommuneFact(w[1], "Ville " + w[1], w[2], w[3]));
            case "REG" -> at("regions", line, new Fact.RegionFact(w[1], "Région " + w[1], ""));
            case "DEP" -> at("departements", line, new Fact.DepartementFact(w[1], "Département " + w[1], w[2], ""));
            case "Q" -> at("base-quartiers", line, new Fact.QpvFact(w[1], "Cité " + w[1], ""));
            case "L" -> at("quartiers-communes", line, new Fact.QpvCommuneFact(w[1], w[2], BigDecimal.TEN));
            case "P" -> at("centres", line, new Fact.CentreFact(w[1], number(w[2]), number(w[3])));
            case "E" -> at("annuaire", line,
                    new Fact.EstablishmentFact(w[1], "college", "public", w[2], number(w[3]), number(w[4])));
            case "M" -> at(source(w[1]), line, new Fact.MeasureFact(
                    kind(w[1]), w[1], edition.catalogue().measure(w[2]).orElseThrow(), new BigDecimal(w[3])));
            case "MS" -> at(w[4], line, new Fact.MeasureFact(
                    kind(w[1]), w[1], edition.catalogue().measure(w[2]).orElseThrow(), new BigDecimal(w[3])));
            case "X" -> at(source(w[1]), line, new Fact.MissingFact(
                    kind(w[1]), w[1], edition.catalogue().measure(w[2]).orElseThrow(), null, Fact.MissingMark.SECRET));
            case "N" -> counters.add(new Located<>("logements", line, new Fact.MeasureFact(
                    Kind.QPV, w[1], edition.catalogue().measure("logements_sociaux").orElseThrow(),
                    new BigDecimal(w[2]))));
            case "R" -> {
                for (String rate : w[2].split("/")) {
                    at("base-quartiers", line, new Fact.RateFact(
                            Kind.QPV, "QP035001", indicator(w[1]), new BigDecimal(rate)));
                }
            }
            case "G" -> at("contours", line, new Fact.ContourFact(
                    Kind.QPV, w[1], GEOMETRY.toGeometry(square(number(w[2]), number(w[3]), number(w[4])))));
            case "REF" -> at("reperes", line, new Fact.ReferenceFact(
                    w[1], w[2], Perimeter.valueOf(w[3]), w[4], new BigDecimal(w[5])));
            case "LOST" -> at("logements", line, new Fact.LostDwellingFact(
                    w[1].startsWith("Q") ? w[1] : "", w[1].startsWith("3") ? w[1] : "",
                    edition.catalogue().measure("logements_sociaux").orElseThrow()));
            case "EPCI" -> at("epci", line, new Fact.EpciFact(w[1], "CA " + w[1], "CA"));
            case "IN" -> at("composition", line, new Fact.EpciMembershipFact(w[1], w[2]));
            case "ABROAD" -> at("composition", line, new Fact.EpciElsewhereFact(w[1]));
            case "ELSEWHERE" -> at("base-quartiers", line, new Fact.QpvElsewhereFact(w[1]));
            case "REP" -> at("logements", line, new Fact.RepeatedRowsFact(Long.parseLong(w[1]), 601, 2, 301));
            case "ROWS" -> rows.put(w[1], new Evidence.Rows(
                    Long.parseLong(w[2]), Long.parseLong(w[3]), Long.parseLong(w[4])));
            case "NOW" -> figure(key(w), new BigDecimal(w[5]));
            case "RATE" -> figures.put(key(w), RawCell.rate(key(w), new BigDecimal(w[5]), new BigDecimal(w[6]), false));
            case "OLD" -> previous.put(key(w), new Publication(new BigDecimal(w[5]), null, CellStatus.PUBLIE, false));
            default -> throw new IllegalArgumentException(w[0]);
        }
    }

    private void figure(CellKey key, BigDecimal value) {
        figures.put(key, key.indicator().kind() == Indicator.Kind.RATE
                ? RawCell.rate(key, value, BigDecimal.valueOf(100), false)
                : RawCell.count(key, value, false));
    }

    private CellKey key(String... w) {
        return CellKey.of(Level.valueOf(w[1]), w[2], Perimeter.valueOf(w[3]), indicator(w[4]));
    }

    private Indicator indicator(String id) {
        return edition.catalogue().indicator(id).orElseThrow();
    }

    private static Envelope square(double x, double y, double side) {
        return new Envelope(new Coordinate(x, y), new Coordinate(x + side, y + side));
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static Kind kind(String code) {
        return code.startsWith("Q") ? Kind.QPV : Kind.COMMUNE;
    }

    private static String source(String code) {
        return kind(code) == Kind.QPV ? "base-quartiers" : "base-communes";
    }

    private void at(String source, long line, Fact fact) {
        facts.add(new Located<>(source, line, fact));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <F extends Fact> List<Located<F>> all(Class<F> kind) {
        return facts.stream().filter(f -> kind.isInstance(f.fact())).map(f -> (Located<F>) f).toList();
    }

    @Override
    public List<Located<Fact.MeasureFact>> counters() {
        return counters;
    }

    Evidence evidence() {
        return new Evidence(edition, "essai.yaml", this, rows, faulty, attachment(), figures, previous);
    }

    private Attachment attachment() {
        List<Commune> communes = all(Fact.CommuneFact.class).stream().map(Located::fact)
                .map(c -> new Commune(c.code(), c.label(), c.departement(), c.region())).toList();
        Map<String, List<QpvShare>> shares = new TreeMap<>();
        all(Fact.QpvCommuneFact.class).forEach(f -> shares.computeIfAbsent(f.fact().qpv(), q -> new ArrayList<>())
                .add(new QpvShare(f.fact().commune(), f.fact().inhabitants())));
        Map<String, String> epci = new TreeMap<>();
        communes.forEach(c -> epci.put(c.code(), "200000001"));
        return Attachment.of(new AttachmentInput(
                communes, List.of(new Departement("35", "D", "53", "35001")), List.of(new Region("53", "R", "35001")),
                List.of(new Epci("200000001", "CA", "CA")), epci, Map.of("200000001", "35"), Map.of(),
                all(Fact.QpvFact.class).stream().map(f -> new Qpv(f.fact().code(), f.fact().label())).toList(),
                shares, Map.of(), Set.of()));
    }
}
