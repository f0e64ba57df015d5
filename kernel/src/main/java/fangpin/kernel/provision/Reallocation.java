package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.money.Fen;

/**
 * 调剂 Money moved from one line to another, so that receipts and uses agree again (LC §1.2.6, LC §2.4).
 *
 * @param clause where the line stands that gave it
 * @param to clause of the line that took it
 * @param ground how it is known: said by the document, or worked out from its figures
 */
public record Reallocation(String id, Text name, ClauseId clause, ClauseId to, Fen amount, Ground ground, Text reason)
        implements Provision {
    /** How a movement of money is known. */
    public enum Ground {
        /** A clause says so. */
        STATED,
        /** Only the figures say so: a finding. */
        WORKED_OUT
    }
}
