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

    /** Start of the address of a store on disk; a test puts a file system of its own there. */
    private static final String FILE = "jdbc:h2:file:";
    private static final String FILE_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

    /**
     * The store of an output root: one H2 file in its work folder, with a password of its own. The database writes each commit
     * without delay, and the transactions of the steps have it written through to the disk ({@link DurableTransactions}); the file
     * is closed by us, not by a hook of H2's that would race with the end of the steps.
     */
    public static StoreSettings file(Path workFolder) {
        return file(workFolder, "");
    }

    /** For tests: the store of an output root on a file system of H2 that a prefix names. */
    public static StoreSettings file(Path workFolder, String fileSystem) {
        Path folder = workFolder.toAbsolutePath().normalize();
        return new StoreSettings(
                FILE + SealedFile.name(fileSystem + folder.resolve("atlas")) + FILE_OPTIONS + OPTIONS, "sa",
                new StoreFiles(folder).password());
    }

    /** The same store in another file of its folder. */
    StoreSettings named(String name) {
        String path = url.substring(0, url.indexOf(FILE_OPTIONS));
        return new StoreSettings(
                path.substring(0, path.lastIndexOf("atlas")) + name + url.substring(path.length()), user, password);
    }

    /** The file of a store on disk, as H2 names it. */
    String h2File() {
        return url.substring(FILE.length(), url.indexOf(FILE_OPTIONS)) + ".mv.db";
    }

    /** The files of a store on disk. */
    StoreFiles files() {
        String path = url.substring(FILE.length(), url.indexOf(FILE_OPTIONS));
        return new StoreFiles(Path.of(path.replaceFirst("^([a-z]+:)+(?=/)", "")).getParent());
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
    public boolean isFile() { return url.startsWith(FILE); }

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
