package fangpin.office.project.internal;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.FundPurposes;
import fangpin.kernel.provision.Gate;
import fangpin.kernel.provision.NegativeList;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.provision.Statement;
import fangpin.office.access.Actor;
import fangpin.office.access.Scope;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.project.ProjectItem;
import fangpin.office.project.ProjectPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the packs in use say of projects: purposes of money, gates, what money never pays for. */
@Component
public final class ProjectRules {
    /** The list that holds for projects for instant-help persons only (WH10 §3). */
    private static final String INSTANT_HELP_LIST = "instant-help-funds-never";

    private static final List<String> POOL_GATES =
            List.of(Gates.POOL_ENTRY, Gates.POOL_BEFORE_MONEY, Gates.INSTANT_HELP_POOL);

    /** The pool and its notices, and what keeps projects running. */
    private static final List<String> NAMED = List.of("WH6 §3.3", "WH6 §1.2");

    /** A headcount that leaves key villages out. */
    private static final String NON_KEY_VILLAGES = "non-key-village-persons";

    private final Adoptions adoptions;
    private final PolicyLibrary library;

    ProjectRules(Adoptions adoptions, PolicyLibrary library) {
        this.adoptions = adoptions;
        this.library = library;
    }

    /** A pack as it is in use; empty when it is not. */
    public Optional<PolicyPack> inUse(Actor actor, String pack) {
        return adoptions.inUse(actor, pack).map(used -> used.rules().pack());
    }

    /** The packs in use that hold for a place. */
    public List<PolicyPack> of(Actor actor, String path) {
        return library.packs().stream()
                .filter(pack ->
                        path.startsWith(Scope.ofCode(pack.jurisdiction()).path()))
                .flatMap(pack -> inUse(actor, pack.id()).stream())
                .toList();
    }

    /** The packs in use that hold for a place or for some place below it. */
    public List<PolicyPack> within(Actor actor, String path) {
        return library.packs().stream()
                .filter(pack -> {
                    String its = Scope.ofCode(pack.jurisdiction()).path();
                    return path.startsWith(its) || its.startsWith(path);
                })
                .flatMap(pack -> inUse(actor, pack.id()).stream())
                .toList();
    }

    /** The clauses that a project rests on, as its pack has them: its purpose, gates, what is never paid, the pool, upkeep. */
    public List<String> clauses(Actor actor, ProjectPlan plan) {
        return inUse(actor, plan.pack())
                .map(pack -> Stream.of(
                                item(pack, plan.item()).map(ProjectItem::clause).stream(),
                                clausesOf(pack, plan.forInstantHelp()).stream())
                        .flatMap(clauses -> clauses)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** The clauses that the income of a project rests on: its purpose, its upkeep, and that it may help instant-help persons. */
    public List<String> clausesOfIncome(Actor actor, ProjectPlan plan) {
        return inUse(actor, plan.pack())
                .map(pack -> Stream.of(
                                item(pack, plan.item()).map(ProjectItem::clause).stream(),
                                Stream.of("WH6 §1.2", "WH10 §1 ③")
                                        .filter(id ->
                                                pack.clause(new ClauseId(id)).isPresent()))
                        .flatMap(clauses -> clauses)
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** The clauses of plans at a place, of all packs in use there. */
    public List<String> clausesAt(Actor actor, String path) {
        return of(actor, path).stream()
                .flatMap(pack -> clausesOf(pack, false).stream())
                .distinct()
                .toList();
    }

    private static List<String> clausesOf(PolicyPack pack, boolean forInstantHelp) {
        Stream<ClauseId> gates = POOL_GATES.stream()
                .filter(id -> forInstantHelp || !id.equals(Gates.INSTANT_HELP_POOL))
                .flatMap(id -> gate(pack, id).stream())
                .map(Gate::clause);
        Stream<ClauseId> lists = lists(pack, forInstantHelp).map(NegativeList::clause);
        Stream<ClauseId> named =
                NAMED.stream().map(ClauseId::new).filter(id -> pack.clause(id).isPresent());
        return Stream.of(gates, lists, named)
                .flatMap(ids -> ids)
                .map(ClauseId::text)
                .distinct()
                .toList();
    }

    private static Stream<NegativeList> lists(PolicyPack pack, boolean forInstantHelp) {
        return provisions(pack)
                .filter(NegativeList.class::isInstance)
                .map(NegativeList.class::cast)
                .filter(list -> forInstantHelp || !list.id().equals(INSTANT_HELP_LIST));
    }

    /** What checks of quality rest on: the pack's own clause of them, else the clause of the project's purpose. */
    public String quality(Actor actor, ProjectPlan plan) {
        ClauseId checks = new ClauseId("WH6 §3.3");
        return inUse(actor, plan.pack())
                .map(pack -> pack.clause(checks).isPresent()
                        ? checks.text()
                        : item(pack, plan.item()).map(ProjectItem::clause).orElse(""))
                .orElse("");
    }

    /**
     * The purposes that a pack names for money: items of its schemes but matching ones, which go with those they match; purposes of its
     * sources; and lines of statements that say whom money reached.
     */
    public static List<ProjectItem> items(PolicyPack pack) {
        Map<String, ProjectItem> items = new LinkedHashMap<>();
        pack.funds().schemes().stream()
                .flatMap(scheme -> scheme.items().stream())
                .filter(item -> !(item.method() instanceof FundItem.Matching))
                .forEach(item ->
                        put(items, pack, item.id(), item.name(), item.clause().text()));
        pack.provisions(FundPurposes.class).stream()
                .flatMap(purposes -> purposes.purposes().stream())
                .forEach(item ->
                        put(items, pack, item.id(), item.name(), item.clause().text()));
        pack.provisions(Statement.class).stream()
                .filter(statement ->
                        statement.columns().stream().anyMatch(column -> column.kind() == Statement.Kind.COUNT))
                .flatMap(statement -> top(statement).stream())
                .forEach(row ->
                        put(items, pack, row.id(), row.name(), row.clause().text()));
        return List.copyOf(items.values());
    }

    private static void put(Map<String, ProjectItem> items, PolicyPack pack, String id, Text name, String clause) {
        items.putIfAbsent(id, new ProjectItem(pack.id(), id, name, clause));
    }

    /** The rows right below the sum of all. */
    private static List<Statement.Row> top(Statement statement) {
        return statement.rows().stream()
                .filter(row -> statement.rows().stream()
                        .noneMatch(other -> other.sumOf().contains(row.id())))
                .flatMap(row -> row.sumOf().stream())
                .flatMap(part -> statement.row(part).stream())
                .toList();
    }

    /** A purpose of a pack. */
    public static Optional<ProjectItem> item(PolicyPack pack, String id) {
        return items(pack).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** Whether the money of a purpose is split by persons of villages that are not key villages, and its income is for them. */
    public static boolean leavesKeyVillagesOut(PolicyPack pack, String item) {
        return pack.funds().schemes().stream()
                .flatMap(scheme -> scheme.item(item).stream())
                .anyMatch(found -> found.method() instanceof FundItem.ByHeadcount headcount
                        && headcount.measure().equals(NON_KEY_VILLAGES));
    }

    /** The gate of a name, of the pack or of the one above it; empty when neither has it: then nothing is asked. */
    public static Optional<Gate> gate(PolicyPack pack, String id) {
        return provisions(pack)
                .filter(Gate.class::isInstance)
                .map(Gate.class::cast)
                .filter(gate -> gate.id().equals(id))
                .findFirst();
    }

    private static Stream<Provision> provisions(PolicyPack pack) {
        PolicyPack.Superior superior = pack.superior();
        return Stream.concat(
                pack.provisions().stream(), superior == null ? Stream.empty() : superior.provisions().stream());
    }

    /** What the pack's negative lists say of a plan: a refusal if there is one, else all words that look alike. */
    public static NegativeList.Answer judge(PolicyPack pack, ProjectPlan plan) {
        List<NegativeList> lists = lists(pack, plan.forInstantHelp()).toList();
        List<NegativeList.Match> matches = new ArrayList<>();
        for (NegativeList list : lists) {
            for (String category : categories(plan)) {
                switch (list.judge(category, plan.wordsJudged())) {
                    case NegativeList.Refused refused -> {
                        return refused;
                    }
                    case NegativeList.Suspect(List<NegativeList.Match> found) ->
                        found.stream()
                                .filter(match -> matches.stream()
                                        .noneMatch(other -> other.word().equals(match.word())))
                                .forEach(matches::add);
                    case NegativeList.NotListed nothing -> {}
                }
            }
        }
        return matches.isEmpty() ? new NegativeList.NotListed() : new NegativeList.Suspect(List.copyOf(matches));
    }

    /** As each part of the budget would be booked, and the purpose itself. */
    private static List<String> categories(ProjectPlan plan) {
        return Stream.concat(
                        Stream.of(plan.item(), plan.name().strip()),
                        plan.budget().stream().map(line -> line.purpose().strip()))
                .toList();
    }
}
