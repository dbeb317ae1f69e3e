package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.French;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The file of a source, as a stream of uncompressed bytes whatever it is packed in. */
final class InputFile {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final String member;
    private final Notices notices;

    private InputFile(Path path, String member, Notices notices) {
        this.path = path;
        this.member = member;
        this.notices = notices;
    }

    /**
     * Finds the file of a source.
     *
     * @throws UnreadableSourceException when it is absent
     */
    static InputFile of(Edition.Source source, Path inputFolder) {
        Notices notices = new Notices(source.file());
        Path path = inputFolder.resolve(source.file());
        if (!Files.isRegularFile(path)) {
            throw notices.unreadable(
                    0,
                    "",
                    NoticeCode.FICHIER_ABSENT,
                    "Le fichier de la source " + French.quoted(source.id()) + " n’est pas dans le dossier d’entrée."
                            + neighbour(path),
                    source.file());
        }
        return new InputFile(path, source.member(), notices);
    }

    private static String neighbour(Path path) {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(f -> f.getFileName().toString()).sorted().toList();
            return French.didYouMean(path.getFileName().toString(), names);
        } catch (IOException e) {
            return ""; // the notice stands without the suggestion
        }
    }

    /** Notices about this file. */
    Notices notices() {
        return notices;
    }

    /** Tells whether it is a workbook, packed or not. */
    boolean workbook() {
        return innerName().endsWith(".xlsx");
    }

    /** Tells whether it holds the features of a map, packed or not. */
    boolean geographic() {
        return innerName().matches(".*json(\\.gz)?");
    }

    /** The files of an archive; its own name when it is none. */
    List<String> members() {
        if (!path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return List.of(path.getFileName().toString());
        }
        try (ZipFile zip = zip()) {
            return zip.stream().filter(InputFile::isFile).map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static boolean isFile(ZipEntry entry) {
        return !entry.isDirectory() && !entry.getName().startsWith("__MACOSX/");
    }

    private String innerName() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".zip")) {
            return name;
        }
        try (ZipFile zip = zip()) {
            return entry(zip).getName().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /**
     * Opens the uncompressed bytes.
     *
     * @throws UnreadableSourceException when the archive is not what it should be
     */
    InputStream open() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".zip")) {
                return openZip();
            }
            InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
            return name.endsWith(".gz") ? unzipped(bytes) : bytes;
        } catch (IOException e) {
            throw name.endsWith(".gz") || name.endsWith(".zip") ? damaged(e) : unreadable(e);
        }
    }

    private static InputStream unzipped(InputStream bytes) throws IOException {
        try {
            return new BufferedInputStream(new GZIPInputStream(bytes, BUFFER), BUFFER);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private InputStream openZip() throws IOException {
        ZipFile zip = zip();
        try {
            InputStream bytes = zip.getInputStream(entry(zip));
            return new FilterInputStream(new BufferedInputStream(bytes, BUFFER)) {
                @Override
                public void close() throws IOException {
                    zip.close();
                }
            };
        } catch (IOException | UnreadableSourceException e) {
            zip.close();
            throw e;
        }
    }

    /** Names inside old archives are not in UTF-8: a charset that accepts any byte opens them all. */
    private ZipFile zip() throws IOException {
        return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
    }

    /** The file that the edition names, or the only one. */
    private ZipEntry entry(ZipFile zip) {
        List<? extends ZipEntry> files = zip.stream()
                .filter(InputFile::isFile)
                .filter(e -> member == null || e.getName().equals(member))
                .toList();
        if (files.size() == 1) {
            return files.getFirst();
        }
        List<String> names = zip.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).toList();
        throw notices.unreadable(
                0,
                "",
                NoticeCode.ARCHIVE_CONTENU,
                (member == null
                        ? "L’archive tient " + names.size() + " fichiers\u00a0: nommez dans member celui qui sert."
                        : "L’archive ne tient pas " + French.quoted(member) + "." + French.didYouMean(member, names))
                        + " Fichiers trouvés\u00a0: " + French.enumeration(names) + ".",
                String.join(", ", names));
    }

    /** A compressed file that ends too early or is not compressed at all. */
    UnreadableSourceException damaged(IOException e) {
        return notices.unreadable(
                0,
                "",
                NoticeCode.ARCHIVE_ILLISIBLE,
                "L’archive est incomplète ou abîmée\u00a0: téléchargez-la ou copiez-la de nouveau.",
                e.getMessage());
    }

    /** The disk or the rights say no. */
    UnreadableSourceException unreadable(IOException e) {
        return notices.unreadable(
                0, "", NoticeCode.FICHIER_ILLISIBLE, "Le fichier ne peut pas être lu\u00a0: vérifiez ses droits.",
                e.getMessage());
    }
}
