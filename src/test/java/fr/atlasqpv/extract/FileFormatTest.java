package fr.atlasqpv.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileFormatTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"'', EMPTY", "'PK\u0003\u0004...', ZIP", "'PK\u0005\u0006...', ZIP", "PKW;1, OTHER",
            "'\u00d0\u00cf\u0011\u00e0...', OLE2", "'\u001f\u008b...', GZIP", "%PDF-1.7, PDF", "%PDA, OTHER",
            "'<!DOCTYPE html>', HTML", "'  \n<HTML lang=fr>', HTML", "'<?xml version=1.0?>', HTML",
            "'\u00ef\u00bb\u00bf<html>', HTML", "'<table>', OTHER", "CODGEO;POP, OTHER", "' PK\u0003\u0004', OTHER",
            "x, OTHER"})
    void isToldByTheFirstBytesWhichStayWhereTheyAre(String head, FileFormat format) throws IOException {
        byte[] bytes = head.getBytes(StandardCharsets.ISO_8859_1);
        BufferedInputStream stream = new BufferedInputStream(new ByteArrayInputStream(bytes));

        assertThat(FileFormat.of(stream)).isEqualTo(format);
        assertThat(stream.readAllBytes()).isEqualTo(bytes);
    }
}
