package fr.atlasqpv.extract;

import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.French;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The file of a source, as a stream of uncompressed bytes whatever it is packed in. */
final class InputFile {
    private static final int BUFFER = 1 << 16;

    /** Bytes of a packed workbook: its texts are ten times as many. */
    static final int LARGEST_WORKBOOK = 40_000_000;
    private static final int MEGABYTE = 1_000_000;

    /** Files of a shapefile that are read beside its geometries. */
    private static final List<String> COMPANIONS = List.of("dbf", "prj", "cpg");
    private static final String SHAPES = ".shp";

    private final Path path;
    private final String member;
    private final long ceiling;
    private final Notices notices;
    private final Set<String> fingerprints;

    private InputFile(Path path, String member, long ceiling, Notices notices, Set<String> fingerprints) {
        this.path = path;
        this.member = member;
        this.ceiling = ceiling;
        this.notices = notices;
        this.fingerprints = fingerprints;
    }

    /**
     * Finds the file of a source.
     *
     * @throws UnreadableSourceException when it is absent
     */
    static InputFile of(Edition.Source source, Path inputFolder) {
        Notices notices = new Notices(source.file());
        Path path = inputFolder.resolve(source.file());
        if (Files.isDirectory(path)) {
            throw notices.unreadable(
                    0, "", NoticeCode.FICHIER_ILLISIBLE,
                    "C’est un dossier qui se trouve à la place du fichier de la source " + French.quoted(source.id())
                            + "\u00a0: mettez-y le fichier lui-même.",
                    source.file());
        }
        if (!Files.isRegularFile(path)) {
            throw notices.unreadable(
                    0,
                    "",
                    NoticeCode.FICHIER_ABSENT,
                    "Le fichier de la source " + French.quoted(source.id()) + " n’est pas dans le dossier d’entrée."
                            + neighbour(path),
                    source.file());
        }
        return new InputFile(path, source.member(), (long) source.unpackedLimit() * MEGABYTE, notices,
                new TreeSet<>());
    }

    /** Files that are read with that of a source that stands on its own, those of a shapefile: paths below the input folder, in order. */
    static List<String> companions(String file, Path inputFolder) {
        if (!file.toLowerCase(Locale.ROOT).endsWith(SHAPES)) {
            return List.of();
        }
        Path path = inputFolder.resolve(file);
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        return COMPANIONS.stream().flatMap(c -> sibling(path, c).stream()).map(p -> folder + p.getFileName()).toList();
    }

    /** The file of a folder that has the name of another but for its ending, in whatever case. */
    private static Optional<Path> sibling(Path path, String ending) {
        Path folder = path.toAbsolutePath().getParent();
        String wanted = withEnding(path.getFileName().toString(), ending);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().equalsIgnoreCase(wanted)).filter(Files::isRegularFile)
                    .min(Comparator.naturalOrder());
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty(); // the file itself tells what is wrong with its folder
        }
    }

    private static String withEnding(String name, String ending) {
        return name.substring(0, name.lastIndexOf('.') + 1) + ending;
    }

    /** A file that is read with this one, which holds geometries: its table, its system of coordinates or its charset. */
    Optional<InputFile> companion(String ending) {
        if (!archive()) {
            return sibling(path, ending).map(p -> new InputFile(p, null, ceiling, notices, fingerprints));
        }
        try (ZipFile zip = zip()) {
            String wanted = withEnding(entry(zip).getName(), ending);
            return zip.stream()
                    .map(ZipEntry::getName)
                    .filter(wanted::equalsIgnoreCase)
                    .sorted()
                    .findFirst()
                    .map(m -> new InputFile(path, m, ceiling, notices, fingerprints));
        } catch (IOException e) {
            throw e instanceof FileSystemException ? unreadable(e) : damaged(e);
        }
    }

    /** Tells whether a database lies beside the file that holds what is not yet written to it: another program has it open. */
    boolean unfinished() {
        try {
            Path log = path.resolveSibling(path.getFileName() + "-wal");
            return !archive() && Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            return false; // it has come and gone
        }
    }

    private boolean archive() {
        return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    private static String neighbour(Path path) {
        Path folder = path.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            String name = path.getFileName().toString();
            List<String> names =
                    files.map(f -> f.getFileName().toString()).filter(f -> !f.equals(name)).sorted().toList();
            return French.didYouMean(name, names);
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

    /** Tells whether it is a GeoPackage, packed or not. */
    boolean geoPackage() {
        return innerName().endsWith(".gpkg");
    }

    /** Tells whether it is a shapefile, packed or not. */
    boolean shapes() {
        return innerName().endsWith(SHAPES);
    }

    /** Tells whether it holds the features of a map, packed or not. */
    boolean geographic() {
        return innerName().matches(".*(json(\\.gz)?|\\.gpkg|\\.shp)");
    }

    /** The files of an archive, those of a shapefile as one; its own name when it is none. */
    List<String> members() {
        if (!archive()) {
            return List.of(path.getFileName().toString());
        }
        try (ZipFile zip = zip()) {
            return files(zip).map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw e instanceof FileSystemException ? unreadable(e) : damaged(e);
        }
    }

    /** Whatever has the name of a shapefile belongs to it. */
    private static Stream<? extends ZipEntry> files(ZipFile zip) {
        List<? extends ZipEntry> files =
                zip.stream().filter(e -> !e.isDirectory() && !e.getName().startsWith("__MACOSX/")).toList();
        Set<String> shapes = files.stream()
                .map(e -> e.getName().toLowerCase(Locale.ROOT))
                .filter(n -> n.endsWith(SHAPES))
                .map(n -> withEnding(n, ""))
                .collect(Collectors.toCollection(TreeSet::new));
        return files.stream().filter(e -> {
            String name = e.getName().toLowerCase(Locale.ROOT);
            return name.endsWith(SHAPES) || shapes.stream().noneMatch(name::startsWith);
        });
    }

    private String innerName() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".zip")) {
            return name;
        }
        try (ZipFile zip = zip()) {
            return entry(zip).getName().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw e instanceof FileSystemException ? unreadable(e) : damaged(e);
        }
    }

    /**
     * Opens the uncompressed bytes.
     *
     * @throws UnreadableSourceException when the file or its archive is not what it should be; so do the bytes when they are read
     */
    InputStream open() {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean packed = name.endsWith(".gz") || archive();
        try {
            InputStream bytes = archive() ? openZip() : openFile(name.endsWith(".gz"));
            BufferedInputStream known = new BufferedInputStream(bytes, BUFFER);
            try {
                checkFormat(known);
                return known;
            } catch (UnreadableSourceException e) {
                known.close();
                throw e;
            }
        } catch (IOException e) {
            throw packed && !(e instanceof FileSystemException) ? damaged(e) : unreadable(e);
        }
    }

    private InputStream openFile(boolean packed) throws IOException {
        MessageDigest digest = sha256();
        InputStream raw = new DigestInputStream(Files.newInputStream(path), digest);
        try {
            BufferedInputStream bytes = new BufferedInputStream(raw, BUFFER);
            if (packed) {
                checkPacking(bytes, FileFormat.GZIP, "n’est pas compressé par gzip\u00a0: ôtez .gz de son nom");
            }
            InputStream unpacked = packed
                    ? GzipCompressorInputStream.builder().setInputStream(bytes).setDecompressConcatenated(true).get()
                    : bytes;
            return new UnpackedBytes(unpacked, ceiling, new Reading(packed, () -> {
                bytes.transferTo(OutputStream.nullOutputStream());
                return digest;
            }));
        } catch (IOException | UnreadableSourceException e) {
            raw.close();
            throw e;
        }
    }

    private InputStream openZip() throws IOException {
        ZipFile zip = zip();
        try {
            ZipEntry entry = entry(zip);
            CheckedInputStream bytes = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
            UnpackedBytes unpacked = new UnpackedBytes(bytes, ceiling, new Reading(true, () -> {
                if (bytes.getChecksum().getValue() != entry.getCrc()) {
                    throw new ZipException("wrong checksum of " + entry.getName());
                }
                return digestOfFile();
            }));
            return new FilterInputStream(unpacked) {
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

    /** A zip is not read from its first byte to its last: it is read once more, right after its content. */
    private MessageDigest digestOfFile() throws IOException {
        MessageDigest digest = sha256();
        try (InputStream bytes = new DigestInputStream(Files.newInputStream(path), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Fingerprints of the file as each reading that came to its end found it. */
    Set<String> fingerprints() {
        return Collections.unmodifiableSet(fingerprints);
    }

    /** Takes the digest of the file once its last byte is read. */
    @FunctionalInterface
    private interface Digest {
        MessageDigest taken() throws IOException;
    }

    private final class Reading implements UnpackedBytes.Story {
        private final boolean packed;
        private final Digest digest;

        Reading(boolean packed, Digest digest) {
            this.packed = packed;
            this.digest = digest;
        }

        @Override
        public void ended() throws IOException {
            fingerprints.add(HexFormat.of().formatHex(digest.taken().digest()));
        }

        @Override
        public UnreadableSourceException failed(IOException e) {
            return packed ? damaged(e) : unreadable(e);
        }

        @Override
        public UnreadableSourceException tooMany() {
            return tooLarge("du fichier, une fois décompressé,", ceiling);
        }
    }

    private void checkPacking(BufferedInputStream bytes, FileFormat expected, String what) throws IOException {
        FileFormat found = FileFormat.of(bytes);
        if (found != expected) {
            throw notices.unreadable(
                    0, "", NoticeCode.ARCHIVE_ILLISIBLE,
                    "Ce fichier " + (found == FileFormat.EMPTY ? "est vide\u00a0: copiez-le de nouveau" : what)
                            + (found.words().isEmpty() ? "." : " (c’est " + found.words() + ")."),
                    "");
        }
    }

    /** A workbook, a page of a web site or an archive that lies there under another name. */
    private void checkFormat(BufferedInputStream bytes) throws IOException {
        FileFormat found = FileFormat.of(bytes);
        String name = member == null ? path.getFileName().toString().toLowerCase(Locale.ROOT) : member;
        if (COMPANIONS.stream().anyMatch(c -> name.toLowerCase(Locale.ROOT).endsWith("." + c))) {
            return; // its format tells nothing in its first bytes
        }
        if (geoPackage() || shapes()) {
            if (found != (shapes() ? FileFormat.SHAPES : FileFormat.SQLITE)) {
                throw unexpected(
                        "On attend " + (shapes() ? FileFormat.SHAPES : FileFormat.SQLITE).words() + ", ce fichier "
                                + (found == FileFormat.EMPTY ? "est vide\u00a0: copiez-le de nouveau."
                                        : (found.words().isEmpty() ? "n’en est pas un" : "est " + found.words())
                                                + "\u00a0: donnez-lui le nom de son format, ou copiez-le de nouveau."),
                        found.words());
            }
        } else if (workbook()) {
            switch (found) {
                case ZIP -> {}
                case OLE2 -> throw oldWorkbook(bytes);
                default -> throw notices.unreadable(
                        0, "", NoticeCode.ARCHIVE_ILLISIBLE,
                        found == FileFormat.EMPTY ? "Le classeur est vide\u00a0: copiez-le de nouveau."
                                : "Ce fichier n’est pas un classeur Excel (.xlsx)"
                                        + (found.words().isEmpty() ? "" : ", c’est " + found.words())
                                        + "\u00a0: enregistrez-le comme classeur, ou donnez-lui le nom de son format.",
                        "");
            }
        } else if (!found.words().isEmpty()) {
            throw unexpected(
                    "On attend " + (geographic() ? "du GeoJSON" : "un texte CSV") + ", ce fichier est " + found.words()
                            + "\u00a0: donnez-lui le nom de son format, ou mettez à sa place le bon fichier.",
                    found.words());
        }
    }

    private UnreadableSourceException oldWorkbook(BufferedInputStream bytes) throws IOException {
        boolean locked;
        try (POIFSFileSystem parts =
                new POIFSFileSystem(new ByteArrayInputStream(bytes.readNBytes(LARGEST_WORKBOOK)))) {
            locked = parts.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException e) {
            locked = false; // damaged besides, but an old one all the same
        }
        return unexpected(
                locked ? "Le classeur est protégé par un mot de passe\u00a0: enregistrez-le sans mot de passe."
                        : "C’est un ancien classeur Excel (.xls)\u00a0: enregistrez-le comme «\u00a0Classeur Excel (.xlsx)\u00a0».",
                locked ? "mot de passe" : "ancien .xls");
    }

    /** Names inside old archives are not in UTF-8: a charset that accepts any byte opens them all. */
    private ZipFile zip() throws IOException {
        try (BufferedInputStream head = new BufferedInputStream(Files.newInputStream(path))) {
            checkPacking(head, FileFormat.ZIP, "n’est pas une archive zip\u00a0: donnez-lui le nom de son format");
        }
        return new ZipFile(path.toFile(), StandardCharsets.ISO_8859_1);
    }

    /** The file that the edition names, or the only one. */
    private ZipEntry entry(ZipFile zip) {
        List<? extends ZipEntry> files = member == null ? files(zip).toList()
                : zip.stream().filter(e -> !e.isDirectory() && e.getName().equals(member)).toList();
        if (files.size() == 1) {
            return files.getFirst();
        }
        List<String> names = files(zip).map(ZipEntry::getName).toList();
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

    /** A compressed file that ends too early, or whose bytes are not those that were packed. */
    UnreadableSourceException damaged(Throwable e) {
        String said = String.valueOf(e.getMessage());
        String what = said.contains("encrypted")
                ? "L’archive est protégée par un mot de passe\u00a0: faites-en une sans mot de passe."
                : said.contains("after a valid")
                        ? "Des octets suivent la fin de l’archive\u00a0: elle est abîmée, et une partie n’en serait pas lue. "
                                + "Téléchargez-la ou copiez-la de nouveau."
                        : "L’archive est incomplète ou abîmée\u00a0: téléchargez-la ou copiez-la de nouveau.";
        return notices.unreadable(0, "", NoticeCode.ARCHIVE_ILLISIBLE, what, said);
    }

    /** The file is of another format than its name says. */
    UnreadableSourceException unexpected(String message, String found) {
        return notices.unreadable(0, "", NoticeCode.FORMAT_INATTENDU, message, found);
    }

    /** There is more in the file than anybody needs. */
    UnreadableSourceException tooLarge(String what, long bytes) {
        return notices.unreadable(
                0, "", NoticeCode.FICHIER_TROP_GRAND,
                "La taille " + what + " dépasse " + bytes / MEGABYTE
                        + "\u00a0Mo\u00a0: est-ce le bon fichier\u00a0? Pour un texte, l’édition peut en admettre davantage "
                        + "(unpacked-limit).",
                "");
    }

    /** The disk or the rights say no. */
    UnreadableSourceException unreadable(IOException e) {
        String what = switch (e) {
            case AccessDeniedException denied ->
                    "Le fichier ne peut pas être lu\u00a0: le compte qui lance le programme n’en a pas le droit.";
            case NoSuchFileException gone -> "Le fichier a disparu pendant la lecture.";
            default -> "Le fichier ne peut pas être lu\u00a0: vérifiez le disque ou le partage réseau.";
        };
        return notices.unreadable(
                0, "", NoticeCode.FICHIER_ILLISIBLE, what,
                e instanceof FileSystemException fs ? String.valueOf(fs.getReason() == null ? "" : fs.getReason())
                        : e.getMessage());
    }
}
