package fangpin.office.project;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 项目计划: what a village, town or county writes down of a project: the required fields of the pool.
 *
 * @param path of the place it is for
 * @param year the plan is made for
 * @param pack whose money it asks for
 * @param item the purpose of that pack that it serves, such as {@code non-key-village-industry}
 * @param content what is built or done
 * @param benefit how people take part in it and what they have of it
 * @param implementer the unit that carries it out
 * @param responsible who answers for it
 * @param startsOn first day of the work
 * @param endsOn last day of the work
 * @param forInstantHelp whether it is for instant-help persons (WH10 §3)
 * @param households reached; with no persons either, a town's or county's project that is not counted by household
 * @param persons reached
 * @param metOn the day of the villagers' meeting; null for a project of a town or county
 * @param budget by source, what each part is for
 */
public record ProjectPlan(
        String path,
        int year,
        String name,
        String pack,
        String item,
        String content,
        String benefit,
        String implementer,
        String responsible,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean forInstantHelp,
        int households,
        int persons,
        @Nullable LocalDate metOn,
        List<BudgetLine> budget) {
    public ProjectPlan {
        budget = List.copyOf(budget);
    }

    /** All of its budget, fen. */
    public long budgetFen() {
        return budget.stream().mapToLong(BudgetLine::amountFen).sum();
    }

    /** What the negative list reads: name, content and what each part of the budget is for. */
    public String wordsJudged() {
        StringBuilder words = new StringBuilder(name).append('\n').append(content);
        budget.forEach(line -> words.append('\n').append(line.purpose()));
        return words.toString();
    }
}
