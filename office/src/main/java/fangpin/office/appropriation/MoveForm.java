package fangpin.office.appropriation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.TimeLimit;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import java.util.stream.Collectors;

/** What a move must say, by its kind; the answer is the clause it rests on, empty where the pack has none. */
final class MoveForm {
    private static final String SURPLUS = "WH6 §2.2 end";

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
                pooled(pack, line)
                        ? decided(line, wanted, SURPLUS)
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
        if (line.hasUse()) {
            return Answer.refused(AppropriationRefusal.NO_USE);
        }
        if (wanted.decision().isBlank()) {
            return Answer.refused(AppropriationRefusal.DECISION_MISSING);
        }
        return wanted.reason().isBlank() ? Answer.refused(AppropriationRefusal.REASON_MISSING) : Answer.done(clause);
    }

    /** Whether the sentence on surpluses names the line's item: only what it names is pooled (WH6 §2.2 end). */
    private static boolean pooled(PolicyPack pack, BudgetLine line) {
        String name = FundRules.items(pack)
                .getOrDefault(line.item(), new Text("", ""))
                .zh()
                .replaceAll("（.*）|[“”]", "");
        return !name.isEmpty()
                && pack.documents().stream().anyMatch(document -> document.id().equals("WH6"))
                && pack.clause(new ClauseId(SURPLUS))
                        .map(Clause::paragraphs)
                        .map(words -> words.stream().collect(Collectors.joining()))
                        .filter(words -> words.replaceAll("[“”]", "").contains(name))
                        .isPresent();
    }
}
