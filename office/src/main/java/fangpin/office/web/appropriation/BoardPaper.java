package fangpin.office.web.appropriation;

import fangpin.office.appropriation.FundPayment;
import fangpin.office.appropriation.PaymentRequest;
import fangpin.office.appropriation.PaymentRequests;
import fangpin.office.web.Desk;
import fangpin.office.web.Page;
import fangpin.office.web.Show;
import fangpin.office.web.appropriation.FundPaper.Block;
import fangpin.office.web.appropriation.FundPaper.Piece;
import fangpin.office.web.fund.PlaceNames;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * 村级公告 (WH6 §3.3): who was given what, a sheet a village, to hang at least ten days. Names whole, as the board needs them; never an ID
 * number, telephone, account or illness.
 */
@Component
final class BoardPaper {
    /** So many days a sheet hangs at least. */
    static final int DAYS = 10;

    private static final int MOST = 200_000;

    private final PaymentRequests requests;
    private final PlaceNames names;

    BoardPaper(PaymentRequests requests, PlaceNames names) {
        this.requests = requests;
        this.names = names;
    }

    FundPaper of(Desk desk, Page page, PaymentRequest request) {
        List<FundPayment> payments = requests.payments(desk.actor(), request.id(), 0, MOST);
        Map<String, List<FundPayment>> villages = new LinkedHashMap<>();
        payments.forEach(one ->
                villages.computeIfAbsent(one.path(), path -> new ArrayList<>()).add(one));
        Map<String, String> called = names.of(desk, villages.keySet());
        LocalDate until = desk.today().plusDays(DAYS);
        List<Block> blocks = new ArrayList<>();
        blocks.add(FundPaper.sentence(
                page,
                "appropriation.paper.board-words",
                Piece.words(request.purpose()),
                new Piece(String.valueOf(payments.size()), "/fund-requests/" + request.id()),
                new Piece(Show.to(desk).yuan(request.sumFen()), "/fund-requests/" + request.id()),
                Piece.words(desk.today().toString()),
                Piece.words(until.toString()),
                Piece.words(String.valueOf(DAYS))));
        villages.forEach((village, paid) -> blocks.add(new FundPaper.Table(
                called.getOrDefault(village, ""),
                List.of(
                        page.say("appropriation.paper.serial"),
                        page.say("register.field.name"),
                        page.say("appropriation.place"),
                        page.say("appropriation.purpose"),
                        page.say("appropriation.amount")),
                rows(desk, paid, called.getOrDefault(village, ""), request.purpose()))));
        return new FundPaper(
                "board-" + request.id(),
                page.say("appropriation.paper.board-title", request.purpose()),
                "",
                blocks,
                List.of("WH6 §3.3"));
    }

    private static List<List<Piece>> rows(Desk desk, List<FundPayment> paid, String village, String purpose) {
        List<List<Piece>> rows = new ArrayList<>();
        for (FundPayment one : paid) {
            rows.add(List.of(
                    Piece.words(String.valueOf(rows.size() + 1)),
                    Piece.words(one.payeeName()),
                    Piece.words(village),
                    Piece.words(purpose),
                    Piece.words(Show.to(desk).yuan(one.amountFen()))));
        }
        return rows;
    }
}
