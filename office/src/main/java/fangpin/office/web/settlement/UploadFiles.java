package fangpin.office.web.settlement;

import fangpin.kernel.Text;
import fangpin.kernel.settlement.Settlement;
import fangpin.kernel.settlement.Waterfall;
import fangpin.office.access.Answer;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.Decision;
import fangpin.office.settlement.Settlements;
import fangpin.office.settlement.Upload;
import fangpin.office.settlement.UploadResults;
import fangpin.office.settlement.Uploads;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.ExportPage;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.Show;
import fangpin.tables.Column;
import fangpin.tables.RowBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 批量结算的结果文件: the accepted bills with what each payer pays, the rejected rows with what is wrong, and the rows that wait for a
 * decision, as workbooks. Each leaves with its purpose (WH3 §5.2).
 */
@Controller
public class UploadFiles {
    private final Uploads uploads;
    private final UploadResults results;
    private final Settlements settlements;
    private final ExportPurposes purposes;
    private final ScopedWork work;
    private final Clock clock;

    UploadFiles(
            Uploads uploads,
            UploadResults results,
            Settlements settlements,
            ExportPurposes purposes,
            ScopedWork work,
            Clock clock) {
        this.uploads = uploads;
        this.results = results;
        this.settlements = settlements;
        this.purposes = purposes;
        this.work = work;
        this.clock = clock;
    }

    /** 结果文件的种类 */
    private enum Kind {
        ACCEPTED,
        REJECTED,
        REFERRED;

        /** The keys of its columns' words. */
        List<String> fields() {
            Stream<String> words = switch (this) {
                case ACCEPTED ->
                    Stream.of("row", "bill-number", "person", "state", "total-cost", "payers", "year-paid", "bill");
                case REJECTED -> Stream.of("own-columns", "row", "wrong-column", "reason");
                case REFERRED -> Stream.of("own-columns", "row", "why", "state");
            };
            return words.map(one -> "settlement.upload." + one).toList();
        }

        static Kind of(String word) {
            return Stream.of(values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        int rows(Upload upload) {
            return switch (this) {
                case ACCEPTED -> upload.accepted();
                case REJECTED -> upload.rejected();
                case REFERRED -> upload.referred();
            };
        }
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @GetMapping("/settlements/uploads/{id}/files/{file}")
    PageView ask(Desk desk, @PathVariable long id, @PathVariable String file) {
        Kind kind = Kind.of(file);
        return page(desk, found(desk, id), kind, "", "", false);
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/uploads/{id}/files/{file}")
    Object give(
            Desk desk,
            @PathVariable long id,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String receiver) {
        Kind kind = Kind.of(file);
        Upload upload = found(desk, id);
        Answer<Long> noted = work.write(
                desk.actor(),
                () -> purposes.record(
                        desk.actor(),
                        new ExportPurposes.Export(
                                "upload-" + kind.word() + "/" + id,
                                purpose,
                                receiver,
                                kind.fields(),
                                kind.rows(upload)),
                        null,
                        clock.instant()));
        return switch (noted) {
            case Answer.Refused<Long> refused ->
                page(desk, upload, kind, purpose, receiver, true).withStatus(422);
            case Answer.Done<Long> done -> ExcelFile.answer(name(desk, upload, kind), workbook(desk, upload, kind));
        };
    }

    private Upload found(Desk desk, long id) {
        return uploads.find(desk.actor(), id).orElseThrow(NotFoundException::new);
    }

    private static PageView page(
            Desk desk, Upload upload, Kind kind, String purpose, String receiver, boolean purposeMissing) {
        String own = "/settlements/uploads/" + upload.id();
        Page page = new Page(
                        desk,
                        desk.words().of("settlement.upload." + kind.word() + "-file"),
                        List.of(),
                        Place.SETTLEMENTS)
                .under(desk.words().of("web.place.settlements"), "/settlements")
                .under(desk.words().of("settlement.upload.title"), "/settlements/uploads")
                .under(upload.fileName(), own);
        return PageView.of(
                "export.jte",
                page,
                new ExportPage(
                        Query.of(own + "/files/" + kind.word()),
                        own,
                        kind.fields(),
                        kind.rows(upload),
                        purpose,
                        receiver,
                        purposeMissing));
    }

    private byte[] workbook(Desk desk, Upload upload, Kind kind) {
        return switch (kind) {
            case ACCEPTED -> accepted(desk, upload);
            case REJECTED ->
                ExcelFile.of(
                        columns(desk, upload, kind),
                        rows -> results.eachRejected(desk.actor(), upload, row -> {
                            String column =
                                    row.wrongColumn() < 0 ? "" : upload.header().get(row.wrongColumn());
                            own(rows, upload, row.cells(), row.row())
                                    .text(column)
                                    .text(desk.words()
                                            .of("settlement.reason."
                                                    + row.reason().word()))
                                    .endRow();
                        }));
            case REFERRED ->
                ExcelFile.of(
                        columns(desk, upload, kind),
                        rows -> results.eachReferred(
                                desk.actor(),
                                upload,
                                row -> own(rows, upload, row.cells(), row.row())
                                        .text(desk.words().of("settlement.reason.referred"))
                                        .text(desk.words()
                                                .of("settlement.referred-state."
                                                        + row.bill()
                                                                .state()
                                                                .name()
                                                                .toLowerCase(Locale.ROOT)))
                                        .endRow()));
        };
    }

    /** The columns of the file itself, and what is added to them. */
    private static List<Column> columns(Desk desk, Upload upload, Kind kind) {
        List<Column> columns = new ArrayList<>();
        upload.header().forEach(name -> columns.add(new Column(name, Column.Kind.TEXT)));
        for (String key : kind.fields().subList(1, kind.fields().size())) {
            columns.add(new Column(desk.words().of(key), key.endsWith(".row") ? Column.Kind.NUMBER : Column.Kind.TEXT));
        }
        return columns;
    }

    /** A row as it came, with its number. */
    private static RowBuffer own(RowBuffer rows, Upload upload, List<String> cells, long row) {
        for (int at = 0; at < upload.header().size(); at++) {
            rows.text(at < cells.size() ? cells.get(at) : "");
        }
        return rows.number(row);
    }

    private byte[] accepted(Desk desk, Upload upload) {
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
        return ExcelFile.of(columns, rows -> paid.forEach(one -> write(desk, rows, one, payers)));
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

    private static String name(Desk desk, Upload upload, Kind kind) {
        return desk.words().of("settlement.upload." + kind.word() + "-file") + " "
                + upload.fileName().replaceFirst("\\.[A-Za-z.]+$", "") + ".xlsx";
    }
}
