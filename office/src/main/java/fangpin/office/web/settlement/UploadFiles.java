package fangpin.office.web.settlement;

import fangpin.kernel.Text;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Waterfall;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.settlement.Decision;
import fangpin.office.settlement.Settlements;
import fangpin.office.settlement.Upload;
import fangpin.office.settlement.UploadResults;
import fangpin.office.settlement.Uploads;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Show;
import fangpin.tables.Column;
import fangpin.tables.RowBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** 批量结算的结果文件: the accepted bills with what each payer pays, and the rejected rows with what is wrong, as workbooks. */
@Controller
public class UploadFiles {
    private final Uploads uploads;
    private final UploadResults results;
    private final Settlements settlements;

    UploadFiles(Uploads uploads, UploadResults results, Settlements settlements) {
        this.uploads = uploads;
        this.results = results;
        this.settlements = settlements;
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @GetMapping("/settlements/uploads/{id}/rejected.xlsx")
    ResponseEntity<byte[]> rejected(Desk desk, @PathVariable long id) {
        Upload upload = uploads.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<Column> columns = new ArrayList<>();
        upload.header().forEach(name -> columns.add(new Column(name, Column.Kind.TEXT)));
        columns.add(new Column(desk.words().of("settlement.upload.row"), Column.Kind.NUMBER));
        columns.add(new Column(desk.words().of("settlement.upload.wrong-column"), Column.Kind.TEXT));
        columns.add(new Column(desk.words().of("settlement.upload.reason"), Column.Kind.TEXT));
        byte[] workbook = ExcelFile.of(
                columns,
                rows -> results.eachRejected(desk.actor(), upload, row -> {
                    for (int at = 0; at < upload.header().size(); at++) {
                        rows.text(at < row.cells().size() ? row.cells().get(at) : "");
                    }
                    String column = row.wrongColumn() < 0 ? "" : upload.header().get(row.wrongColumn());
                    rows.number(row.row())
                            .text(column)
                            .text(desk.words()
                                    .of("settlement.reason." + row.reason().word()))
                            .endRow();
                }));
        return ExcelFile.answer(name(desk, upload, "settlement.upload.rejected-file"), workbook);
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @GetMapping("/settlements/uploads/{id}/referred.xlsx")
    ResponseEntity<byte[]> referred(Desk desk, @PathVariable long id) {
        Upload upload = uploads.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<Column> columns = new ArrayList<>();
        upload.header().forEach(name -> columns.add(new Column(name, Column.Kind.TEXT)));
        columns.add(new Column(desk.words().of("settlement.upload.row"), Column.Kind.NUMBER));
        columns.add(new Column(desk.words().of("settlement.upload.why"), Column.Kind.TEXT));
        columns.add(new Column(desk.words().of("settlement.upload.state"), Column.Kind.TEXT));
        String reason = desk.words().of("settlement.reason.referred");
        byte[] workbook = ExcelFile.of(
                columns,
                rows -> results.eachReferred(desk.actor(), upload, row -> {
                    for (int at = 0; at < upload.header().size(); at++) {
                        rows.text(at < row.cells().size() ? row.cells().get(at) : "");
                    }
                    rows.number(row.row())
                            .text(reason)
                            .text(desk.words()
                                    .of("settlement.referred-state."
                                            + row.bill().state().name().toLowerCase(Locale.ROOT)))
                            .endRow();
                }));
        return ExcelFile.answer(name(desk, upload, "settlement.upload.referred-file"), workbook);
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @GetMapping("/settlements/uploads/{id}/accepted.xlsx")
    ResponseEntity<byte[]> accepted(Desk desk, @PathVariable long id) {
        Upload upload = uploads.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        // rows first: who pays is known when the bills were worked out
        Map<String, Text> payers = new LinkedHashMap<>();
        List<Paid> paid = new ArrayList<>();
        results.eachAccepted(desk.actor(), upload, row -> paid.add(paid(desk, row, payers)));
        List<Column> columns = new ArrayList<>();
        for (String key : List.of("row", "bill-number", "person", "state", "total-cost")) {
            columns.add(new Column(
                    desk.words().of("settlement.upload." + key),
                    key.equals("row")
                            ? Column.Kind.NUMBER
                            : key.equals("total-cost") ? Column.Kind.MONEY : Column.Kind.TEXT));
        }
        Show show = Show.to(desk);
        payers.values().forEach(payer -> columns.add(new Column(show.text(payer), Column.Kind.MONEY)));
        columns.add(new Column(desk.words().of("settlement.upload.year-paid"), Column.Kind.MONEY));
        columns.add(new Column(desk.words().of("settlement.upload.bill"), Column.Kind.NUMBER));
        byte[] workbook = ExcelFile.of(columns, rows -> paid.forEach(one -> write(desk, rows, one, payers)));
        return ExcelFile.answer(name(desk, upload, "settlement.upload.accepted-file"), workbook);
    }

    /** A bill as its line shows it. */
    private record Paid(Upload.Accepted row, Decision now, long totalFen, Map<String, Long> byPayer) {}

    private Paid paid(Desk desk, Upload.Accepted row, Map<String, Text> payers) {
        Decision now = row.bill().latest();
        Map<String, Long> amounts = new LinkedHashMap<>();
        if (now.kind() == Decision.Kind.CANCELLED) {
            return new Paid(row, now, row.bill().decisions().getFirst().totalFen(), amounts);
        }
        Settlement settled =
                settlements.explained(desk.actor(), row.bill(), now).settled();
        for (Waterfall.Bucket bucket : settled.waterfall().buckets()) {
            payers.putIfAbsent(bucket.id(), bucket.name());
            amounts.put(bucket.id(), bucket.amount().amount());
        }
        return new Paid(row, now, now.totalFen(), amounts);
    }

    private static void write(Desk desk, RowBuffer rows, Paid paid, Map<String, Text> payers) {
        rows.number(paid.row().row())
                .text(paid.row().bill().billNumber())
                .text(paid.row().personId())
                .text(desk.words()
                        .of("settlement.kind." + paid.now().kind().name().toLowerCase(Locale.ROOT)))
                .money(paid.totalFen());
        payers.keySet().forEach(payer -> rows.money(paid.byPayer().getOrDefault(payer, 0L)));
        rows.money(paid.now().yearPaidFen()).number(paid.row().bill().id()).endRow();
    }

    private static String name(Desk desk, Upload upload, String key) {
        return desk.words().of(key) + " " + upload.fileName().replaceFirst("\\.[A-Za-z.]+$", "") + ".xlsx";
    }
}
