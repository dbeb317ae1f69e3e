package fr.atlasqpv.audit;

import fr.atlasqpv.indicator.Catalogue;
import fr.atlasqpv.indicator.CellKey;
import fr.atlasqpv.publication.readback.PaperReadback;
import fr.atlasqpv.publication.readback.ReadBook;
import fr.atlasqpv.publication.readback.ReadCell;
import fr.atlasqpv.secrecy.Hierarchy;
import fr.atlasqpv.territory.Level;
import fr.atlasqpv.territory.Perimeter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The written books of an edition, every region.
 *
 * @param folder folder of the edition
 * @param rules what its manifest says
 * @param regions books of its regions, by folder
 * @param papers what lies beside the folders of the regions, and the files that nobody reads, each by its faults
 * @param told what all of them tell, cell by cell: where two disagree, the one that shows a figure, as an attacker would
 */
record EditionBooks(
        Path folder, EditionRules rules, List<RegionBooks> regions, Papers papers, SortedMap<CellKey, ReadCell> told) {
    /** Books that have been read, and nothing beside them. */
    EditionBooks(Path folder, EditionRules rules, List<RegionBooks> regions) {
        this(folder, rules, regions, Papers.NONE, told(regions));
    }

    /**
     * What lies in the folder of an edition besides the books.
     *
     * @param read texts of the papers of the edition
     * @param strangers files that nobody reads, told without any figure that their names may hold
     * @param missing papers that are not there
     */
    record Papers(List<ReadBook> read, List<String> strangers, List<String> missing) {
        static final Papers NONE = new Papers(List.of(), List.of(), List.of());

        /** Goes through the whole folder: what nobody is registered to read is found by being there. */
        static Papers of(Path folder, Catalogue catalogue) {
            List<ReadBook> read = new ArrayList<>();
            List<String> strangers = new ArrayList<>();
            List<FileKind> missing = new ArrayList<>(List.of(FileKind.values()));
            for (Path file : files(folder)) {
                Path path = folder.relativize(file);
                String stem = path.getNameCount() == 2 ? RegionBooks.stem(file.getParent()) : "";
                Optional<FileKind> kind = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        ? FileKind.of(path, stem)
                        : Optional.empty();
                if (kind.isEmpty()) {
                    strangers.add(path.toString().replaceAll("\\d+(?:[.,]\\d+)*(?=[^/]*$)", "…"));
                } else if (!kind.get().ofRegion()) {
                    read.add(RegionBooks.read(file, new PaperReadback(catalogue)::read));
                }
                kind.ifPresent(missing::remove);
            }
            return new Papers(read, strangers, missing.stream().map(FileKind::ending).toList());
        }

        private static List<Path> files(Path folder) {
            try (Stream<Path> tree = Files.walk(folder)) {
                return tree.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
            } catch (IOException e) {
                throw new UnreadableBooksException(folder + "\u00a0: le dossier ne se lit pas.", e);
            }
        }
    }

    /**
     * Reads an edition.
     *
     * @param given an edition folder, or a root that holds exactly one
     * @throws UnreadableBooksException when it is neither, or a book cannot be read
     */
    static EditionBooks read(Path given) {
        Path folder = edition(given);
        EditionRules rules = EditionRules.read(folder);
        List<RegionBooks> regions = RegionBooks.read(folders(folder), rules.catalogue());
        if (regions.isEmpty()) {
            throw new UnreadableBooksException(folder + "\u00a0: aucun dossier de région.");
        }
        return new EditionBooks(folder, rules, regions, Papers.of(folder, rules.catalogue()), told(regions));
    }

    /**
     * Reads the tidy files of an edition, and nothing else: they tell what its workbooks and PDF do.
     *
     * @param folder folder of the edition, or a copy of its tidy files and its manifest
     * @param now what the manifest of the books under audit says
     * @throws UnreadableBooksException when one of them cannot be read
     */
    static EditionBooks tidy(Path folder, EditionRules now) {
        EditionRules rules = EditionRules.before(folder, now);
        return new EditionBooks(folder, rules, RegionBooks.tidy(folders(folder), rules.catalogue()));
    }

    /**
     * The folder of an edition.
     *
     * @throws UnreadableBooksException when there is none, or more than one
     */
    static Path edition(Path given) {
        if (Files.isRegularFile(given.resolve(EditionRules.FILE_NAME))) {
            return given;
        }
        List<Path> editions = Files.isDirectory(given)
                ? folders(given).stream().filter(f -> Files.isRegularFile(f.resolve(EditionRules.FILE_NAME))).toList()
                : List.of();
        if (editions.size() != 1) {
            throw new UnreadableBooksException(
                    given + "\u00a0: un dossier d’édition est attendu, ou une racine qui en contient un seul ("
                            + editions.size() + " trouvé(s)).");
        }
        return editions.getFirst();
    }

    private static List<Path> folders(Path parent) {
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(f -> !f.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UnreadableBooksException(parent + "\u00a0: le dossier ne se lit pas.", e);
        }
    }

    private static SortedMap<CellKey, ReadCell> told(List<RegionBooks> regions) {
        SortedMap<CellKey, ReadCell> told = new TreeMap<>();
        for (RegionBooks region : regions) {
            for (ReadBook book : List.of(region.csv(), region.workbook())) {
                book.cells().forEach((key, cell) -> told.merge(key, cell, EditionBooks::tellingMore));
            }
            // The PDF prints “none” and “not concerned” alike: only a figure adds anything
            region.pdf().cells().forEach((key, cell) -> {
                if (!cell.value().isEmpty()) {
                    told.merge(key, cell, EditionBooks::tellingMore);
                }
            });
        }
        return told;
    }

    private static ReadCell tellingMore(ReadCell first, ReadCell second) {
        return first.value().isEmpty() && !second.value().isEmpty() ? second : first;
    }

    /** Which territory is part of which. */
    Hierarchy hierarchy() {
        List<Hierarchy.Parents> rows = regions.stream()
                .flatMap(r -> r.territories().stream())
                .map(r -> new Hierarchy.Parents(r.territory(), r.epci(), r.departement(), r.region()))
                .toList();
        return Hierarchy.told(rows, within(rows), rules.reference());
    }

    /**
     * EPCI that make up their département: nothing in the books says which of them lie over several, but where the published
     * inhabitants add up to those of the département, none does and none is missing.
     */
    private SortedSet<String> within(List<Hierarchy.Parents> rows) {
        SortedMap<String, String> departementOfEpci = new TreeMap<>();
        rows.stream()
                .filter(r -> r.territory().level() == Level.EPCI)
                .forEach(r -> departementOfEpci.put(r.territory().code(), r.departement()));
        SortedMap<String, BigDecimal> inhabitants = new TreeMap<>();
        departementOfEpci.forEach((epci, departement) -> inhabitants.merge(
                departement, inhabitants(told, Level.EPCI, epci), BigDecimal::add));
        SortedSet<String> within = new TreeSet<>(departementOfEpci.keySet());
        within.removeIf(epci -> {
            String departement = departementOfEpci.get(epci);
            return inhabitants.get(departement).compareTo(inhabitants(told, Level.DEP, departement)) != 0;
        });
        return within;
    }

    private BigDecimal inhabitants(SortedMap<CellKey, ReadCell> told, Level level, String code) {
        ReadCell cell = rules.catalogue()
                .inhabitantsCounted()
                .map(count -> told.get(CellKey.of(level, code, Perimeter.ENSEMBLE, count)))
                .orElse(null);
        return cell != null && cell.sound() && !cell.value().isEmpty()
                ? new BigDecimal(cell.value())
                : BigDecimal.ZERO;
    }
}
