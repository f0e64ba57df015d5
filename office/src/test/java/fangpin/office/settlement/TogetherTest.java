package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.TODAY;
import static fangpin.office.settlement.Ward.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fangpin.office.RunningOffice;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.Scope;
import fangpin.office.access.ScopedWork;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bills that two hospitals offer at the same time, settled in one transaction of the county's desk: as if one after the other, each its sender's own. */
class TogetherTest {
    private static final LocalDate YEAR = LocalDate.of(2020, 1, 1);

    private final RunningOffice office = RunningOffice.get();
    private final Ward ward = new Ward(office);
    private final Settlements settlements = office.part(Settlements.class);
    private final ScopedWork work = office.part(ScopedWork.class);
    private final JdbcClient database = office.part(JdbcClient.class);
    private final Actor desk = new Actor(0, "intake", Set.of(), new Scope(ward.first.countyPath()), "");

    private BillOffer atFirst(BillMessage message) {
        return done(settlements.offer(ward.firstDesk, ward.first.id(), message));
    }

    private BillOffer atSecond(BillMessage message) {
        return done(settlements.offer(ward.secondDesk, ward.second.id(), message));
    }

    private List<Answer<Long>> together(BillOffer... offers) {
        return work.write(desk, () -> settlements.acceptTogether(desk, List.of(offers), TODAY));
    }

    private static BillMessage numbered(BillMessage said, String message, String bill) {
        return new BillMessage(
                message, bill, said.idNumber(), said.admittedOn(), said.dischargedOn(), said.amountsFen());
    }

    private String said(Answer<Long> answer) {
        return switch (answer) {
            case Answer.Done<Long>(Long bill) ->
                "paid "
                        + settlements
                                .find(ward.city, bill)
                                .orElseThrow()
                                .latest()
                                .paidFen();
            case Answer.Refused<Long> refused -> refused.reason().toString();
        };
    }

    /** What a bill gives settled together is what it gives settled alone; a refused one leaves the others as they are. */
    @Test
    void eachIsAnsweredAsIfOneAfterTheOther() {
        String person = ward.insured(YEAR);
        String likewise = ward.insured(YEAR);
        BillMessage before = ward.bill(ward.insured(YEAR), "2020-05-10", 12000, 10000, 5500);
        long earlier = done(settlements.accept(ward.firstDesk, ward.first.id(), before, TODAY));
        BillMessage may = ward.bill(person, "2020-05-10", 12000, 10000, 5500);
        BillMessage june = ward.bill(person, "2020-06-10", 5000, 5000, 3000);
        BillMessage again = ward.bill(likewise, "2020-07-10", 5000, 5000, 3000);
        List<Answer<Long>> answers = together(
                atFirst(may),
                // another hospital's books may have the same numbers
                atSecond(numbered(june, may.messageId(), may.billNumber())),
                atFirst(numbered(again, again.messageId(), may.billNumber())),
                atSecond(ward.bill("379999190001010019", "2020-06-10", 5000, 5000, 3000)),
                atFirst(before),
                atSecond(ward.bill(likewise, "2020-08-10", 100, 200, 0)),
                atFirst(ward.bill(likewise, "2020-05-10", 12000, 10000, 5500)),
                atSecond(ward.bill(likewise, "2020-06-10", 5000, 5000, 3000)));
        assertEquals(
                List.of(
                        "paid 350001",
                        "paid 150000",
                        "DUPLICATE_BILL",
                        "UNKNOWN_PERSON",
                        "paid 350001",
                        "AMOUNTS_INCONSISTENT",
                        "paid 350001",
                        "paid 150000"),
                answers.stream().map(this::said).toList());
        assertEquals(earlier, done(answers.get(4)));
        // and the next alone stands on what was settled together
        Bill next = done(settlements.settle(
                ward.secondDesk, ward.second.id(), ward.bill(person, "2020-09-10", 5000, 5000, 3000), TODAY));
        assertEquals(3, next.ordinal());
        assertEquals(650_001, next.latest().yearPaidFen());
    }

    @Test
    void eachIsItsSendersOwn() {
        String person = ward.insured(YEAR);
        List<Long> bills = together(
                        atFirst(ward.bill(person, "2020-05-10", 12000, 10000, 5500)),
                        atSecond(ward.bill(person, "2020-06-10", 5000, 5000, 3000)))
                .stream()
                .map(Ward::done)
                .toList();
        for (int at = 0; at < 2; at++) {
            Actor own = List.of(ward.firstDesk, ward.secondDesk).get(at);
            Actor other = List.of(ward.secondDesk, ward.firstDesk).get(at);
            long bill = bills.get(at);
            assertEquals(Optional.empty(), settlements.find(other, bill));
            assertEquals(
                    own.scope().path(),
                    settlements.find(own, bill).orElseThrow().hospital().path());
            assertEquals(List.of(own.userId(), own.userId(), own.userId()), numbers("""
                            select entered_by from settlement.bill where id = :bill
                            union all select decided_by from settlement.decision where bill_id = :bill
                            union all select entered_by from fund.entry where subject = 'bill/' || :bill
                            """, bill));
            assertEquals(
                    List.of("SETTLED " + own.name() + " " + own.scope().path() + " local"), audited("bill/" + bill));
            long entry = numbers("select id from fund.entry where subject = 'bill/' || :bill", bill)
                    .getFirst();
            assertEquals(
                    List.of("POSTED " + own.name() + " " + own.scope().path() + " local"), audited("entry/" + entry));
        }
    }

    private List<Long> numbers(String sql, long bill) {
        return work.read(
                ward.city,
                () -> database.sql(sql).param("bill", bill).query(Long.class).list());
    }

    private List<String> audited(String subject) {
        return work.read(
                ward.city,
                () -> database.sql("""
                                select action || ' ' || actor_name || ' ' || path || ' ' || from_address from access.audit_record
                                where subject = ? order by number
                                """).param(subject).query(String.class).list());
    }

    @Test
    void twoMessagesUnderOneNumberAreNoSet() {
        BillMessage message = ward.bill(ward.insured(YEAR), "2020-05-10", 12000, 10000, 5500);
        assertThrows(IllegalArgumentException.class, () -> together(atFirst(message), atFirst(message)));
    }

    @Test
    void anotherHospitalsBillIsNotOffered() {
        BillMessage message = ward.bill(ward.insured(YEAR), "2020-05-10", 12000, 10000, 5500);
        assertEquals(
                List.of("NO_RIGHT", "NO_RIGHT"),
                Stream.of(
                                settlements.offer(ward.firstDesk, ward.second.id(), message),
                                settlements.offer(ward.city, ward.first.id(), message))
                        .map(answer -> answer instanceof Answer.Refused<BillOffer> refused
                                ? refused.reason().toString()
                                : "offered")
                        .toList());
    }
}
