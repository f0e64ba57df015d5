package fangpin.office.web.supervision;

import fangpin.office.access.Right;
import fangpin.office.supervision.Finding;
import fangpin.office.supervision.Findings;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** 疑点待办: findings to put right, and those another person put right to look at. */
@Component
final class FindingWork implements WorkSource {
    private final Findings findings;
    private final Sentences sentences;

    FindingWork(Findings findings, Sentences sentences) {
        this.findings = findings;
        this.sentences = sentences;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        if (!desk.actor().may(Right.SUPERVISION_HANDLE)) {
            return List.of();
        }
        return findings.waiting(desk.actor(), most).stream()
                .map(finding -> new Work(
                        "supervision.work." + Finding.word(finding.state()),
                        List.of(desk.words()
                                .of("supervision.rule." + finding.rule().word())),
                        sentences.of(desk, finding),
                        finding.clause(),
                        finding.dueOn() == null ? null : finding.dueOn().plusDays(1),
                        "/fund-findings/" + finding.id()))
                .toList();
    }
}
