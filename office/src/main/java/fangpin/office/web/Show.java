package fangpin.office.web;

import fangpin.kernel.Text;
import fangpin.kernel.policy.InputColumn;
import fangpin.office.access.Mask;
import fangpin.office.access.Right;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import fangpin.office.register.FormerValue;
import fangpin.office.register.PersonSummary;
import fangpin.office.register.StatusKind;
import fangpin.office.settlement.Hospital;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 显示: how values of the register are written on a page. */
public final class Show {
    private final Desk desk;

    private Show(Desk desk) {
        this.desk = desk;
    }

    /** For one reader. */
    public static Show to(Desk desk) {
        return new Show(desk);
    }

    /** A name: whole for those who work with the person, masked for those who only look on. */
    public String name(String name) {
        return desk.actor().may(Right.REGISTER_WRITE) ? name : Mask.name(name);
    }

    /** A status in the reader's language. */
    public String status(StatusKind kind) {
        return desk.words().of("register.status." + kind.id());
    }

    /** An alternative in the reader's language: its words stand under its type's name. */
    public String word(Enum<?> value) {
        if (value instanceof StatusKind kind) {
            return status(kind);
        }
        String type = value.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT);
        return desk.words()
                .of("register." + type + "."
                        + value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** A code of the register in the reader's language; the code itself where there are no words. */
    public String code(String list, @Nullable String code) {
        if (code == null || code.isEmpty()) {
            return "";
        }
        String key = "register." + list + "." + code;
        return desk.words().has(key) ? desk.words().of(key) : code;
    }

    /** A word of a code column in the reader's language. */
    public String codeWord(InputColumn.CodeWord code) {
        return desk.language() == Language.CHINESE ? code.zh() : code.word();
    }

    /** A word as somebody wrote it, in the reader's language. */
    public String codeWord(InputColumn column, String written) {
        int code = column.code(written);
        return code == 0 ? written : codeWord(column.codes().get(code - 1));
    }

    /** What stood on a person's record once: a name as names are shown, a code in words, what is personal masked already. */
    public String former(FormerValue value) {
        return switch (value.field()) {
            case NAME, KEEPER -> name(value.shown());
            case SEX -> sex(Integer.parseInt(value.shown()));
            case RELATION, SCHOOLING, SELF_CARE, STUDENT -> code(value.field().id(), value.shown());
            case ID_NUMBER, BORN_ON, PHONE, ADDRESS, BANK_CARD -> value.shown();
        };
    }

    /** The day of a moment, in the office's own time. */
    public String moment(Instant moment) {
        return moment.atZone(ZoneId.systemDefault()).toLocalDate().toString();
    }

    /** 男、女 */
    public String sex(int code) {
        return desk.words().of("register.sex." + code);
    }

    /** Full years today; empty when the birthday is not known. */
    public String age(PersonSummary person) {
        int years = person.ageOn(desk.today());
        return years < 0 ? "" : Integer.toString(years);
    }

    /** 2020-05-10 */
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** The last day of a half-open period, as documents say "until". */
    public String until(@Nullable LocalDate endDay) {
        return endDay == null
                ? desk.words().of("register.open-end")
                : endDay.minusDays(1).toString();
    }

    /** A number with its thousands apart. */
    public String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Yuan with two decimals. */
    public String yuan(long fen) {
        return String.format(Locale.ROOT, "%s%,d.%02d", fen < 0 ? "-" : "", Math.abs(fen) / 100, Math.abs(fen) % 100);
    }

    /** A text of the packs in the reader's language. */
    public String text(Text text) {
        return text.in(desk.language() == Language.CHINESE ? Text.Language.ZH : Text.Language.EN);
    }

    /** A division in the reader's language. */
    public String division(Division division) {
        return desk.language() == Language.CHINESE ? division.nameChinese() : division.nameEnglish();
    }

    /** A hospital in the reader's language. */
    public String hospital(Hospital hospital) {
        return desk.language() == Language.CHINESE ? hospital.nameChinese() : hospital.nameEnglish();
    }

    /** A village with its town, in the reader's language. */
    public String village(Divisions.Village village) {
        return desk.language() == Language.CHINESE ? village.nameChinese() : village.nameEnglish();
    }

    /** The nearest two names of a place: town and village of 威海市 荣成市 俚岛镇 大庄村. */
    public String nearest(String place) {
        String[] names = place.split(" ", -1);
        return names.length < 3 ? place : names[names.length - 2] + " " + names[names.length - 1];
    }

    /** How many days are left until a day: negative when it has passed. */
    public long daysLeft(LocalDate day) {
        return ChronoUnit.DAYS.between(desk.today(), day);
    }
}
