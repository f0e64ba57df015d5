package fangpin.office.settlement.internal;

import fangpin.kernel.policy.Product;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ScopedWork;
import fangpin.office.policy.Adoptions;
import fangpin.office.settlement.BillMessage;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Upload;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * 上传结算: the rows of an upload, set by set. Each set is one transaction that settles its bills and writes down what became of their rows,
 * so that an office killed at any moment goes on where it stood, and no bill is settled twice or forgotten.
 */
@Component
public final class UploadDesk {
    /** Bills of a set: enough that a transaction's own cost does not count, few enough for the database's table of locks. */
    private static final int SET = 500;

    private static final int LETTERS_OF_HASH = 40;

    private final ScopedWork work;
    private final UploadRows rows;
    private final UploadLines lines;
    private final Acceptance acceptance;
    private final ReferredDesk referred;
    private final MessageHash hashes;
    private final Adoptions adoptions;

    UploadDesk(
            ScopedWork work,
            UploadRows rows,
            UploadLines lines,
            Acceptance acceptance,
            ReferredDesk referred,
            MessageHash hashes,
            Adoptions adoptions) {
        this.work = work;
        this.rows = rows;
        this.lines = lines;
        this.acceptance = acceptance;
        this.referred = referred;
        this.hashes = hashes;
        this.adoptions = adoptions;
    }

    /** The product whose columns an upload has, as it is in use. */
    public Optional<Product> product(Actor actor, String pack, String product) {
        return adoptions
                .inUse(actor, pack)
                .flatMap(used -> used.rules().pack().product(product))
                .filter(MessageCheck::settles);
    }

    /** Keeps all rows of a file, those that are wrong with their reason; within the caller's transaction. */
    public void keep(long upload, String path, BillFile file, LocalDate today) {
        List<BillFile.Line> pending = new ArrayList<>(SET);
        int[] wrong = {0};
        file.read(today, line -> {
            pending.add(line);
            wrong[0] += line.row().wrong() == null ? 0 : 1;
            if (pending.size() == SET) {
                rows.keep(upload, path, pending);
                pending.clear();
            }
        });
        if (!pending.isEmpty()) {
            rows.keep(upload, path, pending);
        }
        boolean all = wrong[0] == file.rows();
        rows.count(upload, all ? Upload.Stage.DONE : Upload.Stage.SETTLING, 0, wrong[0], 0);
    }

    /**
     * Settles the next set.
     *
     * @param place where the set before ended, so that the index is not searched from its front, where all is decided
     * @return where this one ended; empty when none is left, or when the upload was given up
     */
    public Optional<UploadLines.Place> next(Actor actor, long id, UploadLines.Place place, LocalDate today) {
        return work.write(actor, () -> {
            lines.planBySets();
            Upload upload = rows.hold(id).orElse(null);
            if (upload == null || upload.stage() != Upload.Stage.SETTLING) {
                return Optional.empty();
            }
            List<UploadLines.Waiting> waiting = lines.waiting(id, place, SET);
            if (!waiting.isEmpty()) {
                settle(actor, upload, waiting, today);
            }
            if (waiting.size() < SET) {
                rows.count(id, Upload.Stage.DONE, 0, 0, 0);
                return Optional.empty();
            }
            return Optional.of(waiting.getLast().place());
        });
    }

    private void settle(Actor actor, Upload upload, List<UploadLines.Waiting> waiting, LocalDate today) {
        Product product = product(actor, upload.pack(), upload.product()).orElseThrow();
        BillColumns columns = switch (BillColumns.of(product, upload.header())) {
            case Answer.Done<BillColumns>(BillColumns found) -> found;
            case Answer.Refused<BillColumns> refused ->
                throw new IllegalStateException("the pack's columns changed since the upload");
        };
        List<UploadLines.Outcome> outcomes = new ArrayList<>();
        List<UploadLines.Waiting> told = new ArrayList<>();
        List<BillMessage> messages = new ArrayList<>();
        for (UploadLines.Waiting line : waiting) {
            BillColumns.Row row = columns.read(line.cells(), today);
            BillMessage message = row.message();
            if (message == null) {
                outcomes.add(UploadLines.Outcome.rejected(
                        line.row(), Objects.requireNonNull(row.wrong(), "why"), row.column()));
            } else {
                told.add(line);
                messages.add(numbered(message));
            }
        }
        List<Answer<Long>> answers =
                withoutCancelled(acceptance.accept(actor, upload.hospital(), messages, today), messages);
        Map<String, Answer<Long>> kept = keep(actor, upload, messages, answers, today);
        for (int at = 0; at < told.size(); at++) {
            long row = told.get(at).row();
            outcomes.add(
                    switch (kept.get(messages.get(at).messageId())) {
                        case Answer.Done<Long>(Long bill) -> UploadLines.Outcome.kept(row, bill);
                        case Answer.Refused<Long> refused -> outcome(row, refused, columns);
                        case null -> outcome(row, answers.get(at), columns);
                    });
        }
        lines.decide(upload.id(), outcomes);
        int accepted = (int) outcomes.stream().filter(one -> one.bill() != null).count();
        int left = (int) outcomes.stream().filter(one -> one.referred() != null).count();
        rows.count(upload.id(), Upload.Stage.SETTLING, accepted, outcomes.size() - accepted - left, left);
    }

    /**
     * A row that says what a bill said that was cancelled since is that same message again and settles nothing: its hospital is told so, for
     * whether it shall count after all is for the desk to say.
     */
    private List<Answer<Long>> withoutCancelled(List<Answer<Long>> answers, List<BillMessage> messages) {
        Set<Long> cancelled = lines.cancelled(answers.stream()
                .filter(Answer.Done.class::isInstance)
                .map(answer -> ((Answer.Done<Long>) answer).value())
                .toList());
        return IntStream.range(0, answers.size())
                .mapToObj(at -> answers.get(at) instanceof Answer.Done<Long>(Long bill) && cancelled.contains(bill)
                        ? Answer.<Long>refused(
                                SettlementRefusal.CANCELLED_BEFORE,
                                messages.get(at).billNumber())
                        : answers.get(at))
                .toList();
    }

    /** Those that found no cover, as long as people have yet to decide on it; by message number. */
    private Map<String, Answer<Long>> keep(
            Actor actor, Upload upload, List<BillMessage> messages, List<Answer<Long>> answers, LocalDate today) {
        List<BillMessage> uncovered = IntStream.range(0, messages.size())
                .filter(at -> ReferredDesk.refersToCover(answers.get(at)))
                .mapToObj(messages::get)
                .toList();
        return referred.keep(actor, upload.hospital().id(), uncovered, today);
    }

    /** The message numbered by what it says: the same bill again, in this file or a corrected one, is the same message. */
    private BillMessage numbered(BillMessage message) {
        return message.numbered("F-" + hashes.of(message).substring(0, LETTERS_OF_HASH));
    }

    private static UploadLines.Outcome outcome(long row, Answer<Long> answer, BillColumns columns) {
        return switch (answer) {
            case Answer.Done<Long>(Long bill) -> UploadLines.Outcome.made(row, bill);
            case Answer.Refused<Long> refused -> {
                if (!(refused.reason() instanceof SettlementRefusal reason)) {
                    throw new IllegalStateException("refused by another room: " + refused.reason());
                }
                yield UploadLines.Outcome.rejected(
                        row,
                        reason,
                        switch (reason) {
                            case UNKNOWN_PERSON -> columns.personColumn();
                            case DUPLICATE_BILL, CANCELLED_BEFORE -> columns.billColumn();
                            default -> -1;
                        });
            }
        };
    }
}
