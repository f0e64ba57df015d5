package fangpin.office.access;

/** 权限项: one thing that may be done in one room. A page or a route needs exactly one of them. */
public enum Right {
    /** 查看人员档案 */
    REGISTER_READ,
    /** 经办：登记、申报、变更 */
    REGISTER_WRITE,
    /** 复核：认定、批准；经办与复核不得为同一人 */
    REGISTER_APPROVE,
    /** 导入名单 */
    REGISTER_IMPORT,
    /** 导出名单（须写明用途） */
    REGISTER_EXPORT,
    /** 查看完整证件号等（逐项、写明理由） */
    REGISTER_UNMASK,
    /** 查看政策库 */
    POLICY_READ,
    /** 提出政策包启用、口径 */
    POLICY_PROPOSE,
    /** 批准政策包启用、口径 */
    POLICY_APPROVE,
    /** 查看结算 */
    SETTLEMENT_READ,
    /** 办理结算：试算、结算、撤销 */
    SETTLEMENT_WRITE,
    /** 手工报销：经办与复核（不得为同一人） */
    REIMBURSEMENT_WRITE,
    /** 对账：上传对账单、办结差异 */
    RECONCILIATION_WRITE,
    /** 费用控制：立核查、写结果 */
    COST_CHECK,
    /** 查看合同、参保、保费 */
    ENROLMENT_READ,
    /** 经办：合同、参保名单、回复 */
    ENROLMENT_WRITE,
    /** 复核：合同与名单；经办与复核不得为同一人 */
    ENROLMENT_APPROVE,
    /** 承保机构查看本机构合同的被保险人名单 */
    INSURED_READ,
    /** 查看账簿、收付款 */
    LEDGER_READ,
    /** 财政登记缴纳的保费 */
    PREMIUM_PAY,
    /** 承保机构经办：确认到账、申请付款、银行文件 */
    PAYMENT_RAISE,
    /** 承保机构复核：批准付款；经办与复核不得为同一人 */
    PAYMENT_APPROVE,
    /** 查看理赔 */
    CLAIM_READ,
    /** 报案：登记、收资料、申诉 */
    CLAIM_REPORT,
    /** 理赔经办：查勘、评定、核定 */
    CLAIM_HANDLE,
    /** 理赔审批、复核；经办、审批、复核不得为同一人 */
    CLAIM_APPROVE,
    /** 查看项目库 */
    PROJECT_READ,
    /** 项目经办：申报、公示、实施、绩效、收益 */
    PROJECT_WRITE,
    /** 项目审核、验收、销号（镇街、县级）；经办与审核不得为同一人 */
    PROJECT_CHECK,
    /** 县级论证、领导小组审定、入库、年度计划 */
    PROJECT_DECIDE,
    /** 账号管理 */
    USERS_MANAGE,
    /** 安全策略：密码、锁定、接口凭证 */
    SECURITY_MANAGE,
    /** 系统运行：参数、备份状态 */
    SYSTEM_MANAGE,
    /** 查看审计记录 */
    AUDIT_READ,
    /** 清理超过保存期限的审计记录；提出与批准不得为同一人 */
    AUDIT_DISPOSE,
    /** 每个登录者都有：首页、手册、本人账号 */
    DESK;

    /** The key of its words. */
    public String key() {
        return "access.right." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
