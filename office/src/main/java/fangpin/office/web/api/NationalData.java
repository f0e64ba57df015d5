package fangpin.office.web.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import fangpin.office.settlement.Bill;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * 结算信息 (setlinfo, 2303/2304): the fields of the national settlement record that this office reads and answers with. Amounts of others
 * are what they paid; what this insurance pays is worked out here.
 *
 * @param mdtrtId 就诊ID: the bill's number here
 * @param setlId 结算ID: the settlement's number here
 * @param medinsSetlId 医药机构结算ID: the sender's number of the message; the same again gives the same settlement
 * @param certno 证件号码: whole in a question, never in an answer
 * @param begndate 入院日期
 * @param enddate 出院日期
 * @param refdSetlFlag 退费结算标志: 1 when the settlement is cancelled
 * @param expContent 字段扩展: codes, grades and keys that a product asks for, by its columns
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record NationalData(
        @Nullable String mdtrtId,
        @Nullable String setlId,
        @Nullable String medinsSetlId,
        @Nullable String psnNo,
        @Nullable String psnName,
        @Nullable String certno,
        @Nullable String insutype,
        @Nullable String medType,
        @Nullable LocalDate begndate,
        @Nullable LocalDate enddate,
        @Nullable LocalDate setlTime,
        @Nullable String refdSetlFlag,
        @Nullable String memo,
        @Nullable NationalYuan medfeeSumamt,
        @Nullable NationalYuan fulamtOwnpayAmt,
        @Nullable NationalYuan overlmtSelfpay,
        @Nullable NationalYuan preselfpayAmt,
        @Nullable NationalYuan inscpScpAmt,
        @Nullable NationalYuan actPayDedc,
        @Nullable NationalYuan hifpPay,
        @Nullable NationalYuan cvlservPay,
        @Nullable NationalYuan hifesPay,
        @Nullable NationalYuan hifmiPay,
        @Nullable NationalYuan hifobPay,
        @Nullable NationalYuan mafPay,
        @Nullable NationalYuan hospPartAmt,
        @Nullable NationalYuan othPay,
        @Nullable NationalYuan fundPaySumamt,
        @Nullable NationalYuan psnPartAmt,
        @Nullable NationalYuan acctPay,
        @Nullable NationalYuan psnCashPay,
        @Nullable NationalWords expContent) {
    static final NationalData NONE = new NationalData(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** What a settlement itself tells of its message. */
    static NationalData of(Bill bill) {
        return new NationalData(
                bill.billNumber(),
                null,
                bill.messageId(),
                Long.toString(bill.personId()),
                null,
                null,
                null,
                null,
                bill.admittedOn(),
                bill.dischargedOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "national settlement " + medinsSetlId;
    }
}
