package fangpin.batch.cases;

import fangpin.batch.store.RecordReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** 累计单位 The numbers of the accounts of one partition: the persons' own, or one a household. Loaded again for each partition. */
final class AccountTable {
    private final CaseLayout layout;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final long[][] passed;
    private int persons;

    AccountTable(CaseLayout layout) {
        this.layout = layout;
        this.passed = new long[layout.registerInputs.size()][1];
    }

    /** Begins a partition of so many persons. */
    void begin(int personCount) {
        persons = personCount;
        numbers.clear();
    }

    /** The number of a row's account; {@code restAt} is where the row's case id begins in the bytes. */
    int of(int person, byte[] bytes, int restAt) {
        if (layout.accountKey < 0) {
            return person;
        }
        RecordReader records = new RecordReader(bytes);
        records.moveTo(restAt);
        records.string();
        records.numbers(passed, 0);
        if (layout.kind >= 0) {
            records.number();
        }
        for (int key = 0; key < layout.accountKey; key++) {
            records.string();
        }
        int from = records.string();
        String account = new String(bytes, from, records.at() - from, StandardCharsets.UTF_8);
        return numbers.computeIfAbsent(account, any -> numbers.size());
    }

    /** How many accounts there are, all rows seen. */
    int count() {
        return layout.accountKey < 0 ? persons : numbers.size();
    }
}
