package fangpin.office.web.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import fangpin.office.settlement.Bill;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonDeserialize;
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
 * @param setlTime 结算时间: yyyy-MM-dd HH:mm:ss, China's time; what a question says of it is passed over
 * @param refdSetlFlag 退费结算标志: 1 when the settlement is cancelled
 * @param dscgDeptName 出院科室名称
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

        @JsonDeserialize(using = NationalDay.class) @Nullable
        LocalDate begndate,

        @JsonDeserialize(using = NationalDay.class) @Nullable
        LocalDate enddate,

        @Nullable String setlTime,
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
        @Nullable String dscgDeptName,
        @Nullable NationalWords expContent) {
    static final NationalData NONE = new NationalData(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /**
     * What a settlement tells of its message.
     *
     * @param said what was kept of it; empty where it did not come this way
     */
    static NationalData of(Bill bill, Optional<NationalSaid> said) {
        NationalSaid.Amounts amounts = said.map(NationalSaid::amounts).orElse(NationalSaid.Amounts.NONE);
        return new NationalData(
                bill.billNumber(),
                null,
                bill.messageId(),
                null,
                null,
                null,
                said.map(NationalSaid::insuranceType).orElse(null),
                said.map(NationalSaid::medicalType).orElse(null),
                bill.admittedOn(),
                bill.dischargedOn(),
                null,
                null,
                null,
                null,
                amounts.ownPay(),
                amounts.overLimit(),
                amounts.firstPay(),
                null,
                amounts.deductible(),
                null,
                amounts.civilServant(),
                amounts.employer(),
                null,
                amounts.largeCost(),
                null,
                null,
                null,
                null,
                null,
                amounts.account(),
                null,
                bill.department().isEmpty() ? null : bill.department(),
                null);
    }

    /** Without what is personal. */
    @Override
    public String toString() {
        return "national settlement " + medinsSetlId;
    }
}
