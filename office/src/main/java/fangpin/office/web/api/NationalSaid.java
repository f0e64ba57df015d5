package fangpin.office.web.api;

import fangpin.office.settlement.Bill;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a national message said beside what a settlement is worked out from; nothing of it names a person. */
record NationalSaid(String insuranceType, String medicalType, Amounts amounts, Instant settledAt) {
    private static final int LONGEST = 20;

    /** Amounts that a settlement does not ask for; null where the message has none. */
    record Amounts(
            @Nullable NationalYuan ownPay,
            @Nullable NationalYuan overLimit,
            @Nullable NationalYuan firstPay,
            @Nullable NationalYuan deductible,
            @Nullable NationalYuan account,
            @Nullable NationalYuan civilServant,
            @Nullable NationalYuan employer,
            @Nullable NationalYuan largeCost) {
        static final Amounts NONE = new Amounts(null, null, null, null, null, null, null, null);
    }

    static NationalSaid of(NationalData data, Instant now) {
        return new NationalSaid(
                word(data.insutype()),
                word(data.medType()),
                new Amounts(
                        data.fulamtOwnpayAmt(),
                        data.overlmtSelfpay(),
                        data.preselfpayAmt(),
                        data.actPayDedc(),
                        data.acctPay(),
                        data.cvlservPay(),
                        data.hifesPay(),
                        data.hifobPay()),
                now);
    }

    private static String word(@Nullable String said) {
        String word = Objects.requireNonNullElse(said, "").strip();
        return word.substring(0, Math.min(word.length(), LONGEST));
    }

    /** China's time of a settlement that came this way. */
    LocalDateTime time() {
        return LocalDateTime.ofInstant(settledAt, ZoneOffset.ofHours(8));
    }

    /** The time of a settlement of which only the day is kept. */
    static LocalDateTime timeOf(Bill bill) {
        return bill.acceptedOn().atStartOfDay();
    }
}
