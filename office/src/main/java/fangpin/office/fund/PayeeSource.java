package fangpin.office.fund;

import fangpin.office.access.Actor;
import java.util.List;
import java.util.Optional;

/** 收款人来源: a room that owes says who gets it; called within the reader's transaction. */
public interface PayeeSource {
    /**
     * Who gets what is owed for a subject; empty when the subject is another room's.
     *
     * @param owedFen what is open
     */
    Optional<Told> of(Actor actor, String subject, long owedFen);

    /**
     * What the room says.
     *
     * @param about how the subject is called: a hospital's name, a claim's number
     * @param address of its page; empty when there is none for the reader
     * @param payees with their shares; empty where they are not known yet
     */
    record Told(String about, String address, List<Payee> payees) {
        public Told {
            payees = List.copyOf(payees);
        }
    }
}
