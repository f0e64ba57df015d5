package fangpin.office.access;

import static fangpin.office.access.Right.*;

import java.util.EnumSet;
import java.util.Set;

/** 角色: the parts the documents give out (SD §7.2, WH3 §6.2, LS §5), and the three administrators kept apart. */
public enum Role {
    /** 扶贫办 */
    POVERTY_OFFICE,
    /** 村级帮扶人 */
    VILLAGE_HELPER,
    /** 财政 */
    FINANCE,
    /** 医保 */
    MEDICAL_SECURITY,
    /** 卫健 */
    HEALTH,
    /** 民政 */
    CIVIL_AFFAIRS,
    /** 定点医院 */
    HOSPITAL,
    /** 承保机构 */
    INSURER,
    /** 审计 */
    AUDITOR,
    /** 系统管理员 */
    SYSTEM_ADMINISTRATOR,
    /** 安全管理员 */
    SECURITY_ADMINISTRATOR,
    /** 审计管理员 */
    AUDIT_ADMINISTRATOR;

    /** Whether the role brings the right. */
    public boolean brings(Right right) {
        return right == DESK || rights().contains(right);
    }

    /** 三员: system, security and audit administrator. */
    public boolean isAdministrator() {
        return this == SYSTEM_ADMINISTRATOR || this == SECURITY_ADMINISTRATOR || this == AUDIT_ADMINISTRATOR;
    }

    /**
     * 可授角色: whose accounts one manages. The system administrator looks after the staff; an administrator's role is handed on by
     * those who hold it, so that none of the three can make himself one of the others.
     */
    public Set<Role> handsOn() {
        return switch (this) {
            case SYSTEM_ADMINISTRATOR -> {
                Set<Role> roles = EnumSet.of(SYSTEM_ADMINISTRATOR);
                for (Role role : values()) {
                    if (!role.isAdministrator()) {
                        roles.add(role);
                    }
                }
                yield roles;
            }
            case SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR -> EnumSet.of(this);
            case POVERTY_OFFICE,
                    VILLAGE_HELPER,
                    FINANCE,
                    MEDICAL_SECURITY,
                    HEALTH,
                    CIVIL_AFFAIRS,
                    HOSPITAL,
                    INSURER,
                    AUDITOR -> EnumSet.noneOf(Role.class);
        };
    }

    /** The key of its words. */
    public String key() {
        return "access.role." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private Set<Right> rights() {
        return switch (this) {
            case POVERTY_OFFICE ->
                EnumSet.of(
                        REGISTER_READ,
                        REGISTER_WRITE,
                        REGISTER_APPROVE,
                        REGISTER_IMPORT,
                        REGISTER_EXPORT,
                        REGISTER_UNMASK,
                        POLICY_READ,
                        POLICY_PROPOSE,
                        POLICY_APPROVE,
                        SETTLEMENT_READ,
                        ENROLMENT_READ,
                        ENROLMENT_WRITE,
                        ENROLMENT_APPROVE,
                        LEDGER_READ,
                        CLAIM_READ,
                        CLAIM_REPORT,
                        PROJECT_READ,
                        PROJECT_WRITE,
                        PROJECT_CHECK,
                        PROJECT_DECIDE);
            case VILLAGE_HELPER ->
                EnumSet.of(
                        REGISTER_READ,
                        REGISTER_WRITE,
                        POLICY_READ,
                        CLAIM_READ,
                        CLAIM_REPORT,
                        PROJECT_READ,
                        PROJECT_WRITE);
            case FINANCE ->
                EnumSet.of(
                        REGISTER_READ,
                        POLICY_READ,
                        SETTLEMENT_READ,
                        ENROLMENT_READ,
                        LEDGER_READ,
                        PREMIUM_PAY,
                        PROJECT_READ);
            case MEDICAL_SECURITY ->
                EnumSet.of(
                        REGISTER_READ,
                        POLICY_READ,
                        SETTLEMENT_READ,
                        REIMBURSEMENT_WRITE,
                        RECONCILIATION_WRITE,
                        COST_CHECK,
                        ENROLMENT_READ,
                        LEDGER_READ,
                        CLAIM_READ);
            case HEALTH -> EnumSet.of(REGISTER_READ, POLICY_READ, SETTLEMENT_READ, COST_CHECK);
            case CIVIL_AFFAIRS -> EnumSet.of(REGISTER_READ, REGISTER_UNMASK, POLICY_READ);
            case HOSPITAL -> EnumSet.of(POLICY_READ, SETTLEMENT_READ, SETTLEMENT_WRITE, RECONCILIATION_WRITE);
            case INSURER ->
                EnumSet.of(
                        POLICY_READ,
                        SETTLEMENT_READ,
                        REIMBURSEMENT_WRITE,
                        RECONCILIATION_WRITE,
                        INSURED_READ,
                        LEDGER_READ,
                        PAYMENT_RAISE,
                        PAYMENT_APPROVE,
                        CLAIM_READ,
                        CLAIM_REPORT,
                        CLAIM_HANDLE,
                        CLAIM_APPROVE);
            case AUDITOR ->
                EnumSet.of(
                        REGISTER_READ,
                        POLICY_READ,
                        SETTLEMENT_READ,
                        ENROLMENT_READ,
                        LEDGER_READ,
                        CLAIM_READ,
                        PROJECT_READ,
                        AUDIT_READ);
            case SYSTEM_ADMINISTRATOR -> EnumSet.of(SYSTEM_MANAGE, USERS_MANAGE);
            case SECURITY_ADMINISTRATOR -> EnumSet.of(SECURITY_MANAGE, AUDIT_DISPOSE, USERS_MANAGE);
            case AUDIT_ADMINISTRATOR -> EnumSet.of(AUDIT_READ, AUDIT_DISPOSE, USERS_MANAGE);
        };
    }
}
