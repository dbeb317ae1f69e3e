package fr.atlasqpv.publication.pdf;

import fr.atlasqpv.publication.conformity.PdfJudge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Asks veraPDF which rules a document breaks. */
public final class Verapdf {
    private static final PdfJudge JUDGE = PdfJudge.veraPdf();

    private Verapdf() {}

    /** Rules of PDF/UA-1 and of PDF/A-2a that the document breaks, once each with the first place. */
    public static List<String> failures(byte[] pdf) {
        try {
            return JUDGE.judge(pdf)
                    .stream()
                    .map(r -> r.standard().label() + " " + r.clause() + "-" + r.test() + ": " + r.message() + " at "
                            + r.place())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
