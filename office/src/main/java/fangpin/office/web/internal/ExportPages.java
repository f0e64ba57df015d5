package fangpin.office.web.internal;

import fangpin.office.access.Answer;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.ScopedWork;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.ExportPage;
import fangpin.office.web.ListSheet;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Query;
import fangpin.tables.Column;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 导出列表: asks what a list is for, notes it, and gives the list as the reader sees it. */
@Controller
public class ExportPages {
    private static final int NOT_ACCEPTED = 422;

    private final List<ListSheet> sheets;
    private final ExportPurposes purposes;
    private final ScopedWork work;
    private final Clock clock;

    ExportPages(List<ListSheet> sheets, ExportPurposes purposes, ScopedWork work, Clock clock) {
        this.sheets = List.copyOf(sheets);
        this.purposes = purposes;
        this.work = work;
        this.clock = clock;
    }

    /** Each list has a right of its own, which is asked for here; a list that one may not see is not there. */
    @Needs(Right.DESK)
    @GetMapping("/exports/{list}")
    PageView ask(Desk desk, @PathVariable String list, @RequestParam Map<String, String> choices) {
        ListSheet wanted = sheet(desk, list);
        return page(desk, wanted, own(choices), wanted.sheet(desk, own(choices)), null, null);
    }

    @Needs(Right.DESK)
    @PostMapping("/exports/{list}")
    Object export(Desk desk, @PathVariable String list, @RequestParam Map<String, String> fields) {
        ListSheet wanted = sheet(desk, list);
        Map<String, String> choices = own(fields);
        String purpose = fields.getOrDefault("purpose", "");
        String receiver = fields.getOrDefault("receiver", "");
        ListSheet.Sheet sheet = wanted.sheet(desk, choices);
        Answer<Long> noted = work.write(
                desk.actor(),
                () -> purposes.record(
                        desk.actor(),
                        new ExportPurposes.Export(
                                wanted.id(),
                                purpose,
                                receiver,
                                sheet.columns(),
                                sheet.rows().size()),
                        null,
                        clock.instant()));
        return switch (noted) {
            case Answer.Refused<Long> refused ->
                page(desk, wanted, choices, sheet, purpose, receiver).withStatus(NOT_ACCEPTED);
            case Answer.Done<Long> done ->
                ExcelFile.answer(
                        desk.words().of(wanted.place().key()) + " " + desk.today() + ".xlsx", workbook(desk, sheet));
        };
    }

    private ListSheet sheet(Desk desk, String id) {
        return sheets.stream()
                .filter(one -> one.id().equals(id) && desk.actor().may(one.needs()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The choices of the list, without what the form adds. */
    private static Map<String, String> own(Map<String, String> fields) {
        Map<String, String> choices = new TreeMap<>(fields);
        List.of("_csrf", "purpose", "receiver", "after", "before").forEach(choices::remove);
        return choices;
    }

    private static PageView page(
            Desk desk,
            ListSheet list,
            Map<String, String> choices,
            ListSheet.Sheet sheet,
            @Nullable String purpose,
            @Nullable String receiver) {
        String place = desk.words().of(list.place().key());
        Query query = new Query("/exports/" + list.id(), choices);
        ExportPage content = new ExportPage(
                query,
                query.addressAt(list.place().address()),
                sheet.columns(),
                sheet.rows().size(),
                purpose == null ? "" : purpose,
                receiver == null ? "" : receiver,
                purpose != null);
        Page page = new Page(desk, desk.words().of("web.table.export"), List.of(), list.place())
                .under(place, list.place().address());
        return PageView.of("export.jte", page, content);
    }

    private static byte[] workbook(Desk desk, ListSheet.Sheet sheet) {
        List<Column> columns = sheet.columns().stream()
                .map(key -> new Column(desk.words().of(key), sheet.kind(key)))
                .toList();
        return ExcelFile.of(columns, buffer -> {
            for (List<String> row : sheet.rows()) {
                for (int at = 0; at < columns.size(); at++) {
                    switch (columns.get(at).kind()) {
                        case TEXT -> buffer.text(row.get(at));
                        case MONEY -> buffer.money(Long.parseLong(row.get(at)));
                        case NUMBER -> buffer.number(Long.parseLong(row.get(at)));
                    }
                }
                buffer.endRow();
            }
        });
    }
}
