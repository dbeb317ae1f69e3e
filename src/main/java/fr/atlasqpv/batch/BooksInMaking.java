package fr.atlasqpv.batch;

import fr.atlasqpv.release.PublishedAtlas;
import fr.atlasqpv.store.OwnersOnly;
import fr.atlasqpv.store.RunRecord.Book;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.territory.Attachment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of books in the making. What is written there is on the disk, and its size and fingerprint in the store, before the
 * step that wrote it is committed; whoever reads it later finds these bytes, or has them written again: a power cut, or a hand,
 * may have changed what lies there since.
 */
record BooksInMaking(
        RunRequest request, RunTables tables, AtlasDossier dossier, List<BookWriter> writers, EditionSwap swap,
        Disk disk) {

    /** Folder of a region. */
    Path folder(long run, String region) {
        return swap.fresh().resolve(tables.attachments().load(run).regions().get(region).folder());
    }

    /** Writes the books of a region, instead of any that lie there. */
    void write(long run, String region) throws IOException {
        PublishedAtlas atlas = dossier.assembly(run).of(region);
        Path folder = swap.fresh().resolve(atlas.folder());
        disk.delete(folder);
        disk.createFolder(folder);
        for (BookWriter writer : writers) {
            writer.write(atlas, folder);
        }
        OwnersOnly.keep(swap.fresh());
        disk.syncAll(folder);
        disk.sync(swap.fresh());
        tables.written().replace(run, region, books(folder));
    }

    /** Has the books of a region lie there as they were written. */
    void ensure(long run, String region) throws IOException {
        List<Book> written = tables.written().of(run, region);
        Path folder = folder(run, region);
        if (written.isEmpty() || !books(folder).equals(written)) {
            System.getLogger(BooksInMaking.class.getName())
                    .log(System.Logger.Level.WARNING, "the books of {0} are not as they were written: again", folder);
            write(run, region);
            if (!written.isEmpty() && !books(folder).equals(written)) {
                throw new IOException(
                        "les livres de la région " + region
                                + ", écrits de nouveau, ne sont pas ceux qui ont été relus");
            }
        }
    }

    /** Has the edition lie there as it will stand: nothing that a refused run left, the regions that the run leaves as they are. */
    void ensure(long run) throws IOException {
        Attachment attachment = tables.attachments().load(run);
        Set<String> regions = PublishStep.regions(request, attachment);
        for (String region : regions) {
            ensure(run, region);
        }
        Set<String> made =
                regions.stream().map(code -> attachment.regions().get(code).folder()).collect(Collectors.toSet());
        for (Path folder : folders(swap.fresh())) {
            if (!made.contains(folder.getFileName().toString())) {
                disk.delete(folder);
            }
        }
        if (!request.regions().isEmpty() && Files.isDirectory(swap.target())) {
            for (Path folder : folders(swap.target())) {
                if (!made.contains(folder.getFileName().toString())) {
                    disk.copy(folder, swap.fresh().resolve(folder.getFileName()));
                }
            }
        }
    }

    /** Folders of the regions that lie there. */
    List<Path> folders() throws IOException {
        return folders(swap.fresh());
    }

    private static List<Path> folders(Path parent) throws IOException {
        try (Stream<Path> list = Files.list(parent)) {
            return list.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Files below a folder of books, with their fingerprints. */
    static List<Book> books(Path folder) throws IOException {
        List<Book> books = new ArrayList<>();
        for (Path file : Disk.files(folder)) {
            books.add(
                    new Book(
                            folder.relativize(file).toString().replace('\\', '/'), Files.size(file),
                            Fingerprints.of(file)));
        }
        return books;
    }
}
