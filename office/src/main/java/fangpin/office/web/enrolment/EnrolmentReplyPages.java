package fangpin.office.web.enrolment;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.enrolment.Enrolment;
import fangpin.office.enrolment.EnrolmentRefusal;
import fangpin.office.enrolment.Enrolments;
import fangpin.office.enrolment.ListDifference;
import fangpin.office.enrolment.ListReplies;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.PageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** 承保机构回复: its file, and what differs from the list. */
@Controller
public class EnrolmentReplyPages {
    private static final int ROWS = 50;

    private final Enrolments enrolments;
    private final ListReplies replies;
    private final EnrolmentPages lists;
    private final PolicyLibrary library;

    EnrolmentReplyPages(Enrolments enrolments, ListReplies replies, EnrolmentPages lists, PolicyLibrary library) {
        this.enrolments = enrolments;
        this.replies = replies;
        this.lists = lists;
        this.library = library;
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/enrolments/{id}/reply")
    View reply(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String product,
            @RequestParam @Nullable MultipartFile file)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return lists.answer(desk, id, Answer.refused(EnrolmentRefusal.FIELD_MISSING));
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "").toLowerCase(Locale.ROOT);
        String end = name.endsWith(".xlsx") ? ".xlsx" : ".csv";
        Path folder = Files.createTempDirectory("fangpin-reply");
        Path copy = folder.resolve("reply" + end);
        try {
            file.transferTo(copy);
            return lists.answer(
                    desk,
                    id,
                    enrolments.receive(desk.actor(), id, version, new ListReplies.Reply(product, copy), desk.today()));
        } finally {
            Files.deleteIfExists(copy);
            Files.deleteIfExists(folder);
        }
    }

    /** 差异页. */
    public record DifferencePage(
            Enrolment list,
            List<ListDifference> differences,
            Map<ListDifference.Kind, Long> open,
            boolean mine,
            PolicyLibrary library,
            @Nullable Long next) {}

    @Needs(Right.ENROLMENT_READ)
    @GetMapping("/enrolments/{id}/differences")
    PageView differences(Desk desk, @PathVariable long id, @RequestParam(defaultValue = "0") long after) {
        Enrolment list = enrolments.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        List<ListDifference> found = replies.differences(desk.actor(), list, after, ROWS + 1);
        List<ListDifference> rows = found.size() > ROWS ? found.subList(0, ROWS) : found;
        return PageView.of(
                "enrolment/differences.jte",
                EnrolmentPages.page(desk, "enrolment.differences", list.contract())
                        .under(desk.words().of("enrolment.list"), "/enrolments/" + id),
                new DifferencePage(
                        list,
                        rows,
                        replies.openByKind(desk.actor(), list),
                        desk.actor().scope().holds(list.path()),
                        library,
                        found.size() > ROWS ? rows.getLast().id() : null));
    }

    @Needs(Right.ENROLMENT_WRITE)
    @PostMapping("/enrolments/{id}/differences")
    View close(
            Desk desk,
            @PathVariable long id,
            @RequestParam(defaultValue = "-1") int version,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String reason) {
        ListDifference.Kind closed = Arrays.stream(ListDifference.Kind.values())
                .filter(one -> one.word().equals(kind))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return lists.answer(
                desk, id, enrolments.closeDifferences(desk.actor(), id, version, closed, reason, desk.today()));
    }
}
