package fangpin.office.web.api;

import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Waterfall;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 结算换成国家报文: what every fund pays, under its national code; this insurance is 620100, the hospital's waiver 630100. 总费用 = 基金支付总额 +
 * 医院负担 + 个人负担.
 *
 * @param asked fields that come back as they were sent
 * @param settlement this office's number; null for a trial
 * @param sign -1 when a cancellation takes everything back
 */
record NationalAnswer(
        NationalData asked,
        Settlement settled,
        @Nullable Long settlement,
        @Nullable LocalDateTime time,
        boolean cancelled,
        int sign) {
    private static final Map<String, String> CODES =
            Map.of("basic", "390100", "critical-illness", "390200", "assistance", "610100", "waiver", "630100");
    private static final String OWN = "620100";
    private static final String OTHER = "999997";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    NationalReply.Output output() {
        Map<String, Long> byCode = new HashMap<>();
        List<NationalDetail> details = new ArrayList<>();
        for (Waterfall.Bucket bucket : settled.waterfall().buckets()) {
            PayerLayer layer = settled.product().layers().stream()
                    .filter(one -> one.payer().equals(bucket.id()))
                    .findFirst()
                    .orElse(null);
            if (layer != null) {
                String code =
                        bucket.id().equals(settled.product().ownPayer()) ? OWN : CODES.getOrDefault(bucket.id(), OTHER);
                byCode.merge(code, bucket.amount().amount(), Long::sum);
                details.add(new NationalDetail(
                        code,
                        bucket.name().in(Text.Language.ZH),
                        yuan(eligible()),
                        yuan(bucket.amount().amount()),
                        layer.clause().text()));
            }
        }
        return new NationalReply.Output(info(byCode), details);
    }

    private long eligible() {
        int register = settled.product().program().inputs().indexOf("eligible_cost");
        return register < 0
                ? settled.waterfall().total().amount()
                : settled.input().values().get(register);
    }

    private NationalYuan yuan(long fen) {
        return new NationalYuan(sign * fen);
    }

    private NationalData info(Map<String, Long> byCode) {
        long own = byCode.getOrDefault(OWN, 0L);
        long others = byCode.getOrDefault(OTHER, 0L);
        // funds of working people, where the message had them apart and all of them counted as others'
        boolean apart = fen(asked.cvlservPay()) + fen(asked.hifesPay()) + fen(asked.hifobPay()) <= others;
        long servant = apart ? fen(asked.cvlservPay()) : 0;
        long employer = apart ? fen(asked.hifesPay()) : 0;
        long large = apart ? fen(asked.hifobPay()) : 0;
        long other = own + others - servant - employer - large;
        long basic = byCode.getOrDefault("390100", 0L);
        long critical = byCode.getOrDefault("390200", 0L);
        long assistance = byCode.getOrDefault("610100", 0L);
        long person =
                settled.bucket("self").amount() + settled.bucket("ineligible").amount();
        // what the person's own account was to pay, as far as there is still something to pay
        long account = Math.min(fen(asked.acctPay()), person);
        return new NationalData(
                asked.mdtrtId(),
                settlement == null ? null : Long.toString(settlement),
                asked.medinsSetlId(),
                asked.psnNo(),
                null,
                null,
                asked.insutype(),
                asked.medType(),
                asked.begndate(),
                asked.enddate(),
                time == null ? null : TIME.format(time),
                cancelled ? "1" : "0",
                null,
                yuan(settled.waterfall().total().amount()),
                signed(asked.fulamtOwnpayAmt()),
                signed(asked.overlmtSelfpay()),
                signed(asked.preselfpayAmt()),
                yuan(eligible()),
                signed(asked.actPayDedc()),
                yuan(basic),
                yuan(servant),
                yuan(employer),
                yuan(critical),
                yuan(large),
                yuan(assistance),
                yuan(byCode.getOrDefault("630100", 0L)),
                yuan(other),
                yuan(basic + critical + assistance + own + others),
                yuan(person),
                yuan(account),
                yuan(person - account),
                asked.dscgDeptName(),
                NationalWords.of(words()));
    }

    /** By which codes, grades and keys it was settled; the household is the register's. */
    private Map<String, String> words() {
        Map<String, String> words = new HashMap<>();
        for (InputColumn column : settled.product().inputs()) {
            String word = switch (column.kind()) {
                case CODE, GRADE -> word(column);
                case KEY ->
                    column.name().equals(settled.product().account())
                            ? ""
                            : settled.input().keys().getOrDefault(column.name(), "");
                case MONEY, COUNT, COVERED -> "";
            };
            if (!word.isEmpty()) {
                words.put(column.name(), word);
            }
        }
        return words;
    }

    private String word(InputColumn column) {
        int register = settled.product().program().inputs().indexOf(column.name());
        int code = Math.toIntExact(settled.input().values().get(register));
        return code == 0 ? "" : column.codes().get(code - 1).word();
    }

    private static long fen(@Nullable NationalYuan amount) {
        return amount == null ? 0 : amount.fen();
    }

    private @Nullable NationalYuan signed(@Nullable NationalYuan amount) {
        return amount == null ? null : yuan(amount.fen());
    }
}
