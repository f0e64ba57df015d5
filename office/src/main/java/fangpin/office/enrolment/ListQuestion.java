package fangpin.office.enrolment;

import org.jspecify.annotations.Nullable;

/**
 * 名单查询: which lines of a list, a page of them.
 *
 * @param outcome null for all
 * @param reason empty for all
 * @param place lines of this place and below
 * @param afterPath place of the line the page begins after; empty for the first page
 */
public record ListQuestion(
        long enrolment,
        String product,
        Enrolment.@Nullable Outcome outcome,
        String reason,
        String place,
        String afterPath,
        long afterPerson,
        int most) {}
