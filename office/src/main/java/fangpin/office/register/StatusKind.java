package fangpin.office.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * 人员身份: what a person can be under the documents. The words are the groups of the packs (a test holds them equal), with three that
 * the documents use without making them a group.
 */
public enum StatusKind {
    /** 脱贫享受政策 */
    POLICY_BENEFICIARY("WH3 §2b"),
    /** 即时帮扶 */
    INSTANT_HELP("WH10 §1"),
    /** 存在致贫风险，已录入系统、尚未认定即时帮扶 */
    AT_RISK("WH10 §1"),
    /** 市标人口 */
    CITY_STANDARD("WH6 §2.1.1"),
    /** “4600”低收入农户巩固扶持对象 */
    CONSOLIDATION_HOUSEHOLD("LS §3"),
    /** 最低生活保障 */
    SUBSISTENCE_ALLOWANCE("LS §3"),
    /** 低保边缘 */
    SUBSISTENCE_MARGIN("LS §3"),
    /** 其他经济困难农户 */
    OTHER_HARDSHIP("LS §3"),
    /** 特困供养 */
    DESTITUTE_SUPPORT("LY36 §5"),
    /** 突发严重困难 */
    SUDDEN_HARDSHIP("LY36 §5"),
    /** 支出型困难 */
    EXPENDITURE_STRAINED("LY36 §6"),
    /** 中高职在校生（按学期） */
    VOCATIONAL_STUDENT("WH6 §2.1.2");

    private final String clause;

    StatusKind(String clause) {
        this.clause = clause;
    }

    /** As the database and the packs name it: {@code policy-beneficiary}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The clause that speaks of it. */
    public String clause() {
        return clause;
    }

    /** The kind of a name, if there is one. */
    public static Optional<StatusKind> of(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
