package fangpin.office.campaign;

import fangpin.kernel.money.Fen;
import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.fund.PaymentNumber;
import fangpin.office.fund.Yuan;
import fangpin.tables.Cells;
import fangpin.tables.FileRefusal;
import fangpin.tables.RowHandler;
import fangpin.tables.Table;
import fangpin.tables.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An insurer's two desks and their bank. What became of a form that got no answer they look up on the page, as people do; the bank carries
 * out every order it is handed, so an order handed to it twice is money paid twice.
 */
final class PayingDesk implements Runnable {
    private static final int BATCH = 20;
    private static final int RETURNED_EVERY = 15;
    private static final int MOST_FEN = 5_000;
    private static final long GIVES_UP_NANOS = TimeUnit.MINUTES.toNanos(5);
    private static final Pattern OWED = Pattern.compile("/payments/new\\?owed=([0-9]+)");
    private static final Pattern FILE = Pattern.compile("/payment-files/([0-9]+)\"");

    private final SettlingCounty.Ready county;
    private final Browser maker;
    private final Browser checker;
    private final int payments;
    private final FaultJournal journal;
    private final Tally tally;
    private final Random dice;
    private final Set<Long> banked = new HashSet<>();
    private long lastFile;

    PayingDesk(SettlingCounty.Ready county, int port, int payments, FaultJournal journal, Tally tally, long seed) {
        this.county = county;
        URI office = URI.create("http://127.0.0.1:" + port);
        maker = new Browser(office::resolve);
        checker = new Browser(office::resolve);
        this.payments = payments;
        this.journal = journal;
        this.tally = tally;
        dice = new Random(seed);
    }

    @Override
    public void run() {
        lastFile = newestFile();
        int name = 0;
        while (tally.counted("payments acknowledged") < payments) {
            List<Long> orders = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                orders.add(raised("收款" + ++name));
            }
            orders.forEach(this::approved);
            long file = made();
            replied(file, bank(file));
        }
    }

    /** Asks until there is an answer that is one; signs in when it is asked to. */
    private HttpResponse<String> answered(Browser desk, String login, Supplier<HttpResponse<String>> question) {
        long begun = System.nanoTime();
        int tries = 0;
        while (System.nanoTime() - begun < GIVES_UP_NANOS) {
            try {
                HttpResponse<String> answer = question.get();
                boolean stranger = Browser.location(answer).contains("/sign-in") || answer.statusCode() == 403;
                if (!stranger && answer.statusCode() < 500) {
                    if (tries > 0) {
                        tally.repeated(tries, System.nanoTime() - begun);
                    }
                    return answer;
                }
                if (stranger) {
                    Object _ = desk.signIn(login, RunningOffice.PASSWORD);
                    Object _ = desk.get("/account");
                }
            } catch (UncheckedIOException lost) {
                tally.count("forms without an answer");
            }
            tries++;
            HospitalSystem.pause(Math.min(500, 20L * tries));
        }
        throw new IllegalStateException("no page within five minutes");
    }

    private String page(Browser desk, String login, String path) {
        return answered(desk, login, () -> desk.get(path)).body();
    }

    private String payments() {
        return page(maker, SettlingCounty.MAKER, "/payments");
    }

    /** Sends a form once; empty when nothing is known of it. */
    private Optional<HttpResponse<String>> sent(Supplier<HttpResponse<String>> form) {
        try {
            HttpResponse<String> answer = form.get();
            return answer.statusCode() < 500 ? Optional.of(answer) : Optional.empty();
        } catch (UncheckedIOException lost) {
            tally.count("forms without an answer");
            return Optional.empty();
        }
    }

    private long raised(String name) {
        while (true) {
            String list = payments();
            Matcher known = Pattern.compile("/payments/([0-9]+)\">[^<]*</a></td><td>" + name + "</td>")
                    .matcher(list);
            if (known.find()) {
                return Long.parseLong(known.group(1));
            }
            List<String> owed =
                    OWED.matcher(list).results().map(found -> found.group(1)).toList();
            if (owed.isEmpty()) {
                HospitalSystem.pause(200);
                continue;
            }
            Optional<HttpResponse<String>> answer = sent(() -> maker.post(
                    "/payments",
                    Map.of(
                            "owed",
                            owed.get(dice.nextInt(owed.size())),
                            "name",
                            name,
                            "bank",
                            "农商银行",
                            "account",
                            "6222020000000000008",
                            "amount",
                            new Fen(1 + dice.nextInt(MOST_FEN)).yuan())));
            Optional<Long> made = answer.map(Browser::location)
                    .filter(place -> place.matches("/payments/[0-9]+"))
                    .map(place -> Long.valueOf(place.substring("/payments/".length())));
            if (made.isPresent()) {
                return made.get();
            }
        }
    }

    private void approved(long order) {
        String link = "/payments/" + order + "\"";
        while (true) {
            if (page(checker, SettlingCounty.CHECKER, "/payments?state=approved")
                    .contains(link)) {
                tally.step();
                return;
            }
            Optional<HttpResponse<String>> _ = sent(() -> checker.post("/payments/" + order + "/approve", Map.of()));
        }
    }

    private long newestFile() {
        return FILE.matcher(payments())
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
    }

    private long made() {
        while (true) {
            long newest = newestFile();
            if (newest > lastFile) {
                lastFile = newest;
                return newest;
            }
            Optional<HttpResponse<String>> _ =
                    sent(() -> maker.post("/payment-files", Map.of("contract", Long.toString(county.contract()))));
        }
    }

    /** An order as the bank was told. */
    private record Told(long order, long fen) {}

    /** Hands a file to the bank, which carries all of it out; every now and then an order comes back. */
    private List<Told> bank(long file) {
        List<Told> told = exported(file);
        for (Told one : told) {
            if (!banked.add(one.order())) {
                tally.fault("order " + one.order() + " went to the bank twice");
            }
            journal.write(FaultJournal.Kind.BANKED, one.order(), one.fen());
        }
        return told;
    }

    private List<Told> exported(long file) {
        while (true) {
            Path place = SettlingCounty.folder().resolve("bank.xlsx");
            try {
                HttpResponse<Path> answer =
                        maker.download("/payment-files/" + file + "/export", Map.of("purpose", "送银行付款"), place);
                if (answer.statusCode() == 200) {
                    return read(place);
                }
                Object _ = payments();
            } catch (UncheckedIOException lost) {
                tally.count("forms without an answer");
            } finally {
                delete(place);
            }
        }
    }

    private static void delete(Path place) {
        try {
            Files.deleteIfExists(place);
            Files.deleteIfExists(Objects.requireNonNull(place.getParent()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Told> read(Path file) {
        List<Told> told = new ArrayList<>();
        RowHandler rows = new RowHandler() {
            @Override
            public void restart(List<String> header) {
                told.clear();
            }

            @Override
            public void row(long number, Cells cells) {
                told.add(new Told(
                        PaymentNumber.of(cells.text(0)).orElseThrow(),
                        Yuan.fen(cells.text(4).replace(",", "")).orElseThrow()));
            }
        };
        return switch (Tables.open(file)) {
            case FileRefusal refusal -> throw new IllegalStateException(refusal.toString());
            case Table table -> {
                Object _ = table.read(rows);
                yield told;
            }
        };
    }

    /** Brings the bank's reply, again and again until the office says that it knows it. */
    private void replied(long file, List<Told> told) {
        StringBuilder reply = new StringBuilder("付款单号,金额,结果,失败原因,流水号\n");
        Set<Long> back = new HashSet<>();
        for (Told one : told) {
            boolean returned = dice.nextInt(RETURNED_EVERY) == 0;
            if (returned) {
                back.add(one.order());
            }
            reply.append(PaymentNumber.text(one.order()))
                    .append(',')
                    .append(new Fen(one.fen()).yuan())
                    .append(returned ? ",失败,账号不符,L" : ",成功,,L")
                    .append(one.order())
                    .append('\n');
        }
        String path = "/payment-files/" + file;
        while (true) {
            Optional<HttpResponse<String>> answer =
                    sent(() -> maker.postFile(path + "/reply", "reply.csv", reply.toString()));
            if (answer.isPresent() && answer.get().statusCode() == 200) {
                break;
            }
            Object _ = payments();
        }
        if (dice.nextBoolean()) {
            tally.count("bank replies brought twice");
            Optional<HttpResponse<String>> _ =
                    sent(() -> maker.postFile(path + "/reply", "reply.csv", reply.toString()));
        }
        for (Told one : told) {
            boolean returned = back.contains(one.order());
            journal.write(returned ? FaultJournal.Kind.RETURNED : FaultJournal.Kind.PAID, one.order(), one.fen());
            tally.count(returned ? "payments that came back" : "payments acknowledged");
            tally.step();
        }
    }
}
