package fangpin.kernel;

/**
 * 条款编号 Where a rule stands: {@code WH3 §3.1} is document WH3, section 3.1; {@code WH3 §3.1 ③} its third paragraph.
 *
 * @param text as printed in packs, screens and explanations
 */
public record ClauseId(String text) implements Comparable<ClauseId> {
    private static final String CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩";

    public ClauseId {
        if (text.isEmpty() || text.charAt(0) == ' ') {
            throw new IllegalArgumentException("a clause id names its document first: '" + text + "'");
        }
    }

    /** The document's short name: {@code WH3}. */
    public String document() {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    /** The clause without a paragraph mark. */
    public ClauseId whole() {
        return paragraph() == 0
                ? this
                : new ClauseId(text.substring(0, text.length() - 1).stripTrailing());
    }

    /** The paragraph meant, 1 for ①; 0 for the whole clause. */
    public int paragraph() {
        return CIRCLED.indexOf(text.charAt(text.length() - 1)) + 1;
    }

    @Override
    public int compareTo(ClauseId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
