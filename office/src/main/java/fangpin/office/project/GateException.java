package fangpin.office.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 例外 (WH6 §3.2 “原则上”): why a gate is passed without what it needs, asked by one and decided by another.
 *
 * @param gate the pack's name for it
 * @param granted null while it waits
 * @param dueOn until when what is missing must be there; null unless granted
 */
public record GateException(
        long id,
        String gate,
        String clause,
        String reason,
        LocalDate askedOn,
        long askedBy,
        @Nullable Boolean granted,
        String answer,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate decidedOn,
        @Nullable Long decidedBy) {}
