package fangpin.office.fund;

import org.jspecify.annotations.Nullable;

/** 债权人: whom the cover owes. */
public sealed interface Creditor {
    /** The division whose account of debts it is. */
    String path();

    /** 医院: it let the patient go and was owed what the cover bears (treat first, pay later, WH3 §5.4). */
    record OfHospital(long hospitalId, String path) implements Creditor {}

    /**
     * 赔案或报销件: what its family gets.
     *
     * @param subject {@code claim/7}
     */
    record OfClaim(String subject, String path) implements Creditor {}

    /** The account of what is owed, under a contract, for a benefit. */
    default FundAccount account(@Nullable Long contractId, Benefit benefit) {
        return switch (this) {
            case OfHospital(long hospitalId, String path) ->
                new FundAccount(
                        AccountKind.OWED_TO_HOSPITAL,
                        contractId,
                        benefit.pack(),
                        benefit.product(),
                        "hospital/" + hospitalId,
                        path);
            case OfClaim(String subject, String path) ->
                new FundAccount(
                        AccountKind.OWED_TO_PERSON, contractId, benefit.pack(), benefit.product(), subject, path);
        };
    }
}
