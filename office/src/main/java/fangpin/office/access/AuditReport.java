package fangpin.office.access;

import java.util.List;

/**
 * 审计核验报告.
 *
 * @param sealed records sealed in the chain
 * @param unsealed records at the end that no seal covers yet; their own hashes were checked
 * @param findings the first of them, in the chain's order
 * @param findingCount of all
 */
public record AuditReport(long sealed, long unsealed, List<AuditFinding> findings, long findingCount) {
    public AuditReport {
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean sound() {
        return findingCount == 0;
    }
}
