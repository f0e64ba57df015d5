package fangpin.office.web.api;

import fangpin.office.access.RefusalReason;
import fangpin.office.claims.ClaimRefusal;
import fangpin.office.register.Refusal;
import fangpin.office.settlement.SettlementRefusal;
import java.util.Locale;

/** 接口被拒的原因: what the interface itself refuses, with the status that says so; each has its words under {@code web.api.refusal.}. */
enum ApiRefusal implements RefusalReason {
    /** 缺少请求正文 */
    BODY_MISSING(400),
    /** 不是合法的 JSON */
    MALFORMED_JSON(400),
    /** 缺少参数 */
    PARAMETER_MISSING(400),
    /** 参数写法不对 */
    PARAMETER_WRONG(400),
    /** 没有这个参数 */
    PARAMETER_UNKNOWN(400),
    /** 翻页标记不对 */
    CURSOR_WRONG(400),
    /** 上传不完整 */
    UPLOAD_BROKEN(400),
    /** 请求不合规则 */
    REQUEST_WRONG(400),
    /** 缺少请求键 */
    IDEMPOTENCY_KEY_MISSING(400),
    /** 请求键写法不对 */
    IDEMPOTENCY_KEY_WRONG(400),
    /** 不是上传者 */
    NOT_THE_SENDER(403),
    /** 没有这个地址 */
    NO_SUCH_ADDRESS(404),
    /** 没有这条记录 */
    NOT_FOUND(404),
    /** 不能这样请求 */
    METHOD_NOT_ALLOWED(405),
    /** 给不出所要的格式 */
    NOT_ACCEPTABLE(406),
    /** 翻页起点已变 */
    CURSOR_GONE(409),
    /** 同一请求正在办理 */
    REQUEST_IN_PROGRESS(409),
    /** 正文过大 */
    BODY_LARGE(413),
    /** 正文格式不对 */
    MEDIA_TYPE(415),
    /** 字段不对 */
    FIELDS_WRONG(422),
    /** 请求键已用于另一请求 */
    IDEMPOTENCY_KEY_REUSED(422),
    /** 文件不是可读的表格 */
    FILE_REFUSED(422),
    /** 找不到表头 */
    HEADER_NOT_FOUND(422),
    /** 缺少必需的列 */
    COLUMNS_MISSING(422),
    /** 系统出错 */
    BROKEN(500),
    /** 系统繁忙 */
    BUSY(503);

    private final int status;

    ApiRefusal(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    @Override
    public String key() {
        return "web.api.refusal." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status that says a refusal of whatever room. */
    static int statusOf(RefusalReason reason) {
        return switch (reason) {
            case ApiRefusal api -> api.status();
            case Refusal.NOT_FOUND -> 404;
            case Refusal.NO_RIGHT -> 403;
            case SettlementRefusal.NOT_FOUND -> 404;
            case SettlementRefusal.NO_RIGHT -> 403;
            case SettlementRefusal.CHANGED_MEANWHILE,
                    SettlementRefusal.ALREADY_CANCELLED,
                    SettlementRefusal.DUPLICATE_BILL,
                    SettlementRefusal.MESSAGE_REUSED -> 409;
            case ClaimRefusal.NOT_FOUND -> 404;
            case ClaimRefusal.NO_RIGHT -> 403;
            case ClaimRefusal.CHANGED_MEANWHILE, ClaimRefusal.NOT_NOW -> 409;
            case Refusal.CHANGED_MEANWHILE, Refusal.WRONG_STAGE, Refusal.ALREADY_UNDER_WAY -> 409;
            default -> 422;
        };
    }

    /** What is said of a status that something outside of the interface answered with. */
    static ApiRefusal ofStatus(int status) {
        return switch (status) {
            case 404 -> NO_SUCH_ADDRESS;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> BODY_LARGE;
            case 415 -> MEDIA_TYPE;
            case 503 -> BUSY;
            default -> status < 500 ? REQUEST_WRONG : BROKEN;
        };
    }
}
