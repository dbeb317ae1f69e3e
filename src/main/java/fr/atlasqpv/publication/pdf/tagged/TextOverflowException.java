package fr.atlasqpv.publication.pdf.tagged;

import fr.atlasqpv.cartography.Box;
import java.util.Locale;

/** A text that would leave its cell or its page: the writer should have broken or shortened it. */
public final class TextOverflowException extends UnprintableTextException {
    private static final long serialVersionUID = 1;

    TextOverflowException(String text, double left, double right, double baseline, Box room) {
        super(String.format(
                Locale.ROOT,
                "“%s” stands at %.2f–%.2f × %.2f mm, outside %.2f–%.2f × %.2f–%.2f",
                text, left, right, baseline, room.x(), room.right(), room.y(), room.bottom()), text.strip(),
                "Ce texte ne tient pas à la place que le livre lui donne\u00a0: raccourcissez-le.");
    }
}
