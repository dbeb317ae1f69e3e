package fr.atlasqpv.publication.pdf;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF which rules a document breaks. */
public final class Verapdf {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Verapdf() {}

    /** Rules of PDF/UA-1 and of PDF/A-2a that the document breaks, once each with the first place. */
    public static Set<String> failures(byte[] pdf) {
        Set<String> failures = new LinkedHashSet<>();
        failures.addAll(failures(pdf, PDFAFlavour.PDFUA_1));
        failures.addAll(failures(pdf, PDFAFlavour.PDFA_2_A));
        return failures;
    }

    private static Set<String> failures(byte[] pdf, PDFAFlavour flavour) {
        Set<String> failures = new LinkedHashSet<>();
        Set<String> seen = new LinkedHashSet<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED
                        && seen.add(assertion.getRuleId().toString())) {
                    failures.add(flavour + " " + assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage() + " at "
                            + assertion.getLocation().getContext());
                }
            }
        } catch (Exception e) {
            throw new AssertionError("veraPDF cannot read the document", e);
        }
        return failures;
    }
}
