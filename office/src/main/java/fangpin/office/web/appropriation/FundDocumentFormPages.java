package fangpin.office.web.appropriation;

import fangpin.kernel.policy.PolicyPack;
import fangpin.office.access.Answer;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.appropriation.AppropriationRefusal;
import fangpin.office.appropriation.FundDocument;
import fangpin.office.appropriation.FundDocuments;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.appropriation.FundRules;
import fangpin.office.fund.Yuan;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.PageView;
import fangpin.office.web.See;
import fangpin.office.web.Typed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 登记指标文件: the form by which finance enters what gives money; its fields may be filled by the address that leads here. */
@Controller
public class FundDocumentFormPages {
    private static final int ITEMS = 8;

    private final FundDocuments documents;
    private final FundRules rules;

    FundDocumentFormPages(FundDocuments documents, FundRules rules) {
        this.documents = documents;
        this.rules = rules;
    }

    /** 新文件页. */
    public record NewPage(
            List<PolicyPack> packs, PolicyPack pack, Map<String, String> typed, Answer.@Nullable Refused<?> refused) {
        /** How many rows of items the form has. */
        public int rows() {
            return ITEMS;
        }

        /** What a field holds. */
        public String of(String field, String otherwise) {
            return typed.getOrDefault(field, otherwise);
        }
    }

    @Needs(Right.FUND_PAY)
    @GetMapping("/fund-documents/new")
    PageView form(Desk desk, @RequestParam Map<String, String> fields) {
        return form(desk, fields, null);
    }

    private PageView form(Desk desk, Map<String, String> typed, Answer.@Nullable Refused<?> refused) {
        List<PolicyPack> packs = rules.packsFor(desk.actor());
        if (packs.isEmpty()) {
            throw new NotFoundException();
        }
        PolicyPack pack = packs.stream()
                .filter(one -> one.id().equals(typed.get("pack")))
                .findFirst()
                .orElse(packs.getFirst());
        return PageView.of(
                "appropriation/document-form.jte",
                FundDocumentPages.page(desk, "appropriation.document-new")
                        .under(desk.words().of("web.place.fund-documents"), "/fund-documents"),
                new NewPage(packs, pack, typed, refused));
    }

    @Needs(Right.FUND_PAY)
    @PostMapping("/fund-documents")
    View enter(Desk desk, @RequestParam Map<String, String> fields) {
        Typed form = Typed.of(fields);
        return switch (enter(desk, form)) {
            case Answer.Done<Long>(Long id) -> See.other("/fund-documents/" + id);
            case Answer.Refused<Long> refused -> form(desk, fields, refused).withStatus(422);
        };
    }

    private Answer<Long> enter(Desk desk, Typed form) {
        LocalDate issued = form.day("issuedOn").orElse(null);
        FundOrigin level = FundOrigin.known(form.in("level")).orElse(null);
        if (level == null) {
            return Answer.refused(AppropriationRefusal.FIELD_MISSING);
        }
        if (issued == null) {
            return Answer.refused(AppropriationRefusal.BAD_DATE);
        }
        List<FundDocument.Item> items = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            String written = form.in("amount-" + i);
            if (!written.isEmpty()) {
                items.add(new FundDocument.Item(
                        form.in("item-" + i), Yuan.fen(written.replace(",", "")).orElse(0)));
            }
        }
        return documents.enter(
                desk.actor(),
                new FundDocuments.Told(
                        desk.actor().scope().path(),
                        form.in("pack"),
                        Form.year(desk, form.in("year")),
                        level,
                        form.in("fund"),
                        form.in("number"),
                        form.in("budgetCode"),
                        issued,
                        Form.amount(form, "amount"),
                        items),
                desk.today());
    }
}
