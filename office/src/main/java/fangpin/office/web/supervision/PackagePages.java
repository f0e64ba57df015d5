package fangpin.office.web.supervision;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.StaffNames;
import fangpin.office.register.Division;
import fangpin.office.supervision.AuditPackages;
import fangpin.office.supervision.FundBoard;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 审计资料包页: what is asked for, and what left before. */
@Controller
public class PackagePages {
    private static final int ROWS = 50;

    private final AuditPackages packages;
    private final FundBoard board;
    private final Naming naming;
    private final StaffNames staff;
    private final Clock clock;

    PackagePages(AuditPackages packages, FundBoard board, Naming naming, StaffNames staff, Clock clock) {
        this.packages = packages;
        this.board = board;
        this.naming = naming;
        this.staff = staff;
        this.clock = clock;
    }

    /** 资料包页. */
    public record PackagesPage(
            List<AuditPackages.Made> made,
            Map<String, String> places,
            Map<Long, String> staff,
            List<Division> divisions,
            List<Integer> years,
            AuditPackages.Wanted typed,
            Answer.@Nullable Refused<?> refused) {}

    @Needs(Right.AUDIT_PACKAGE)
    @GetMapping("/audit-packages")
    PageView list(Desk desk) {
        return list(desk, new AuditPackages.Wanted("", 0, "", ""), null);
    }

    private PageView list(Desk desk, AuditPackages.Wanted typed, Answer.@Nullable Refused<?> refused) {
        List<AuditPackages.Made> made = packages.list(desk.actor(), ROWS);
        return PageView.of(
                "supervision/packages.jte",
                new Page(desk, desk.words().of("web.place.audit-packages"), List.of(), Place.AUDIT_PACKAGES),
                new PackagesPage(
                        made,
                        naming.places(
                                desk,
                                made.stream().map(AuditPackages.Made::place).toList()),
                        staff.namesOf(made.stream()
                                .map(AuditPackages.Made::madeBy)
                                .distinct()
                                .toList()),
                        naming.choices(desk),
                        board.years(desk.actor()),
                        typed,
                        refused));
    }

    @Needs(Right.AUDIT_PACKAGE)
    @PostMapping("/audit-packages")
    Object make(
            Desk desk,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "0") int year,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String receiver) {
        AuditPackages.Wanted wanted = new AuditPackages.Wanted(place, year, purpose, receiver);
        return switch (packages.make(desk.actor(), wanted, desk.today(), clock.instant())) {
            case Answer.Done<AuditPackages.Packed>(var packed) ->
                ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/zip"))
                        .header(
                                "Content-Disposition",
                                ContentDisposition.attachment()
                                        .filename(packed.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .header("Cache-Control", "no-store")
                        .body(packed.zip());
            case Answer.Refused<AuditPackages.Packed> refused ->
                list(desk, wanted, refused).withStatus(422);
        };
    }
}
