package fangpin.office.appropriation;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.appropriation.internal.LineRows;
import fangpin.office.appropriation.internal.MoveRows;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 指标: what stands on each budget line, what came to it and went from it, and where its money first came from. */
@Service
public final class BudgetLines {
    private final ScopedWork work;
    private final LineRows rows;
    private final MoveRows moves;

    BudgetLines(ScopedWork work, LineRows rows, MoveRows moves) {
        this.work = work;
        this.rows = rows;
        this.moves = moves;
    }

    /** Lines of a year in a place and below; of one item, or of all when it is null. */
    public List<BudgetLine> list(Actor actor, String place, int year, @Nullable String item) {
        return work.read(actor, () -> rows.list(place, true, year, item));
    }

    /** Lines of a place itself. */
    public List<BudgetLine> at(Actor actor, String place, int year) {
        return work.read(actor, () -> rows.list(place, false, year, null));
    }

    /** One line. */
    public Optional<BudgetLine> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** The lines on which a document's money stands or stood. */
    public List<BudgetLine> ofDocument(Actor actor, long document) {
        return work.read(actor, () -> rows.ofDocument(document));
    }

    /** The lines on which a project's money stands or stood. */
    public List<BudgetLine> ofProject(Actor actor, long project) {
        return work.read(actor, () -> rows.ofProject(project));
    }

    /** 来龙去脉: from the line back to the document its money first came by. */
    public List<BudgetLine.Step> way(Actor actor, long line) {
        return work.read(actor, () -> rows.way(line, actor.scope().path()));
    }

    /** What came to a line and went from it by moves, also those not done yet, the first first. */
    public List<FundMove> moves(Actor actor, long line) {
        return work.read(actor, () -> moves.ofLine(line));
    }
}
