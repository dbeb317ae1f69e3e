package fr.atlasqpv.publication.conformity;

import java.io.IOException;
import java.util.List;

/** Tells which rules of PDF/UA-1 and PDF/A-2a a PDF breaks. May be asked by several threads. */
@FunctionalInterface
public interface PdfJudge {
    /**
     * Judges a PDF.
     *
     * @param pdf the whole file
     * @return rules that it breaks, in the order of the standards, then of their clauses; empty when it conforms
     * @throws IOException when the validator fails
     */
    List<BrokenRule> judge(byte[] pdf) throws IOException;

    /** Tells whether veraPDF, an optional library, is on the class path. */
    static boolean isInstalled() {
        try {
            Class.forName("org.verapdf.pdfa.Foundries", false, PdfJudge.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * The judgement of veraPDF.
     *
     * @throws IllegalStateException when it is not on the class path
     */
    static PdfJudge veraPdf() {
        if (!isInstalled()) {
            throw new IllegalStateException("veraPDF is not on the class path");
        }
        return new VeraPdf();
    }
}
