package fr.atlasqpv.publication.readback;

import java.util.ArrayList;
import java.util.List;

/** A node of the structure tree of a PDF: what it is, what it draws, what it says instead, where it leads. */
final class PdfNode {
    private final String role;
    private final List<PdfNode> children = new ArrayList<>();
    private final StringBuilder own = new StringBuilder();
    private final List<String> said = new ArrayList<>();
    private String destination = "";
    private int page;

    PdfNode(String role, int page) {
        this.role = role;
        this.page = page;
    }

    /** Role, such as {@code TD}. */
    String role() {
        return role;
    }

    List<PdfNode> children() {
        return children;
    }

    /** Page of its content, from 1; 0 when it has none. */
    int page() {
        if (page > 0) {
            return page;
        }
        return children.stream().mapToInt(PdfNode::page).filter(p -> p > 0).findFirst().orElse(0);
    }

    void draws(String text, int onPage) {
        own.append(text);
        page = onPage;
    }

    /** What it says instead of what it draws: expansion, alternative, actual text. */
    void says(String text) {
        if (text != null && !text.isBlank()) {
            said.add(text);
        }
    }

    void leadsTo(String name) {
        destination = name;
    }

    /** The text that it draws itself, without its children's. */
    String own() {
        return own.toString();
    }

    List<String> said() {
        return said;
    }

    /** All that it and its children draw, in the order of reading. */
    String text() {
        StringBuilder text = new StringBuilder(own);
        children.forEach(child -> text.append(child.text()));
        return text.toString();
    }

    /** All that it and its children say instead of what they draw. */
    List<String> allSaid() {
        List<String> all = new ArrayList<>(said);
        children.forEach(child -> all.addAll(child.allSaid()));
        return all;
    }

    /** The first place that it or one of its children leads to, empty when none. */
    String destination() {
        if (!destination.isEmpty()) {
            return destination;
        }
        return children.stream().map(PdfNode::destination).filter(d -> !d.isEmpty()).findFirst().orElse("");
    }

    /** Its nearest descendants of a role, in the order of reading. */
    List<PdfNode> all(String wanted) {
        List<PdfNode> found = new ArrayList<>();
        for (PdfNode child : children) {
            if (child.role.equals(wanted)) {
                found.add(child);
            } else {
                found.addAll(child.all(wanted));
            }
        }
        return found;
    }
}
