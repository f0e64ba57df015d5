package fangpin.office.register;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** 在校生状况 */
public enum StudentKind {
    /** 非在校生 */
    NONE,
    /** 学前 */
    PRESCHOOL,
    /** 小学 */
    PRIMARY,
    /** 初中 */
    JUNIOR,
    /** 高中 */
    SENIOR,
    /** 中职 */
    VOCATIONAL,
    /** 高职大专 */
    COLLEGE,
    /** 本科及以上 */
    BACHELOR;

    private static final Map<String, StudentKind> WORDS = Map.ofEntries(
            Map.entry("非在校生", NONE),
            Map.entry("否", NONE),
            Map.entry("无", NONE),
            Map.entry("不在校", NONE),
            Map.entry("学前教育", PRESCHOOL),
            Map.entry("学前", PRESCHOOL),
            Map.entry("幼儿园", PRESCHOOL),
            Map.entry("小学", PRIMARY),
            Map.entry("初中", JUNIOR),
            Map.entry("高中", SENIOR),
            Map.entry("普通高中", SENIOR),
            Map.entry("中职", VOCATIONAL),
            Map.entry("中专", VOCATIONAL),
            Map.entry("技校", VOCATIONAL),
            Map.entry("职高", VOCATIONAL),
            Map.entry("高职", COLLEGE),
            Map.entry("大专", COLLEGE),
            Map.entry("高职高专", COLLEGE),
            Map.entry("本科", BACHELOR),
            Map.entry("大学", BACHELOR),
            Map.entry("本科及以上", BACHELOR),
            Map.entry("研究生", BACHELOR));

    /** As the database keeps it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word, as rosters write it; years of study after the word are left out (小学三年级, 高中一年级). */
    public static Optional<StudentKind> of(String written) {
        StudentKind kind = WORDS.get(written);
        return Optional.ofNullable(kind != null ? kind : WORDS.get(written.replaceFirst("[一二三四五六]年级$", "")));
    }
}
