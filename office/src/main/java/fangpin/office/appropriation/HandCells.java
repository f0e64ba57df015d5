package fangpin.office.appropriation;

import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** 按需要分配: amounts that no scheme gives as cells of an allocation: known items, each division below once, each amount above nothing. */
final class HandCells {
    private HandCells() {}

    static Answer<List<FundAllocation.Cell>> of(
            Actor actor, PolicyPack pack, List<Allocations.ByHand> amounts, String reason) {
        Set<String> seen = new HashSet<>();
        List<FundAllocation.Cell> cells = new ArrayList<>();
        for (Allocations.ByHand one : amounts) {
            if (!FundRules.items(pack).containsKey(one.item())) {
                return Answer.refused(AppropriationRefusal.UNKNOWN_ITEM, one.item());
            }
            if (!actor.scope().holds(one.division())
                    || one.division().equals(actor.scope().path())
                    || !seen.add(one.item() + "/" + one.division())) {
                return Answer.refused(AppropriationRefusal.UNKNOWN_DIVISION, one.division());
            }
            if (one.amount().amount() <= 0) {
                return Answer.refused(AppropriationRefusal.BAD_AMOUNT);
            }
            cells.add(cell(one, reason));
        }
        return cells.isEmpty() ? Answer.refused(AppropriationRefusal.FIELD_MISSING) : Answer.done(cells);
    }

    private static FundAllocation.Cell cell(Allocations.ByHand one, String reason) {
        String[] codes = one.division().split("/", -1);
        return new FundAllocation.Cell(
                one.item(),
                codes[codes.length - 2],
                one.division(),
                null,
                one.amount().amount(),
                one.amount().amount(),
                reason);
    }
}
