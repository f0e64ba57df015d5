package fangpin.office.register;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** 文化程度 */
public enum Schooling {
    /** 学龄前儿童 */
    PRESCHOOL,
    /** 文盲或半文盲 */
    ILLITERATE,
    /** 小学 */
    PRIMARY,
    /** 初中 */
    JUNIOR,
    /** 高中 */
    SENIOR,
    /** 中专（中职） */
    VOCATIONAL,
    /** 大专 */
    COLLEGE,
    /** 本科及以上 */
    BACHELOR;

    private static final Map<String, Schooling> WORDS = Map.ofEntries(
            Map.entry("学龄前儿童", PRESCHOOL),
            Map.entry("学龄前", PRESCHOOL),
            Map.entry("文盲", ILLITERATE),
            Map.entry("半文盲", ILLITERATE),
            Map.entry("文盲或半文盲", ILLITERATE),
            Map.entry("小学", PRIMARY),
            Map.entry("初中", JUNIOR),
            Map.entry("高中", SENIOR),
            Map.entry("中专", VOCATIONAL),
            Map.entry("中职", VOCATIONAL),
            Map.entry("技校", VOCATIONAL),
            Map.entry("职高", VOCATIONAL),
            Map.entry("大专", COLLEGE),
            Map.entry("专科", COLLEGE),
            Map.entry("高职", COLLEGE),
            Map.entry("大学", BACHELOR),
            Map.entry("本科", BACHELOR),
            Map.entry("本科及以上", BACHELOR),
            Map.entry("研究生", BACHELOR));

    /** As the database keeps it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The schooling of a word, as rosters write it. */
    public static Optional<Schooling> of(String written) {
        return Optional.ofNullable(WORDS.get(written));
    }
}
