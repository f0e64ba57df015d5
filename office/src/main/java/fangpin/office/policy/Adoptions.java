package fangpin.office.policy;

import fangpin.kernel.Text;
import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.policy.internal.AdoptionRows;
import fangpin.packs.LoadResult;
import fangpin.packs.load.FillFile;
import fangpin.packs.load.Packs;
import fangpin.packs.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * 政策包启用: which pack is in use, read how, with which open terms closed by whom. One person proposes, another approves; what a pack
 * computes changes by nothing else. Of a pack, one adoption is in use and at most one waits.
 */
@Service
public final class Adoptions {
    private final ScopedWork work;
    private final AdoptionRows rows;
    private final PolicyLibrary library;
    private final Audit audit;
    private final Map<Long, LoadResult.Loaded> loaded = new ConcurrentHashMap<>();
    private final Map<Long, InUse> used = new ConcurrentHashMap<>();

    Adoptions(ScopedWork work, AdoptionRows rows, PolicyLibrary library, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.library = library;
        this.audit = audit;
    }

    /** The same outside of an office that runs: for checks from a terminal. */
    public static Adoptions over(ScopedWork work, JdbcClient database, Audit audit, Path packs) {
        return new Adoptions(work, new AdoptionRows(database), new PolicyLibrary(packs), audit);
    }

    /**
     * What somebody proposes.
     *
     * @param readings the choice for each reading; one that is not named stays as the pack has it
     */
    public record Proposal(
            String pack,
            Map<String, String> readings,
            @Nullable Fill fill,
            String reason) {}

    /** A file that closes open terms, as it was sent. */
    public record Fill(String name, String text) {}

    /** A pack in use: the rules as they compute. */
    public record InUse(Adoption adoption, LoadResult.Loaded rules) {}

    /** All of a pack, the newest first. */
    public List<Adoption> of(Actor actor, String pack) {
        return work.read(actor, () -> rows.of(pack));
    }

    /** One of them. */
    public Optional<Adoption> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** Those that wait for an answer of this actor's division. */
    public List<Adoption> waiting(Actor actor) {
        return work.read(actor, () -> rows.waitingWithin(actor.scope().path()));
    }

    /** What of a pack is in use; empty when nothing was approved yet, or when the pack is another one than was approved. */
    public Optional<InUse> inUse(Actor actor, String pack) {
        return work.read(actor, () -> rows.inUse(pack))
                .flatMap(adoption -> rules(actor, adoption).map(rules -> new InUse(adoption, rules)));
    }

    /**
     * The same of an adoption that the caller just read to be in use: asked of the database once, for as long as it is in use nothing of it
     * changes.
     */
    public Optional<InUse> knownInUse(Actor actor, long adoption) {
        InUse known = used.get(adoption);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<InUse> found =
                find(actor, adoption).flatMap(one -> rules(actor, one).map(rules -> new InUse(one, rules)));
        found.filter(one -> one.adoption().stage() == Adoption.Stage.IN_USE).ifPresent(one -> used.put(adoption, one));
        return found;
    }

    /** The rules as an adoption has them; empty when they are no longer what was proposed. */
    public Optional<LoadResult.Loaded> rules(Actor actor, Adoption adoption) {
        LoadResult.Loaded known = loaded.get(adoption.id());
        if (known != null) {
            return Optional.of(known);
        }
        Fill fill = work.read(actor, () -> rows.fillOf(adoption.id())).orElse(null);
        return switch (load(adoption.pack(), adoption.readings(), fill)) {
            case Answer.Refused<LoadResult.Loaded> refused -> Optional.empty();
            case Answer.Done<LoadResult.Loaded> done -> {
                if (!done.value().pack().hash().equals(adoption.hash())) {
                    yield Optional.empty();
                }
                loaded.put(adoption.id(), done.value());
                yield Optional.of(done.value());
            }
        };
    }

    /** Whether a pack's place is the actor's to decide for. */
    public boolean decides(Actor actor, String pack) {
        return library.pack(pack)
                .map(found ->
                        actor.scope().holds(Scope.ofCode(found.jurisdiction()).path()))
                .orElse(false);
    }

    /** Proposes to take a pack into use. */
    public Answer<Long> propose(Actor actor, Proposal wanted, LocalDate today) {
        return allowed(actor, Right.POLICY_PROPOSE, wanted.pack()).then(pack -> {
            if (wanted.reason().isBlank()) {
                return Answer.refused(PolicyRefusal.REASON_MISSING);
            }
            Map<String, String> changed = changed(pack, wanted.readings());
            return load(pack.id(), changed, wanted.fill())
                    .then(rules -> work.write(actor, () -> insert(actor, wanted, changed, rules, today)));
        });
    }

    private Answer<Long> insert(
            Actor actor, Proposal wanted, Map<String, String> changed, LoadResult.Loaded rules, LocalDate today) {
        if (rows.waits(wanted.pack())) {
            return Answer.refused(PolicyRefusal.ALREADY_UNDER_WAY);
        }
        Optional<Adoption> current = rows.inUse(wanted.pack());
        if (current.isPresent()
                && current.get().hash().equals(rules.pack().hash())
                && current.get().readings().equals(changed)) {
            return Answer.refused(PolicyRefusal.UNCHANGED);
        }
        String path = Scope.ofCode(rules.pack().jurisdiction()).path();
        long id = rows.insert(path, wanted, rules.pack().hash(), actor.userId(), today);
        rows.insertReadings(id, path, changed);
        audit.record(actor, AuditAction.POLICY_PROPOSED, "adoption/" + id, details(wanted, rules));
        return Answer.done(id);
    }

    private static Map<String, String> details(Proposal wanted, LoadResult.Loaded rules) {
        return Map.of(
                "pack",
                wanted.pack(),
                "hash",
                rules.pack().hash(),
                "readings",
                new TreeMap<>(wanted.readings()).toString(),
                "fill",
                wanted.fill() == null ? "" : wanted.fill().name());
    }

    /** Choices that are not the pack's own anyway. */
    private static Map<String, String> changed(PolicyPack pack, Map<String, String> chosen) {
        Map<String, String> changed = new TreeMap<>(chosen);
        pack.readings().forEach(reading -> changed.remove(reading.id(), reading.chosen()));
        return changed;
    }

    private Answer<LoadResult.Loaded> load(String pack, Map<String, String> readings, @Nullable Fill fill) {
        FillFile file = null;
        if (fill != null) {
            switch (FillFile.read(fill.name(), fill.text().getBytes(StandardCharsets.UTF_8))) {
                case FillFile.Result.Refused refused -> {
                    return Answer.refused(PolicyRefusal.FILL_FAULTY, told(refused.problems()));
                }
                case FillFile.Result.Read read -> file = read.file();
            }
        }
        return switch (library.load(pack, readings, file)) {
            case LoadResult.Refused refused -> Answer.refused(PolicyRefusal.DOES_NOT_LOAD, told(refused.problems()));
            case LoadResult.Loaded rules -> Answer.done(rules);
        };
    }

    /** What is wrong, each with its place, as an author of the file can use it. */
    private static Text told(List<Problem> problems) {
        return new Text(
                problems.stream()
                        .map(problem ->
                                problem.place() + " " + problem.message().zh())
                        .collect(Collectors.joining("；")),
                problems.stream()
                        .map(problem ->
                                problem.place() + " " + problem.message().en())
                        .collect(Collectors.joining("; ")));
    }

    /** Takes what another proposed into use; what was in use before is replaced from this day. */
    public Answer<Long> approve(Actor actor, long id, int version, LocalDate today) {
        return answer(actor, id, version, Right.POLICY_APPROVE, adoption -> {
            return Separation.check(adoption.proposedBy(), actor.userId()).then(checker -> {
                if (rules(actor, adoption).isEmpty()) {
                    return Answer.refused(PolicyRefusal.PACK_CHANGED);
                }
                rows.replace(adoption.pack(), today);
                rows.answer(id, Adoption.Stage.IN_USE, "", checker, today);
                audit.record(actor, AuditAction.POLICY_APPROVED, "adoption/" + id, Map.of("pack", adoption.pack()));
                return Answer.done(id);
            });
        });
    }

    /** Sends a proposal back, with the reason. */
    public Answer<Long> sendBack(Actor actor, long id, int version, String reason, LocalDate today) {
        return end(actor, id, version, Right.POLICY_APPROVE, Adoption.Stage.SENT_BACK, reason, today);
    }

    /** Takes a proposal back, with the reason. */
    public Answer<Long> withdraw(Actor actor, long id, int version, String reason, LocalDate today) {
        return end(actor, id, version, Right.POLICY_PROPOSE, Adoption.Stage.WITHDRAWN, reason, today);
    }

    private Answer<Long> end(
            Actor actor, long id, int version, Right right, Adoption.Stage stage, String reason, LocalDate today) {
        if (reason.isBlank()) {
            return Answer.refused(PolicyRefusal.REASON_MISSING);
        }
        return answer(actor, id, version, right, adoption -> {
            rows.answer(id, stage, reason.strip(), actor.userId(), today);
            AuditAction action = stage == Adoption.Stage.WITHDRAWN ? AuditAction.WITHDRAWN : AuditAction.REFUSED;
            audit.record(actor, action, "adoption/" + id, Map.of("pack", adoption.pack()));
            return Answer.done(id);
        });
    }

    /** A step on a proposal that still waits. */
    private interface Step {
        Answer<Long> take(Adoption adoption);
    }

    private Answer<Long> answer(Actor actor, long id, int version, Right right, Step step) {
        return work.write(actor, () -> {
            Optional<Adoption> found = rows.find(id);
            if (found.isEmpty()) {
                return Answer.refused(PolicyRefusal.NOT_FOUND);
            }
            return allowed(actor, right, found.get().pack())
                    .then(pack -> rows.holds(id, version)
                            ? step.take(found.get())
                            : Answer.refused(PolicyRefusal.CHANGED_MEANWHILE));
        });
    }

    /** The pack, if the actor may do this about it. */
    private Answer<PolicyPack> allowed(Actor actor, Right right, String id) {
        if (!actor.may(right)) {
            return Answer.refused(PolicyRefusal.NO_RIGHT);
        }
        return library.pack(id)
                .map(pack -> decides(actor, id)
                        ? Answer.done(pack)
                        : Answer.<PolicyPack>refused(PolicyRefusal.NOT_YOUR_PLACE))
                .orElseGet(() -> Answer.refused(PolicyRefusal.NOT_FOUND));
    }

    /** The sample fills of a pack, for demonstrations; each says that it is one. */
    public List<FillFile> samples(String pack) {
        return Packs.sampleFills().stream()
                .filter(sample -> sample.pack().equals(pack))
                .toList();
    }

    /** A sample as somebody would send it. */
    public Optional<Fill> sample(String pack, String name) {
        return samples(pack).stream()
                .filter(sample -> sample.name().equals(name))
                .map(sample -> new Fill(name, new String(sample.bytes(), StandardCharsets.UTF_8)))
                .findFirst();
    }
}
