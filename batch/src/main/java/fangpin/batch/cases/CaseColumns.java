package fangpin.batch.cases;

import fangpin.kernel.policy.InputColumn;
import java.util.List;

/** Where the columns of one file stand: one a key input and one a register input, -1 where the file has none. */
final class CaseColumns {
    final int count;
    final int caseId;
    final int person;
    final int[] keys;
    final int[] dates;
    final int[] inputs;

    private CaseColumns(int count, int caseId, int person, int[] keys, int[] dates, int[] inputs) {
        this.count = count;
        this.caseId = caseId;
        this.person = person;
        this.keys = keys;
        this.dates = dates;
        this.inputs = inputs;
    }

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
                        : match.find(
                                input.name(),
                                input.headers(),
                                input.presence() != InputColumn.Presence.OPTIONAL_COLUMN))
                .toArray();
    }
}
