package fr.atlasqpv.publication.pdf;
public class DumpBooks { public static void main(String[] a) throws Exception { for (String n : a) { java.nio.file.Files.write(java.nio.file.Path.of("/tmp/book-"+n+".pdf"), Books.pdf(n)); } } }
