package fr.atlasqpv.quality.compare;

import fr.atlasqpv.release.EditionComparison.TerritoryChange;
import fr.atlasqpv.release.EditionComparison.TerritoryNature;
import fr.atlasqpv.territory.Correspondence;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Territory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Territories new, gone, renamed, recoded, merged or split. What became of a code that is gone is read in the
 * correspondence; failing that, for an EPCI, in where its QPV went.
 */
final class TerritoryChanges {
    private final ComparedEdition before;
    private final ComparedEdition after;
    private final Correspondence correspondence;

    TerritoryChanges(ComparedEdition before, ComparedEdition after, Correspondence correspondence) {
        this.before = before;
        this.after = after;
        this.correspondence = correspondence;
    }

    List<TerritoryChange> changes() {
        List<TerritoryChange> changes = new ArrayList<>();
        for (Level level : Level.values()) {
            SortedSet<String> gone = codes(before.labels(), level);
            SortedSet<String> come = codes(after.labels(), level);
            for (String code : intersection(gone, come)) {
                renamed(level, code, changes);
            }
            SortedSet<String> kept = intersection(gone, come);
            gone.removeAll(kept);
            come.removeAll(kept);
            matched(level, gone, come, changes);
            gone.forEach(code -> changes.add(change(TerritoryNature.DISPARU, level, List.of(code), List.of())));
            come.forEach(code -> changes.add(change(TerritoryNature.NOUVEAU, level, List.of(), List.of(code))));
        }
        return changes;
    }

    private void renamed(Level level, String code, List<TerritoryChange> changes) {
        String was = before.labels().get(new Territory(level, code));
        String is = after.labels().get(new Territory(level, code));
        if (!was.equals(is)) {
            changes.add(change(TerritoryNature.RENOMME, level, List.of(code), List.of(code)));
        }
    }

    // Takes away from both sets what it can explain
    private void matched(Level level, Set<String> gone, Set<String> come, List<TerritoryChange> changes) {
        for (String code : List.copyOf(come)) {
            SortedSet<String> from = intersection(predecessors(level, code), gone);
            if (from.size() > 1) {
                changes.add(change(TerritoryNature.FUSIONNE, level, from, List.of(code)));
                gone.removeAll(from);
                come.remove(code);
            }
        }
        for (String code : List.copyOf(gone)) {
            SortedSet<String> to = successors(level, code);
            to.retainAll(codes(after.labels(), level));
            if (to.size() > 1) {
                changes.add(change(TerritoryNature.SCINDE, level, List.of(code), to));
            } else if (to.size() == 1) {
                boolean own = come.contains(to.first());
                changes.add(change(own ? TerritoryNature.RECODE : TerritoryNature.FUSIONNE, level, List.of(code), to));
            }
            if (!to.isEmpty()) {
                gone.remove(code);
                come.removeAll(to);
            }
        }
    }

    private SortedSet<String> successors(Level level, String code) {
        SortedSet<String> told = new TreeSet<>(correspondence.successors(code));
        return told.isEmpty() && level == Level.EPCI ? homesOfItsQpv(new Territory(level, code)) : told;
    }

    private SortedSet<String> predecessors(Level level, String code) {
        SortedSet<String> told = new TreeSet<>(correspondence.predecessors(code));
        if (told.isEmpty() && level == Level.EPCI) {
            for (Territory old : before.labels().keySet()) {
                if (old.level() == level && homesOfItsQpv(old).equals(Set.of(code))) {
                    told.add(old.code());
                }
            }
        }
        return told;
    }

    private SortedSet<String> homesOfItsQpv(Territory epci) {
        return before.children(epci)
                .stream()
                .filter(after.parents()::containsKey)
                .map(qpv -> after.parents().get(qpv).code())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private TerritoryChange change(
            TerritoryNature nature, Level level, Collection<String> from, Collection<String> to) {
        return new TerritoryChange(
                nature, level, List.copyOf(from), names(before, level, from), List.copyOf(to), names(after, level, to));
    }

    private static String names(ComparedEdition edition, Level level, Collection<String> codes) {
        return codes.stream()
                .map(code -> edition.labels().getOrDefault(new Territory(level, code), ""))
                .collect(Collectors.joining("\u00a0; "));
    }

    private static SortedSet<String> codes(SortedMap<Territory, String> labels, Level level) {
        return labels.keySet()
                .stream()
                .filter(t -> t.level() == level)
                .map(Territory::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SortedSet<String> intersection(Set<String> one, Set<String> other) {
        SortedSet<String> both = new TreeSet<>(one);
        both.retainAll(other);
        return both;
    }
}
