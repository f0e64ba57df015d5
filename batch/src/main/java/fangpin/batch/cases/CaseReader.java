package fangpin.batch.cases;

import fangpin.batch.store.Bytes;
import fangpin.batch.store.RecordWriter;
import fangpin.batch.store.RowStore;
import fangpin.kernel.policy.InputColumn;
import fangpin.packs.explain.RejectReason;
import fangpin.tables.Cells;
import fangpin.tables.RowHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks the rows of one part of a case file and turns the good ones into records, by person and by id. The checks stand in the order
 * in which {@code formats.md} ranks the reasons.
 */
final class CaseReader implements RowHandler {
    private static final byte[] NOTHING = new byte[0];

    private final String file;
    private final CaseLayout layout;
    private final @Nullable Focus focus;
    private final int part;
    private final CaseStores stores;
    private final RowStore.Writer byPerson;
    private final RowStore.Writer byId;
    private final RejectBook.Writer rejects;
    private final int personMask;
    private final int idMask;
    private final long[] values;
    private final int[] days;
    private CaseColumns columns;
    private long row;
    private int kindWord;
    private boolean looked;

    CaseReader(
            String file, CaseLayout layout, CaseColumns columns, int part, CaseStores stores, @Nullable Focus focus) {
        this.file = file;
        this.focus = focus;
        this.layout = layout;
        this.columns = columns;
        this.part = part;
        this.stores = stores;
        this.byPerson = stores.byPerson().writer(part);
        this.byId = stores.byId().writer(part);
        this.rejects = stores.rejects().writer(part);
        this.personMask = stores.personStreams() - 1;
        this.idMask = stores.idStreams() - 1;
        this.values = new long[layout.registerInputs.size()];
        this.days = new int[layout.dates.size()];
    }

    long rejected() {
        return rejects.count();
    }

    void flush() {
        byPerson.flush();
        byId.flush();
        rejects.flush();
    }

    @Override
    public void restart(List<String> header) {
        byPerson.forget();
        byId.forget();
        rejects.forget();
        stores.clearCases();
        HeaderMatch match = new HeaderMatch(header);
        columns = CaseColumns.of(layout, match, header.size());
        match.orRefuse(file);
    }

    @Override
    public void row(long fileRow, Cells cells) {
        row = fileRow;
        // a row that is not looked at may still bear the id of one that is, and so make it a duplicate
        looked = focus == null || focus.caseRow(cells, columns.person, columns.caseId);
        if (cells.count() != columns.count) {
            reject(RejectReason.BAD_ROW, RejectBook.NO_COLUMN, cells, -1);
        } else if (idsAre(cells)
                && allThere(cells)
                && datesAre(cells)
                && codesAre(cells)
                && amountsAre(cells)
                && amountsAgree(cells)) {
            take(cells);
        }
    }

    private boolean idsAre(Cells cells) {
        if (cells.lostDigits(columns.caseId)) {
            return reject(RejectReason.BAD_ID, 0, cells, columns.caseId);
        }
        if (cells.lostDigits(columns.person)) {
            return reject(RejectReason.BAD_ID, 1, cells, columns.person);
        }
        for (int key = 0; key < columns.keys.length; key++) {
            int column = columns.keys[key];
            if (column >= 0 && cells.lostDigits(column)) {
                return reject(RejectReason.BAD_ID, layout.keyColumn(key), cells, column);
            }
        }
        return true;
    }

    private boolean allThere(Cells cells) {
        if (cells.isEmpty(columns.caseId)) {
            return reject(RejectReason.MISSING_FIELD, 0, cells, -1);
        }
        if (cells.isEmpty(columns.person)) {
            return reject(RejectReason.MISSING_FIELD, 1, cells, -1);
        }
        for (int key = 0; key < columns.keys.length; key++) {
            if (!layout.keyInputs.get(key).optional() && cells.isEmpty(columns.keys[key])) {
                return reject(RejectReason.MISSING_FIELD, layout.keyColumn(key), cells, -1);
            }
        }
        for (int date = 0; date < days.length; date++) {
            if (cells.isEmpty(columns.dates[date])) {
                return reject(RejectReason.MISSING_FIELD, layout.dateColumn(date), cells, -1);
            }
        }
        return inputsThere(cells);
    }

    private boolean inputsThere(Cells cells) {
        for (int register : layout.codes) {
            int column = columns.inputs[register];
            int word = column < 0 ? 0 : layout.word(register, cells.data(), cells.start(column), cells.end(column));
            values[register] = CaseLayout.code(word);
            kindWord = register == layout.kind ? word : kindWord;
        }
        for (int register : layout.needed) {
            if (cells.isEmpty(columns.inputs[register]) && layout.used(register, values)) {
                return reject(RejectReason.MISSING_FIELD, layout.inputColumn(register), cells, -1);
            }
        }
        return true;
    }

    private boolean datesAre(Cells cells) {
        for (int date = 0; date < days.length; date++) {
            int column = columns.dates[date];
            days[date] = CellValues.day(cells.data(), cells.start(column), cells.end(column));
            if (days[date] < 0) {
                return reject(RejectReason.BAD_DATE, layout.dateColumn(date), cells, column);
            }
        }
        int last = days.length - 1;
        if (last > 0 && days[last] < days[last - 1]) {
            return reject(RejectReason.BAD_DATE, layout.dateColumn(last), cells, columns.dates[last]);
        }
        return true;
    }

    private boolean codesAre(Cells cells) {
        for (int register : layout.codes) {
            int column = columns.inputs[register];
            boolean unknown = values[register] == 0 && column >= 0 && !cells.isEmpty(column);
            InputColumn input = layout.registerInputs.get(register);
            if (unknown && !input.open() && layout.used(register, values)) {
                RejectReason reason = register == layout.kind ? RejectReason.BAD_KIND : RejectReason.BAD_CODE;
                return reject(reason, layout.inputColumn(register), cells, column);
            }
        }
        for (int register : layout.grades) {
            int column = columns.inputs[register];
            boolean used = column >= 0 && layout.used(register, values);
            int word = used ? layout.word(register, cells.data(), cells.start(column), cells.end(column)) : 0;
            values[register] = CaseLayout.code(word);
            if (used && word == 0 && !cells.isEmpty(column)) {
                return reject(RejectReason.BAD_GRADE, layout.inputColumn(register), cells, column);
            }
        }
        return true;
    }

    private boolean amountsAre(Cells cells) {
        byte[] data = cells.data();
        for (int register : layout.amounts) {
            int column = columns.inputs[register];
            values[register] = 0;
            if (column >= 0 && !cells.isEmpty(column) && layout.used(register, values)) {
                long fen = CellValues.fen(data, cells.start(column), cells.end(column));
                if (fen < 0) {
                    return reject(RejectReason.BAD_AMOUNT, layout.inputColumn(register), cells, column);
                }
                values[register] = fen;
            }
        }
        return true;
    }

    private boolean amountsAgree(Cells cells) {
        if (layout.eligibleCost < 0 || !layout.used(layout.eligibleCost, values)) {
            return true;
        }
        long eligible = values[layout.eligibleCost];
        long ineligible = layout.totalCost < 0 ? 0 : values[layout.totalCost] - eligible;
        if (ineligible < 0
                || sum(layout.eligiblePayers) > eligible
                || (layout.totalCost >= 0 && sum(layout.ineligiblePayers) > ineligible)) {
            int column = columns.inputs[layout.eligibleCost];
            return reject(RejectReason.AMOUNTS_INCONSISTENT, layout.inputColumn(layout.eligibleCost), cells, column);
        }
        return true;
    }

    private long sum(int[] registers) {
        long sum = 0;
        for (int register : registers) {
            sum += values[register];
        }
        return sum;
    }

    private void take(Cells cells) {
        byte[] data = cells.data();
        int idFrom = cells.start(columns.caseId);
        int idTo = cells.end(columns.caseId);
        long position = Position.of(part, row);
        if (looked) {
            takeByPerson(cells, position);
        }
        int stream = (int) (Bytes.hash(data, idFrom, idTo) >>> 40) & idMask;
        RecordWriter record = byId.begin(stream, idTo - idFrom + RecordWriter.NUMBER_BYTES + Long.BYTES);
        record.string(data, idFrom, idTo);
        record.fixedFive(position);
        byId.end();
    }

    private void takeByPerson(Cells cells, long position) {
        byte[] data = cells.data();
        int personFrom = cells.start(columns.person);
        int personTo = cells.end(columns.person);
        long number = PersonId.number(data, personFrom, personTo);
        int stream = (int) (PersonId.hash(number, data, personFrom, personTo) >>> 40) & personMask;
        RecordWriter record = byPerson.begin(stream, layout.fixedBytes + stringBytes(cells));
        long exact = PersonId.exact(number, data, personTo);
        record.fixedLong(exact);
        if (exact == PersonId.NONE) {
            record.string(data, personFrom, personTo);
        }
        record.fixedFive(position);
        record.fixedThree(days[days.length - 1]);
        if (layout.decidingDateApart()) {
            record.fixedThree(days[layout.decidingDate]);
        }
        int rest = record.beginGroup();
        record.string(data, cells.start(columns.caseId), cells.end(columns.caseId));
        record.numbers(values);
        if (layout.kind >= 0) {
            record.number(kindWord);
        }
        for (int column : columns.keys) {
            record.string(data, column < 0 ? 0 : cells.start(column), column < 0 ? 0 : cells.end(column));
        }
        record.endGroup(rest);
        byPerson.end();
    }

    private int stringBytes(Cells cells) {
        int bytes = length(cells, columns.person) + length(cells, columns.caseId);
        for (int column : columns.keys) {
            bytes += column < 0 ? 0 : length(cells, column);
        }
        return bytes;
    }

    private static int length(Cells cells, int column) {
        return cells.end(column) - cells.start(column);
    }

    /** Always false, so that a check can end with it. */
    private boolean reject(RejectReason reason, int name, Cells cells, int column) {
        if (!looked) {
            return false;
        }
        boolean named = cells.count() > columns.caseId;
        byte[] data = cells.data();
        rejects.add(
                Position.of(part, row),
                reason,
                name,
                data,
                named ? cells.start(columns.caseId) : 0,
                named ? cells.end(columns.caseId) : 0,
                column < 0 ? NOTHING : data,
                column < 0 ? 0 : cells.start(column),
                column < 0 ? 0 : cells.end(column),
                reason == RejectReason.BAD_ROW ? cells.count() + "/" + columns.count : "");
        return false;
    }
}
