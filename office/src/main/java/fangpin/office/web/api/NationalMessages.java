package fangpin.office.web.api;

import fangpin.office.access.Actor;
import fangpin.office.access.ScopedWork;
import fangpin.office.settlement.Bill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What national messages said, by the bill that each made. */
@Component
final class NationalMessages {
    private final ScopedWork work;
    private final JdbcClient database;

    NationalMessages(ScopedWork work, JdbcClient database) {
        this.work = work;
        this.database = database;
    }

    /** Keeps it, once: the same message again says the same. Until then what was lost on the way is sent again. */
    void keep(Actor actor, Bill bill, NationalSaid said) {
        NationalSaid.Amounts amounts = said.amounts();
        work.write(
                actor,
                () -> database.sql("""
                        insert into web.national_message (bill_id, path, hospital_path, insurance_type, medical_type, amounts, settled_at)
                        select id, path, hospital_path, :insurance, :medical, :amounts, :at from settlement.bill where id = :bill
                        on conflict do nothing
                        """)
                        .param("bill", bill.id())
                        .param("insurance", said.insuranceType())
                        .param("medical", said.medicalType())
                        .param(
                                "amounts",
                                Stream.of(
                                                amounts.ownPay(),
                                                amounts.overLimit(),
                                                amounts.firstPay(),
                                                amounts.deductible(),
                                                amounts.account(),
                                                amounts.civilServant(),
                                                amounts.employer(),
                                                amounts.largeCost())
                                        .map(amount -> amount == null ? null : Long.valueOf(amount.fen()))
                                        .toArray(Long[]::new))
                        .param("at", said.settledAt().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** What was said of a bill; empty where it did not come as a national message. */
    Optional<NationalSaid> of(Actor actor, Bill bill) {
        return work.read(
                actor,
                () -> database.sql("select * from web.national_message where bill_id = ?")
                        .param(bill.id())
                        .query((row, number) -> said(row))
                        .optional());
    }

    private static NationalSaid said(ResultSet row) throws SQLException {
        Long[] fen = (Long[]) row.getArray("amounts").getArray();
        return new NationalSaid(
                row.getString("insurance_type"),
                row.getString("medical_type"),
                new NationalSaid.Amounts(
                        yuan(fen[0]),
                        yuan(fen[1]),
                        yuan(fen[2]),
                        yuan(fen[3]),
                        yuan(fen[4]),
                        yuan(fen[5]),
                        yuan(fen[6]),
                        yuan(fen[7])),
                row.getObject("settled_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable NationalYuan yuan(@Nullable Long fen) {
        return fen == null ? null : new NationalYuan(fen);
    }
}
