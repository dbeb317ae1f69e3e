package fr.atlasqpv.book;

import fr.atlasqpv.release.TableNote;
import fr.atlasqpv.release.Typography;
import fr.atlasqpv.territory.AttachedQpv;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Region;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Notes on the QPV that lie, or are printed, in another département than the one that counts them. */
final class CrossingNotes {
    private final Attachment attachment;
    private final Places places;

    CrossingNotes(Attachment attachment, Places places) {
        this.attachment = attachment;
        this.places = places;
    }

    /** The notes of the chapters of a region, by QPV. */
    List<TableNote> of(Region region) {
        List<TableNote> notes = new ArrayList<>();
        for (AttachedQpv qpv : attachment.qpv().values()) {
            Set<String> over = qpv.communes()
                    .stream()
                    .map(c -> attachment.communes().get(c).departement())
                    .collect(Collectors.toCollection(TreeSet::new));
            over.add(places.chapterOf(qpv));
            if (over.size() > 1) {
                String text = note(qpv);
                over.stream()
                        .filter(d -> attachment.departements().get(d).region().equals(region.code()))
                        .forEach(d -> notes.add(new TableNote(d, text)));
            }
        }
        return notes;
    }

    private String note(AttachedQpv qpv) {
        String label = Typography.neighbourhood(qpv.label());
        String name = (label.startsWith("Quartier") ? "Le " + label.substring(0, 1).toLowerCase(Locale.ROOT)
                + label.substring(1) : "Le quartier " + label) + " (" + qpv.code() + ")";
        List<String> elsewhere = qpv.communes()
                .stream()
                .filter(c -> !attachment.communes().get(c).departement().equals(qpv.departement()))
                .map(places::commune)
                .toList();
        String partly = elsewhere.isEmpty() ? "" : ", en partie à " + String.join(" et à ", elsewhere) + ",";
        String chapter = places.chapterOf(qpv);
        String row = chapter.equals(qpv.departement())
                ? ""
                : " et figure avec son intercommunalité, " + places.name(new Territory(Level.EPCI, qpv.epci()))
                        + ", dans le chapitre " + departement(chapter);
        return name + partly + " est compté dans le département " + departement(qpv.departement()) + row + ".";
    }

    private String departement(String code) {
        return places.name(new Territory(Level.DEP, code)) + " (" + code + ")";
    }
}
