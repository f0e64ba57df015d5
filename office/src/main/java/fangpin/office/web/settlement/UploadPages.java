package fangpin.office.web.settlement;

import fangpin.kernel.Text;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.settlement.Hospital;
import fangpin.office.settlement.Hospitals;
import fangpin.office.settlement.ReferredBills;
import fangpin.office.settlement.SettlementRefusal;
import fangpin.office.settlement.Upload;
import fangpin.office.settlement.UploadResults;
import fangpin.office.settlement.Uploads;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.PageView;
import fangpin.office.web.See;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 批量结算页: a hospital's month as a file, how far it is, what was rejected. */
@Controller
public class UploadPages {
    private static final int ROWS = 50;
    private static final int REFERRED = 200;

    private final Uploads uploads;
    private final UploadResults results;
    private final ReferredBills waiting;
    private final Hospitals hospitals;
    private final DeskProducts products;

    UploadPages(
            Uploads uploads, UploadResults results, ReferredBills waiting, Hospitals hospitals, DeskProducts products) {
        this.uploads = uploads;
        this.results = results;
        this.waiting = waiting;
        this.hospitals = hospitals;
        this.products = products;
    }

    /** 上传清单. */
    public record UploadList(
            List<Upload> uploads,
            List<Hospital> hospitals,
            List<DeskProducts.Choice> products,
            boolean sends,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements/uploads")
    PageView list(Desk desk) {
        return list(desk, null);
    }

    private PageView list(Desk desk, Answer.@Nullable Refused<?> refused) {
        return PageView.of(
                "settlement/uploads.jte",
                SettlementPages.page(desk).under(desk.words().of("web.place.settlements"), "/settlements"),
                new UploadList(
                        uploads.list(desk.actor(), Long.MAX_VALUE, ROWS),
                        hospitals.of(desk.actor()),
                        products.of(desk.actor()),
                        desk.actor().may(Right.SETTLEMENT_WRITE),
                        refused));
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/uploads")
    View receive(
            Desk desk,
            @RequestParam(defaultValue = "0") long hospital,
            @RequestParam(defaultValue = "") String product,
            @RequestParam @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return list(desk, new Answer.Refused<>(SettlementRefusal.MISSING_FIELD, List.of(new Text("文件", "file"))))
                    .withStatus(422);
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        Path folder = Files.createTempDirectory("fangpin-bills");
        Path copy = folder.resolve("bills" + ending(name));
        try {
            file.transferTo(copy);
            String[] chosen = product.split("/", 2);
            Uploads.Sent sent = new Uploads.Sent(hospital, chosen[0], chosen.length > 1 ? chosen[1] : "", name, copy);
            return switch (uploads.receive(desk.actor(), sent, desk.today())) {
                case Answer.Refused<Upload> refused -> list(desk, refused).withStatus(422);
                case Answer.Done<Upload>(Upload upload) -> {
                    uploads.begin(desk.actor(), upload.id(), desk.today());
                    yield See.other("/settlements/uploads/" + upload.id());
                }
            };
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }

    private static String ending(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return Stream.of(".xlsx", ".xls", ".csv.gz")
                .filter(small::endsWith)
                .findFirst()
                .orElse(".csv");
    }

    /**
     * 上传页.
     *
     * @param referred the first of the kept rows; their file has all
     * @param ready whether some of what waited can be settled by now
     */
    public record UploadPage(
            Upload upload,
            boolean running,
            List<Upload.Rejected> rejected,
            @Nullable Long next,
            List<Upload.Referred> referred,
            boolean ready,
            @Nullable Long same,
            boolean own,
            Answer.@Nullable Refused<?> refused) {
        /** The column that is wrong in a rejected row, as the file names it. */
        public String column(Upload.Rejected row) {
            return row.wrongColumn() >= 0 && row.wrongColumn() < upload.header().size()
                    ? upload.header().get(row.wrongColumn())
                    : "";
        }
    }

    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements/uploads/{id}")
    PageView one(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "0") long after) {
        return one(desk, id, after, null);
    }

    private PageView one(Desk desk, long id, long after, Answer.@Nullable Refused<?> refused) {
        Upload upload = uploads.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<Upload.Rejected> found = results.rejected(desk.actor(), id, after, ROWS + 1);
        List<Upload.Rejected> shown = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "settlement/upload.jte",
                SettlementPages.page(desk)
                        .under(desk.words().of("web.place.settlements"), "/settlements")
                        .under(desk.words().of("settlement.upload.title"), "/settlements/uploads"),
                new UploadPage(
                        upload,
                        uploads.running(id),
                        shown,
                        found.size() > ROWS ? shown.getLast().row() : null,
                        results.referred(desk.actor(), id, 0, REFERRED),
                        waiting.someReady(desk.actor(), upload),
                        uploads.sameBefore(desk.actor(), id).orElse(null),
                        desk.actor().may(Right.SETTLEMENT_WRITE),
                        refused));
    }

    /** The part of the page that asks again every second. */
    @Needs(Right.SETTLEMENT_READ)
    @GetMapping("/settlements/uploads/{id}/progress")
    PageView progress(Desk desk, @PathVariable long id) {
        Upload upload = uploads.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        return PageView.of(
                "settlement/upload-progress.jte",
                SettlementPages.page(desk),
                new UploadPage(upload, uploads.running(id), List.of(), null, List.of(), false, null, false, null));
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/uploads/{id}/continue")
    View goOn(Desk desk, @PathVariable long id) {
        uploads.begin(desk.actor(), id, desk.today());
        return See.other("/settlements/uploads/" + id);
    }

    /** Settles what waited for a decision on cover and can be settled by now. */
    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/uploads/{id}/referred")
    View settleReferred(Desk desk, @PathVariable long id) {
        Upload upload = uploads.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        int _ = waiting.settleOf(desk.actor(), upload, desk.today());
        return See.other("/settlements/uploads/" + id);
    }

    @Needs(Right.SETTLEMENT_WRITE)
    @PostMapping("/settlements/uploads/{id}/cancel")
    View cancel(Desk desk, @PathVariable long id) {
        return switch (uploads.cancel(desk.actor(), id)) {
            case Answer.Done<Upload> done -> See.other("/settlements/uploads/" + id);
            case Answer.Refused<Upload> refused
            when refused.reason() == SettlementRefusal.NOT_FOUND -> throw new NotFoundException();
            case Answer.Refused<Upload> refused -> one(desk, id, 0, refused).withStatus(422);
        };
    }
}
