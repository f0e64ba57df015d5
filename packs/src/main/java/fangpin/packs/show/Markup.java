package fangpin.packs.show;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** A page under way, in HTML that is XML too. Every text is escaped, every element that is opened is closed by its own name. */
final class Markup {
    private static final Set<String> INSIDE_A_LINE = Set.of("a", "b", "span", "mark", "small", "code");
    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder page = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /**
     * Opens an element.
     *
     * @param attributes names and values by turns
     */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        page.append('>');
        open.push(tag);
        return this;
    }

    /** Closes the element that was opened last. */
    Markup close() {
        page.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element with nothing in it. */
    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        page.append("/>");
        return this;
    }

    /** An element with a text in it. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Markup text(String text) {
        text.codePoints().forEach(this::escaped);
        return this;
    }

    /** The page; nothing may be open any more. */
    String finished() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return page + "\n";
    }

    private void start(String tag, String... attributes) {
        page.append(INSIDE_A_LINE.contains(tag) ? "<" : "\n<").append(tag);
        for (int at = 0; at < attributes.length; at += 2) {
            page.append(' ').append(attributes[at]).append("=\"");
            text(attributes[at + 1]);
            page.append('"');
        }
    }

    private void escaped(int character) {
        switch (character) {
            case '&' -> page.append("&amp;");
            case '<' -> page.append("&lt;");
            case '>' -> page.append("&gt;");
            case '"' -> page.append("&quot;");
            default -> page.appendCodePoint(allowed(character) ? character : REPLACEMENT);
        }
    }

    /** XML knows no control characters but tab and the end of a line, no halves of characters, and two that are none. */
    private static boolean allowed(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\t' || character == '\n';
            case Character.SURROGATE -> false;
            default -> character != 0xFFFE && character != 0xFFFF;
        };
    }
}
