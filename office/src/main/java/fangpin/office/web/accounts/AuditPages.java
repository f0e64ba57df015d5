package fangpin.office.web.accounts;

import fangpin.office.access.AuditAction;
import fangpin.office.access.AuditReader;
import fangpin.office.access.ExportPurposes;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.Query;
import fangpin.office.web.Typed;
import fangpin.office.web.TypedDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 审计记录: read by the auditor, filtered, page by page; and what left the office for which purpose. */
@Controller
public class AuditPages {
    private static final int ROWS = 50;
    static final int USUAL_DAYS = 30;

    /** A page of the audit. */
    public record Shown(
            AuditReader.Query query,
            Typed typed,
            List<AuditReader.Line> lines,
            String next,
            String first,
            Times times) {
        public Shown {
            lines = List.copyOf(lines);
        }

        /** All that can be looked for. */
        public List<AuditAction> actions() {
            return List.of(AuditAction.values());
        }
    }

    /** A page of the log of exports. */
    public record Exports(List<ExportPurposes.Line> lines, String next, Times times) {
        public Exports {
            lines = List.copyOf(lines);
        }
    }

    private final AuditReader audit;
    private final ExportPurposes exports;
    private final Times times;

    AuditPages(AuditReader audit, ExportPurposes exports, Times times) {
        this.audit = audit;
        this.exports = exports;
        this.times = times;
    }

    @Needs(Right.AUDIT_READ)
    @GetMapping("/audit")
    View list(
            Desk desk,
            @RequestParam(name = "who", defaultValue = "") String who,
            @RequestParam(name = "what", required = false) @Nullable AuditAction what,
            @RequestParam(name = "subject", defaultValue = "") String subject,
            @RequestParam(name = "from", defaultValue = "") String from,
            @RequestParam(name = "to", defaultValue = "") String to,
            @RequestParam(name = "before", required = false) @Nullable Long before) {
        LocalDate last = TypedDay.of(to).orElse(times.day());
        LocalDate first = TypedDay.of(from).orElse(last.minusDays(USUAL_DAYS));
        Typed typed = Typed.of(Map.of(
                        "from", from.isBlank() ? first.toString() : from, "to", to.isBlank() ? last.toString() : to))
                .mayBeDay("from")
                .mayBeDay("to");
        AuditReader.Query query = new AuditReader.Query(who, what, subject, first, last, before, ROWS + 1);
        List<AuditReader.Line> found = audit.page(desk.actor(), query);
        boolean more = found.size() > ROWS;
        List<AuditReader.Line> lines = more ? found.subList(0, ROWS) : found;
        Query address = Query.of("/audit")
                .with("who", who)
                .with("what", what == null ? "" : what.name())
                .with("subject", subject)
                .with("from", from)
                .with("to", to);
        String next = more
                ? address.with("before", Long.toString(lines.getLast().number()))
                        .address()
                : "";
        Page page = new Page(desk, desk.words().of("access.audit.title"), List.of(), Place.AUDIT);
        return PageView.of(
                        "accounts/audit.jte",
                        page,
                        new Shown(query, typed, lines, next, before == null ? "" : address.address(), times))
                .withStatus(typed.isWrong() ? 422 : 200);
    }

    @Needs(Right.AUDIT_READ)
    @GetMapping("/audit/exports")
    View exports(Desk desk, @RequestParam(name = "before", required = false) @Nullable Long before) {
        List<ExportPurposes.Line> found = exports.page(desk.actor(), before, ROWS + 1);
        boolean more = found.size() > ROWS;
        List<ExportPurposes.Line> lines = more ? found.subList(0, ROWS) : found;
        String next = more ? "/audit/exports?before=" + lines.getLast().id() : "";
        Page page = new Page(desk, desk.words().of("access.audit.exports"), List.of(), Place.AUDIT)
                .under(desk.words().of("access.audit.title"), "/audit");
        return PageView.of("accounts/exports.jte", page, new Exports(lines, next, times));
    }
}
