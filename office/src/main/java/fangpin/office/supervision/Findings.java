package fangpin.office.supervision;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Separation;
import fangpin.office.supervision.internal.FundFindingRows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 疑点整改 (WH6 §3.3 “即时发现问题、即时整改落实”): put right by one with words and papers, closed by another, or sent back. */
@Service
public final class Findings {
    private static final int LONGEST = 2000;

    private final ScopedWork work;
    private final FundFindingRows rows;
    private final Attachments attachments;
    private final Audit audit;

    Findings(ScopedWork work, FundFindingRows rows, Attachments attachments, Audit audit) {
        this.work = work;
        this.rows = rows;
        this.attachments = attachments;
        this.audit = audit;
    }

    /**
     * 查询: which findings a list shows.
     *
     * @param place at or below which division
     * @param gone whether those that went away by themselves are shown too
     * @param after number of the last row of the page before
     */
    public record Query(
            String place,
            @Nullable FindingRule rule,
            Finding.@Nullable Grade grade,
            Finding.@Nullable State state,
            Finding.@Nullable Department department,
            boolean gone,
            long after,
            int most) {}

    /** What a list shows, the newest first. */
    public List<Finding> list(Actor actor, Query query) {
        return work.read(actor, () -> rows.list(query));
    }

    /** How many there are by rule that somebody has still to do something about, and notes. */
    public Map<FindingRule, Long> open(Actor actor, String place) {
        return work.read(actor, () -> rows.open(place));
    }

    /** One of them. */
    public Optional<Finding> find(Actor actor, long id) {
        return work.read(actor, () -> rows.find(id));
    }

    /** What was done about it, the first first. */
    public List<Finding.Step> steps(Actor actor, long id) {
        return work.read(actor, () -> rows.steps(id));
    }

    /** The payments it is about: of one account, of one person, or the one named. */
    public List<FundBoard.Paid> payments(Actor actor, Finding finding, int most) {
        return work.read(actor, () -> rows.payments(finding, most));
    }

    /** What waits for this actor: to be put right, or to be closed if another put it right; the most urgent first. */
    public List<Finding> waiting(Actor actor, int most) {
        return work.read(actor, () -> rows.waiting(actor.userId(), most));
    }

    /** 整改: says what was done about it. */
    public Answer<Finding> rectify(Actor actor, long id, String said, LocalDate today) {
        return step(actor, id, said, "rectified", today, finding -> {
            if (finding.state() != Finding.State.OPEN) {
                return Answer.refused(SupervisionRefusal.CHANGED_MEANWHILE);
            }
            rows.rectify(id, actor.userId(), today);
            return Answer.done(id);
        });
    }

    /** 销号: another person has looked at what was done. */
    public Answer<Finding> close(Actor actor, long id, String said, LocalDate today) {
        return step(
                actor,
                id,
                said,
                "closed",
                today,
                finding -> rectified(actor, finding).map(by -> {
                    rows.close(id, actor.userId(), today);
                    return id;
                }));
    }

    /** 退回: it is not put right yet, says another person. */
    public Answer<Finding> sendBack(Actor actor, long id, String said, LocalDate today) {
        return step(
                actor,
                id,
                said,
                "returned",
                today,
                finding -> rectified(actor, finding).map(by -> {
                    rows.reopen(id);
                    return id;
                }));
    }

    private static Answer<Long> rectified(Actor actor, Finding finding) {
        Long by = finding.rectifiedBy();
        if (finding.state() == Finding.State.CLOSED) {
            return Answer.refused(SupervisionRefusal.CHANGED_MEANWHILE);
        }
        return by == null ? Answer.refused(SupervisionRefusal.NOT_RECTIFIED) : Separation.check(by, actor.userId());
    }

    private Answer<Finding> step(
            Actor actor, long id, String said, String what, LocalDate today, Function<Finding, Answer<Long>> taken) {
        if (!actor.may(Right.SUPERVISION_HANDLE)) {
            return Answer.refused(SupervisionRefusal.NO_RIGHT);
        }
        if (said.isBlank() || said.length() > LONGEST) {
            return Answer.refused(SupervisionRefusal.WORDS_MISSING);
        }
        return work.write(actor, () -> {
            Optional<Finding> finding = rows.hold(id);
            if (finding.isEmpty()) {
                return Answer.refused(SupervisionRefusal.NOT_FOUND);
            }
            if (finding.get().grade() == Finding.Grade.NOTE) {
                return Answer.refused(SupervisionRefusal.NOTHING_TO_DO);
            }
            return taken.apply(finding.get()).map(done -> {
                rows.step(finding.get(), what, said.strip(), actor.userId(), today);
                audit.record(actor, AuditAction.FUND_FINDING, Finding.subject(id), Map.of("step", what));
                return rows.find(id).orElseThrow();
            });
        });
    }

    /** Keeps a paper of what was done, while it is not closed. */
    public Answer<Attachments.Listed> attach(Actor actor, long id, String fileName, byte[] content, Instant now) {
        if (!actor.may(Right.SUPERVISION_HANDLE)) {
            return Answer.refused(SupervisionRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Finding> finding = rows.hold(id);
            if (finding.isEmpty() || finding.get().state() == Finding.State.CLOSED) {
                return Answer.refused(SupervisionRefusal.NOT_FOUND);
            }
            return attachments.add(
                    actor, finding.get().path(), Finding.subject(id), Right.SUPERVISION_READ, fileName, content, now);
        });
    }

    /** The papers of a finding. */
    public List<Attachments.Listed> files(Actor actor, long id) {
        return work.read(
                actor, () -> rows.find(id).isPresent() ? attachments.of(actor, Finding.subject(id)) : List.of());
    }

    /** A paper of a finding that the actor sees. */
    public <T> Optional<T> file(Actor actor, long id, UUID file, BiFunction<Attachments.Listed, byte[], T> reader) {
        boolean its = files(actor, id).stream().anyMatch(one -> one.id().equals(file));
        return its ? attachments.read(actor, file, reader) : Optional.empty();
    }
}
