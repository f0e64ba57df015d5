package fangpin.batch.plain;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Why a claim is rejected, as far as its own row, the rows above it and the members say. */
final class PlainClaimChecks {
    private final PlainMembers members;
    private final PlainTable table;
    private final TreeSet<String> idsSeen = new TreeSet<>(PlainIds.BY_BYTES);

    PlainClaimChecks(PlainMembers members, PlainTable table) {
        this.members = members;
        this.table = table;
    }

    /** To be asked once for each row, in row order, because of the duplicates. */
    Optional<PlainReject> reject(PlainRecord record) {
        if (!table.fits(record)) {
            return rejected(record, "bad-row", "", "");
        }
        String kind = kind(record);
        for (String column : neededCells(kind)) {
            if (cell(record, column).isEmpty()) {
                return rejected(record, "missing-field", column);
            }
        }
        if (PlainDate.read(cell(record, "accident_date")).isEmpty()) {
            return rejected(record, "bad-date", "accident_date");
        }
        if (!PlainWords.KINDS.contains(kind)) {
            return rejected(record, "bad-kind", "kind");
        }
        if (kind.equals(PlainWords.DISABILITY) && !cell(record, "grade").matches("[1-9]|10")) {
            return rejected(record, "bad-grade", "grade");
        }
        for (String column : amountColumns(kind)) {
            String amount = cell(record, column);
            if (!amount.isEmpty() && !PlainMoney.isMoney(amount)) {
                return rejected(record, "bad-amount", column);
            }
        }
        PlainClaim claim = claim(record);
        BigInteger paidByOthers = claim.otherPaid().add(claim.disasterPaid());
        if (claim.isMedical() && paidByOthers.compareTo(claim.eligible()) > 0) {
            return rejected(record, "amounts-inconsistent", "eligible_cost");
        }
        if (!idsSeen.add(claim.id())) {
            return rejected(record, "duplicate-claim", "claim_id");
        }
        if (!members.knows(claim.person())) {
            return rejected(record, "unknown-person", "person_id");
        }
        if (!members.covers(claim.person(), claim.day())) {
            return rejected(record, "not-covered", "accident_date");
        }
        return Optional.empty();
    }

    private static List<String> neededCells(String kind) {
        List<String> columns =
                new ArrayList<>(List.of("claim_id", "person_id", "accident_id", "accident_date", "kind"));
        if (kind.equals(PlainWords.DISABILITY)) {
            columns.add("grade");
        }
        if (kind.equals(PlainWords.MEDICAL)) {
            columns.add("eligible_cost");
        }
        return columns;
    }

    /** What others paid is checked wherever it is filled; the eligible cost only where the kind uses it. */
    private static List<String> amountColumns(String kind) {
        return kind.equals(PlainWords.MEDICAL)
                ? List.of("eligible_cost", "other_paid", "disaster_paid")
                : List.of("other_paid", "disaster_paid");
    }

    /** The claim of a row whose cells are all well formed. */
    PlainClaim claim(PlainRecord record) {
        String kind = kind(record);
        LocalDate day = PlainDate.read(cell(record, "accident_date")).orElseThrow();
        int grade = kind.equals(PlainWords.DISABILITY) ? Integer.parseInt(cell(record, "grade")) : 0;
        BigInteger eligible =
                kind.equals(PlainWords.MEDICAL) ? PlainMoney.fen(cell(record, "eligible_cost")) : BigInteger.ZERO;
        return new PlainClaim(
                record,
                cell(record, "claim_id"),
                cell(record, "person_id"),
                cell(record, "accident_id"),
                day,
                cell(record, "kind"),
                grade,
                eligible,
                PlainMoney.fenOrZero(cell(record, "other_paid")),
                PlainMoney.fenOrZero(cell(record, "disaster_paid")),
                PlainWords.LISTED_CAUSES.contains(PlainWords.english(cell(record, "cause"))));
    }

    private String kind(PlainRecord record) {
        return PlainWords.english(cell(record, "kind"));
    }

    private String cell(PlainRecord record, String column) {
        return table.cell(record, column);
    }

    private Optional<PlainReject> rejected(PlainRecord record, String reason, String column) {
        return rejected(record, reason, column, cell(record, column));
    }

    private Optional<PlainReject> rejected(PlainRecord record, String reason, String column, String value) {
        return Optional.of(PlainReject.of(record, cell(record, "claim_id"), reason, column, value));
    }
}
