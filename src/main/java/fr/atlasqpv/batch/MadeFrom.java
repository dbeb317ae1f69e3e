package fr.atlasqpv.batch;

import fr.atlasqpv.publication.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What released books were made from, to the byte. It stays beside their copy in the work folder and is never published: who has the
 * fingerprint of a small file of counts, and all of it but one that is withheld, finds that one by trying.
 *
 * @param identity fingerprint of edition file, inputs and program ({@link RunRequest#making})
 * @param draw fingerprint of the key of the draw
 * @param inputs fingerprint of each file by its path below the input folder
 */
record MadeFrom(String identity, String draw, SortedMap<String, String> inputs) {
    /** Name of the file beside the copy. */
    static final String FILE_NAME = "fabrication.json";

    /** Defensive copy. */
    MadeFrom {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }

    /** What lies beside a copy; empty when nobody noted it. */
    static Optional<MadeFrom> beside(Path copy) throws IOException {
        return read(copy.resolve(FILE_NAME));
    }

    /** What a file notes; empty when there is none. */
    static Optional<MadeFrom> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
        SortedMap<String, String> inputs = new TreeMap<>();
        json.path("entrees").properties().forEach(e -> inputs.put(e.getKey(), e.getValue().asString()));
        return Optional.of(new MadeFrom(json.path("identite").asString(""), json.path("tirage").asString(""), inputs));
    }

    /** Tells whether the same makes the same books: files that it does not name are of no matter to it. */
    boolean sameAs(MadeFrom other) {
        return identity.equals(other.identity) && draw.equals(other.draw);
    }

    void write(Path file) throws IOException {
        JsonFile.write(
                file, JsonFile.ordered("identite", identity, "tirage", draw, "entrees", inputs));
    }
}
