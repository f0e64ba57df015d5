package fangpin.office.supervision;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 监管看板的范围: which lines are meant.
 *
 * @param place division, with all below it
 * @param alone whether the division's own lines are meant only
 * @param year of the budget; null for every year
 * @param origin level that gave the money; empty for any
 * @param item of a pack, written {@code pack/item}; empty for any
 * @param use project or programme, written {@code project/5} or {@code programme/pack/id}; empty for any
 */
public record BoardChoice(
        String place, boolean alone, @Nullable Integer year, String origin, String item, String use) {
    /** A division with all below it. */
    public BoardChoice(String place, @Nullable Integer year, String origin, String item, String use) {
        this(place, false, year, origin, item, use);
    }

    /** 按什么汇总 */
    public enum By {
        /** 地方 */
        DIVISION,
        /** 资金层级 */
        ORIGIN,
        /** 用途 */
        ITEM,
        /** 项目、发放项目 */
        USE,
        /** 年度 */
        YEAR;

        /** As addresses and message keys write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The way of that name, if it is one of ours. */
        public static Optional<By> of(String word) {
            return Arrays.stream(values()).filter(by -> by.word().equals(word)).findFirst();
        }
    }

    /** The same within one row of the board. */
    public BoardChoice within(By by, String key) {
        return switch (by) {
            case DIVISION -> new BoardChoice(key, year, origin, item, use);
            case ORIGIN -> new BoardChoice(place, alone, year, key, item, use);
            case ITEM -> new BoardChoice(place, alone, year, origin, key, use);
            case USE -> new BoardChoice(place, alone, year, origin, item, key);
            case YEAR -> new BoardChoice(place, alone, Integer.valueOf(key), origin, item, use);
        };
    }
}
