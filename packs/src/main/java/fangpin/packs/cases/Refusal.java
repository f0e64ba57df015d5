package fangpin.packs.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Why a row is refused though its cells are in order; the words are those of the rejects file. */
public enum Refusal {
    /** 不在名单: no spell of any status. */
    UNKNOWN_PERSON("unknown-person"),
    /** 不在保: no cover on the deciding date. */
    NOT_COVERED("not-covered"),
    /** 已身故: a second death of one person. */
    ALREADY_DECEASED("already-deceased"),
    /** 不在期限内: not a day of the programme. */
    OUTSIDE_PERIOD("outside-period"),
    /** 无法计算: a programme's figures are divided by 0 or out of range. */
    NOT_COMPUTABLE("not-computable");

    private final String word;

    Refusal(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Optional<Refusal> of(String word) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.word.equals(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Refusal::word).toList();
    }
}
