package fangpin.office.web.appropriation;

import fangpin.kernel.provision.TimeLimit;
import fangpin.office.access.Right;
import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.FundClock;
import fangpin.office.appropriation.FundClocks;
import fangpin.office.appropriation.FundDocuments;
import fangpin.office.appropriation.FundMoves;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.appropriation.Shortfalls;
import fangpin.office.appropriation.SurplusSentence;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 专项资金待办: what the poverty office and finance have before them. */
@Component
final class FundWork implements WorkSource {
    private final FundDocuments documents;
    private final Allocations allocations;
    private final FundMoves moves;
    private final PaymentRequests requests;
    private final FundClocks clocks;
    private final Shortfalls shortfalls;

    FundWork(
            FundDocuments documents,
            Allocations allocations,
            FundMoves moves,
            PaymentRequests requests,
            FundClocks clocks,
            Shortfalls shortfalls) {
        this.documents = documents;
        this.allocations = allocations;
        this.moves = moves;
        this.requests = requests;
        this.clocks = clocks;
        this.shortfalls = shortfalls;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        List<Work> work = new ArrayList<>();
        if (desk.actor().may(Right.FUND_READ)) {
            late(desk, work);
        }
        if (desk.actor().may(Right.FUND_APPROVE)) {
            add(work, "allocations", allocations.toApprove(desk.actor()), "WH6 §3.1", "/fund-allocations");
        }
        if (desk.actor().may(Right.FUND_PAY)) {
            add(work, "documents", documents.toConfirm(desk.actor()), "WH6 §3.1", "/fund-documents?below=1");
            add(work, "issue", allocations.toIssue(desk.actor()), "WH6 §3.1", "/fund-allocations");
            add(work, "moves", moves.toAnswer(desk.actor()), "WH6 §3.1", "/fund-moves?state=proposed");
            add(work, "requests", requests.toApprove(desk.actor()), "WH6 §3.2", "/fund-requests?state=raised");
            add(work, "send", requests.toSend(desk.actor()), "WH6 §3.1", "/fund-requests?state=approved");
            add(work, "shortfalls", shortfalls.toAgree(desk.actor()), SurplusSentence.CLAUSE, "/fund-shortfalls");
        }
        return work.size() > most ? List.copyOf(work.subList(0, most)) : work;
    }

    private void late(Desk desk, List<Work> work) {
        List<FundClock> all = clocks.of(
                desk.actor(), desk.actor().scope().path(), desk.today().getYear(), desk.today());
        add(
                work,
                "late",
                all.stream()
                        .filter(one -> one.state() == TimeLimit.State.LATE && one.openFen() > 0)
                        .count(),
                "WH6 §3.1",
                "/fund-clocks");
        add(
                work,
                "pressing",
                all.stream()
                        .filter(one -> FundClocks.pressing(one, desk.today(), ClockPages.WARN_DAYS))
                        .count(),
                "WH6 §3.1",
                "/fund-clocks");
    }

    private static void add(List<Work> work, String what, long number, String clause, String address) {
        if (number > 0) {
            work.add(new Work("appropriation.work." + what, List.of(number), "", clause, null, address));
        }
    }
}
