package fangpin.office.web.enrolment;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.office.enrolment.Handbooks;
import fangpin.office.papers.Handbook;
import fangpin.office.policy.PolicyLibrary;
import fangpin.office.web.Page;
import fangpin.office.web.Show;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** 投保手册的文字: who is covered, by what and until when, in the document's own words, and what to do when something happens. */
final class HandbookText {
    private final Page page;
    private final Show show;
    private final PolicyPack pack;
    private final PolicyLibrary library;
    private final Map<String, Handbook.Section> rules = new HashMap<>();

    HandbookText(Page page, PolicyPack pack, PolicyLibrary library) {
        this.page = page;
        this.pack = pack;
        this.library = library;
        show = Show.to(page.desk());
    }

    Handbook of(Handbooks.Booklet booklet) {
        List<Handbook.Fact> facts = new ArrayList<>();
        facts.add(fact("name", booklet.holder().name()));
        facts.add(fact("id-number", booklet.idNumber()));
        for (Handbooks.Printed cover : booklet.covers()) {
            facts.add(new Handbook.Fact(
                    show.text(library.productName(pack.id(), cover.product())),
                    page.say(
                            "enrolment.handbook.covered",
                            show.date(cover.validFrom()),
                            show.until(cover.validTo()),
                            cover.policyNumber() == null ? "" : cover.policyNumber())));
        }
        String keeper = booklet.holder().keeper();
        if (keeper != null && !keeper.isBlank()) {
            facts.add(fact("keeper", keeper));
        }
        List<Handbook.Section> sections = new ArrayList<>();
        booklet.covers().forEach(cover -> sections.add(rules.computeIfAbsent(cover.product(), this::rules)));
        sections.add(new Handbook.Section(
                page.say("enrolment.handbook.claim"),
                List.of(
                        page.say("enrolment.handbook.claim-hospital"),
                        page.say("enrolment.handbook.claim-accident"),
                        page.say("enrolment.handbook.claim-help"))));
        return new Handbook(
                page.say("enrolment.handbook.title", show.text(pack.title())),
                facts,
                sections,
                page.say("enrolment.handbook.code", booklet.code()));
    }

    private Handbook.Fact fact(String key, String value) {
        return new Handbook.Fact(page.say("enrolment.handbook." + key), value);
    }

    /** What a product gives, as its clause says it. */
    private Handbook.Section rules(String product) {
        List<String> words = pack.product(product)
                .map(Product::clause)
                .flatMap(id -> pack.clause(id).map(clause -> clause.words(id)))
                .map(text -> List.of(text.split("\n", -1)))
                .orElse(List.of());
        return new Handbook.Section(show.text(library.productName(pack.id(), product)), words);
    }
}
