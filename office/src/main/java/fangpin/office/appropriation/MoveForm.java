package fangpin.office.appropriation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.TimeLimit;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;

/** What a move must say, by its kind; the answer is the clause it rests on, empty where the pack has none. */
final class MoveForm {
    private MoveForm() {}

    static Answer<String> check(Actor actor, PolicyPack pack, BudgetLine line, FundMoves.Wanted wanted) {
        boolean known = FundRules.items(pack).containsKey(wanted.item());
        return switch (wanted.kind()) {
            case ALLOCATION -> Answer.refused(AppropriationRefusal.NO_RIGHT);
            case DISBURSEMENT -> disbursement(pack, line, wanted);
            case REALLOCATION ->
                !known || wanted.item().equals(line.item())
                        ? Answer.refused(AppropriationRefusal.UNKNOWN_ITEM, wanted.item())
                        : decided(line, wanted, "");
            case POOLING ->
                SurplusSentence.pools(pack, line)
                        ? said(wanted, SurplusSentence.CLAUSE)
                        : Answer.refused(AppropriationRefusal.UNKNOWN_ITEM, line.item());
            case RECOVERY ->
                line.path().equals(wanted.toPath())
                                || !line.path().startsWith(wanted.toPath())
                                || !wanted.toPath().equals(actor.scope().path())
                        ? Answer.refused(AppropriationRefusal.UNKNOWN_DIVISION)
                        : decided(line, wanted, "");
        };
    }

    private static Answer<String> disbursement(PolicyPack pack, BudgetLine line, FundMoves.Wanted wanted) {
        if (line.hasUse() || (wanted.project() == null) == wanted.programme().isEmpty()) {
            return Answer.refused(AppropriationRefusal.NO_USE);
        }
        if (wanted.purpose().isBlank()) {
            return Answer.refused(AppropriationRefusal.FIELD_MISSING);
        }
        if (wanted.item().isEmpty()
                || !(FundRules.items(pack).containsKey(wanted.item())
                        || wanted.item().equals(FundRules.POOLED_ITEM))) {
            return Answer.refused(AppropriationRefusal.UNKNOWN_ITEM, wanted.item());
        }
        return Answer.done(FundRules.limits(pack).stream()
                .map(TimeLimit::clause)
                .map(ClauseId::toString)
                .findFirst()
                .orElse(""));
    }

    private static Answer<String> decided(BudgetLine line, FundMoves.Wanted wanted, String clause) {
        return line.hasUse() ? Answer.refused(AppropriationRefusal.NO_USE) : said(wanted, clause);
    }

    private static Answer<String> said(FundMoves.Wanted wanted, String clause) {
        if (wanted.decision().isBlank()) {
            return Answer.refused(AppropriationRefusal.DECISION_MISSING);
        }
        return wanted.reason().isBlank() ? Answer.refused(AppropriationRefusal.REASON_MISSING) : Answer.done(clause);
    }
}
