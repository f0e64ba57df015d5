package fangpin.office.web.supervision;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.papers.Letter;
import fangpin.office.papers.PdfLetter;
import fangpin.office.papers.WordLetter;
import fangpin.office.supervision.Bulletins;
import fangpin.office.web.Desk;
import fangpin.office.web.ExcelFile;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.SavedFile;
import fangpin.office.web.See;
import fangpin.tables.Column;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 资金通报页: today's figures, and what was issued; as page, workbook, PDF and letter. */
@Controller
public class BulletinPages {
    private final Bulletins bulletins;
    private final Naming naming;
    private final Audit audit;

    BulletinPages(Bulletins bulletins, Naming naming, Audit audit) {
        this.bulletins = bulletins;
        this.naming = naming;
        this.audit = audit;
    }

    /** 通报页. */
    public record BulletinPage(
            Bulletins.@Nullable Bulletin issued,
            String month,
            List<Bulletins.Row> rows,
            Map<String, String> places,
            Letter letter,
            List<Bulletins.Bulletin> earlier,
            boolean issues,
            Answer.@Nullable Refused<?> refused) {
        /** The address of its files. */
        public String address() {
            return issued == null ? "/fund-bulletin" : "/fund-bulletin/" + issued.id();
        }

        /** 12.3% */
        public static String percent(long permille) {
            return permille / 10 + "." + permille % 10 + "%";
        }
    }

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/fund-bulletin")
    Object today(Desk desk, @RequestParam(defaultValue = "") String as) {
        return shown(desk, null, as, null);
    }

    @Needs(Right.SUPERVISION_READ)
    @GetMapping("/fund-bulletin/{id}")
    Object issued(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "") String as) {
        return shown(desk, bulletins.find(desk.actor(), id).orElseThrow(NotFoundException::new), as, null);
    }

    @Needs(Right.SUPERVISION_HANDLE)
    @PostMapping("/fund-bulletin")
    Object issue(Desk desk) {
        return switch (bulletins.issue(desk.actor(), desk.today().getYear(), desk.today())) {
            case Answer.Done<Long>(Long id) -> See.other("/fund-bulletin/" + id);
            case Answer.Refused<Long> refused -> shown(desk, null, "", refused);
        };
    }

    private Object shown(
            Desk desk, Bulletins.@Nullable Bulletin issued, String as, Answer.@Nullable Refused<?> refused) {
        LocalDate day = issued == null ? desk.today() : issued.issuedOn();
        List<Bulletins.Row> rows = issued == null
                ? bulletins.today(desk.actor(), day.getYear(), day)
                : bulletins.rows(desk.actor(), issued.id());
        Map<String, String> places =
                naming.places(desk, rows.stream().map(Bulletins.Row::place).toList());
        Letter letter = letter(desk, day, rows, places);
        return switch (as) {
            case "docx" -> saved(desk, as, () -> SavedFile.word(letter.title(), WordLetter.of(letter)));
            case "pdf" -> saved(desk, as, () -> SavedFile.pdf(letter.title(), PdfLetter.of(letter)));
            case "xlsx" ->
                saved(desk, as, () -> ExcelFile.answer(letter.title() + ".xlsx", workbook(desk, rows, places)));
            case String other -> {
                PageView view = PageView.of(
                        "supervision/bulletin.jte",
                        new Page(desk, desk.words().of("web.place.fund-bulletin"), List.of(), Place.FUND_BULLETIN),
                        new BulletinPage(
                                issued,
                                YearMonth.from(day).toString(),
                                rows,
                                places,
                                letter,
                                bulletins.issued(desk.actor()),
                                issued == null && desk.actor().may(Right.SUPERVISION_HANDLE),
                                refused));
                yield refused == null ? view : (View) view.withStatus(422);
            }
        };
    }

    private Object saved(Desk desk, String as, java.util.function.Supplier<Object> file) {
        audit.recordApart(desk.actor(), AuditAction.EXPORTED, "fund-bulletin", Map.of("as", as));
        return file.get();
    }

    private static byte[] workbook(Desk desk, List<Bulletins.Row> rows, Map<String, String> places) {
        List<Column> columns = Stream.of(
                        Map.entry("bulletin.place", Column.Kind.TEXT),
                        Map.entry("invested", Column.Kind.MONEY),
                        Map.entry("allocated", Column.Kind.MONEY),
                        Map.entry("bulletin.allocated-share", Column.Kind.TEXT),
                        Map.entry("used", Column.Kind.MONEY),
                        Map.entry("used-share", Column.Kind.TEXT),
                        Map.entry("bulletin.kept", Column.Kind.NUMBER),
                        Map.entry("bulletin.running", Column.Kind.NUMBER),
                        Map.entry("bulletin.late", Column.Kind.NUMBER),
                        Map.entry("bulletin.findings", Column.Kind.NUMBER),
                        Map.entry("bulletin.overdue", Column.Kind.NUMBER))
                .map(one -> new Column(desk.words().of("supervision." + one.getKey()), one.getValue()))
                .toList();
        return ExcelFile.of(
                columns,
                table -> rows.forEach(row -> table.text(places.getOrDefault(row.place(), ""))
                        .money(row.investedFen())
                        .money(row.allocatedFen())
                        .text(BulletinPage.percent(row.allocatedPermille()))
                        .money(row.paidFen())
                        .text(BulletinPage.percent(row.paidPermille()))
                        .number(row.kept())
                        .number(row.running())
                        .number(row.late())
                        .number(row.findings())
                        .number(row.overdue())
                        .endRow()));
    }

    /** The letter in Chinese, as official letters are. */
    private static Letter letter(Desk desk, LocalDate day, List<Bulletins.Row> rows, Map<String, String> places) {
        String month = day.getYear() + "年" + day.getMonthValue() + "月";
        long invested = rows.stream().mapToLong(Bulletins.Row::investedFen).sum();
        long allocated = rows.stream().mapToLong(Bulletins.Row::allocatedFen).sum();
        long paid = rows.stream().mapToLong(Bulletins.Row::paidFen).sum();
        long late = rows.stream().mapToLong(Bulletins.Row::late).sum();
        long findings = rows.stream().mapToLong(Bulletins.Row::findings).sum();
        long overdue = rows.stream().mapToLong(Bulletins.Row::overdue).sum();
        Bulletins.Row whole = new Bulletins.Row("", invested, allocated, paid, 0, 0, late, findings, overdue);
        String where = desk.actor().place().replace(" · ", "");
        return new Letter(
                where + "扶贫办公室",
                "〔" + day.getYear() + "〕　号",
                "",
                "关于" + month + "财政专项扶贫资金使用情况的通报",
                "各有关单位",
                List.of(
                        "现将截至" + month + day.getDayOfMonth() + "日财政专项扶贫资金的投入、拨付、使用和疑点整改情况通报如下：",
                        "一、资金。投入" + yuan(invested) + "元，拨付到项目和发放项目" + yuan(allocated) + "元，拨付率"
                                + BulletinPage.percent(whole.allocatedPermille()) + "；已支付" + yuan(paid) + "元，使用率"
                                + BulletinPage.percent(whole.paidPermille()) + "。",
                        "二、时限。超过拨付时限" + late + "件。有关单位要查明原因，尽快拨付下达。",
                        "三、疑点。未销号" + findings + "条，其中逾期" + overdue + "条。责任部门要按期整改，由他人核查后销号。",
                        "各地情况见附件。"),
                List.of(month + "财政专项扶贫资金使用情况表"),
                where + "扶贫办公室",
                day,
                List.of(new Letter.Annex(
                        month + "财政专项扶贫资金使用情况表（单位：元）",
                        List.of("地方", "投入", "拨付", "拨付率", "使用", "使用率", "按时", "超时", "疑点", "逾期"),
                        rows.stream().map(row -> cells(row, places)).toList())));
    }

    private static List<String> cells(Bulletins.Row row, Map<String, String> places) {
        return List.of(
                places.getOrDefault(row.place(), ""),
                yuan(row.investedFen()),
                yuan(row.allocatedFen()),
                BulletinPage.percent(row.allocatedPermille()),
                yuan(row.paidFen()),
                BulletinPage.percent(row.paidPermille()),
                Long.toString(row.kept()),
                Long.toString(row.late()),
                Long.toString(row.findings()),
                Long.toString(row.overdue()));
    }

    private static String yuan(long fen) {
        return Fen.yuan(fen);
    }
}
