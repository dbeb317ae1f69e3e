package fr.atlasqpv.store;

import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.AttachmentDecision;
import fr.atlasqpv.territory.Commune;
import fr.atlasqpv.territory.Departement;
import fr.atlasqpv.territory.PublishedEpci;
import fr.atlasqpv.territory.Region;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The attachment of a run and the collèges near its QPV. */
public final class Attachments {
    private static final List<String> TABLES = List.of(
            "attached_region", "attached_departement", "attached_epci", "attached_commune", "attached_qpv",
            "attachment_decision");

    private final JdbcTemplate jdbc;

    /** @param dataSource the store */
    public Attachments(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
        jdbc.setFetchSize(5_000);
    }

    /** Keeps the attachment of a run, instead of an earlier one. */
    public void save(long run, Attachment attachment) {
        forget(run, TABLES);
        insert("attached_region (run, code, label, chef_lieu)", attachment.regions()
                .values()
                .stream()
                .map(r -> row(run, r.code(), r.label(), r.chefLieu()))
                .toList());
        insert("attached_departement (run, code, label, region, chef_lieu)", attachment.departements()
                .values()
                .stream()
                .map(d -> row(run, d.code(), d.label(), d.region(), d.chefLieu()))
                .toList());
        insert("attached_epci (run, code, siren, label, departement, region, part)", attachment.epci()
                .values()
                .stream()
                .map(e -> row(run, e.code(), e.siren(), e.label(), e.departement(), e.region(), e.part()))
                .toList());
        insert("attached_commune (run, code, label, departement, region, epci)", attachment.communes()
                .values()
                .stream()
                .map(c -> row(run, c.code(), c.label(), c.departement(), c.region(),
                        attachment.epciRowOf(c.code()).orElse(null)))
                .toList());
        insert("attached_qpv (run, code, label, epci, departement, region, communes)", attachment.qpv()
                .values()
                .stream()
                .map(q -> row(run, q.code(), q.label(), q.epci(), q.departement(), q.region(),
                        String.join(",", q.communes())))
                .toList());
        List<Object[]> decisions = new ArrayList<>();
        for (AttachmentDecision decision : attachment.decisions()) {
            decisions.add(row(run, decisions.size(), decision.rule().name(), decision.subject(), decision.message()));
        }
        insert("attachment_decision (run, rank, rule, subject, message)", decisions);
    }

    /** The attachment of a run. */
    public Attachment load(long run) {
        Map<String, String> epciRowOfCommune = new HashMap<>();
        List<Commune> communes = new ArrayList<>();
        jdbc.query(
                "SELECT code, label, departement, region, epci FROM attached_commune WHERE run = ?",
                r -> {
                    communes.add(new Commune(r.getString(1), r.getString(2), r.getString(3), r.getString(4)));
                    if (r.getString(5) != null) {
                        epciRowOfCommune.put(r.getString(1), r.getString(5));
                    }
                },
                run);
        return Attachment.restored(
                jdbc.query(
                        "SELECT code, label, chef_lieu FROM attached_region WHERE run = ?",
                        (r, n) -> new Region(r.getString(1), r.getString(2), r.getString(3)),
                        run),
                jdbc.query(
                        "SELECT code, label, region, chef_lieu FROM attached_departement WHERE run = ?",
                        (r, n) -> new Departement(r.getString(1), r.getString(2), r.getString(3), r.getString(4)),
                        run),
                communes,
                jdbc.query(
                        "SELECT code, siren, label, departement, region, part FROM attached_epci WHERE run = ?",
                        (r, n) -> new PublishedEpci(
                                r.getString(1),
                                r.getString(2),
                                r.getString(3),
                                r.getString(4),
                                r.getString(5),
                                r.getBoolean(6)),
                        run),
                epciRowOfCommune,
                jdbc.query(
                        "SELECT code, label, epci, departement, region, communes FROM attached_qpv WHERE run = ?",
                        (r, n) -> new AttachedQpv(
                                r.getString(1),
                                r.getString(2),
                                r.getString(3),
                                r.getString(4),
                                r.getString(5),
                                List.of(r.getString(6).split(","))),
                        run),
                jdbc.query(
                        "SELECT rule, subject, message FROM attachment_decision WHERE run = ? ORDER BY rank",
                        (r, n) -> new AttachmentDecision(
                                AttachmentDecision.Rule.valueOf(r.getString(1)), r.getString(2), r.getString(3)),
                        run));
    }

    /** Keeps the collèges near the QPV of a run, instead of earlier ones. */
    public void saveNear(long run, SortedMap<String, SortedSet<String>> near) {
        forget(run, List.of("near_college"));
        List<Object[]> rows = new ArrayList<>();
        near.forEach((qpv, colleges) -> {
            if (colleges.isEmpty()) {
                rows.add(row(run, qpv, null));
            }
            colleges.forEach(uai -> rows.add(row(run, qpv, uai)));
        });
        insert("near_college (run, qpv, uai)", rows);
    }

    /** QPV that have a contour → identifiers of the public collèges near it, possibly none. */
    public SortedMap<String, SortedSet<String>> near(long run) {
        SortedMap<String, SortedSet<String>> near = new TreeMap<>();
        jdbc.query(
                "SELECT qpv, uai FROM near_college WHERE run = ?",
                r -> {
                    SortedSet<String> colleges = near.computeIfAbsent(r.getString(1), q -> new TreeSet<>());
                    if (r.getString(2) != null) {
                        colleges.add(r.getString(2));
                    }
                },
                run);
        return near;
    }

    /** Forgets the attachment of a run. */
    public void forget(long run) {
        forget(run, TABLES);
        forget(run, List.of("near_college"));
    }

    private void forget(long run, List<String> tables) {
        tables.forEach(t -> jdbc.update("DELETE FROM " + t + " WHERE run = ?", run));
    }

    private void insert(String target, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            String marks = "?" + ", ?".repeat(rows.getFirst().length - 1);
            jdbc.batchUpdate("INSERT INTO " + target + " VALUES (" + marks + ")", rows);
        }
    }

    private static Object[] row(Object... values) {
        return values;
    }
}
