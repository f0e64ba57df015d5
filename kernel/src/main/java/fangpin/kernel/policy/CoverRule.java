package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * 参保对象 One insured group: which status it needs, from when and until when it gives cover (reading R13).
 *
 * @param category status name as files carry it
 * @param readings ids of the readings that shaped this rule
 */
public record CoverRule(
        String category, Text name, ClauseId clause, Joins joins, Ends ends, Answer answer, List<String> readings) {

    /** From which day a status gives cover. */
    public enum Joins {
        /** The status must hold on the first day of the product's period; cover runs from that day. */
        PERIOD_START,
        /** The status must touch the period; cover runs from the day it begins, or from the period's first day. */
        INCLUSION
    }

    /** Until which day cover runs once it has begun. */
    public enum Ends {
        PERIOD_END,
        STATUS_END
    }

    /** What the rule says of a person who meets it. */
    public enum Answer {
        YES,
        /** A person must decide; files treat it as not covered and say so. */
        REFER
    }

    /**
     * The days on which a status spell gives cover in a product's period.
     *
     * @param status the days on which the person had the status
     * @param product the product's cover period
     */
    public Optional<Period> cover(Period status, Period product) {
        Optional<Period> within = status.overlap(product);
        if (within.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = switch (joins) {
            case PERIOD_START -> status.contains(product.from()) ? product.from() : product.until();
            case INCLUSION -> within.get().from();
        };
        LocalDate until = switch (ends) {
            case PERIOD_END -> product.until();
            case STATUS_END -> within.get().until();
        };
        return from.isBefore(until) ? Optional.of(new Period(from, until)) : Optional.empty();
    }
}
