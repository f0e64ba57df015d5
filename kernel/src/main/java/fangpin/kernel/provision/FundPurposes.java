package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;

/**
 * 资金用途 What money of one source is said to be for, without amounts of its own.
 *
 * @param source the statement's row that holds the amount, as a tie names it
 * @param purposes as the clause names them
 */
public record FundPurposes(String id, Text name, ClauseId clause, Tie.Term source, List<ListedItem> purposes)
        implements Provision {}
