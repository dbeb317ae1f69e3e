package fr.atlasqpv.publication.readback;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** What a zip holds besides its entries, and no program shows: comments, fields of entries, bytes before, between and after them. */
final class ZipRemains {
    private static final int END_RECORD = 22;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int CENTRAL_HEADER = 46;
    private static final int DESCRIPTOR = 16;

    private ZipRemains() {}

    /** What there is of it, in words; a book of ours has nothing. */
    static SortedSet<String> of(Path file) throws IOException {
        SortedSet<String> remains = new TreeSet<>();
        Set<String> names = new HashSet<>();
        long at = 0;
        long directory = 0;
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntriesInPhysicalOrder())) {
                if (!names.add(entry.getName())) {
                    remains.add("deux parties du même nom");
                }
                if (entry.getComment() != null && !entry.getComment().isEmpty()) {
                    remains.add("commentaire d’une partie de l’archive");
                }
                if (entry.getCentralDirectoryExtra().length + entry.getLocalFileDataExtra().length > 0) {
                    remains.add("champ ajouté à une partie de l’archive");
                }
                if (entry.getLocalHeaderOffset() != at) {
                    remains.add("octets hors des parties de l’archive");
                }
                at = entry.getDataOffset() + entry.getCompressedSize()
                        + (entry.getGeneralPurposeBit().usesDataDescriptor() ? DESCRIPTOR : 0);
                directory += CENTRAL_HEADER + entry.getRawName().length;
            }
        }
        if (!endsAfter(file, at, directory)) {
            remains.add("octets hors des parties de l’archive");
        }
        return remains;
    }

    /** Tells whether nothing but the directory and its end, without a comment, follows the last entry. */
    private static boolean endsAfter(Path file, long entries, long directory) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long place = entries + directory;
            if (bytes.length() != place + END_RECORD) {
                return false;
            }
            byte[] record = new byte[END_RECORD];
            bytes.seek(place);
            bytes.readFully(record);
            ByteBuffer end = ByteBuffer.wrap(record).order(ByteOrder.LITTLE_ENDIAN);
            return end.getInt(0) == END_SIGNATURE && Integer.toUnsignedLong(end.getInt(16)) == entries
                    && end.getShort(20) == 0;
        }
    }
}
