package fangpin.office.web.appropriation;

import fangpin.kernel.provision.FundPurposes;
import fangpin.kernel.provision.ListedItem;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.provision.Tie;
import fangpin.office.appropriation.Allocations;
import fangpin.office.appropriation.FundAllocation;
import fangpin.office.appropriation.FundDocument;
import fangpin.office.appropriation.FundDocuments;
import fangpin.office.appropriation.FundOrigin;
import fangpin.office.appropriation.FundRules;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.Show;
import fangpin.office.web.appropriation.FundPaper.Block;
import fangpin.office.web.appropriation.FundPaper.Piece;
import fangpin.office.web.fund.PlaceNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * 资金安排分配情况 (WHT): what came to a division in a year by level, what it is for, and how each fund went to the divisions right below; in
 * whole ten thousands of yuan that add up.
 */
@Component
final class SourcesPaper {
    private final FundDocuments documents;
    private final Allocations allocations;
    private final FundRules rules;
    private final PlaceNames names;

    SourcesPaper(FundDocuments documents, Allocations allocations, FundRules rules, PlaceNames names) {
        this.documents = documents;
        this.allocations = allocations;
        this.rules = rules;
        this.names = names;
    }

    FundPaper of(Desk desk, Page page, int year) {
        List<FundDocument> all = documents.list(desk.actor(), year, true).stream()
                .filter(one -> one.state() == FundDocument.State.CONFIRMED)
                .toList();
        String own = desk.actor().scope().path();
        List<FundDocument> roots = all.stream()
                .filter(one -> one.path().equals(own) && one.origin() != FundOrigin.DISTRICT)
                .sorted(java.util.Comparator.comparing(FundDocument::origin).thenComparingLong(FundDocument::id))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new FundPaper.Paragraph(levels(desk, page, roots, year)));
        blocks.add(table(desk, page, year, roots, all));
        return new FundPaper(
                "sources",
                page.say("appropriation.paper.sources-title", place(desk), String.valueOf(year)),
                "",
                blocks,
                List.of("WHT"));
    }

    private static String place(Desk desk) {
        String[] parts = desk.actor().place().split(" · ", -1);
        return parts[parts.length - 1];
    }

    private List<Piece> levels(Desk desk, Page page, List<FundDocument> roots, int year) {
        List<Piece> pieces = new ArrayList<>();
        Map<FundOrigin, List<FundDocument>> byLevel = new LinkedHashMap<>();
        roots.forEach(one -> byLevel.computeIfAbsent(one.origin(), level -> new ArrayList<>())
                .add(one));
        byLevel.forEach((level, found) -> {
            long fen = found.stream().mapToLong(FundDocument::amountFen).sum();
            pieces.addAll(FundPaper.sentence(
                            page,
                            pieces.isEmpty() ? "appropriation.paper.sources-first" : "appropriation.paper.sources-next",
                            Piece.words(String.valueOf(year)),
                            Piece.words(place(desk)),
                            Piece.words(page.say(
                                    level == FundOrigin.PROVINCE && !byLevel.containsKey(FundOrigin.CENTRAL)
                                            ? "appropriation.paper.province-and-above"
                                            : level.key())),
                            new Piece(Wan.exact(fen), "/fund-documents?year=" + year),
                            Piece.words(purposes(desk, level, found)))
                    .pieces());
        });
        return pieces;
    }

    /** What the pack says a level's money is for; where it says nothing, what its documents name. */
    private String purposes(Desk desk, FundOrigin level, List<FundDocument> found) {
        Show show = Show.to(desk);
        List<String> listed = rules.pack(desk.actor(), found.getFirst().pack()).stream()
                .flatMap(pack -> pack.provisions().stream())
                .filter(one -> forLevel(one, level))
                .flatMap(one -> ((FundPurposes) one).purposes().stream())
                .map(ListedItem::name)
                .map(show::text)
                .toList();
        return listed.isEmpty()
                ? found.stream()
                        .flatMap(one ->
                                one.items().stream().map(item -> show.text(rules.itemName(one.pack(), item.item()))))
                        .distinct()
                        .collect(Collectors.joining("、"))
                : String.join("、", listed);
    }

    private static boolean forLevel(Provision one, FundOrigin level) {
        return one instanceof FundPurposes purposes
                && purposes.source() instanceof Tie.Cells cells
                && cells.row().equals(level.word());
    }

    private Block table(Desk desk, Page page, int year, List<FundDocument> roots, List<FundDocument> all) {
        String own = desk.actor().scope().path();
        Set<Long> ownAllocations = allocations.list(desk.actor(), year).stream()
                .filter(one -> one.path().equals(own))
                .map(FundAllocation::id)
                .collect(Collectors.toSet());
        List<FundDocument> given = all.stream()
                .filter(one -> one.allocationId() != null && ownAllocations.contains(one.allocationId()))
                .toList();
        Set<String> places = new LinkedHashSet<>();
        given.stream().map(one -> below(own, one.path())).sorted().forEach(places::add);
        Map<String, String> called = names.of(desk, places);
        List<String> head = new ArrayList<>(List.of(
                page.say("appropriation.paper.serial"),
                page.say("appropriation.fund"),
                page.say("appropriation.paper.total"),
                page.say("appropriation.paper.own")));
        places.forEach(path -> head.add(called.getOrDefault(path, path)));
        Map<String, List<FundDocument>> funds = new LinkedHashMap<>();
        roots.forEach(one ->
                funds.computeIfAbsent(one.fund(), name -> new ArrayList<>()).add(one));
        List<List<Long>> figures = new ArrayList<>();
        funds.values().forEach(documentsOfFund -> figures.add(Wan.whole(row(own, places, documentsOfFund, given))));
        List<List<Piece>> rows = new ArrayList<>();
        int serial = 1;
        for (Map.Entry<String, List<FundDocument>> fund : funds.entrySet()) {
            List<Long> row = figures.get(serial - 1);
            List<Piece> cells = new ArrayList<>(List.of(
                    Piece.words(String.valueOf(serial)),
                    Piece.words(fund.getKey()),
                    new Piece(
                            sum(row),
                            "/fund-documents/" + fund.getValue().getFirst().id())));
            row.forEach(figure -> cells.add(new Piece(
                    figure == 0 ? "" : String.valueOf(figure), figure == 0 ? "" : "/fund-lines?year=" + year)));
            rows.add(cells);
            serial++;
        }
        List<Piece> sums = new ArrayList<>(List.of(
                Piece.words(page.say("register.sum")),
                Piece.words(""),
                new Piece(
                        String.valueOf(figures.stream()
                                .flatMap(List::stream)
                                .mapToLong(Long::longValue)
                                .sum()),
                        "/fund-documents?year=" + year)));
        for (int at = 0; at <= places.size(); at++) {
            int column = at;
            sums.add(Piece.words(String.valueOf(
                    figures.stream().mapToLong(row -> row.get(column)).sum())));
        }
        rows.addFirst(sums);
        return new FundPaper.Table(
                page.say("appropriation.paper.sources-table", place(desk), String.valueOf(year)), head, rows);
    }

    /** What stayed with the division itself, then what each division below got, in fen. */
    private static List<Long> row(String own, Set<String> places, List<FundDocument> roots, List<FundDocument> given) {
        Set<Long> ids = roots.stream().map(FundDocument::id).collect(Collectors.toSet());
        List<Long> parts = new ArrayList<>();
        long left = roots.stream().mapToLong(FundDocument::amountFen).sum();
        for (String place : places) {
            long part = given.stream()
                    .filter(one ->
                            ids.contains(one.rootId()) && below(own, one.path()).equals(place))
                    .mapToLong(FundDocument::amountFen)
                    .sum();
            parts.add(part);
            left -= part;
        }
        parts.addFirst(left);
        return parts;
    }

    private static String sum(List<Long> row) {
        return String.valueOf(row.stream().mapToLong(Long::longValue).sum());
    }

    /** The division right below that a place is or lies in. */
    private static String below(String own, String path) {
        return path.substring(0, path.indexOf('/', own.length()) + 1);
    }
}
