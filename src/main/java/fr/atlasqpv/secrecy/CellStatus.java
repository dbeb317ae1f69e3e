package fr.atlasqpv.secrecy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Status of a published value; the identifier stands in the column {@code statut} of every output. */
public enum CellStatus {
    /** The figure itself. */
    PUBLIE,
    /** At least 95 %, published as 95. */
    PLAFONNE,
    /** At most 5 %, published as 5. */
    PLANCHER,
    /** Withheld; primary and complementary suppression are deliberately not told apart. */
    SECRET,
    /** The figure makes no sense for this territory. */
    SANS_OBJET,
    /** The sources do not give it. */
    NON_DISPONIBLE;

    /** Identifier in the outputs, such as {@code sans_objet}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tells whether a value stands beside the status. */
    public boolean hasValue() {
        return this == PUBLIE || this == PLAFONNE || this == PLANCHER;
    }

    /** Finds a status by its identifier. */
    public static Optional<CellStatus> of(String id) {
        return Arrays.stream(values()).filter(s -> s.id().equals(id)).findFirst();
    }
}
