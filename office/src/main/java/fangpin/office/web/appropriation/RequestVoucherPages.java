package fangpin.office.web.appropriation;

import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.appropriation.RequestVouchers;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.SavedFile;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 用款凭证: the papers of a request, put there by who asks or by finance. */
@Controller
public class RequestVoucherPages {
    private final RequestPages pages;
    private final RequestVouchers vouchers;
    private final Clock clock;

    RequestVoucherPages(RequestPages pages, RequestVouchers vouchers, Clock clock) {
        this.pages = pages;
        this.vouchers = vouchers;
        this.clock = clock;
    }

    /** Who may read a request may send this; only who asks or pays may keep a paper. */
    @Needs(Right.FUND_READ)
    @PostMapping("/fund-requests/{id}/vouchers")
    View attach(Desk desk, @PathVariable long id, @RequestParam MultipartFile file) throws IOException {
        return pages.seen(
                desk,
                id,
                vouchers.attach(
                        desk.actor(),
                        id,
                        Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                        file.getBytes(),
                        clock.instant()));
    }

    @Needs(Right.FUND_PROPOSE)
    @PostMapping("/fund-requests/{id}/vouchers/{file}/remove")
    View remove(Desk desk, @PathVariable long id, @PathVariable UUID file) {
        return pages.seen(desk, id, vouchers.remove(desk.actor(), id, file, clock.instant()));
    }

    @Needs(Right.FUND_READ)
    @GetMapping("/fund-requests/{id}/vouchers/{file}")
    ResponseEntity<byte[]> file(Desk desk, @PathVariable long id, @PathVariable UUID file) {
        return vouchers.read(desk.actor(), id, file, SavedFile::of).orElseThrow(NotFoundException::new);
    }
}
