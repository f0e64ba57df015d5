package fangpin.office.web.fund;

import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.enrolment.Insurer;
import fangpin.office.fund.BankLayout;
import fangpin.office.fund.BankLayouts;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.PageView;
import fangpin.office.web.See;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 银行文件格式设置: columns and their headings, the bank's own words in its reply. */
@Controller
public class BankLayoutPages {
    private final BankLayouts layouts;

    BankLayoutPages(BankLayouts layouts) {
        this.layouts = layouts;
    }

    /** 格式页. */
    public record LayoutPage(
            List<Insurer> insurers, Insurer insurer, BankLayout layout, Answer.@Nullable Refused<?> refused) {
        /** The place of a field in the file, from 1; empty where it is left out. */
        public String place(BankLayout.Field field) {
            for (int at = 0; at < layout.columns().size(); at++) {
                if (layout.columns().get(at).field() == field) {
                    return Integer.toString(at + 1);
                }
            }
            return "";
        }

        /** Its heading; empty for the usual one. */
        public String heading(BankLayout.Field field) {
            return layout.columns().stream()
                    .filter(one -> one.field() == field)
                    .map(BankLayout.Column::heading)
                    .findFirst()
                    .orElse("");
        }
    }

    @Needs(Right.PAYMENT_RAISE)
    @GetMapping("/bank-layout")
    PageView form(Desk desk, @RequestParam(defaultValue = "0") long insurer) {
        Insurer shown = insurer(desk, insurer);
        return form(desk, shown, layouts.ofInsurer(desk.actor(), shown.id()), null);
    }

    private Insurer insurer(Desk desk, long id) {
        return layouts.insurers(desk.actor()).stream()
                .filter(one -> one.id() == id || id == 0)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private PageView form(Desk desk, Insurer insurer, BankLayout layout, Answer.@Nullable Refused<?> refused) {
        return PageView.of(
                "fund/bank-layout.jte",
                PaymentPages.page(desk, "fund.layout").under(desk.words().of("web.place.payments"), "/payments"),
                new LayoutPage(layouts.insurers(desk.actor()), insurer, layout, refused));
    }

    @Needs(Right.PAYMENT_RAISE)
    @PostMapping("/bank-layout")
    View save(Desk desk, @RequestParam(defaultValue = "0") long insurer, @RequestParam Map<String, String> typed) {
        Insurer shown = insurer(desk, insurer);
        BankLayout layout = read(typed);
        return switch (layouts.save(desk.actor(), shown.id(), layout, desk.today())) {
            case Answer.Done<Long> done -> See.other("/bank-layout?insurer=" + shown.id());
            case Answer.Refused<Long> refused ->
                form(desk, shown, layout, refused).withStatus(422);
        };
    }

    private record Placed(int place, BankLayout.Column column) {}

    private static BankLayout read(Map<String, String> typed) {
        List<Placed> placed = new ArrayList<>();
        for (BankLayout.Field field : BankLayout.Field.values()) {
            String place = typed.getOrDefault("place-" + field.word(), "").strip();
            if (place.matches("[0-9]{1,2}")) {
                placed.add(new Placed(
                        Integer.parseInt(place),
                        new BankLayout.Column(
                                field,
                                typed.getOrDefault("heading-" + field.word(), "")
                                        .strip())));
            }
        }
        placed.sort(Comparator.comparingInt(Placed::place));
        Map<BankLayout.ReplyField, List<String>> reply = new EnumMap<>(BankLayout.ReplyField.class);
        for (BankLayout.ReplyField field : BankLayout.ReplyField.values()) {
            reply.put(field, words(typed.get("reply-" + field.word())));
        }
        return new BankLayout(
                BankLayout.Format.of(typed.getOrDefault("format", "")).orElse(BankLayout.Format.XLSX),
                placed.stream().map(Placed::column).toList(),
                reply,
                words(typed.get("success")),
                words(typed.get("failure")));
    }

    private static List<String> words(@Nullable String typed) {
        return typed == null
                ? List.of()
                : Arrays.stream(typed.split("[,，、;；]", -1))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}
