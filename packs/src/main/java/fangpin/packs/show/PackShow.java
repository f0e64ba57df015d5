package fangpin.packs.show;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text.Language;
import fangpin.kernel.allocation.AllocationScheme;
import fangpin.kernel.allocation.Funds;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.CoverRule;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.InputColumn;
import fangpin.kernel.policy.OpenTerm;
import fangpin.kernel.policy.PayerLayer;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Product;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.policy.Reading;
import fangpin.packs.LoadResult;
import fangpin.packs.NotARule;
import fangpin.packs.floors.FloorWords;
import fangpin.packs.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** 展示政策包 A pack in plain text: documents, products, programmes, clause by clause the words and the rule, readings, open terms. */
public final class PackShow {
    private final LoadResult.Loaded loaded;
    private final PolicyPack pack;
    private final Wording wording;
    private final FloorWords floorWords;
    private final List<Section.Line> lines = new ArrayList<>();

    private PackShow(LoadResult.Loaded loaded, Language language) {
        this.loaded = loaded;
        this.pack = loaded.pack();
        this.wording = Wording.of(PackShow.class, "show", language);
        this.floorWords = new FloorWords(language);
    }

    /** The whole pack, ready to print. */
    public static String render(LoadResult.Loaded loaded, Language language) {
        return new PackShow(loaded, language).text();
    }

    /** What stands before the clauses: products, programmes, what does not compute. */
    static List<Section> before(LoadResult.Loaded loaded, Language language) {
        PackShow show = new PackShow(loaded, language);
        show.before();
        return Section.cut(show.lines);
    }

    /** What stands after the clauses: readings, open terms, and what else goes through all of them. */
    static List<Section> after(LoadResult.Loaded loaded, Language language) {
        PackShow show = new PackShow(loaded, language);
        show.after();
        return Section.cut(show.lines);
    }

    private String text() {
        head();
        before();
        clauses();
        after();
        section("not-rules", loaded.notRules(), this::notRule);
        return lines.stream().map(line -> line.printed() + "\n").collect(Collectors.joining());
    }

    private void before() {
        pack.products().forEach(this::product);
        pack.programmes().forEach(this::programme);
        pack.withheld().forEach(this::withheld);
        funds();
    }

    private void after() {
        section("readings", pack.readings(), this::reading);
        section("open-terms", pack.openTerms(), this::openTerm);
        section("published", pack.standards().published(), one -> add(2, floorWords.published(one)));
    }

    private void head() {
        PolicyPack.Superior superior = pack.superior();
        add(0, wording.text(pack.title()) + " (" + pack.id() + ")");
        add(0, wording.text("head", pack.jurisdiction(), pack.issued(), RuleWords.days(pack.inForce(), wording)));
        if (superior != null) {
            add(0, wording.text("superior", superior.id()));
        }
        section("documents", pack.documents(), this::document);
    }

    private void document(Document document) {
        add(2, RuleWords.document(document, wording));
    }

    // ------------------------------------------------------------------------------------------------------- products

    private void product(Product product) {
        add(0, "");
        add(0, wording.text("product", wording.text(product.name()), product.id(), product.clause()));
        add(2, wording.text("product.period", RuleWords.days(product.period(), wording)));
        add(2, wording.text("date." + RuleWords.key(product.dateBasis())));
        add(2, wording.text("counts." + RuleWords.key(product.counts())));
        product.accountColumn().ifPresent(account -> add(2, wording.text("account", wording.text(account.label()))));
        add(2, RuleWords.premium(product.premium(), wording));
        add(2, wording.text("product.insured"));
        for (CoverRule rule : product.cover()) {
            add(4, RuleWords.cover(rule, wording));
        }
        add(2, wording.text("product.payers"));
        int position = 1;
        for (PayerLayer layer : product.layers()) {
            add(4, position++ + ". " + RuleWords.layer(layer, product, wording));
        }
    }

    private void programme(Programme programme) {
        add(0, "");
        add(0, wording.text("programme", wording.text(programme.name()), programme.id(), programme.clause()));
        add(2, wording.text("kind." + RuleWords.key(programme.kind())));
        if (programme.ownPeriod()) {
            add(2, wording.text("programme.period", RuleWords.days(programme.period(), wording)));
        }
        add(2, wording.text("programme.eligible"));
        for (Programme.Group group : programme.eligible()) {
            add(4, wording.text("programme.group", wording.text(group.name()), group.clause()));
        }
        add(2, wording.text("programme.inputs"));
        for (InputColumn column : programme.inputs()) {
            add(4, RuleWords.input(column, wording));
        }
        add(2, wording.text("programme.results"));
        for (Programme.Result result : programme.results()) {
            add(4, RuleWords.result(result, programme, wording));
        }
    }

    private void withheld(PolicyPack.WithheldProduct product) {
        add(0, "");
        add(0, wording.text("withheld", wording.text(product.name()), product.id()));
        for (OpenTerm term : product.terms()) {
            add(2, wording.text("open-term", term.id(), term.clause(), wording.text(term.asks())));
        }
    }

    private void funds() {
        FundWords words = new FundWords(pack.funds(), wording);
        for (AllocationScheme scheme : pack.funds().schemes()) {
            block(words.head(scheme), words.lines(scheme));
        }
        PremiumFunding premium = pack.funds().premium();
        if (premium != null) {
            block(words.head(premium), words.lines(premium));
        }
        for (Funds.Withheld withheld : pack.funds().withheld()) {
            block(wording.text("withheld.funds", wording.text(withheld.name()), withheld.id()), withheld.terms());
        }
    }

    private void block(String head, List<String> below) {
        add(0, "");
        add(0, head);
        below.forEach(line -> add(2, line));
    }

    // -------------------------------------------------------------------------------------------- clauses with their
    // rules

    private void clauses() {
        List<ClauseRules> clauses = ClauseRules.of(pack, wording, floorWords);
        if (!clauses.isEmpty()) {
            add(0, "");
            add(0, wording.text("clauses"));
        }
        for (ClauseRules one : clauses) {
            add(0, "");
            ClauseId id = one.clause();
            add(0, (id + " " + pack.clause(id).map(Clause::heading).orElse("")).strip());
            pack.clause(id)
                    .map(clause -> clause.words(id))
                    .orElse("")
                    .lines()
                    .forEach(words -> add(2, wording.text("words", words)));
            one.rules().forEach(rule -> add(4, rule.text()));
        }
    }

    // ----------------------------------------------------------------------------------------- readings and open terms

    private void reading(Reading reading) {
        List<String> clauses = reading.clauses().stream().map(ClauseId::text).toList();
        add(2, wording.text("reading", reading.id(), wording.text(reading.question()), wording.list(clauses)));
        RuleWords.choices(reading, wording).forEach(line -> add(4, line));
    }

    private void openTerm(OpenTerm term) {
        add(2, wording.text("open-term", term.id(), term.clause(), wording.text(term.asks())));
        add(4, RuleWords.state(term, wording));
    }

    private void notRule(NotARule mark) {
        add(2, wording.text("not-rule", mark.clause(), mark.figure(), wording.text(mark.why())));
    }

    // ---------------------------------------------------------------------------------------------------------- lines

    private interface Entry<T> {
        void add(T entry);
    }

    private <T> void section(String key, List<T> entries, Entry<T> entry) {
        if (!entries.isEmpty()) {
            add(0, "");
            add(0, wording.text(key));
            entries.forEach(entry::add);
        }
    }

    private void add(int indent, String line) {
        lines.add(new Section.Line(indent, line));
    }
}
