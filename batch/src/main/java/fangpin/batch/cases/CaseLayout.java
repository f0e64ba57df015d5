package fangpin.batch.cases;

import fangpin.batch.store.RecordWriter;
import fangpin.kernel.benefit.Guard;
import fangpin.kernel.benefit.Scope;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.Product;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a product reads of a case, worked out once for all rows: register inputs in program order and keys in pack order.
 */
final class CaseLayout {
    final Product product;
    final List<InputColumn> registerInputs;
    final List<InputColumn> keyInputs;
    /** Which key says whose running figures a case enters, or -1 for the person's. */
    final int accountKey;

    final String caseIdName;
    final List<Naming.BaseColumn> dates;
    final int decidingDate;
    /** Inputs that are amounts paid of the eligible cost by others, by register. */
    final int[] eligiblePayers;

    final int[] ineligiblePayers;
    final int eligibleCost;
    final int totalCost;
    /** Register of the input {@code covered}, or -1. */
    final int covered;
    /** Register of the code column {@code kind} and its code for a death, or -1. */
    final int kind;

    /** Registers of the codes that an explanation is told of: the kind of a claim, and those that cut a running figure. */
    final int[] codeKeys;

    final int deathCode;

    /** Names of all columns, for rejects: case id, person, keys, dates, inputs. */
    final List<String> columnNames;

    /** Registers by what their cells hold. */
    final int[] codes;

    final int[] grades;
    final int[] amounts;
    /** Registers whose cells must be filled in every case that uses them. */
    final int[] needed;

    /** Bytes of a row's record beside the characters of its ids and keys, at the most. */
    final int fixedBytes;

    private final byte[][][] words;
    /** For each register the code column it depends on, or -1, and the codes that use it as bits. */
    private final int[] conditions;

    private final long[] conditionMasks;

    CaseLayout(Product product) {
        this.product = product;
        this.registerInputs =
                product.inputs().stream().filter(InputColumn::inProgram).toList();
        this.keyInputs =
                product.inputs().stream().filter(input -> !input.inProgram()).toList();
        this.accountKey = product.accountColumn().map(keyInputs::indexOf).orElse(-1);
        this.caseIdName = Naming.caseId(product.caseKind()).name();
        this.dates = Naming.dates(product.caseKind());
        this.decidingDate = Naming.decidingDate(product);
        this.eligiblePayers = payers(PayerLayer.Base.ELIGIBLE);
        this.ineligiblePayers = payers(PayerLayer.Base.INELIGIBLE);
        this.eligibleCost = register("eligible_cost");
        this.totalCost = register("total_cost");
        this.covered = registerOf(InputColumn.Kind.COVERED);
        this.kind = product.caseKind() == Product.CaseKind.CLAIM ? register("kind") : -1;
        this.deathCode = kind < 0 ? -1 : registerInputs.get(kind).code("death");
        this.words = words();
        this.codes = registers(input -> input.kind() == InputColumn.Kind.CODE);
        List<String> cut = product.program().accumulators().stream()
                .flatMap(figure -> figure.scope().keys().stream())
                .toList();
        this.codeKeys = registers(input -> input.kind() == InputColumn.Kind.CODE
                && (cut.contains(input.name())
                        || (product.caseKind() == Product.CaseKind.CLAIM
                                && input.name().equals("kind"))));
        this.grades = registers(input -> input.kind() == InputColumn.Kind.GRADE);
        this.amounts = registers(input -> input.kind() == InputColumn.Kind.MONEY);
        this.needed = registers(input -> input.kind() != InputColumn.Kind.COVERED && !input.optional());
        this.conditions = new int[registerInputs.size()];
        this.conditionMasks = new long[registerInputs.size()];
        for (int index = 0; index < conditions.length; index++) {
            InputColumn.@Nullable UsedWhen when = registerInputs.get(index).usedWhen();
            conditions[index] = when == null ? -1 : register(when.column());
            conditionMasks[index] = when == null ? 0 : new Guard(0, when.codes()).mask();
        }
        this.columnNames = columnNames();
        this.fixedBytes = RecordWriter.NUMBER_BYTES * (3 + keyInputs.size())
                + 2 * Long.BYTES
                + 2 * Integer.BYTES
                + RecordWriter.GROUP_BYTES
                + RecordWriter.numbersBytes(registerInputs.size());
    }

    /** Whether the date that decides cover is another than the one that orders. */
    boolean decidingDateApart() {
        return decidingDate != dates.size() - 1;
    }

    private int[] registers(Predicate<InputColumn> wanted) {
        return IntStream.range(0, registerInputs.size())
                .filter(register -> wanted.test(registerInputs.get(register)))
                .toArray();
    }

    private List<String> columnNames() {
        List<String> names = new ArrayList<>(List.of(caseIdName, Naming.PERSON.name()));
        keyInputs.forEach(input -> names.add(input.name()));
        dates.forEach(date -> names.add(date.name()));
        registerInputs.forEach(input -> names.add(input.name()));
        return List.copyOf(names);
    }

    int keyColumn(int key) {
        return 2 + key;
    }

    int dateColumn(int date) {
        return 2 + keyInputs.size() + date;
    }

    int inputColumn(int register) {
        return 2 + keyInputs.size() + dates.size() + register;
    }

    private int register(String name) {
        for (int index = 0; index < registerInputs.size(); index++) {
            if (registerInputs.get(index).name().equals(name)) {
                return index;
            }
        }
        return -1;
    }

    private int registerOf(InputColumn.Kind wanted) {
        for (int index = 0; index < registerInputs.size(); index++) {
            if (registerInputs.get(index).kind() == wanted) {
                return index;
            }
        }
        return -1;
    }

    /** Columns that a payer's amount arrives in, whether its layer takes them as they are or through a step. */
    private int[] payers(PayerLayer.Base base) {
        List<Integer> payers = new ArrayList<>();
        for (int index = 0; index < registerInputs.size(); index++) {
            InputColumn input = registerInputs.get(index);
            int register = index;
            boolean direct =
                    product.layers().stream().anyMatch(layer -> layer.base() == base && layer.register() == register);
            boolean taken = product.layers().stream()
                    .anyMatch(layer -> layer.base() == base && input.name().equals(layer.payer() + "_paid"));
            if (input.kind() == InputColumn.Kind.MONEY && (direct || taken)) {
                payers.add(index);
            }
        }
        return payers.stream().mapToInt(Integer::intValue).toArray();
    }

    private byte[][][] words() {
        byte[][][] all = new byte[registerInputs.size()][][];
        for (int index = 0; index < all.length; index++) {
            List<InputColumn.CodeWord> codes = registerInputs.get(index).codes();
            all[index] = new byte[2 * codes.size()][];
            for (int code = 0; code < codes.size(); code++) {
                all[index][2 * code] = codes.get(code).word().getBytes(StandardCharsets.UTF_8);
                all[index][2 * code + 1] = codes.get(code).zh().getBytes(StandardCharsets.UTF_8);
            }
        }
        return all;
    }

    /** Which of a code column's words this is: 1 for the first code's English word, 2 for its Chinese one, and so on; 0 if none. */
    int word(int register, byte[] bytes, int from, int to) {
        byte[][] known = words[register];
        for (int index = 0; index < known.length; index++) {
            if (java.util.Arrays.equals(known[index], 0, known[index].length, bytes, from, to)) {
                return index + 1;
            }
        }
        return 0;
    }

    /** The code of a word. */
    static int code(int word) {
        return (word + 1) / 2;
    }

    byte[] wordBytes(int register, int word) {
        return words[register][word - 1];
    }

    /** Whether a case with these values uses the column of a register. */
    boolean used(int register, long[] values) {
        int condition = conditions[register];
        return condition < 0 || (conditionMasks[register] >>> values[condition] & 1) == 1;
    }

    /** Where a scope's keys come from: a code register as {@code ~register}, or the index of a key input. */
    int[] keySources(Scope scope) {
        return scope.keys().stream()
                .mapToInt(key -> {
                    int register = register(key);
                    if (register >= 0) {
                        return ~register;
                    }
                    for (int index = 0; index < keyInputs.size(); index++) {
                        if (keyInputs.get(index).name().equals(key)) {
                            return index;
                        }
                    }
                    throw new IllegalStateException("no column " + key + " to cut a running figure by");
                })
                .toArray();
    }
}
