package fangpin.office.appropriation;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * 资金变动: money that goes, or is to go, from one budget line to another; both lines show it.
 *
 * @param toLine null until it is done
 * @param item purpose it has afterwards
 * @param decision 依据的文件或会议
 */
public record FundMove(
        long id,
        String path,
        String toPath,
        Kind kind,
        @Nullable Long allocationId,
        long fromLine,
        @Nullable Long toLine,
        String fromItem,
        String item,
        @Nullable Long projectId,
        String programme,
        String category,
        String purpose,
        long amountFen,
        String decision,
        String reason,
        String clause,
        State state,
        long proposedBy,
        LocalDate proposedOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        String answer) {
    /** 变动种类 */
    public enum Kind {
        /** 分配到下级 */
        ALLOCATION,
        /** 拨付到项目或发放项目 */
        DISBURSEMENT,
        /** 调剂用途 (LC §1.2.6) */
        REALLOCATION,
        /** 结余统筹用于扶贫发展 (WH6 §2.2 end) */
        POOLING,
        /** 上级收回 */
        RECOVERY;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of that name; empty when there is none. */
        public static java.util.Optional<Kind> of(String word) {
            return java.util.Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /** 办理状态 */
    public enum State {
        PROPOSED,
        DONE,
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
