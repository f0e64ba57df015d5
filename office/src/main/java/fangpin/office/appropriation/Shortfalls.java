package fangpin.office.appropriation;

import fangpin.kernel.money.Fen;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.appropriation.internal.LineRows;
import fangpin.office.appropriation.internal.ShortfallRows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/**
 * 不足补足 (WH6 §2.2 end “出现不足的由区市统筹安排解决”): the district's poverty office says what a purpose needs and by what decision the district
 * meets it, finance agrees and enters its own document; what came and what was met is read from the budget lines.
 */
@Service
public final class Shortfalls {
    private static final int LONGEST = 200;

    private final ScopedWork work;
    private final ShortfallRows rows;
    private final LineRows lines;
    private final FundRules rules;
    private final Audit audit;

    Shortfalls(ScopedWork work, ShortfallRows rows, LineRows lines, FundRules rules, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.lines = lines;
        this.rules = rules;
        this.audit = audit;
    }

    /** What is said to be needed. */
    public record Told(String pack, int year, String item, Fen needed, String basis, String decision) {}

    /** A purpose that one's own division may state a need for, and its pack. */
    public record Choice(String pack, SurplusSentence.Purpose purpose) {}

    /** The purposes whose shortfall one's own division meets: of packs of a place above it. */
    public List<Choice> choices(Actor actor) {
        String own = actor.scope().path();
        return rules.packsFor(actor).stream()
                .filter(pack -> isBelow(own, pack))
                .flatMap(pack -> SurplusSentence.purposes(pack).stream().map(one -> new Choice(pack.id(), one)))
                .toList();
    }

    private static boolean isBelow(String path, PolicyPack pack) {
        String place = Scope.ofCode(pack.jurisdiction()).path();
        return path.startsWith(place) && !path.equals(place);
    }

    /** How the purposes stand at one's division and below, by place. */
    public List<Shortfall> of(Actor actor, int year) {
        List<PolicyPack> packs = rules.packsFor(actor);
        return work.read(actor, () -> {
            List<BudgetLine> all = lines.list(actor.scope().path(), true, year, null);
            List<Shortfall.Need> needs = rows.of(year);
            List<Shortfall> found = new ArrayList<>();
            for (String path : places(all, needs)) {
                for (PolicyPack pack : packs) {
                    if (isBelow(path, pack)) {
                        SurplusSentence.purposes(pack)
                                .forEach(one ->
                                        stands(path, pack.id(), one, all, needs).ifPresent(found::add));
                    }
                }
            }
            return found;
        });
    }

    private static Set<String> places(List<BudgetLine> lines, List<Shortfall.Need> needs) {
        Set<String> places = new TreeSet<>();
        lines.forEach(line -> places.add(line.path()));
        needs.forEach(need -> places.add(need.path()));
        return places;
    }

    private static Optional<Shortfall> stands(
            String path,
            String pack,
            SurplusSentence.Purpose purpose,
            List<BudgetLine> lines,
            List<Shortfall.Need> needs) {
        List<BudgetLine> its = lines.stream()
                .filter(line -> line.path().equals(path)
                        && line.pack().equals(pack)
                        && purpose.items().contains(line.item()))
                .toList();
        Map<Shortfall.State, Shortfall.Need> said = new TreeMap<>();
        needs.stream()
                .filter(need -> need.path().equals(path)
                        && need.pack().equals(pack)
                        && need.item().equals(purpose.id()))
                .forEach(need -> said.put(need.state(), need));
        if (its.isEmpty() && said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Shortfall(
                path,
                pack,
                purpose,
                stood(its, false),
                stood(its, true),
                its.stream().mapToLong(BudgetLine::paidFen).sum(),
                said.get(Shortfall.State.AGREED),
                said.get(Shortfall.State.PROPOSED)));
    }

    /** What lines still hold for the purpose or paid for it: what they passed on to others is counted there. */
    private static long stood(List<BudgetLine> lines, boolean own) {
        return lines.stream()
                .filter(line -> (line.origin() == FundOrigin.DISTRICT) == own)
                .mapToLong(line -> line.availableFen() + line.paidFen())
                .sum();
    }

    /** Says what a purpose needs in one's own division; finance answers. */
    public Answer<Long> state(Actor actor, Told told, LocalDate today) {
        if (!actor.may(Right.FUND_PROPOSE)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        if (told.needed().amount() <= 0) {
            return Answer.refused(AppropriationRefusal.BAD_AMOUNT);
        }
        if (told.decision().isBlank() || told.decision().length() > LONGEST) {
            return Answer.refused(AppropriationRefusal.DECISION_MISSING);
        }
        if (told.basis().isBlank() || told.basis().length() > LONGEST) {
            return Answer.refused(AppropriationRefusal.REASON_MISSING);
        }
        Optional<Choice> choice = choices(actor).stream()
                .filter(one ->
                        one.pack().equals(told.pack()) && one.purpose().id().equals(told.item()))
                .findFirst();
        return choice.isEmpty()
                ? Answer.refused(AppropriationRefusal.UNKNOWN_ITEM, told.item())
                : work.write(actor, () -> keep(actor, told, choice.get(), today));
    }

    private Answer<Long> keep(Actor actor, Told told, Choice choice, LocalDate today) {
        String own = actor.scope().path();
        long came = stands(own, told.pack(), choice.purpose(), lines.list(own, false, told.year(), null), List.of())
                .map(Shortfall::cameFen)
                .orElse(0L);
        if (told.needed().amount() <= came) {
            return Answer.refused(AppropriationRefusal.NO_SHORTFALL, new Fen(came).yuan());
        }
        Optional<Long> made = rows.insert(own, told, SurplusSentence.CLAUSE, actor.userId(), today);
        made.ifPresent(id -> recorded(actor, id, Shortfall.State.PROPOSED));
        return made.map(Answer::done).orElseGet(() -> Answer.refused(AppropriationRefusal.CHANGED_MEANWHILE));
    }

    /** Finance agrees that the district meets what falls short; an earlier need of the purpose is replaced. */
    public Answer<Long> agree(Actor actor, long id, LocalDate today) {
        return answer(actor, id, need -> {
            rows.replace(need);
            rows.answer(id, Shortfall.State.AGREED, "", actor.userId(), today);
            recorded(actor, id, Shortfall.State.AGREED);
            return Answer.done(id);
        });
    }

    /** Finance sends it back, with the reason. */
    public Answer<Long> refuse(Actor actor, long id, String reason, LocalDate today) {
        return reason.isBlank()
                ? Answer.refused(AppropriationRefusal.REASON_MISSING)
                : answer(actor, id, need -> {
                    rows.answer(id, Shortfall.State.REFUSED, reason.strip(), actor.userId(), today);
                    recorded(actor, id, Shortfall.State.REFUSED);
                    return Answer.done(id);
                });
    }

    private Answer<Long> answer(Actor actor, long id, Function<Shortfall.Need, Answer<Long>> answered) {
        if (!actor.may(Right.FUND_PAY)) {
            return Answer.refused(AppropriationRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Shortfall.Need> need = rows.locked(id);
            if (need.isEmpty()) {
                return Answer.refused(AppropriationRefusal.NOT_FOUND);
            }
            return need.get().state() != Shortfall.State.PROPOSED
                    ? Answer.refused(AppropriationRefusal.CHANGED_MEANWHILE)
                    : Separation.check(need.get().proposedBy(), actor.userId())
                            .then(checked -> answered.apply(need.get()));
        });
    }

    private void recorded(Actor actor, long id, Shortfall.State state) {
        audit.record(actor, AuditAction.FUND_SHORTFALL, "shortfall/" + id, Map.of("state", state.word()));
    }

    /** How many wait for this actor's answer. */
    public long toAgree(Actor actor) {
        return work.read(actor, () -> rows.waiting(actor.userId()));
    }
}
