package fr.atlasqpv.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

/** The same atlas gives the same file. */
class BookBytesTest {
    @Test
    void twoBooksOfOneAtlasAreTheSameBytesInAnotherLocaleAndTimeZone() {
        byte[] first = Books.pdf(Books.SMALL);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(Books.write(Books.atlas(Books.SMALL))).isEqualTo(first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void anotherAtlasHasAnotherIdentifier() {
        assertThat(Books.pdf(Books.SMALL)).isNotEqualTo(Books.pdf(Books.TINY));
    }
}
