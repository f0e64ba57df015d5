package fangpin.office.web.api;

import fangpin.office.access.Answer;
import fangpin.office.settlement.BillMessage;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 国家报文换成账单: the identities of the national record checked, and each amount given to the payer it belongs to, once. 其他支付 (oth_pay)
 * holds what commercial covers pay at the counter, so what this office works out itself (620100) and a waiver that was put there (630100)
 * are taken out of it.
 */
final class NationalMessage {
    private static final Set<String> BASIC = Set.of("310100", "390100");
    private static final Set<String> CRITICAL = Set.of("390200");
    private static final Set<String> ASSISTANCE = Set.of("610100");
    private static final Set<String> OWN = Set.of("620100");
    private static final Set<String> WAIVER = Set.of("630100");

    private final NationalData data;
    private final List<NationalDetail> details;

    private NationalMessage(NationalData data, List<NationalDetail> details) {
        this.data = data;
        this.details = details;
    }

    /** The bill that a message is about. */
    static Answer<BillMessage> of(NationalEnvelope asked) {
        return new NationalMessage(asked.data(), asked.details()).bill();
    }

    private Answer<BillMessage> bill() {
        LocalDate admitted = data.begndate();
        LocalDate discharged = data.enddate();
        if (admitted == null || discharged == null) {
            return absent(admitted == null ? "begndate" : "enddate");
        }
        if (data.expContent() != null && data.expContent().words() == null) {
            return Answer.refused(NationalRefusal.EXTENSION_WRONG);
        }
        return texts().then(there -> sums())
                .then(sound -> amounts())
                .map(amounts -> message(amounts, admitted, discharged));
    }

    private Answer<Boolean> texts() {
        if (missing(data.certno())) {
            return absent("certno");
        }
        if (missing(data.mdtrtId())) {
            return absent("mdtrt_id");
        }
        if (missing(data.medinsSetlId())) {
            return absent("medins_setl_id");
        }
        if (data.medfeeSumamt() == null) {
            return absent("medfee_sumamt");
        }
        return data.inscpScpAmt() == null ? absent("inscp_scp_amt") : Answer.done(true);
    }

    private static boolean missing(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static <T> Answer<T> absent(String field) {
        return Answer.refused(NationalRefusal.FIELD_MISSING, field);
    }

    private BillMessage message(Map<String, Long> amounts, LocalDate admitted, LocalDate discharged) {
        return new BillMessage(
                text(data.medinsSetlId()),
                text(data.mdtrtId()),
                text(data.certno()).toUpperCase(Locale.ROOT),
                admitted,
                discharged,
                amounts,
                words(),
                text(data.dscgDeptName()));
    }

    private Map<String, String> words() {
        NationalWords said = data.expContent();
        return said == null || said.words() == null ? Map.of() : said.words();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static long fen(@Nullable NationalYuan amount) {
        return amount == null ? 0 : amount.fen();
    }

    /** What other funds than 其他支付 pay. */
    private long funds() {
        return fen(data.hifpPay())
                + fen(data.cvlservPay())
                + fen(data.hifesPay())
                + fen(data.hifmiPay())
                + fen(data.hifobPay())
                + fen(data.mafPay());
    }

    /** medfee = its parts; fund_pay_sumamt = the funds; medfee = funds + hospital + person, 其他支付 in one of them and not in both. */
    private Answer<Boolean> sums() {
        long parts = fen(data.fulamtOwnpayAmt())
                + fen(data.overlmtSelfpay())
                + fen(data.preselfpayAmt())
                + fen(data.inscpScpAmt());
        if (fen(data.medfeeSumamt()) != parts) {
            return Answer.refused(NationalRefusal.COST_PARTS);
        }
        long other = fen(data.othPay());
        long funds = data.fundPaySumamt() == null
                ? funds() + other
                : data.fundPaySumamt().fen();
        if (funds != funds() + other && funds != funds()) {
            return Answer.refused(NationalRefusal.FUND_SUM);
        }
        long hospital = fen(data.hospPartAmt());
        if (data.psnPartAmt() == null) {
            return Answer.done(true);
        }
        long person = data.psnPartAmt().fen();
        boolean adds = fen(data.medfeeSumamt()) == funds + hospital + person
                || (data.fundPaySumamt() == null && fen(data.medfeeSumamt()) == funds() + hospital + person);
        if (!adds) {
            return Answer.refused(NationalRefusal.PERSON_PART);
        }
        long paid = fen(data.acctPay()) + fen(data.psnCashPay());
        boolean said = data.acctPay() != null || data.psnCashPay() != null;
        return said && person != paid && person != paid + other
                ? Answer.refused(NationalRefusal.CASH_PART)
                : Answer.done(true);
    }

    private Answer<Map<String, Long>> amounts() {
        if (!agrees(BASIC, fen(data.hifpPay()))
                || !agrees(CRITICAL, fen(data.hifmiPay()))
                || !agrees(ASSISTANCE, fen(data.mafPay()))) {
            return Answer.refused(NationalRefusal.DETAIL_DIFFERS);
        }
        long waiver = fen(data.hospPartAmt());
        long waiverInDetail = sum(WAIVER);
        long other = fen(data.othPay()) - sum(OWN);
        if (waiver == 0) {
            waiver = waiverInDetail;
            other -= waiverInDetail;
        } else if (waiverInDetail != 0 && waiverInDetail != waiver) {
            return Answer.refused(NationalRefusal.DETAIL_DIFFERS);
        }
        if (other < 0) {
            return Answer.refused(NationalRefusal.DETAIL_DIFFERS);
        }
        return Answer.done(Map.of(
                "total_cost", fen(data.medfeeSumamt()),
                "eligible_cost", fen(data.inscpScpAmt()),
                "basic_paid", fen(data.hifpPay()),
                "critical_illness_paid", fen(data.hifmiPay()),
                "medical_assistance_paid", fen(data.mafPay()),
                "hospital_waiver", waiver,
                "other_paid", other + fen(data.cvlservPay()) + fen(data.hifesPay()) + fen(data.hifobPay())));
    }

    private long sum(Set<String> codes) {
        return details.stream()
                .filter(detail -> codes.contains(text(detail.fundPayType())))
                .mapToLong(detail -> fen(detail.fundPayamt()))
                .sum();
    }

    private boolean agrees(Set<String> codes, long amount) {
        return details.stream().noneMatch(detail -> codes.contains(text(detail.fundPayType()))) || sum(codes) == amount;
    }
}
