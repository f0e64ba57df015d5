package fangpin.office.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 公示: a project shown on a board before it enters the pool, or after it was accepted (WH6 §3.3 “两个一律”).
 *
 * @param board where it hangs
 * @param shownTo first day it need not be shown any more
 */
public record ProjectNotice(
        long id,
        Phase phase,
        String board,
        LocalDate shownFrom,
        LocalDate shownTo,
        long publishedBy,
        List<Objection> objections) {
    public ProjectNotice {
        objections = List.copyOf(objections);
    }

    /** 何时公示 */
    public enum Phase {
        /** 入库前 */
        ENTRY,
        /** 完工后 */
        RESULT
    }

    /**
     * 异议.
     *
     * @param answer null while it waits for one
     */
    public record Objection(
            long id,
            String said,
            LocalDate receivedOn,
            @Nullable String answer,
            @Nullable LocalDate answeredOn) {}

    /** Whether the days are over. */
    public boolean isOver(LocalDate today) {
        return !today.isBefore(shownTo);
    }

    /** Whether every objection has its answer. */
    public boolean isAnswered() {
        return objections.stream().noneMatch(one -> one.answer() == null);
    }
}
