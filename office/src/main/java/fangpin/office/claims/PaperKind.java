package fangpin.office.claims;

import java.util.ArrayList;
import java.util.List;

/** 理赔资料: what a family brings. The list of a claim is told at once and whole (保险法第二十二条). */
public enum PaperKind {
    /** 被保险人身份证明 */
    IDENTITY,
    /** 事故证明 */
    ACCIDENT_PROOF,
    /** 病历、诊断证明 */
    MEDICAL_RECORD,
    /** 医疗费用票据和清单 */
    HOSPITAL_BILLS,
    /** 医保等其他途径的结算单 */
    OTHER_SETTLEMENT,
    /** 伤残评定书 */
    DISABILITY_REPORT,
    /** 死亡证明或火化证 */
    DEATH_CERTIFICATE,
    /** 户籍注销证明 */
    HOUSEHOLD_CANCELLED,
    /** 关系证明 */
    KINSHIP_PROOF,
    /** 继承人身份证明 */
    HEIR_IDENTITY,
    /** 灾害民生综合保险的赔付通知 */
    DISASTER_SETTLEMENT,
    /** 责任认定书、赔偿凭证 */
    LIABILITY_PROOF,
    /** 授权委托书和代领人身份证明 */
    PROXY_LETTER,
    /** 领款人银行账户 */
    BANK_ACCOUNT;

    /**
     * What a claim needs.
     *
     * @param listedCause whether the disaster insurance pays first
     */
    public static List<PaperKind> of(Claim.Kind kind, boolean listedCause, Claim.ThirdParty thirdParty) {
        List<PaperKind> papers = new ArrayList<>(List.of(IDENTITY, ACCIDENT_PROOF));
        papers.addAll(
                switch (kind) {
                    case MEDICAL -> List.of(MEDICAL_RECORD, HOSPITAL_BILLS, OTHER_SETTLEMENT);
                    case DISABILITY -> List.of(MEDICAL_RECORD, DISABILITY_REPORT);
                    case DEATH -> List.of(DEATH_CERTIFICATE, HOUSEHOLD_CANCELLED, KINSHIP_PROOF, HEIR_IDENTITY);
                });
        if (listedCause) {
            papers.add(DISASTER_SETTLEMENT);
        }
        if (thirdParty != Claim.ThirdParty.NONE) {
            papers.add(LIABILITY_PROOF);
        }
        papers.add(BANK_ACCOUNT);
        return List.copyOf(papers);
    }
}
