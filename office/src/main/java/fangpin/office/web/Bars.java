package fangpin.office.web;

import java.util.List;

/**
 * 条形图: figures as bars, each a door to its rows; drawn as SVG, so that it prints and needs no script.
 *
 * @param bars in the order shown
 */
public record Bars(List<Bar> bars) {
    /** The width all bars share, in units of the drawing. */
    public static final int WIDTH = 330;

    private static final int LABEL = 92;
    private static final int FIGURE = 52;

    /** A figure with its name and where its rows are. */
    public record Bar(String label, long value, String address, String tone) {}

    /** How far a bar reaches. */
    public long length(Bar bar) {
        long largest = bars.stream().mapToLong(Bar::value).max().orElse(0);
        return largest == 0 ? 0 : bar.value() * (WIDTH - LABEL - FIGURE) / largest;
    }

    /** Where bars begin. */
    public int from() {
        return LABEL;
    }

    /** The height of the whole drawing. */
    public int height() {
        return bars.size() * 28;
    }
}
