package fr.atlasqpv.store;

import java.nio.file.Path;
import java.util.UUID;

/**
 * Where the store is.
 *
 * @param url JDBC address, {@code jdbc:h2:…} or {@code jdbc:postgresql:…}
 * @param user user, empty for none
 * @param password password, empty for none
 */
public record StoreSettings(String url, String user, String password) {

    /** Name of the file of a store on disk. */
    public static final String FILE_NAME = "atlas.mv.db";

    /**
     * The store of an output root: one H2 file in its work folder. Every commit reaches the disk before the next one, so
     * that a killed run resumes at the last checkpoint that it announced; the file is closed by us, not by a hook of H2's
     * that would race with the end of the steps.
     */
    public static StoreSettings file(Path workFolder) {
        Path file = workFolder.toAbsolutePath().normalize().resolve("atlas");
        return new StoreSettings(
                "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE" + OPTIONS, "sa", "");
    }

    /** A store that lasts as long as the process, for commands that leave nothing behind. */
    public static StoreSettings memory() {
        return new StoreSettings(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE" + OPTIONS, "sa",
                "");
    }

    /** H2 keeps no log of its own, in a file or in ours: its statements hold counts. */
    private static final String OPTIONS = ";TRACE_LEVEL_FILE=0";

    /** Tells whether it is a file of this machine. */
    public boolean isFile() {
        return url.startsWith("jdbc:h2:file:");
    }

    /** Folder of the migrations of the vendor. */
    String vendor() {
        return embedded() ? "h2" : "postgresql";
    }

    /** Tells whether the database runs inside this process. */
    boolean embedded() {
        return url.startsWith("jdbc:h2:");
    }

    /** The address without what it may hold of secrets. */
    @Override
    public String toString() {
        int parameters = url.indexOf(embedded() ? ';' : '?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }
}
