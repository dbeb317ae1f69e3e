package fr.atlasqpv.publication.pdf.tagged;

import java.nio.charset.StandardCharsets;

/** The metadata packet: PDF/A-2a and PDF/UA-1 at once, with the extension schema that PDF/A asks for the second. */
final class Xmp {
    private static final String TEMPLATE =
            """
                    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                    <x:xmpmeta xmlns:x="adobe:ns:meta/">
                    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
                    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
                    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
                    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
                    <dc:format>application/pdf</dc:format>
                    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
                    <dc:creator><rdf:Seq><rdf:li>%2$s</rdf:li></rdf:Seq></dc:creator>
                    <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%3$s</rdf:li></rdf:Alt></dc:description>
                    <dc:language><rdf:Bag><rdf:li>fr-FR</rdf:li></rdf:Bag></dc:language>
                    <pdf:Keywords>%4$s</pdf:Keywords>
                    <pdf:Producer>%5$s</pdf:Producer>
                    <xmp:CreateDate>%6$s</xmp:CreateDate>
                    <xmp:ModifyDate>%6$s</xmp:ModifyDate>
                    <xmp:MetadataDate>%6$s</xmp:MetadataDate>
                    <pdfaid:part>2</pdfaid:part>
                    <pdfaid:conformance>A</pdfaid:conformance>
                    <pdfuaid:part>1</pdfuaid:part>
                    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
                    <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
                    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
                    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
                    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
                    <pdfaProperty:name>part</pdfaProperty:name>
                    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
                    <pdfaProperty:category>internal</pdfaProperty:category>
                    <pdfaProperty:description>Part of ISO 14289 followed by the document</pdfaProperty:description>
                    </rdf:li></rdf:Seq></pdfaSchema:property>
                    </rdf:li></rdf:Bag></pdfaExtension:schemas>
                    </rdf:Description>
                    </rdf:RDF>
                    </x:xmpmeta>
                    <?xpacket end="w"?>""";

    private Xmp() {}

    static byte[] packet(DocumentDescription about) {
        return TEMPLATE.formatted(
                escape(about.title()),
                escape(about.author()),
                escape(about.subject()),
                escape(about.keywords()),
                escape(about.producer()),
                about.xmpDate())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
