package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.benefit.Operation;
import fangpin.kernel.benefit.Program;
import java.util.List;
import java.util.Optional;

/** 计算规则 What a pack computes step by step: a product, which settles the cases of persons, or a programme. */
public sealed interface Calculation permits Product, Programme {
    String id();

    Text name();

    /** The clause it carries out. */
    ClauseId clause();

    /** What it needs of a case; registers of the program follow their order, {@code KEY} columns left out. */
    List<InputColumn> inputs();

    Program program();

    /** Every reading that touches it. */
    List<Reading> readings();

    /** The column that fills an input register; empty for other registers. */
    default Optional<InputColumn> column(int register) {
        return inputs().stream()
                .filter(InputColumn::inProgram)
                .filter(column -> program().inputs().indexOf(column.name()) == register)
                .findFirst();
    }

    /** The classes that a register holds a code of, if a step of it classifies; empty otherwise. */
    default List<Operation.Classify.ClassName> classes(int register) {
        int step = register - program().stepRegister(0);
        return step >= 0 && program().steps().get(step).operation() instanceof Operation.Classify classify
                ? classify.classes()
                : List.of();
    }
}
