package fangpin.office.appropriation;

import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.appropriation.internal.AllocationRows;
import fangpin.office.appropriation.internal.DocumentRows;
import fangpin.office.appropriation.internal.LineRows;
import fangpin.office.appropriation.internal.MoveRows;
import fangpin.office.fund.LineBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * 下达: the money of an allocation goes from the allocator's lines to those of the divisions, each portion out of one line, so that every fen
 * keeps the document it first came by. All of it or nothing.
 */
@Component
final class AllocationIssue {
    private final AllocationRows rows;
    private final DocumentRows documents;
    private final LineRows lines;
    private final MoveRows moves;
    private final LineBook book;
    private final FundRules rules;

    AllocationIssue(
            AllocationRows rows,
            DocumentRows documents,
            LineRows lines,
            MoveRows moves,
            LineBook book,
            FundRules rules) {
        this.rows = rows;
        this.documents = documents;
        this.lines = lines;
        this.moves = moves;
        this.book = book;
        this.rules = rules;
    }

    /** So much of a line for a cell. */
    private record Portion(BudgetLine from, FundAllocation.Cell cell, long amountFen) {}

    /** Issues an allocation within the caller's transaction. */
    Answer<Long> issue(Actor actor, FundAllocation allocation, String number, LocalDate today) {
        Optional<PolicyPack> pack = rules.pack(actor, allocation.pack());
        Optional<AllocationScheme> scheme = pack.flatMap(one -> one.funds().scheme(allocation.scheme()));
        return planned(allocation, scheme).map(portions -> {
            Map<String, List<Portion>> byDocument = new LinkedHashMap<>();
            portions.forEach(one -> byDocument
                    .computeIfAbsent(
                            one.cell().divisionPath() + " " + one.from().documentId(), key -> new ArrayList<>())
                    .add(one));
            byDocument.values().forEach(group -> hand(actor, allocation, group, number, today, scheme));
            scheme.ifPresent(plan -> owe(allocation, plan, today));
            rows.issue(allocation.id(), number, actor.userId(), today);
            return allocation.id();
        });
    }

    /** Which line pays what, before anything is written; the lines' balances are held from here on. */
    private Answer<List<Portion>> planned(FundAllocation allocation, Optional<AllocationScheme> scheme) {
        List<BudgetLine> own = lines.list(allocation.path(), false, allocation.year(), null).stream()
                .filter(line -> !line.hasUse() && line.pack().equals(allocation.pack()))
                .sorted(java.util.Comparator.comparingLong(BudgetLine::accountId))
                .toList();
        Map<Long, Long> free = new LinkedHashMap<>();
        own.forEach(line -> free.put(line.id(), book.freeFen(line.accountId())));
        List<Portion> portions = new ArrayList<>();
        for (FundAllocation.Cell cell : allocation.cells()) {
            Optional<FundItem> item = scheme.flatMap(plan -> plan.item(cell.item()));
            if (cell.amountFen() == 0
                    || item.filter(one -> !one.source().level().fromAbove()).isPresent()) {
                continue;
            }
            long left = cell.amountFen();
            for (BudgetLine line : own) {
                long part = Math.min(left, free.getOrDefault(line.id(), 0L));
                if (part > 0 && serves(line, cell, item)) {
                    portions.add(new Portion(line, cell, part));
                    free.merge(line.id(), -part, Long::sum);
                    left -= part;
                }
            }
            if (left > 0) {
                return Answer.refused(
                        AppropriationRefusal.NO_SOURCE,
                        rules.itemName(allocation.pack(), cell.item()),
                        new Fen(left).yuan());
            }
        }
        return Answer.done(portions);
    }

    private static boolean serves(BudgetLine line, FundAllocation.Cell cell, Optional<FundItem> item) {
        return (line.item().isEmpty() || line.item().equals(cell.item()))
                && item.map(one -> FundOrigin.of(one.source().level()) == line.origin())
                        .orElse(true);
    }

    private void hand(
            Actor actor,
            FundAllocation allocation,
            List<Portion> group,
            String number,
            LocalDate today,
            Optional<AllocationScheme> scheme) {
        BudgetLine first = group.getFirst().from();
        FundDocument source = documents.find(first.documentId()).orElseThrow();
        Map<String, Long> items = new LinkedHashMap<>();
        group.forEach(one -> items.merge(one.cell().item(), one.amountFen(), Long::sum));
        FundDocument given = new FundDocument(
                0,
                group.getFirst().cell().divisionPath(),
                source.rootId() == null ? source.id() : source.rootId(),
                allocation.id(),
                allocation.pack(),
                allocation.year(),
                source.origin(),
                source.fund(),
                number,
                source.budgetCode(),
                today,
                items.values().stream().mapToLong(Long::longValue).sum(),
                FundDocument.State.CONFIRMED,
                allocation.proposedBy(),
                today,
                actor.userId(),
                today,
                "",
                0,
                null,
                List.of());
        long id = documents.insertAllocated(
                given,
                items.entrySet().stream()
                        .map(item -> new FundDocument.Item(item.getKey(), item.getValue()))
                        .toList());
        FundDocument kept = documents.find(id).orElseThrow();
        for (Portion portion : group) {
            BudgetLine to = lines.open(
                    LineRows.Wanted.of(kept, portion.from().id(), portion.cell().item()), today);
            String clause = scheme.flatMap(plan -> plan.item(portion.cell().item()))
                    .map(item -> item.clause().toString())
                    .orElse("");
            long move = moves.number();
            long entry = book.move(
                    actor,
                    portion.from().booked(),
                    to.booked(),
                    new Fen(portion.amountFen()),
                    today,
                    "move/" + move,
                    clause);
            moves.insertAllocated(
                    move,
                    portion.from(),
                    to,
                    allocation.id(),
                    portion.amountFen(),
                    number,
                    clause,
                    allocation.proposedBy(),
                    actor.userId(),
                    entry,
                    today);
        }
    }

    private void owe(FundAllocation allocation, AllocationScheme scheme, LocalDate today) {
        scheme.items().stream()
                .filter(item -> item.method() instanceof FundItem.Matching)
                .forEach(item -> rows.owe(allocation, item.id(), today));
    }
}
