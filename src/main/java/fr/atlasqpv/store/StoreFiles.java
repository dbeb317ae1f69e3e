package fr.atlasqpv.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/**
 * The files of a store on disk, for the eyes of their owner only, whatever the umask: what lies there while a run lasts, or after a
 * cut, are raw counts.
 *
 * <pre>
 * .work/atlas.mv.db            the store
 * .work/atlas.key              its password
 * .work/atlas-nouveau.mv.db    a store in the making, renamed once it is whole
 * .work/atlas-abime.mv.db      a damaged store set aside, until the next release
 * .work/atlas-abime            mark: the store was found damaged, and is to be set aside
 * </pre>
 */
record StoreFiles(Path folder) {
    private static final String SUFFIX = ".mv.db";
    private static final int KEY_BYTES = 16;

    Path store() {
        return folder.resolve(StoreSettings.FILE_NAME);
    }

    Path fresh() {
        return folder.resolve("atlas-nouveau" + SUFFIX);
    }

    Path aside() {
        return folder.resolve("atlas-abime" + SUFFIX);
    }

    private Path mark() {
        return folder.resolve("atlas-abime");
    }

    private Path key() {
        return folder.resolve("atlas.key");
    }

    /** Makes the folder, or takes from others what they may see of it. */
    void lockUp() throws IOException {
        OwnersOnly.folder(folder);
    }

    /** The password of the store, drawn at random when there is none yet. */
    String password() {
        try {
            if (Files.exists(key())) {
                return Files.readString(key(), StandardCharsets.US_ASCII);
            }
            byte[] random = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(random);
            String password = HexFormat.of().formatHex(random);
            OwnersOnly.write(key(), password);
            return password;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file in place of another, or of none, on the disk once this returns. */
    void replace(Path from, Path to) throws IOException {
        OwnersOnly.replace(from, to);
    }

    /** Leaves a word for the next start: the store is damaged. */
    void markDamaged() throws IOException {
        if (!Files.exists(mark())) {
            Files.createFile(mark());
        }
    }

    boolean markedDamaged() {
        return Files.exists(mark());
    }

    /** Takes the damaged store away; a mark that outlives a cut has nothing to set aside but the store that it was for. */
    void setAside() throws IOException {
        if (Files.exists(store())) {
            replace(store(), aside());
        }
        Files.deleteIfExists(mark());
    }

    /** Throws away what a damaged store still told, and what the making of one left. */
    void clear() throws IOException {
        for (Path file : List.of(aside(), fresh())) {
            Files.deleteIfExists(file);
        }
    }

    /** After the file was rewritten by the database, with permissions of its own. */
    void keepForOwner() throws IOException {
        if (Files.exists(store())) {
            OwnersOnly.keep(store());
        }
    }
}
