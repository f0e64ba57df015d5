package fangpin.batch.cases;

import fangpin.kernel.policy.InputColumn;
import java.util.List;

/**
 * Where the columns of one file stand.
 *
 * @param keys one a key input, -1 if the file has none
 * @param inputs one a register input, -1 if the file has none
 */
record CaseColumns(int count, int caseId, int person, int[] keys, int[] dates, int[] inputs) {

    static CaseColumns of(CaseLayout layout, HeaderMatch match, int count) {
        int caseId = match.find(Naming.caseId(layout.product.caseKind()));
        int person = match.find(Naming.PERSON);
        int[] keys = find(layout.keyInputs, match);
        int[] dates = layout.dates.stream().mapToInt(match::find).toArray();
        return new CaseColumns(count, caseId, person, keys, dates, find(layout.registerInputs, match));
    }

    private static int[] find(List<InputColumn> inputs, HeaderMatch match) {
        return inputs.stream()
                .mapToInt(input -> input.kind() == InputColumn.Kind.COVERED
                        ? -1
                        : match.find(input.name(), input.headers(), !input.optional()))
                .toArray();
    }
}
