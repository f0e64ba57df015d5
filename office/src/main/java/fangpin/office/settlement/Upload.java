package fangpin.office.settlement;

import java.time.LocalDate;
import java.util.List;

/**
 * 结算上传: a hospital's bills as a file.
 *
 * @param pack whose product says which columns the file has
 * @param header the names of the columns as they stand in the file
 * @param rows of the file, the header not counted
 * @param accepted rows that have a bill
 * @param rejected rows that make none, and say why
 * @param referred rows that are kept until people have decided whether their person is insured
 */
public record Upload(
        long id,
        Hospital hospital,
        String fileName,
        String pack,
        String product,
        List<String> header,
        Stage stage,
        int rows,
        int accepted,
        int rejected,
        int referred,
        long enteredBy,
        LocalDate enteredOn) {
    public Upload {
        header = List.copyOf(header);
    }

    /** 阶段 */
    public enum Stage {
        /** 正在结算 */
        SETTLING,
        /** 已办完 */
        DONE,
        /** 已停办 */
        CANCELLED
    }

    /** Rows of which nothing is decided. */
    public int waiting() {
        return rows - accepted - rejected - referred;
    }

    /** A rejected row. */
    public record Rejected(long row, List<String> cells, SettlementRefusal reason, int wrongColumn) {
        public Rejected {
            cells = List.copyOf(cells);
        }

        /** The cell that is wrong, at most 200 characters of it; empty where it is the whole row. */
        public String value() {
            if (wrongColumn < 0 || wrongColumn >= cells.size()) {
                return "";
            }
            String cell = cells.get(wrongColumn);
            return cell.substring(0, cell.offsetByCodePoints(0, Math.min(200, cell.codePointCount(0, cell.length()))));
        }
    }

    /** 留待的行: a row whose person people decide about, with the bill kept of it. */
    public record Referred(long row, List<String> cells, ReferredBill bill) {
        public Referred {
            cells = List.copyOf(cells);
        }
    }

    /** A row that has a bill. */
    public record Accepted(long row, String personId, Bill bill) {}
}
