package fangpin.office.access;

import java.util.Locale;

/** 审计事项: what was done. The name is kept in the record and never changes; later rooms add theirs. */
public enum AuditAction {
    /** 登录 */
    SIGNED_IN,
    /** 登录失败 */
    SIGN_IN_FAILED,
    /** 多次失败，暂时锁定 */
    LOCKED,
    /** 退出 */
    SIGNED_OUT,
    /** 会话被终止 */
    SESSION_ENDED,
    /** 修改密码 */
    PASSWORD_CHANGED,
    /** 绑定动态口令 */
    SECOND_FACTOR_SET,
    /** 无权访问被拒 */
    DENIED,
    /** 新建账号 */
    ACCOUNT_MADE,
    /** 修改账号 */
    ACCOUNT_CHANGED,
    /** 停用账号 */
    ACCOUNT_STOPPED,
    /** 恢复账号 */
    ACCOUNT_RESUMED,
    /** 重置密码与动态口令 */
    ACCOUNT_RESET,
    /** 发放接口凭证 */
    TOKEN_MADE,
    /** 吊销接口凭证 */
    TOKEN_REVOKED,
    /** 登记接口报文公钥 */
    CLIENT_KEY_REGISTERED,
    /** 停用接口报文公钥 */
    CLIENT_KEY_WITHDRAWN,
    /** 修改安全设置 */
    SETTING_CHANGED,
    /** 更换密钥 */
    KEYS_ROTATED,
    /** 从备份恢复 */
    RESTORED,
    /** 提出清理审计记录 */
    AUDIT_DISPOSAL_ASKED,
    /** 批准清理审计记录 */
    AUDIT_DISPOSED,
    /** 不再清理审计记录 */
    AUDIT_DISPOSAL_DROPPED,
    /** 登记 */
    ENTERED,
    /** 变更 */
    CHANGED,
    /** 更正 */
    CORRECTED,
    /** 批准 */
    APPROVED,
    /** 退回、不予认定 */
    REFUSED,
    /** 撤回 */
    WITHDRAWN,
    /** 公示 */
    PUBLISHED,
    /** 导入 */
    IMPORTED,
    /** 撤销导入 */
    IMPORT_UNDONE,
    /** 导出 */
    EXPORTED,
    /** 查看完整信息 */
    UNMASKED,
    /** 合并 */
    MERGED,
    /** 拆分 */
    SPLIT,
    /** 移交 */
    HANDED_OVER,
    /** 上传附件 */
    ATTACHED,
    /** 下载附件 */
    ATTACHMENT_READ,
    /** 删除附件 */
    ATTACHMENT_REMOVED,
    /** 提出政策事项 */
    POLICY_PROPOSED,
    /** 批准政策事项 */
    POLICY_APPROVED,
    /** 查询参保 */
    COVER_ASKED,
    /** 结算 */
    SETTLED,
    /** 撤销结算 */
    SETTLEMENT_CANCELLED,
    /** 记账 */
    POSTED,
    /** 登记已缴保费 */
    PREMIUM_ENTERED,
    /** 确认保费到账 */
    PREMIUM_CONFIRMED,
    /** 保费未到账 */
    PREMIUM_REFUSED,
    /** 申请付款 */
    PAYMENT_RAISED,
    /** 批准付款 */
    PAYMENT_APPROVED,
    /** 不批准付款 */
    PAYMENT_REFUSED,
    /** 送银行 */
    PAYMENT_SENT,
    /** 银行回盘 */
    PAYMENT_REPLIED,
    /** 登记、复核指标文件，登记到账 */
    FUND_DOCUMENT,
    /** 分配方案的提出、审定、下达 */
    FUND_ALLOCATION,
    /** 拨付、调剂、统筹、收回 */
    FUND_MOVE,
    /** 近似词排除 */
    FUND_CLEARED,
    /** 不足补足的提出、同意、退回 */
    FUND_SHORTFALL,
    /** 用款申请的提出、批准、退回、送银行、回盘 */
    FUND_PAYMENT,
    /** 疑点的整改、退回、销号 */
    FUND_FINDING,
    /** 银行对账、关账 */
    FUND_RECONCILED;

    /** The key of its words in the room's message files. */
    public String key() {
        return "access.action." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
