package fangpin.office.web.appropriation;

import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.provision.Statement;
import fangpin.office.appropriation.BudgetLine;
import fangpin.office.appropriation.BudgetLines;
import fangpin.office.appropriation.FundDocument;
import fangpin.office.appropriation.FundDocuments;
import fangpin.office.appropriation.FundRules;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.project.PerformanceGoal;
import fangpin.office.project.ProjectPool;
import fangpin.office.project.Projects;
import fangpin.office.project.Standing;
import fangpin.office.web.Addresses;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.Show;
import fangpin.office.web.appropriation.FundPaper.Block;
import fangpin.office.web.appropriation.FundPaper.Piece;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/**
 * 资金使用情况说明 (LC §1-2): a pack's statements of money, filled out of the ledger: what each line received, what was arranged and used, and
 * whom it reached. Where the pack has the figures that were published, each is held against them.
 */
@Component
final class UsesPaper {
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final FundDocuments documents;
    private final BudgetLines lines;
    private final PaymentRequests requests;
    private final ProjectPool pool;
    private final Projects goals;

    UsesPaper(FundDocuments documents, BudgetLines lines, PaymentRequests requests, ProjectPool pool, Projects goals) {
        this.documents = documents;
        this.lines = lines;
        this.requests = requests;
        this.pool = pool;
        this.goals = goals;
    }

    /** One year of one division, to be asked cell by cell. */
    private record Books(
            Desk desk, Page page, Statement statement, List<FundDocument> documents, List<BudgetLine> lines) {}

    FundPaper of(Desk desk, Page page, PolicyPack pack, int year) {
        String own = desk.actor().scope().path();
        List<FundDocument> found = documents.list(desk.actor(), year, false).stream()
                .filter(one -> one.state() == FundDocument.State.CONFIRMED
                        && one.pack().equals(pack.id()))
                .toList();
        List<BudgetLine> used = lines.list(desk.actor(), own, year, null).stream()
                .filter(line -> line.hasUse() && line.pack().equals(pack.id()))
                .toList();
        Show show = Show.to(desk);
        List<Block> blocks = new ArrayList<>();
        List<String> clauses = new ArrayList<>();
        Compared compared = new Compared();
        for (Statement statement : FundRules.statements(pack)) {
            Books books = new Books(desk, page, statement, found, used);
            statement
                    .row("all")
                    .ifPresent(all -> statement.columns().stream()
                            .filter(column -> all.amounts().containsKey(column.id()))
                            .forEach(column -> blocks.add(FundPaper.sentence(
                                    page,
                                    "appropriation.paper.statement-total",
                                    Piece.words(show.text(statement.name())),
                                    cell(books, all, column)))));
            blocks.add(table(books, show, compared));
            clauses.add(statement.clause().toString());
        }
        blocks.add(new FundPaper.Paragraph(List.of(Piece.words(
                compared.unlike.isEmpty()
                        ? page.say("appropriation.paper.as-published", compared.figures)
                        : page.say(
                                "appropriation.paper.unlike-published",
                                compared.figures,
                                compared.unlike.size(),
                                String.join(page.say("appropriation.paper.between"), compared.unlike))))));
        return new FundPaper(
                "uses", page.say("appropriation.paper.uses-title", String.valueOf(year)), "", blocks, clauses);
    }

    /** How many figures were held against the published ones, and the names of those that are not alike. */
    private static final class Compared {
        private int figures;
        private final List<String> unlike = new ArrayList<>();

        void add(boolean alike, String name) {
            figures++;
            if (!alike) {
                unlike.add(name);
            }
        }
    }

    private Block table(Books books, Show show, Compared compared) {
        List<String> head = new ArrayList<>(List.of(books.page().say("appropriation.item")));
        books.statement()
                .columns()
                .forEach(column -> head.add(
                        switch (column.kind()) {
                            case MONEY -> books.page().say("appropriation.paper.in-wan", show.text(column.name()));
                            case COUNT, SHARE -> show.text(column.name());
                        }));
        head.add(books.page().say("appropriation.paper.clause"));
        List<List<Piece>> rows = new ArrayList<>();
        for (Statement.Row row : books.statement().rows()) {
            List<Piece> cells = new ArrayList<>(List.of(Piece.words(show.text(row.name()))));
            for (Statement.Column column : books.statement().columns()) {
                if (row.amounts().containsKey(column.id())) {
                    compared.add(
                            value(books, row, column).orElse(-1)
                                    == Objects.requireNonNull(row.amounts().get(column.id())),
                            show.text(row.name()) + " " + show.text(column.name()));
                    cells.add(cell(books, row, column));
                } else {
                    cells.add(Piece.words(""));
                }
            }
            cells.add(new Piece(
                    row.clause().toString(),
                    "/policies/clause?id=" + Addresses.encode(row.clause().toString())));
            rows.add(cells);
        }
        return new FundPaper.Table(show.text(books.statement().name()), head, rows);
    }

    private Piece cell(Books books, Statement.Row row, Statement.Column column) {
        OptionalLong value = value(books, row, column);
        String text = value.isEmpty()
                ? ""
                : switch (column.kind()) {
                    case MONEY -> Wan.exact(value.getAsLong());
                    case COUNT -> String.valueOf(value.getAsLong());
                    case SHARE ->
                        BigDecimal.valueOf(value.getAsLong(), 4)
                                        .stripTrailingZeros()
                                        .toPlainString() + "%";
                };
        return new Piece(text, address(books, row, column));
    }

    private static String address(Books books, Statement.Row row, Statement.Column column) {
        if (row.sumOf().isEmpty()) {
            Optional<FundDocument> document = books.documents().stream()
                    .filter(one ->
                            one.items().stream().anyMatch(item -> item.item().equals(row.id())))
                    .findFirst();
            Optional<BudgetLine> line = books.lines().stream()
                    .filter(one -> one.item().equals(row.id()))
                    .findFirst();
            if (column.id().equals("received") && document.isPresent()) {
                return "/fund-documents/" + document.get().id();
            }
            if (line.isPresent()) {
                return "/fund-lines/" + line.get().id();
            }
        }
        return "/fund-lines";
    }

    /** What the books hold for a cell, in the column's kind. */
    private OptionalLong value(Books books, Statement.Row row, Statement.Column column) {
        List<String> items = leaves(books.statement(), row);
        List<BudgetLine> own = books.lines().stream()
                .filter(line -> items.contains(line.item()))
                .toList();
        return switch (column.id()) {
            case "received" ->
                OptionalLong.of(books.documents().stream()
                        .flatMap(one -> one.items().stream())
                        .filter(item -> items.contains(item.item()))
                        .mapToLong(FundDocument.Item::amountFen)
                        .sum());
            case "arranged" ->
                OptionalLong.of(own.stream().mapToLong(BudgetLine::inFen).sum());
            case "used" ->
                OptionalLong.of(own.stream().mapToLong(BudgetLine::paidFen).sum());
            case "households" -> OptionalLong.of(reach(books, own).households());
            case "persons" -> OptionalLong.of(reach(books, own).persons());
            case String other -> goal(books, own, column);
        };
    }

    private static List<String> leaves(Statement statement, Statement.Row row) {
        return row.sumOf().isEmpty()
                ? List.of(row.id())
                : row.sumOf().stream()
                        .flatMap(part -> statement.row(part).stream())
                        .flatMap(part -> leaves(statement, part).stream())
                        .toList();
    }

    /** Projects reach whom their plan names; payments whom they were paid to, or whom the request names. */
    private PaymentRequests.Reach reach(Books books, List<BudgetLine> own) {
        List<Standing> projects = projects(books, own);
        PaymentRequests.Reach paid = requests.reach(
                books.desk().actor(),
                own.stream()
                        .filter(line -> line.projectId() == null)
                        .map(BudgetLine::id)
                        .toList());
        return new PaymentRequests.Reach(
                paid.households()
                        + projects.stream().mapToLong(Standing::households).sum(),
                paid.persons() + projects.stream().mapToLong(Standing::persons).sum());
    }

    private List<Standing> projects(Books books, List<BudgetLine> own) {
        return pool.standings(
                books.desk().actor(),
                own.stream()
                        .map(BudgetLine::projectId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList());
    }

    /** What a project reached of the goal that bears the column's name, in parts per million. */
    private OptionalLong goal(Books books, List<BudgetLine> own, Statement.Column column) {
        String name = column.name().zh();
        return projects(books, own).stream()
                .flatMap(project -> goals.find(books.desk().actor(), project.id()).stream())
                .flatMap(story -> story.goals().stream())
                .filter(goal -> goal.name().equals(name))
                .map(PerformanceGoal::end)
                .filter(Objects::nonNull)
                .mapToLong(reached ->
                        reached.value().movePointRight(6).divide(WHOLE).longValueExact())
                .findFirst();
    }
}
