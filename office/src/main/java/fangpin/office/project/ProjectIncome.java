package fangpin.office.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 项目收益 (WH6 §2.2.1): what a project brought in a year, and for whom it is.
 *
 * @param upkeepFen kept to keep it running
 * @param villageFen left to the village for public posts and small works
 * @param proposedOn the day its list was handed on; null before
 * @param approvedOn the day another person approved it; null before
 * @param shares the list, by household number
 */
public record ProjectIncome(
        long id,
        int year,
        String payer,
        LocalDate receivedOn,
        long amountFen,
        long upkeepFen,
        long villageFen,
        @Nullable LocalDate proposedOn,
        long proposedBy,
        @Nullable LocalDate approvedOn,
        List<Share> shares,
        int version) {
    public ProjectIncome {
        shares = List.copyOf(shares);
    }

    /**
     * 一户的份额.
     *
     * @param path of the household's village
     * @param persons of it who are helped
     * @param group word of the status by which it is one of those the income is for
     * @param ground why it gets so much
     */
    public record Share(
            long householdId,
            String path,
            String number,
            String head,
            int persons,
            String group,
            String ground,
            long amountFen) {}

    /**
     * 可分配的户: one that the income may go to.
     *
     * @param inKeyVillage whether its village is a key village on the day
     */
    public record Candidate(
            long householdId,
            String path,
            String number,
            String head,
            int persons,
            String group,
            boolean inKeyVillage) {}

    /** What all households get. */
    public long sharedFen() {
        return shares.stream().mapToLong(Share::amountFen).sum();
    }

    /** What is for households. */
    public long forHouseholdsFen() {
        return amountFen - upkeepFen - villageFen;
    }
}
