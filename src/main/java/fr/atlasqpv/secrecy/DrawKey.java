package fr.atlasqpv.secrecy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret key of the draw between patterns of equal cost.
 *
 * <p>Were the choice of a complementary cell public, whoever reads the source code would tell it from the primary one that it
 * protects: of two withheld cells, the program would not have chosen the other (minimality attack; Wong <i>et al.</i>, 2007).
 * With a keyed draw (HMAC, RFC 2104) the same key and inputs make the same books, and nobody without the key can say which pattern
 * another primary cell would have had.
 *
 * <p>The key is the institute's. Nothing published holds it or is derived from it but the pattern itself.
 */
public final class DrawKey {
    /** Fewest bytes of a key: what cannot be tried out. */
    public static final int LEAST_BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MADE_BYTES = 32;
    private static final int PSEUDONYM_BYTES = 16;

    private final byte[] secret;

    private DrawKey(byte[] secret) {
        this.secret = secret.clone();
    }

    /**
     * A key.
     *
     * @param hexadecimal its bytes, two digits each
     * @throws IllegalArgumentException when these are no such digits, or stand for fewer bytes than {@link #LEAST_BYTES}
     */
    public static DrawKey of(String hexadecimal) {
        if (!valid(hexadecimal)) {
            throw new IllegalArgumentException("no key of " + LEAST_BYTES + " bytes at least");
        }
        return new DrawKey(HexFormat.of().parseHex(hexadecimal));
    }

    /** Whether a text is a key. */
    public static boolean valid(String hexadecimal) {
        return hexadecimal.matches("(?:[0-9a-fA-F]{2}){" + LEAST_BYTES + ",}");
    }

    /** A new key, in hexadecimal digits. */
    public static String made() {
        byte[] bytes = new byte[MADE_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The draws of this key, for one thread. */
    Draws draws() {
        return new Draws(mac());
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java without " + ALGORITHM, e);
        }
    }

    /** Names of one thread under which others are told apart, and that nobody without the key turns back. */
    public UnaryOperator<String> pseudonyms() {
        Mac mac = mac();
        return name -> HexFormat.of()
                .formatHex(mac.doFinal(("name " + name).getBytes(StandardCharsets.UTF_8)), 0, PSEUDONYM_BYTES);
    }

    /** Numbers drawn: the same subject draws the same number, and nobody without the key can tell it. */
    static final class Draws {
        /** Numbers drawn are below two to this power. */
        static final int BITS = 32;

        private final Mac mac;

        private Draws(Mac mac) {
            this.mac = mac;
        }

        /** A number from 0, included, to 2<sup>32</sup>, left out. */
        long of(String subject) {
            return ByteBuffer.wrap(mac.doFinal(subject.getBytes(StandardCharsets.UTF_8))).getInt()
                    & ((1L << BITS) - 1);
        }
    }
}
