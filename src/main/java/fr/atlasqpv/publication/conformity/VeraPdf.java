package fr.atlasqpv.publication.conformity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * veraPDF, the validator of the PDF Association. An optional library: ask {@link PdfJudge#isInstalled()} before this class is
 * loaded. Its state is kept by thread, so that books can be judged side by side.
 */
final class VeraPdf implements PdfJudge {
    private static final Comparator<BrokenRule> BY_CLAUSE =
            Comparator.comparing(BrokenRule::clause).thenComparingInt(BrokenRule::test);

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Override
    public List<BrokenRule> judge(byte[] pdf) throws IOException {
        List<BrokenRule> broken = new ArrayList<>();
        for (Standard standard : Standard.values()) {
            broken.addAll(judge(pdf, standard));
        }
        return broken;
    }

    private static List<BrokenRule> judge(byte[] pdf, Standard standard) throws IOException {
        PDFAFlavour flavour = flavour(standard);
        try (PDFAParser parser =
                Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return broken(standard, validator.validate(parser));
        } catch (ModelParsingException | EncryptedPdfException e) {
            return List.of(BrokenRule.unreadable(standard, e.getMessage()));
        } catch (ValidationException e) {
            throw new IOException("veraPDF cannot judge the book", e);
        }
    }

    /** Of each rule its first place: one mistake of a writer is made on every page. */
    private static List<BrokenRule> broken(Standard standard, ValidationResult result) {
        Map<RuleId, TestAssertion> first = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                first.putIfAbsent(assertion.getRuleId(), assertion);
            }
        }
        return first.values()
                .stream()
                .map(a -> new BrokenRule(
                        standard, a.getRuleId().getClause(), a.getRuleId().getTestNumber(), a.getMessage(),
                        a.getLocation().getContext(), result.getFailedChecks().getOrDefault(a.getRuleId(), 1)))
                .sorted(BY_CLAUSE)
                .toList();
    }

    private static PDFAFlavour flavour(Standard standard) {
        return switch (standard) {
            case PDF_UA_1 -> PDFAFlavour.PDFUA_1;
            case PDF_A_2A -> PDFAFlavour.PDFA_2_A;
        };
    }
}
