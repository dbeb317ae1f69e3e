package fr.atlasqpv.publication.pdf.tagged;

/**
 * What a document says of itself.
 *
 * @param title title shown by readers
 * @param author publishing body
 * @param subject one sentence
 * @param keywords words parted by commas
 * @param producer program and version
 * @param year year of the fixed dates: the same inputs give the same bytes
 */
public record DocumentDescription(
        String title, String author, String subject, String keywords, String producer, int year) {
    String pdfDate() {
        return "D:" + year + "0101000000Z";
    }

    String xmpDate() {
        return year + "-01-01T00:00:00Z";
    }
}
