package fangpin.office.enrolment.internal;

import fangpin.kernel.Text;
import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.register.CellText;
import fangpin.tables.Cells;
import fangpin.tables.FileRefusal;
import fangpin.tables.RowHandler;
import fangpin.tables.Table;
import fangpin.tables.TableOutcome;
import fangpin.tables.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 承保机构的回复: a file with an ID number and a policy number a row. ID numbers leave it only as keyed hashes. */
public sealed interface ReplyFile {
    /** Names of the column of ID numbers. */
    List<String> ID_NUMBER = List.of("身份证号", "身份证号码", "证件号码", "公民身份号码", "id_number");

    /** Names of the column of policy numbers. */
    List<String> POLICY_NUMBER = List.of("保单号", "保单号码", "policy_number");

    /** Longest policy number kept. */
    int LONGEST = 60;

    /** What it says; a row without a policy number says nothing. */
    record Read(List<Long> rows, List<byte[]> indexes, List<String> policies) implements ReplyFile {}

    /** It is no table. */
    record Refused(Text why) implements ReplyFile {}

    /** A column is not there. */
    record ColumnMissing() implements ReplyFile {}

    /** Reads a file. */
    static ReplyFile read(Path file, Secrets secrets) {
        return switch (Tables.open(file)) {
            case FileRefusal refusal -> refused(refusal);
            case Table table -> {
                Reader reader = new Reader(secrets, table.header());
                yield switch (table.read(reader)) {
                    case FileRefusal refusal -> refused(refusal);
                    case TableOutcome.AllRead _ -> reader.found() ? reader.read() : new ColumnMissing();
                };
            }
        };
    }

    private static Refused refused(FileRefusal refusal) {
        return new Refused(new Text(refusal.message().zh(), refusal.message().en()));
    }

    /** Takes the rows. */
    final class Reader implements RowHandler {
        private final Secrets secrets;
        private final List<Long> rows = new ArrayList<>();
        private final List<byte[]> indexes = new ArrayList<>();
        private final List<String> policies = new ArrayList<>();
        private int idNumber;
        private int policyNumber;

        Reader(Secrets secrets, List<String> header) {
            this.secrets = secrets;
            columns(header);
        }

        private void columns(List<String> header) {
            idNumber = column(header, ID_NUMBER);
            policyNumber = column(header, POLICY_NUMBER);
        }

        private static int column(List<String> header, List<String> names) {
            for (int at = 0; at < header.size(); at++) {
                if (names.contains(CellText.normal(header.get(at)).toLowerCase(Locale.ROOT))) {
                    return at;
                }
            }
            return -1;
        }

        boolean found() {
            return idNumber >= 0 && policyNumber >= 0;
        }

        @Override
        public void restart(List<String> header) {
            rows.clear();
            indexes.clear();
            policies.clear();
            columns(header);
        }

        @Override
        public void row(long row, Cells cells) {
            if (!found() || cells.count() <= Math.max(idNumber, policyNumber)) {
                return;
            }
            String policy = CellText.normal(cells.text(policyNumber));
            String id = CellText.normal(cells.text(idNumber)).toUpperCase(Locale.ROOT);
            if (policy.isEmpty() || policy.length() > LONGEST || policy.indexOf('\0') >= 0) {
                return;
            }
            rows.add(row);
            indexes.add(secrets.index(FieldKind.ID_NUMBER, id));
            policies.add(policy);
        }

        Read read() {
            return new Read(rows, indexes, policies);
        }
    }
}
