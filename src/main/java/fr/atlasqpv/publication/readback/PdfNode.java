package fr.atlasqpv.publication.readback;

import java.util.ArrayList;
import java.util.List;

/** A node of the structure tree of a PDF: what it is, what it draws, what it says instead, what it is a cell of. */
final class PdfNode {
    private final String role;
    private final List<PdfNode> children = new ArrayList<>();
    private final StringBuilder own = new StringBuilder();
    private final List<String> said = new ArrayList<>();
    private String title = "";
    private int columns = 1;
    private int rows = 1;
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

    void named(String name) {
        title = name == null ? "" : name;
    }

    /** The name that the structure gives it: in our books, what it is a cell of. */
    String title() {
        return title;
    }

    void spans(int overColumns, int overRows) {
        columns = Math.max(1, overColumns);
        rows = Math.max(1, overRows);
    }

    /** Columns of its table that it takes. */
    int columns() {
        return columns;
    }

    /** Rows of its table that it takes. */
    int rows() {
        return rows;
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

    /** Itself and its descendants that bear a name of this many words. */
    List<PdfNode> named(int words) {
        List<PdfNode> found = new ArrayList<>();
        if (!title.isEmpty() && title.split(" ").length == words) {
            found.add(this);
        }
        children.forEach(child -> found.addAll(child.named(words)));
        return found;
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
