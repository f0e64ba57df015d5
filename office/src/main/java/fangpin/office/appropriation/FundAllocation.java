package fangpin.office.appropriation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 分配方案: a scheme of a pack run on the headcounts of a day, as proposed, approved and issued.
 *
 * @param path division that allocates
 * @param tiltPartFen what the divisions have that the scheme's tilt names, of {@code tiltWholeFen} (WH6 §1.1)
 * @param scheme of the pack; empty where it was split by hand
 * @param noticedOn day from which its result is published (WH6 §3.3)
 * @param number 文号 of the allocation document, once issued
 */
public record FundAllocation(
        long id,
        String path,
        String pack,
        String scheme,
        int year,
        State state,
        long tiltPartFen,
        long tiltWholeFen,
        long proposedBy,
        LocalDate proposedOn,
        @Nullable Long answeredBy,
        @Nullable LocalDate answeredOn,
        String reason,
        @Nullable LocalDate noticedOn,
        @Nullable String number,
        @Nullable LocalDate issuedOn,
        List<Cell> cells) {
    public FundAllocation {
        cells = List.copyOf(cells);
    }

    /** What its words are held against: the reasons of its amounts. */
    public Clearings.Expense expense() {
        return new Clearings.Expense(path, pack, "allocation/" + id, "", words(cells), proposedBy);
    }

    /** The reasons of amounts, each once. */
    public static String words(List<Cell> cells) {
        return cells.stream()
                .map(Cell::reason)
                .filter(reason -> !reason.isBlank())
                .distinct()
                .collect(Collectors.joining("；"));
    }

    /** 办理状态 */
    public enum State {
        PROPOSED,
        APPROVED,
        /** 已公示 */
        NOTICED,
        ISSUED,
        REFUSED;

        /** Its name in rows and message keys. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * 一格: what a division has of an item by itself, without the units inside it.
     *
     * @param division code
     * @param measure persons, or fen stated; null where the item follows another
     * @param computedFen by the scheme
     * @param amountFen as proposed; where it differs there is a reason
     */
    public record Cell(
            String item,
            String division,
            String divisionPath,
            @Nullable Long measure,
            long computedFen,
            long amountFen,
            String reason) {}
}
