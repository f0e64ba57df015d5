package fangpin.office.web.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * 结算基金分项 (setldetail): what one fund pays; it explains the amounts of setlinfo and never adds to them.
 *
 * @param fundPayType 基金支付类型: 390100, 390200, 610100, 620100, 630100 ...
 * @param setlProcInfo 结算过程信息: the clause
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonIgnoreProperties(ignoreUnknown = true)
record NationalDetail(
        @Nullable String fundPayType,
        @Nullable String fundPayTypeName,
        @Nullable NationalYuan inscpScpAmt,
        @Nullable NationalYuan fundPayamt,
        @Nullable String setlProcInfo) {}
