package fangpin.kernel.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fangpin.kernel.time.Span;
import fangpin.kernel.time.WorkCalendar;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** WH6 §3.1: 30 days from the allocation to the disbursement, 15 of them finance's from the proposal. */
class TimeLimitTest {
    private static final TimeLimit THIRTY = new TimeLimit(
            "disbursement",
            Named.NAME,
            Named.CLAUSE,
            List.of(),
            "issued",
            "disbursed",
            new Span(30, Span.Unit.DAYS),
            null,
            List.of());
    private static final TimeLimit FIFTEEN = new TimeLimit(
            "finance",
            Named.NAME,
            Named.CLAUSE,
            List.of(),
            "proposed",
            "disbursed",
            new Span(15, Span.Unit.DAYS),
            THIRTY,
            List.of());

    /** The earlier of the two last days holds. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,          -,          -,          -
            2020-03-20, -,          2020-04-19, -
            2020-03-20, 2020-03-21, 2020-04-19, 2020-04-05
            2020-03-20, 2020-04-03, 2020-04-19, 2020-04-18
            2020-03-20, 2020-04-04, 2020-04-19, 2020-04-19
            2020-03-20, 2020-04-05, 2020-04-19, 2020-04-19
            2020-03-20, 2020-05-05, 2020-04-19, 2020-04-19
            -,          2020-04-05, -,          2020-04-20
            """)
    void limitsRunInsideOneAnother(
            @Nullable LocalDate issued,
            @Nullable LocalDate proposed,
            @Nullable LocalDate thirty,
            @Nullable LocalDate fifteen) {
        Map<String, LocalDate> happened = happened(issued, proposed, null);
        assertEquals(Optional.ofNullable(thirty), THIRTY.deadline(happened, WorkCalendar.WEEKDAYS));
        assertEquals(Optional.ofNullable(fifteen), FIFTEEN.deadline(happened, WorkCalendar.WEEKDAYS));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,          -,          2020-05-01, NOT_STARTED
            2020-03-20, -,          2020-03-20, RUNNING
            2020-03-20, -,          2020-04-19, RUNNING
            2020-03-20, -,          2020-04-20, LATE
            2020-03-20, 2020-04-19, 2020-06-01, KEPT
            2020-03-20, 2020-04-20, 2020-06-01, LATE
            """)
    void theLastDayIsInTimeAndTheNextIsLate(
            @Nullable LocalDate issued, @Nullable LocalDate disbursed, LocalDate today, TimeLimit.State state) {
        assertEquals(state, THIRTY.state(happened(issued, null, disbursed), WorkCalendar.WEEKDAYS, today));
    }

    private static Map<String, LocalDate> happened(
            @Nullable LocalDate issued, @Nullable LocalDate proposed, @Nullable LocalDate disbursed) {
        Map<String, LocalDate> happened = new HashMap<>();
        put(happened, "issued", issued);
        put(happened, "proposed", proposed);
        put(happened, "disbursed", disbursed);
        return happened;
    }

    private static void put(Map<String, LocalDate> happened, String event, @Nullable LocalDate day) {
        if (day != null) {
            happened.put(event, day);
        }
    }
}
