package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;

/**
 * 前置条件 What must be there before something may happen: no performance goal, no pool entry; not in the pool, no money (WH6 §3.2).
 *
 * @param opens what may then happen
 * @param needs what must be there
 */
public record Gate(String id, Text name, ClauseId clause, Text opens, Text needs, Hardness hardness)
        implements Provision {
    /** Whether there may be exceptions. */
    public enum Hardness {
        /** 不得 */
        ALWAYS,
        /** 原则上: an exception needs a reason and a decision. */
        IN_PRINCIPLE
    }

    /** Whether one may pass. */
    public enum Passage {
        OPEN,
        BY_EXCEPTION,
        SHUT
    }

    /**
     * Whether one may pass.
     *
     * @param met what is needed is there
     * @param reasonedException an exception has been decided, with its reason written down
     */
    public Passage passage(boolean met, boolean reasonedException) {
        if (met) {
            return Passage.OPEN;
        }
        return switch (hardness) {
            case ALWAYS -> Passage.SHUT;
            case IN_PRINCIPLE -> reasonedException ? Passage.BY_EXCEPTION : Passage.SHUT;
        };
    }
}
