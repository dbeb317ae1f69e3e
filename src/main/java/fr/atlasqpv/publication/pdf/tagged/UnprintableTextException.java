package fr.atlasqpv.publication.pdf.tagged;

/** A text of the edition or of its inputs that a book cannot print as it is. */
public abstract class UnprintableTextException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String text;
    private final String advice;

    UnprintableTextException(String message, String text, String advice) {
        super(message);
        this.text = text;
        this.advice = advice;
    }

    /** The text, or the line of it. */
    public String text() {
        return text;
    }

    /** What is wrong and what to do, sentences in French. */
    public String advice() {
        return advice;
    }
}
