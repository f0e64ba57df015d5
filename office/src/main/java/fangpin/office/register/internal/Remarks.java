package fangpin.office.register.internal;

import fangpin.office.access.FieldKind;
import fangpin.office.access.Secrets;
import fangpin.office.register.BankCard;
import fangpin.office.register.IdNumber;
import fangpin.office.register.Remark;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the office remarks on a record: old codes of divisions in ID numbers, provinces that are none, cards that do not fit. */
@Component
public final class Remarks {
    private static final int CODE_LENGTH = 6;
    private static final String OLD_CODE = """
            select old.code, old.name_zh, old.valid_to, division.name_zh as name_now
            from register.division_code old join register.division on division.id = old.division_id
            where old.code = ? and old.valid_to <= ? and not exists (
                select from register.division_code now where now.code = old.code
                  and now.valid_from <= ? and (now.valid_to is null or now.valid_to > ?))
            order by old.valid_to desc limit 1
            """;

    private final JdbcClient database;
    private final Secrets secrets;

    Remarks(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Of the sealed values of a person; in a scoped transaction. Nothing of the values themselves is told. */
    public List<Remark> of(byte @Nullable [] idSealed, byte @Nullable [] cardSealed, LocalDate today) {
        List<Remark> remarks = new ArrayList<>();
        if (idSealed != null) {
            String number = secrets.open(FieldKind.ID_NUMBER, idSealed);
            if (IdNumber.read(number, today) instanceof IdNumber.Reading.Valid valid && valid.divisionUnknown()) {
                remarks.add(new Remark("register.remark.province-unknown", List.of()));
            }
            if (number.length() > CODE_LENGTH) {
                oldCode(number.substring(0, CODE_LENGTH), today).ifPresent(remarks::add);
            }
        }
        if (cardSealed != null && !new BankCard(secrets.open(FieldKind.BANK_CARD, cardSealed)).fitsCheckDigit()) {
            remarks.add(new Remark("register.remark.card-check-digit", List.of()));
        }
        return remarks;
    }

    private Optional<Remark> oldCode(String code, LocalDate today) {
        return database.sql(OLD_CODE)
                .params(code, today, today, today)
                .query((row, number) -> new Remark(
                        "register.remark.old-code",
                        List.of(
                                row.getString("code"),
                                row.getString("name_zh"),
                                row.getString("valid_to"),
                                row.getString("name_now"))))
                .optional();
    }
}
