package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Program;
import fangpin.kernel.time.Period;
import java.util.List;
import java.util.Optional;

/**
 * 项目 Help besides insurance cover, or money around it, as one calculation: a grant, a premium subsidy, a loss shared. It has no
 * list of persons and no running figures; what it needs is handed to it.
 *
 * @param period days on which it may be granted, half-open
 * @param ownPeriod true if a clause names the period, false if it is the pack's
 * @param eligible whom it is for, in words with their clauses; a person decides
 * @param results what comes out, and whose money it is
 */
public record Programme(
        String id,
        Text name,
        ClauseId clause,
        Kind kind,
        Period period,
        boolean ownPeriod,
        List<Group> eligible,
        List<InputColumn> inputs,
        Program program,
        List<Result> results,
        List<Reading> readings)
        implements Calculation {
    public Programme {
        eligible = List.copyOf(eligible);
        inputs = List.copyOf(inputs);
        results = List.copyOf(results);
        readings = List.copyOf(readings);
    }

    /** What a programme is. */
    public enum Kind {
        /** 补助 Money or work given to a person or household. */
        GRANT,
        /** 津补贴 Pay beside the salary of those who do the work. */
        ALLOWANCE,
        /** 保费补贴 Premium that public money pays in the insured's place. */
        PREMIUM_SUBSIDY,
        /** 贴息 Interest that public money pays in the borrower's place. */
        INTEREST_SUBSIDY,
        /** 风险分担 A loss that several bear. */
        LOSS_SHARING,
        /** 风险调节 Bounds of an insurer's profit and loss. */
        RISK_CORRIDOR,
        /** 保险责任 Whether a loss is covered. */
        COVER,
        /** 救助分类 Which help a household is entitled to. */
        CLASSIFICATION
    }

    /** 对象 A group it is for. */
    public record Group(Text name, ClauseId clause) {}

    /**
     * 结果 One thing that comes out.
     *
     * @param funder whose money it is, or who decides on it
     * @param register of the program that holds it: fen, or the code of a class
     */
    public record Result(String id, Text name, Text funder, int register) {}

    public Optional<Result> result(String resultId) {
        return results.stream().filter(result -> result.id().equals(resultId)).findFirst();
    }
}
