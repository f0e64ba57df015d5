package fangpin.kernel.benefit;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import fangpin.kernel.money.Ratio;
import fangpin.kernel.money.Rounding;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.List;

/**
 * Turns a program into one loop over columns, as a class made at run time: each step becomes a call of {@link Arithmetic} on local
 * variables, so the virtual machine compiles the pack's rules as if they had been written in Java. No rule stands here.
 */
public final class BulkCompiler {
    private static final ClassDesc ARITHMETIC = ClassDesc.of(Arithmetic.class.getName());
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc NO_BRANCH = ClassDesc.of(IllegalStateException.class.getName());
    private static final ClassDesc LONGS = CD_long.arrayType();
    private static final ClassDesc INTS = CD_int.arrayType();
    private static final MethodTypeDesc RUN =
            MethodTypeDesc.of(CD_void, LONGS.arrayType(), INTS.arrayType(), LONGS, LONGS.arrayType(), CD_int, CD_int);
    private static final int INPUTS = 1;
    private static final int SLOTS = 2;
    private static final int STATE = 3;
    private static final int OUTPUTS = 4;
    private static final int ROW = 5;
    private static final int UNTIL = 6;

    private final Program program;
    private final List<Scope> scopes;
    private final List<Integer> outputs;
    private final CodeBuilder code;
    private final int[] locals;

    private BulkCompiler(Program program, List<Integer> outputs, CodeBuilder code) {
        this.program = program;
        this.scopes = program.scopes();
        this.outputs = outputs;
        this.code = code;
        this.locals = new int[program.size()];
    }

    /**
     * Compiles a program; the same program gives the same figures as {@link ExplainingExecutor}.
     *
     * @param outputs registers whose columns {@link BulkRun#run} fills
     */
    public static BulkRun compile(Program program, List<Integer> outputs) {
        byte[] bytes = ClassFile.of().build(ClassDesc.of("fangpin.kernel.benefit.CompiledProgram"), builder -> {
            builder.withFlags(ClassFile.ACC_FINAL);
            builder.withInterfaceSymbols(ClassDesc.of(BulkRun.class.getName()));
            builder.withMethodBody(
                    ConstantDescs.INIT_NAME,
                    ConstantDescs.MTD_void,
                    ClassFile.ACC_PUBLIC,
                    body -> body.aload(0)
                            .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                            .return_());
            builder.withMethodBody(
                    "run", RUN, ClassFile.ACC_PUBLIC, body -> new BulkCompiler(program, outputs, body).loop());
        });
        try {
            return (BulkRun) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("the compiled program does not load", broken);
        }
    }

    /** How many figures of state one instance of a scope takes: as many as the program has accumulators of that scope. */
    public static int width(Program program, Scope scope) {
        return (int) program.accumulators().stream()
                .filter(accumulator -> accumulator.scope().equals(scope))
                .count();
    }

    private void loop() {
        int[] columns = unpack(INPUTS, program.inputs().size());
        int[] slots = unpack(SLOTS, scopes.size());
        int[] results = unpack(OUTPUTS, outputs.size());
        Label top = code.newLabel();
        Label end = code.newLabel();
        code.labelBinding(top).iload(ROW).iload(UNTIL).if_icmpge(end);
        for (int input = 0; input < columns.length; input++) {
            code.aload(columns[input]).iload(ROW).laload();
            store(input);
        }
        for (int index = 0; index < program.accumulators().size(); index++) {
            address(slots, index);
            code.laload();
            store(program.accumulatorRegister(index));
        }
        for (int index = 0; index < program.steps().size(); index++) {
            step(program.steps().get(index));
            store(program.stepRegister(index));
        }
        for (int index = 0; index < program.accumulators().size(); index++) {
            keep(slots, index);
        }
        for (int output = 0; output < results.length; output++) {
            code.aload(results[output]).iload(ROW);
            load(outputs.get(output));
            code.lastore();
        }
        code.iinc(ROW, 1).goto_(top).labelBinding(end).return_();
    }

    /** Takes the columns of a table out into locals, once before the loop. */
    private int[] unpack(int table, int count) {
        int[] unpacked = new int[count];
        for (int index = 0; index < count; index++) {
            unpacked[index] = code.allocateLocal(TypeKind.REFERENCE);
            code.aload(table).loadConstant(index).aaload().astore(unpacked[index]);
        }
        return unpacked;
    }

    private void address(int[] slots, int accumulator) {
        Scope scope = program.accumulators().get(accumulator).scope();
        int offset = (int) program.accumulators().stream()
                .limit(accumulator)
                .filter(earlier -> earlier.scope().equals(scope))
                .count();
        code.aload(STATE)
                .aload(slots[scopes.indexOf(scope)])
                .iload(ROW)
                .iaload()
                .loadConstant(offset)
                .iadd();
    }

    private void keep(int[] slots, int index) {
        Accumulator accumulator = program.accumulators().get(index);
        address(slots, index);
        load(program.accumulatorRegister(index));
        load(accumulator.register());
        switch (accumulator.keeps()) {
            case SUM -> math("addExact");
            case HIGHEST -> math("max");
        }
        code.lastore();
    }

    private void step(Step step) {
        Guard guard = step.when();
        if (guard == null) {
            operation(step.operation());
            return;
        }
        Label skip = code.newLabel();
        Label done = code.newLabel();
        among(guard);
        code.ifeq(skip);
        operation(step.operation());
        code.goto_(done).labelBinding(skip).lconst_0().labelBinding(done);
    }

    private void operation(Operation operation) {
        switch (operation) {
            case Operation.Sum sum -> sum(sum.terms());
            case Operation.Subtract subtract -> {
                load(subtract.from());
                sum(subtract.less());
                math("subtractExact");
                if (subtract.floored()) {
                    arithmetic("floored", 1);
                }
            }
            case Operation.SubtractPayers payers -> {
                load(payers.from());
                sum(payers.payers());
                math("subtractExact");
            }
            case Operation.MinOf minimum -> fold(minimum.values(), "min");
            case Operation.MaxOf maximum -> fold(maximum.values(), "max");
            case Operation.Trigger trigger -> {
                load(trigger.amount());
                code.loadConstant(trigger.line()).loadConstant(trigger.reaching() ? 1 : 0);
                code.invokestatic(ARITHMETIC, "trigger", MethodTypeDesc.of(CD_long, CD_long, CD_long, CD_boolean));
            }
            case Operation.Deductible deductible -> {
                load(deductible.amount());
                code.loadConstant(deductible.deductible());
                arithmetic("deductible", 2);
            }
            case Operation.Coinsurance coinsurance -> coinsurance(coinsurance);
            case Operation.Tiers tiers -> tiers(tiers);
            case Operation.ResidualToRatio residual -> {
                load(residual.residual());
                load(residual.base());
                ratio(residual.ratio());
                code.loadConstant(residual.strict() ? 1 : 0);
                code.invokestatic(
                        ARITHMETIC, "owed", MethodTypeDesc.of(CD_long, CD_long, CD_long, CD_long, CD_long, CD_boolean));
            }
            case Operation.Cap cap -> {
                load(cap.amount());
                code.loadConstant(cap.limit());
                sum(cap.used());
                arithmetic("cap", 3);
            }
            case Operation.GradeSchedule grades ->
                byCode(
                        grades.grade(),
                        grades.amounts().size(),
                        index -> code.loadConstant((long) grades.amounts().get(index)));
            case Operation.LumpSum lump -> code.loadConstant(lump.amount());
            case Operation.PerUnit unit -> {
                load(unit.count());
                code.loadConstant(unit.rate());
                math("multiplyExact");
            }
            case Operation.Share share -> {
                load(share.amount());
                code.loadConstant(share.part());
                longs(share.weights());
                code.invokestatic(ARITHMETIC, "part", MethodTypeDesc.of(CD_long, CD_long, CD_int, LONGS));
            }
            case Operation.Prorate prorate -> {
                prorate.operands().forEach(this::load);
                arithmetic(rounded("prorate", prorate.rounding()), 3);
            }
            case Operation.Instalments instalments -> {
                instalments.operands().forEach(this::load);
                longs(instalments.shares());
                longs(instalments.times());
                code.invokestatic(ARITHMETIC, "instalment", MethodTypeDesc.of(CD_long, CD_long, CD_long, LONGS, LONGS));
            }
            case Operation.Classify classify -> classify(classify);
            case Operation.Choose choose -> choose(choose);
        }
    }

    /** Leaves an array of constants. */
    private void longs(List<Long> values) {
        code.loadConstant(values.size()).newarray(TypeKind.LONG);
        for (int index = 0; index < values.size(); index++) {
            code.dup()
                    .loadConstant(index)
                    .loadConstant((long) values.get(index))
                    .lastore();
        }
    }

    private void classify(Operation.Classify classify) {
        Label done = code.newLabel();
        for (Operation.Classify.Rule rule : classify.rules()) {
            Label next = code.newLabel();
            Guard when = rule.when();
            if (when != null) {
                among(when);
                code.ifeq(next);
            }
            Operation.Classify.Band band = rule.band();
            if (band != null) {
                band(band, next);
            }
            code.loadConstant((long) rule.code()).goto_(done).labelBinding(next);
        }
        code.loadConstant((long) classify.otherwise()).labelBinding(done);
    }

    private void band(Operation.Classify.Band band, Label outside) {
        Ratio from = band.from();
        if (from != null) {
            multiple(band, from);
            code.iflt(outside);
        }
        Ratio below = band.below();
        if (below != null) {
            multiple(band, below);
            code.ifge(outside);
        }
    }

    /** Leaves how the amount compares with a multiple of its line. */
    private void multiple(Operation.Classify.Band band, Ratio multiple) {
        load(band.amount());
        load(band.base());
        ratio(multiple);
        arithmetic("multiple", 3);
        code.lcmp();
    }

    private void coinsurance(Operation.Coinsurance coinsurance) {
        Integer by = coinsurance.by();
        if (by == null) {
            share(coinsurance.amount(), coinsurance.shares().getFirst(), coinsurance.rounding());
        } else {
            byCode(
                    by,
                    coinsurance.shares().size(),
                    index -> share(coinsurance.amount(), coinsurance.shares().get(index), coinsurance.rounding()));
        }
    }

    private void share(int amount, Ratio share, Rounding rounding) {
        load(amount);
        ratio(share);
        arithmetic(rounded("share", rounding), 3);
    }

    private static String rounded(String function, Rounding rounding) {
        return switch (rounding) {
            case HALF_UP -> function + "HalfUp";
            case DOWN -> function + "Down";
            case HALF_EVEN -> function + "HalfEven";
        };
    }

    private void tiers(Operation.Tiers tiers) {
        long denominator = TierTable.denominator(tiers);
        List<TierTable.Band> bands = TierTable.bands(tiers);
        int inBand = code.allocateLocal(TypeKind.LONG);
        int whole = code.allocateLocal(TypeKind.LONG);
        int parts = code.allocateLocal(TypeKind.LONG);
        code.lconst_0().lstore(whole).lconst_0().lstore(parts);
        for (TierTable.Band band : bands) {
            bandAmount(tiers, band);
            code.lstore(inBand);
            code.lload(whole).lload(inBand).loadConstant(band.numerator()).loadConstant(denominator);
            arithmetic("wholeShare", 3);
            math("addExact");
            code.lstore(whole);
            code.lload(parts).lload(inBand).loadConstant(band.numerator()).loadConstant(denominator);
            arithmetic("partShare", 3);
            code.ladd().lstore(parts);
        }
        code.lload(whole).lload(parts).loadConstant(denominator);
        arithmetic(rounded("round", tiers.rounding()), 3);
    }

    private void bandAmount(Operation.Tiers tiers, TierTable.Band band) {
        switch (tiers.method()) {
            case MARGINAL -> {
                load(tiers.amount());
                code.loadConstant(band.low()).loadConstant(band.high());
                arithmetic("band", 3);
            }
            case WHOLE_AMOUNT -> {
                Label outside = code.newLabel();
                Label done = code.newLabel();
                load(tiers.amount());
                code.loadConstant(band.low()).lcmp().ifle(outside);
                load(tiers.amount());
                code.loadConstant(band.high()).lcmp().ifgt(outside);
                load(tiers.amount());
                code.loadConstant(band.from()).lsub().goto_(done);
                code.labelBinding(outside).lconst_0().labelBinding(done);
            }
        }
    }

    private interface ForIndex {
        void emit(int index);
    }

    /** The value for codes 1 to {@code count}; 0 for any other code. */
    private void byCode(int register, int count, ForIndex value) {
        Label done = code.newLabel();
        for (int index = 0; index < count; index++) {
            Label next = code.newLabel();
            load(register);
            code.loadConstant(index + 1L).lcmp().ifne(next);
            value.emit(index);
            code.goto_(done).labelBinding(next);
        }
        code.lconst_0().labelBinding(done);
    }

    private void choose(Operation.Choose choose) {
        Label done = code.newLabel();
        for (Operation.Choose.Branch branch : choose.branches()) {
            Label next = code.newLabel();
            among(new Guard(choose.code(), branch.codes()));
            code.ifeq(next);
            if (branch.register() < 0) {
                code.lconst_0();
            } else {
                load(branch.register());
            }
            code.goto_(done).labelBinding(next);
        }
        load(choose.code());
        code.invokestatic(ARITHMETIC, "noBranch", MethodTypeDesc.of(NO_BRANCH, CD_long))
                .athrow()
                .labelBinding(done);
    }

    private void among(Guard guard) {
        load(guard.register());
        code.loadConstant(guard.mask());
        code.invokestatic(ARITHMETIC, "among", MethodTypeDesc.of(CD_boolean, CD_long, CD_long));
    }

    private void sum(List<Integer> terms) {
        if (terms.isEmpty()) {
            code.lconst_0();
        } else {
            fold(terms, "addExact");
        }
    }

    private void fold(List<Integer> values, String function) {
        load(values.getFirst());
        for (int value : values.subList(1, values.size())) {
            load(value);
            math(function);
        }
    }

    private void ratio(Ratio ratio) {
        code.loadConstant(ratio.numerator()).loadConstant(ratio.denominator());
    }

    private void load(int register) {
        code.lload(locals[register]);
    }

    private void store(int register) {
        locals[register] = code.allocateLocal(TypeKind.LONG);
        code.lstore(locals[register]);
    }

    private void math(String function) {
        code.invokestatic(MATH, function, MethodTypeDesc.of(CD_long, CD_long, CD_long));
    }

    private void arithmetic(String function, int parameters) {
        code.invokestatic(
                ARITHMETIC, function, MethodTypeDesc.of(CD_long, java.util.Collections.nCopies(parameters, CD_long)));
    }
}
