package fangpin.packs.load;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.provision.ListedItem;
import fangpin.kernel.provision.Provision;
import fangpin.packs.yaml.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the provisions of a pack, kind by kind. One that meets an open term nobody has filled is left out, as is one that needs
 * it: nothing is ever decided by a value that is not there.
 */
final class ProvisionsReader {
    private final Cursor section;
    private final Context context;
    private final Clauses clauses;
    private final List<Provision> read = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> leftOut = new HashSet<>();
    /** Those with something wrong in them that has been said. */
    private final Set<String> faulty = new HashSet<>();

    ProvisionsReader(Cursor section, Clauses clauses) {
        this.section = section;
        this.context = section.context();
        this.clauses = clauses;
    }

    /** What every provision begins with. */
    record Head(String id, Text name, ClauseId clause) {
        static Head of(Cursor item, Clauses clauses) {
            return new Head(item.field("id").word(), item.field("name").text(), clauses.cited(item.field("clause")));
        }
    }

    List<Provision> read() {
        GroupReader groups = new GroupReader(clauses, ids("groups"));
        TimeLimitReader limits = new TimeLimitReader(clauses, this);
        ExpenseReader expenses = new ExpenseReader(clauses);
        ListReader lists = new ListReader(clauses);
        StatementReader statements = new StatementReader(clauses);
        TieReader ties = new TieReader(clauses, this);
        each("groups", groups::group);
        each("time_limits", limits::limit);
        each("negative_lists", expenses::negativeList);
        each("gates", expenses::gate);
        each("checklists", lists::checklist);
        each("payer_orders", lists::payerOrder);
        each("first_payers", lists::firstPayer);
        each("statements", statements::statement);
        each("reallocations", ties::reallocation);
        each("purposes", ties::purposes);
        each("ties", ties::tie);
        each("contradictions", lists::contradiction);
        each("points", new PointsReader(clauses)::points);
        each("targets", new TargetReader(clauses)::target);
        each("responsible", lists::responsibility);
        each("measures", groups::measure);
        section.done();
        return List.copyOf(read);
    }

    private List<String> ids(String kind) {
        return items(kind).stream().map(item -> item.field("id").word()).toList();
    }

    private List<Cursor> items(String kind) {
        return section.optional(kind).map(Cursor::items).orElse(List.of());
    }

    private <P extends Provision> void each(String kind, Function<Cursor, P> reader) {
        for (Cursor item : items(kind)) {
            context.takeReadings();
            context.takeUnfilled();
            int before = context.problems.size();
            P provision = reader.apply(item);
            item.done();
            context.figuresUnder(provision.clause());
            if (context.problems.stream()
                    .skip(before)
                    .anyMatch(problem -> problem.reason() != Problem.Reason.DOES_NOT_TIE)) {
                faulty.add(provision.id());
            }
            once(provision.id(), item);
            if (context.takeUnfilled().isEmpty()) {
                read.add(provision);
            } else {
                leftOut.add(provision.id());
            }
        }
    }

    private void once(String id, Cursor item) {
        // an id that could not be read has been said already
        if (!id.isEmpty() && !ids.add(id)) {
            context.problem(
                    item.field("id").place(),
                    Problem.Reason.DUPLICATE_KEY,
                    id,
                    "规定“" + id + "”写了两次；每条规定一个名称。",
                    "The provision \"" + id + "\" stands twice; each has a word of its own.");
        }
    }

    /** Provisions read so far. */
    List<Provision> known() {
        return read;
    }

    /** Whether something is wrong with a provision, so that what is held against it would only be wrong again. */
    boolean isFaulty(String id) {
        return faulty.contains(id);
    }

    /** Whether a provision waits for an open term; what needs it then waits too. */
    boolean waits(String id) {
        if (leftOut.contains(id)) {
            context.metUnfilled(id);
            return true;
        }
        return false;
    }

    /** Items of a list, each with its word, its name and its clause; the clause may be left out if it is the list's own. */
    static List<ListedItem> listed(Cursor list, ClauseId own, Clauses clauses) {
        List<ListedItem> items = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Cursor item : list.items()) {
            String id = item.field("id").word();
            Text name = item.field("name").text();
            ClauseId clause = item.optional("clause").map(clauses::cited).orElse(own);
            item.done();
            if (!id.isEmpty() && !ids.add(id)) {
                twice(item.field("id"), id);
            }
            items.add(new ListedItem(id, name, clause));
        }
        return List.copyOf(items);
    }

    static void twice(Cursor at, String id) {
        at.context()
                .problem(
                        at.place(),
                        Problem.Reason.DUPLICATE_KEY,
                        id,
                        "“" + id + "”在这一项里写了两次；每个名称只能用一次。",
                        "\"" + id + "\" stands twice here; each word may be used once.");
    }
}
