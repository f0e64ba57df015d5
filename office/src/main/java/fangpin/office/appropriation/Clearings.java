package fangpin.office.appropriation;

import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.appropriation.internal.ClearingRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * 负面清单核对 (WH6 §3.2): an expense of a listed category is refused, and nobody may lift that; words of its purpose only make it suspect,
 * and a second person clears each with a reason.
 */
@Service
public final class Clearings {
    private final ScopedWork work;
    private final ClearingRows rows;
    private final FundRules rules;
    private final Audit audit;

    Clearings(ScopedWork work, ClearingRows rows, FundRules rules, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.rules = rules;
        this.audit = audit;
    }

    /** 排除记录 */
    public record Cleared(String list, String word, String reason, long clearedBy, LocalDate clearedOn) {}

    /**
     * What is to be spent, and who wants it.
     *
     * @param subject row of the matter, such as {@code move/5}
     */
    public record Expense(String path, String pack, String subject, String category, String purpose, long maker) {}

    /** What of an expense's words is suspect and not cleared yet. */
    public List<FundRules.Suspicion> open(Actor actor, Expense expense) {
        return work.read(actor, () -> suspicions(actor, expense));
    }

    private List<FundRules.Suspicion> suspicions(Actor actor, Expense expense) {
        Optional<PolicyPack> pack = rules.pack(actor, expense.pack());
        if (pack.isEmpty()
                || !(FundRules.judge(pack.get(), expense.category(), expense.purpose())
                        instanceof FundRules.Judged.Suspect(List<FundRules.Suspicion> words))) {
            return List.of();
        }
        Set<String> cleared = rows.words(expense.subject());
        return words.stream()
                .filter(one -> !cleared.contains(one.list() + "/" + one.word()))
                .toList();
    }

    /** What was cleared of it. */
    public List<Cleared> of(Actor actor, String subject) {
        return work.read(actor, () -> rows.of(subject));
    }

    /** Refuses an expense of a listed category, within the caller's transaction. */
    Answer<Long> notForbidden(Actor actor, String pack, String category, String purpose) {
        return rules.pack(actor, pack)
                                .map(it -> FundRules.judge(it, category, purpose))
                                .orElse(new FundRules.Judged.Fine())
                        instanceof FundRules.Judged.Never(var item, var clause)
                ? Answer.refused(AppropriationRefusal.NEGATIVE_LIST, item, clause.toString())
                : Answer.done(0L);
    }

    /** Refuses an expense with a word that nobody cleared, within the caller's transaction. */
    Answer<Long> cleared(Actor actor, Expense expense) {
        List<FundRules.Suspicion> open = suspicions(actor, expense);
        return open.isEmpty()
                ? Answer.done(0L)
                : Answer.refused(
                        AppropriationRefusal.SUSPECT_WORD,
                        open.getFirst().word(),
                        open.getFirst().item(),
                        open.getFirst().clause().toString());
    }

    /** Says of a word that it does not mean what the list means, with the reason. */
    public Answer<Long> clear(Actor actor, Expense expense, String list, String word, String reason, LocalDate today) {
        if (!actor.may(Right.FUND_APPROVE)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        if (reason.isBlank()) {
            return Answer.refused(AppropriationRefusal.REASON_MISSING);
        }
        return Separation.check(expense.maker(), actor.userId())
                .then(checked -> work.write(actor, () -> {
                    boolean suspect = suspicions(actor, expense).stream()
                            .anyMatch(
                                    one -> one.list().equals(list) && one.word().equals(word));
                    if (!suspect
                            || !rows.insert(
                                    expense.path(),
                                    expense.subject(),
                                    list,
                                    word,
                                    reason.strip(),
                                    expense.maker(),
                                    actor.userId(),
                                    today)) {
                        return Answer.refused(AppropriationRefusal.CHANGED_MEANWHILE);
                    }
                    audit.record(
                            actor,
                            AuditAction.FUND_CLEARED,
                            expense.subject(),
                            Map.of("word", word, "list", list, "reason", reason.strip()));
                    return Answer.done(checked);
                }));
    }
}
