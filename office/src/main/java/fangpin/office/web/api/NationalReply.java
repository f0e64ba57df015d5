package fangpin.office.web.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * 国家医保接口回复.
 *
 * @param infcode 0 done, -1 not done
 * @param infRefmsgid the number of this answer, made from the question's
 * @param errMsg why it was not done, in Chinese; empty when it was
 * @param signtype SM2 when the reply is signed
 * @param cainfo the signature of this office
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record NationalReply(
        int infcode,
        String infRefmsgid,
        String refmsgTime,
        String respondTime,
        String errMsg,
        @Nullable String signtype,
        @Nullable String cainfo,
        @Nullable Output output) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").withZone(ZoneOffset.ofHours(8));

    /** 交易输出 */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Output(NationalData setlinfo, List<NationalDetail> setldetail) {}

    static NationalReply done(NationalEnvelope asked, Instant now, Output output) {
        return new NationalReply(0, reference(asked), TIME.format(now), TIME.format(now), "", null, null, output);
    }

    static NationalReply refused(NationalEnvelope asked, Instant now, String why) {
        return new NationalReply(-1, reference(asked), TIME.format(now), TIME.format(now), why, null, null, null);
    }

    /** What it repeats of the question has no {@code &}, which parts the members of the text that is signed. */
    NationalReply withoutAmpersands() {
        return new NationalReply(
                infcode,
                infRefmsgid.replace('&', '＆'),
                refmsgTime,
                respondTime,
                errMsg.replace('&', '＆'),
                signtype,
                cainfo,
                output);
    }

    /** This reply, said to be signed. */
    NationalReply signed(@Nullable String signature) {
        return new NationalReply(infcode, infRefmsgid, refmsgTime, respondTime, errMsg, "SM2", signature, output);
    }

    private static String reference(NationalEnvelope asked) {
        return Objects.requireNonNullElse(asked.msgid(), "");
    }
}
