package fangpin.office.enrolment;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 承办合同: an insurer insures by products of a pack, for a division and a time.
 *
 * @param path the division that made it; lists under it are of this division or of one below
 * @param validTo first day it no longer holds
 * @param bankAccount the insurer's account of its own for this insurance (SD §7.4)
 * @param answer words of who sent it back or took it back; empty otherwise
 */
public record Contract(
        long id,
        String path,
        String number,
        Insurer insurer,
        String pack,
        List<Line> products,
        LocalDate validFrom,
        LocalDate validTo,
        String bankAccount,
        Stage stage,
        long enteredBy,
        LocalDate enteredOn,
        @Nullable Long proposedBy,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        String answer,
        int version) {
    public Contract {
        products = List.copyOf(products);
    }

    /**
     * 险种与保费标准.
     *
     * @param rateFen a person and period, as the pack in use set it when the contract was made
     */
    public record Line(String product, long rateFen, String clause) {}

    /** 阶段 */
    public enum Stage {
        /** 起草 */
        DRAFT,
        /** 待批准 */
        PROPOSED,
        /** 生效 */
        IN_FORCE,
        /** 已撤回 */
        WITHDRAWN
    }
}
