package fangpin.office.appropriation.internal;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.FundRules;
import fangpin.office.project.MoneyLine;
import fangpin.office.project.ProjectMoneySource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What special funds add to a project's page: each budget line that it was given. */
@Component
class ProjectMoney implements ProjectMoneySource {
    private final ScopedWork work;
    private final LineRows rows;
    private final FundRules rules;

    ProjectMoney(ScopedWork work, LineRows rows, FundRules rules) {
        this.work = work;
        this.rows = rows;
        this.rules = rules;
    }

    @Override
    public List<MoneyLine> of(Actor actor, long project) {
        return !actor.may(Right.FUND_READ)
                ? List.of()
                : work.read(actor, () -> rows.ofProject(project)).stream()
                        .map(line -> new MoneyLine(
                                line.openedOn(),
                                "appropriation.project-money",
                                List.of(
                                        rules.itemName(line.pack(), line.item()),
                                        line.documentNumber(),
                                        new Fen(line.paidFen()).yuan()),
                                line.inFen(),
                                "/fund-lines/" + line.id(),
                                ""))
                        .toList();
    }
}
