package fangpin.office.register;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** 自理能力 */
public enum SelfCare {
    /** 全自理 */
    FULL,
    /** 半自理 */
    PARTIAL,
    /** 不能自理 */
    NONE;

    private static final Map<String, SelfCare> WORDS = Map.ofEntries(
            Map.entry("自理", FULL),
            Map.entry("全自理", FULL),
            Map.entry("完全自理", FULL),
            Map.entry("能自理", FULL),
            Map.entry("有自理能力", FULL),
            Map.entry("半自理", PARTIAL),
            Map.entry("半护理", PARTIAL),
            Map.entry("部分自理", PARTIAL),
            Map.entry("部分丧失自理能力", PARTIAL),
            Map.entry("不能自理", NONE),
            Map.entry("全护理", NONE),
            Map.entry("失能", NONE),
            Map.entry("完全丧失自理能力", NONE),
            Map.entry("无自理能力", NONE));

    /** As the database keeps it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The ability of a word, as rosters write it. */
    public static Optional<SelfCare> of(String written) {
        return Optional.ofNullable(WORDS.get(written));
    }
}
