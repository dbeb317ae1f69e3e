package fr.atlasqpv.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * Signs that every face of the books has. Readers know no fonts: the signs are listed in a resource, and a test holds it to the
 * faces.
 */
final class PrintableSigns {
    private static final String RESOURCE = "signes-imprimables.txt";
    private static final BitSet SIGNS = load();

    private PrintableSigns() {}

    /** Tells whether the books can print a sign. */
    static boolean has(int sign) {
        return SIGNS.get(sign);
    }

    private static BitSet load() {
        BitSet signs = new BitSet();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(PrintableSigns.class.getResourceAsStream(RESOURCE), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int dash = line.indexOf('-');
                signs.set(Integer.parseInt(line.substring(0, dash), 16),
                        Integer.parseInt(line.substring(dash + 1), 16) + 1);
            }
            return signs;
        } catch (IOException e) {
            throw new UncheckedIOException("the list of printable signs cannot be read", e);
        }
    }
}
