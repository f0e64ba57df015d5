package fangpin.office.settlement.internal;

import fangpin.kernel.money.Fen;
import fangpin.office.access.Actor;
import fangpin.office.fund.Payee;
import fangpin.office.fund.PayeeSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** 应付医院的收款人: the hospital under its own name; its account is on the payment order. */
@Component
class HospitalPayee implements PayeeSource {
    private static final String KIND = "hospital/";

    private final JdbcClient database;

    HospitalPayee(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Told> of(Actor actor, String subject, long owedFen) {
        if (!subject.startsWith(KIND)) {
            return Optional.empty();
        }
        return database.sql("select name_zh from settlement.hospital where id = ?")
                .param(Long.valueOf(subject.substring(KIND.length())))
                .query(String.class)
                .optional()
                .map(name -> new Told(name, "", List.of(new Payee(name, "", "", new Fen(owedFen)))));
    }
}
