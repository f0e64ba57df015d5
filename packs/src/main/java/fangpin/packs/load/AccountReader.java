package fangpin.packs.load;

import fangpin.kernel.policy.InputColumn;
import fangpin.packs.yaml.Problem;
import java.util.List;
import java.util.Optional;

/** Reads whose running figures a product keeps, if they are not a person's: a key such as the household's id. */
final class AccountReader {
    private AccountReader() {}

    /**
     * The key column named; every case must fill it, and no case may be a death, of which each person has one whatever the account.
     *
     * @return the column's name, also where something is wrong with it, which has been said
     */
    static String account(Cursor cursor, List<InputColumn> inputs) {
        String name = cursor.word();
        Optional<InputColumn> column = inputs.stream()
                .filter(input ->
                        input.kind() == InputColumn.Kind.KEY && input.name().equals(name))
                .findFirst();
        if (column.isEmpty()) {
            cursor.unknownWord(
                    name,
                    inputs.stream()
                            .filter(input -> input.kind() == InputColumn.Kind.KEY)
                            .map(InputColumn::name)
                            .toList());
        } else if (column.get().optional() || column.get().usedWhen() != null) {
            cursor.context()
                    .problem(
                            cursor.place(),
                            Problem.Reason.GAP,
                            name,
                            "“" + name + "”可以不填，没有填的算在哪一户就不清楚；作累计单位的列不写 presence 和 used_when。",
                            "\"" + name
                                    + "\" may be left empty, and nobody could say whose figures such a case enters; "
                                    + "the column of an account has no presence and no used_when.");
        } else if (paysDeath(inputs)) {
            cursor.context()
                    .problem(
                            cursor.place(),
                            Problem.Reason.OVERLAP,
                            name,
                            "有身故案件（kind: death）的险种按人累计，不能写 account；把身故另立一个险种。",
                            "A product with deaths (kind: death) keeps its figures by person and cannot have an account; "
                                    + "make deaths a product of their own.");
        }
        return name;
    }

    private static boolean paysDeath(List<InputColumn> inputs) {
        return inputs.stream().anyMatch(column -> column.name().equals("kind") && column.code("death") > 0);
    }
}
