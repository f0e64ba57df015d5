package fangpin.office.web.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * 国家医保接口报文: the envelope in which hospitals' systems send 2303, 2304, 2305 and 5203. Fields it has besides are passed over.
 *
 * @param infno 交易编号
 * @param msgid 发送方报文ID
 * @param cainfo 数字签名信息: the signature, see {@link NationalText}
 * @param signtype 签名类型: SM2
 * @param encType 加密方式: left empty, for encrypted messages are not taken
 * @param infTime 交易时间: yyyy-MM-dd HH:mm:ss, China's time
 * @param fixmedinsCode 定点医药机构编号, the hospital's code in this office
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record NationalEnvelope(
        @Nullable String infno,
        @Nullable String msgid,
        @Nullable String mdtrtareaAdmvs,
        @Nullable String insuplcAdmdvs,
        @Nullable String recerSysCode,
        @Nullable String cainfo,
        @Nullable String signtype,
        @Nullable String encType,
        @Nullable String infver,
        @Nullable String opter,
        @Nullable String opterName,
        @Nullable String infTime,
        @Nullable String fixmedinsCode,
        @Nullable Input input) {
    /** 交易输入 */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Input(@Nullable NationalData data, @Nullable List<NationalDetail> setldetail) {}

    /** The details; none when the message has none. */
    List<NationalDetail> details() {
        return input == null || input.setldetail() == null ? List.of() : input.setldetail();
    }

    /** The data; empty when the message has none. */
    NationalData data() {
        return input == null || input.data() == null ? NationalData.NONE : input.data();
    }
}
