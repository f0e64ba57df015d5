package fangpin.office.supervision;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 疑点: what a rule found, where, and what became of it.
 *
 * @param path division that owns it
 * @param clause of the pack the money is under; empty when there is none
 * @param subject row it is about, such as {@code line/5}
 * @param arguments of the rule's sentence, after the name of the item
 * @param amountFen what it is about
 * @param dueOn last day to put it right; null where nothing is to be put right
 * @param goneOn day from which the rule no longer finds it; null while it does
 */
public record Finding(
        long id,
        String path,
        FindingRule rule,
        Grade grade,
        Department department,
        String clause,
        String subject,
        String pack,
        String item,
        List<String> arguments,
        long amountFen,
        State state,
        LocalDate foundOn,
        LocalDate lastFoundOn,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate goneOn,
        @Nullable Long rectifiedBy,
        @Nullable LocalDate rectifiedOn,
        @Nullable Long closedBy,
        @Nullable LocalDate closedOn) {
    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** 等次 */
    public enum Grade {
        /** 疑点：须整改、销号 */
        FINDING,
        /** 预警：条件变了自行消失 */
        WARNING,
        /** 备查：不须办理 */
        NOTE
    }

    /** 责任部门 */
    public enum Department {
        /** 扶贫部门 */
        POVERTY_OFFICE,
        /** 财政部门 */
        FINANCE
    }

    /** 状态 */
    public enum State {
        /** 待整改 */
        OPEN,
        /** 已整改，待销号 */
        RECTIFIED,
        /** 已销号 */
        CLOSED
    }

    /**
     * 办理经过 of one finding.
     *
     * @param what rectified, returned or closed
     */
    public record Step(String what, String said, long madeBy, LocalDate madeOn) {}

    /** A word of ours as rows, addresses and message keys write it. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The value of a word, if it is one of ours. */
    public static <E extends Enum<E>> Optional<E> of(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst();
    }

    /** As the audit and the attachments call it. */
    public static String subject(long id) {
        return "finding/" + id;
    }

    /** Whether somebody has still to do something. */
    public boolean waits() {
        return grade != Grade.NOTE && state != State.CLOSED && goneOn == null;
    }
}
