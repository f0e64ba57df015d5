package fangpin.batch.cases;

import fangpin.batch.store.RecordReader;
import fangpin.batch.store.RowStore;
import fangpin.kernel.benefit.BulkRun;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.Product;
import fangpin.kernel.settlement.CaseInput;
import fangpin.packs.explain.RejectReason;
import fangpin.tables.RowBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settles partitions, one after the other, for one thread. */
final class PartitionSettler {
    private static final int BLOCK = 2048;
    private static final int NOBODY = -1;
    /** Of {@link Room#loadedBytes}: results, and explanations all the more, are longer than the cases they are of. */
    private static final int PARTS_WRITTEN = 32;

    private final CaseLayout layout;
    private final CaseStores stores;
    private final DuplicateCheck duplicates;
    private final RejectBook.Writer rejects;
    private final ResultColumns results;
    private final BulkRun program;
    private final StateSlots slots;
    private final PersonTable persons = new PersonTable();
    private final AccountTable accounts;
    private final PartitionRows rows = new PartitionRows();
    private final long[][] inputs;
    private final int[][] slotColumns;
    private final long[][] outputs;
    private final int[] block = new int[BLOCK];
    private final int[] idFrom = new int[BLOCK];
    private final int[] idTo = new int[BLOCK];
    private final int[] keyFrom;
    private final int[] keyTo;
    private final int periodFrom;
    private final int periodUntil;
    private byte[] memberBytes = new byte[0];
    private byte[] caseBytes = new byte[0];
    private long accepted;
    private int deceased;

    /**
     * Prepares it.
     *
     * @param program gives out the registers that {@link ResultColumns} names
     */
    PartitionSettler(CaseLayout layout, BulkRun program, CaseStores stores, DuplicateCheck duplicates) {
        this.layout = layout;
        this.program = program;
        this.stores = stores;
        this.duplicates = duplicates;
        this.rejects = stores.rejects().writer(0);
        this.results = new ResultColumns(layout.product);
        this.slots = new StateSlots(layout);
        this.accounts = new AccountTable(layout);
        this.inputs = new long[layout.registerInputs.size()][BLOCK];
        this.slotColumns = new int[slots.scopes()][BLOCK];
        this.outputs = new long[results.registers().size()][BLOCK];
        this.keyFrom = new int[layout.keyInputs.size()];
        this.keyTo = new int[layout.keyInputs.size()];
        this.periodFrom = Days.of(layout.product.period().from());
        this.periodUntil = Days.of(layout.product.period().until());
    }

    long accepted() {
        return accepted;
    }

    long rejected() {
        return rejects.count();
    }

    void flush() {
        rejects.flush();
    }

    /**
     * Settles a partition; result rows are appended to {@code out}, cases shown to the watcher if there is one.
     *
     * @param full called when {@code out} holds enough to be written; the partition goes on
     */
    void settle(int partition, RowBuffer out, @Nullable CaseWatcher watcher, Runnable full) {
        int memberLength = stores.room().whole(stores.members().size(partition));
        memberBytes = room(memberBytes, memberLength);
        stores.members().take(partition, memberBytes);
        persons.load(memberBytes, memberLength);
        accounts.begin(persons.persons());
        deceased = NOBODY;
        if (stores.byPerson().size(partition) > stores.room().loadedBytes()) {
            settleSorted(partition, out, watcher, full);
            return;
        }
        int caseLength = (int) stores.byPerson().size(partition);
        caseBytes = room(caseBytes, caseLength);
        stores.byPerson().take(partition, caseBytes);
        admitAll(caseLength);
        rows.sort(accounts.count());
        slots.begin(accounts.count());
        run(out, watcher, full);
    }

    /** Settles a partition that is larger than what may be loaded: sorted in pieces, then settled as the pieces are merged. */
    private void settleSorted(int partition, RowBuffer out, @Nullable CaseWatcher watcher, Runnable full) {
        int most = stores.room().loadedBytes();
        SortedRuns runs = new SortedRuns(stores.further().get());
        RowStore.Pieces pieces = stores.byPerson().pieces(partition);
        for (int length = pieces.next(most); length > 0; length = pieces.next(most)) {
            caseBytes = pieces.bytes();
            admitAll(length);
            rows.sort(accounts.count());
            RecordReader records = new RecordReader(caseBytes);
            for (int place = 0; place < rows.count(); place++) {
                int row = rows.at(place);
                decode(records, row, 0);
                runs.add(rows, row, records.at());
            }
            runs.endRun();
        }
        slots.begin(accounts.count());
        runs.merge();
        while (runs.next(most / PARTS_WRITTEN, rows)) {
            caseBytes = runs.bytes();
            run(out, watcher, full);
            full.run();
        }
    }

    private static byte[] room(byte[] old, int length) {
        int needed = length + RecordReader.SLACK_BYTES;
        return old.length >= needed ? old : new byte[needed + length / 4];
    }

    private void admitAll(int length) {
        RecordReader records = new RecordReader(caseBytes);
        rows.clear(caseBytes);
        while (records.at() < length) {
            long number = records.fixedLong();
            int idStart = number == PersonId.NONE ? records.string() : 0;
            int idEnd = number == PersonId.NONE ? records.at() : 0;
            long position = records.fixedFive();
            int orderDay = records.fixedThree();
            int decidingDay = layout.decidingDateApart() ? records.fixedThree() : orderDay;
            int rest = records.group();
            int person = number == PersonId.NONE ? persons.find(caseBytes, idStart, idEnd) : persons.find(number);
            if (duplicates.isDuplicate(position)) {
                rejectDuplicate(position, rest);
            } else if (person < 0) {
                byte[] id =
                        number == PersonId.NONE ? Arrays.copyOfRange(caseBytes, idStart, idEnd) : PersonId.text(number);
                reject(position, RejectReason.UNKNOWN_PERSON, 1, rest, id, 0, id.length, persons.nearMiss(id));
            } else {
                boolean covered = persons.covered(person, decidingDay);
                if (!covered) {
                    byte[] date = Days.date(decidingDay).toString().getBytes(StandardCharsets.US_ASCII);
                    int column = layout.dateColumn(layout.decidingDate);
                    reject(position, RejectReason.NOT_COVERED, column, rest, date, 0, date.length, "");
                }
                if (covered || countsUncovered(decidingDay)) {
                    rows.add(
                            person,
                            accounts.of(person, caseBytes, rest),
                            orderDay,
                            decidingDay,
                            position,
                            covered,
                            rest);
                }
            }
        }
    }

    private boolean countsUncovered(int day) {
        return layout.product.counts() == Product.Counts.WHOLE_PERIOD && day >= periodFrom && day < periodUntil;
    }

    private void rejectDuplicate(long position, int rest) {
        RecordReader id = new RecordReader(caseBytes);
        id.moveTo(rest);
        int from = id.string();
        RejectReason reason = switch (layout.product.caseKind()) {
            case BILL -> RejectReason.DUPLICATE_BILL;
            case CLAIM -> RejectReason.DUPLICATE_CLAIM;
        };
        reject(position, reason, 0, rest, caseBytes, from, id.at(), "");
    }

    private void reject(
            long position, RejectReason reason, int column, int rest, byte[] value, int from, int to, String note) {
        RecordReader id = new RecordReader(caseBytes);
        id.moveTo(rest);
        int idStart = id.string();
        rejects.add(position, reason, column, caseBytes, idStart, id.at(), value, from, to, note);
    }

    private void run(RowBuffer out, @Nullable CaseWatcher watcher, Runnable full) {
        int filled = 0;
        RecordReader records = new RecordReader(caseBytes);
        for (int place = 0; place < rows.count(); place++) {
            int row = rows.at(place);
            int kindWord = decode(records, row, filled);
            if (layout.deathCode > 0 && inputs[layout.kind][filled] == layout.deathCode) {
                if (deceased == rows.person(row)) {
                    byte[] word = layout.wordBytes(layout.kind, kindWord);
                    int column = layout.inputColumn(layout.kind);
                    reject(
                            rows.position(row),
                            RejectReason.ALREADY_DECEASED,
                            column,
                            rows.restAt(row),
                            word,
                            0,
                            word.length,
                            "");
                    continue;
                }
                deceased = rows.person(row);
            }
            place(row, filled);
            if (watcher != null) {
                watcher.settle(caseInput(row, filled), rows.covered(row));
            }
            if (++filled == BLOCK) {
                runBlock(filled, out);
                filled = 0;
                if (watcher != null && watcher.isFull()) {
                    full.run();
                }
            }
        }
        runBlock(filled, out);
    }

    /** Brings a row's values into the columns; returns which word its kind was written as. */
    private int decode(RecordReader records, int row, int index) {
        records.moveTo(rows.restAt(row));
        idFrom[index] = records.string();
        idTo[index] = records.at();
        records.numbers(inputs, index);
        if (layout.covered >= 0) {
            inputs[layout.covered][index] = rows.covered(row) ? 1 : 0;
        }
        int kindWord = layout.kind >= 0 ? (int) records.number() : 0;
        for (int key = 0; key < keyFrom.length; key++) {
            keyFrom[key] = records.string();
            keyTo[key] = records.at();
        }
        return kindWord;
    }

    private void place(int row, int index) {
        block[index] = row;
        for (int scope = 0; scope < slotColumns.length; scope++) {
            slotColumns[scope][index] = slots.slot(scope, rows.account(row), inputs, index, caseBytes, keyFrom, keyTo);
        }
    }

    private void runBlock(int filled, RowBuffer out) {
        program.run(inputs, slotColumns, slots.state(), outputs, 0, filled);
        for (int index = 0; index < filled; index++) {
            int row = block[index];
            if (!rows.covered(row)) {
                continue;
            }
            int person = rows.person(row);
            out.text(caseBytes, idFrom[index], idTo[index]);
            out.text(memberBytes, persons.idFrom(person), persons.idTo(person));
            if (!results.write(out, inputs, outputs, index)) {
                throw new CannotSettleException(CaseMessages.text(
                        "overdrawn",
                        layout.product.id(),
                        new String(caseBytes, idFrom[index], idTo[index] - idFrom[index], StandardCharsets.UTF_8)));
            }
            accepted++;
        }
    }

    private CaseInput caseInput(int row, int index) {
        List<Long> values = new ArrayList<>();
        for (long[] column : inputs) {
            values.add(column[index]);
        }
        Map<String, String> keys = new HashMap<>();
        for (int key = 0; key < keyFrom.length; key++) {
            keys.put(layout.keyInputs.get(key).name(), text(keyFrom[key], keyTo[key]));
        }
        for (int register : layout.codeKeys) {
            // a scope may be cut by a code too, such as the kind of a claim (reading R9)
            int code = (int) inputs[register][index];
            InputColumn column = layout.registerInputs.get(register);
            keys.put(
                    column.name(), code == 0 ? "" : column.codes().get(code - 1).word());
        }
        return new CaseInput(
                text(idFrom[index], idTo[index]),
                persons.id(rows.person(row)),
                Days.date(rows.decidingDay(row)),
                values,
                keys);
    }

    private String text(int from, int to) {
        return new String(caseBytes, from, to - from, StandardCharsets.UTF_8);
    }
}
