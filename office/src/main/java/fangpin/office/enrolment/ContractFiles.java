package fangpin.office.enrolment;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Attachments;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.enrolment.internal.ContractRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** 合同附件: the signed contract, the result of the choice, and what else belongs to a contract. */
@Service
public final class ContractFiles {
    private final ScopedWork work;
    private final ContractRows contracts;
    private final Attachments attachments;

    ContractFiles(ScopedWork work, ContractRows contracts, Attachments attachments) {
        this.work = work;
        this.contracts = contracts;
        this.attachments = attachments;
    }

    /** Keeps a file with a contract of one's own division. */
    public Answer<Attachments.Listed> attach(Actor actor, long id, String fileName, byte[] content, Instant now) {
        if (!actor.may(Right.ENROLMENT_WRITE)) {
            return Answer.refused(EnrolmentRefusal.NO_RIGHT);
        }
        return work.write(actor, () -> {
            Optional<Contract> contract = contracts.find(id);
            if (contract.isEmpty()) {
                return Answer.refused(EnrolmentRefusal.NOT_FOUND);
            }
            if (!actor.scope().holds(contract.get().path())) {
                return Answer.refused(EnrolmentRefusal.NOT_YOUR_PLACE);
            }
            return attachments.add(
                    actor, contract.get().path(), subject(id), Right.ENROLMENT_READ, fileName, content, now);
        });
    }

    private static String subject(long contract) {
        return "contract/" + contract;
    }

    /** The files of a contract. */
    public List<Attachments.Listed> of(Actor actor, long id) {
        return attachments.of(actor, subject(id));
    }

    /** One of them. */
    public <T> Optional<T> read(Actor actor, long id, UUID file, BiFunction<Attachments.Listed, byte[], T> reader) {
        boolean its = of(actor, id).stream().anyMatch(one -> one.id().equals(file));
        return its ? attachments.read(actor, file, reader) : Optional.empty();
    }
}
