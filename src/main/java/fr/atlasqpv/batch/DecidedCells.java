package fr.atlasqpv.batch;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Decided;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Severity;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.secrecy.APriori.Status;
import fr.atlasqpv.secrecy.CellStatus;
import fr.atlasqpv.secrecy.Protection;
import fr.atlasqpv.secrecy.Publication;
import fr.atlasqpv.territory.Attachment;
import fr.atlasqpv.territory.Territory;
import java.util.List;
import java.util.Map;

/** What the edition decides of single cells, held against the territories and the figures that there are. */
final class DecidedCells {
    private DecidedCells() {}

    /** Decisions on territories that nobody knows: a code that is mistyped leaves a cell to its fate. */
    static List<Notice> unknown(Edition edition, Attachment attachment) {
        return edition.aPriori()
                .stream()
                .filter(d -> !known(edition, d.decision().cell().territory(), attachment))
                .map(d -> notice(d, "code-inconnu", Severity.ERROR,
                        "Ce territoire n’est pas de l’édition\u00a0: la décision ne porterait sur rien. Corrigez le niveau ou le code, "
                                + "ou ôtez la ligne."))
                .toList();
    }

    private static boolean known(Edition edition, Territory territory, Attachment attachment) {
        String code = territory.code();
        return switch (territory.level()) {
            case FRANCE -> territory.equals(edition.frame().reference().territory());
            case REG -> attachment.departements().values().stream().anyMatch(d -> d.region().equals(code));
            case DEP -> attachment.departements().containsKey(code);
            case EPCI -> attachment.epci().values().stream().anyMatch(row -> row.code().equals(code));
            case QPV -> attachment.qpv().containsKey(code);
        };
    }

    /** Decisions that come to nothing, for the reader of a check: which cells a rule withholds is told to nobody else. */
    static List<Notice> vain(Edition edition, Map<CellKey, Publication> told) {
        return edition.aPriori()
                .stream()
                .filter(d -> d.decision().status().filter(Status.PUBLISHED::equals).isPresent())
                .filter(d -> told.containsKey(d.decision().cell())
                        && told.get(d.decision().cell()).status() == CellStatus.SECRET)
                .map(d -> notice(d, Protection.OVERRULED, Severity.WARNING,
                        "L’édition veut cette cellule publiée (" + d.decision().who()
                                + ")\u00a0: une règle, un livre déjà paru ou son producteur la retient, et l’emporte."))
                .toList();
    }

    private static Notice notice(Decided decided, String code, Severity severity, String message) {
        return new Notice(
                decided.place().file(), decided.place().line(), decided.place().key(), code, severity, message,
                decided.decision().cell().toString());
    }
}
