package fangpin.office.register.roster;

import fangpin.office.register.BankCard;
import fangpin.office.register.CellText;
import fangpin.office.register.ColumnMapping;
import fangpin.office.register.FamilyRelation;
import fangpin.office.register.IdNumber;
import fangpin.office.register.PersonName;
import fangpin.office.register.PhoneNumber;
import fangpin.office.register.RosterFault;
import fangpin.office.register.RosterField;
import fangpin.office.register.Schooling;
import fangpin.office.register.SelfCare;
import fangpin.office.register.StudentKind;
import fangpin.tables.Cells;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 读行: what the cells of a row say, or the first thing that is wrong with them. One thread. */
final class RowReader {
    private static final int MOST_CHARACTERS = 200;
    private static final int HOUSEHOLD_CHARACTERS = 32;
    private static final Pattern EXPONENT = Pattern.compile("\\d\\.?\\d*[Ee]\\+?\\d{2}");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private final Villages villages;
    private final LocalDate asOf;
    private final boolean inGb18030;
    private final boolean shortens;
    private final int width;
    private final Map<RosterField, Integer> columns = new EnumMap<>(RosterField.class);
    private @Nullable Problem problem;

    RowReader(ColumnMapping mapping, Villages villages, LocalDate asOf, boolean inGb18030, boolean shortens) {
        this.villages = villages;
        this.asOf = asOf;
        this.inGb18030 = inGb18030;
        this.shortens = shortens;
        width = mapping.headers().size();
        for (RosterField field : RosterField.values()) {
            columns.put(field, mapping.column(field));
        }
    }

    /** Whether the row has no character in any cell. */
    static boolean isBlank(Cells cells) {
        for (int i = 0; i < kept(cells); i++) {
            if (!cells.isEmpty(i)
                    && (beginsPlainly(cells.data()[cells.start(i)])
                            || !cells.text(i).isBlank())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a byte of UTF-8 begins no kind of space: those are ASCII up to 0x20, or begin with C2 or with E1 to E3. */
    private static boolean beginsPlainly(byte first) {
        int b = first & 0xff;
        return b > 0x20 && b != 0xc2 && (b < 0xe1 || b > 0xe3);
    }

    /** The cells that are there to be looked at; those beyond the limit of columns are only counted. */
    static int kept(Cells cells) {
        return Math.min(cells.count(), 16_384);
    }

    /** What was wrong with the row read last; null if nothing. */
    @Nullable
    Problem problem() {
        return problem;
    }

    /** The row; null if there is a {@link #problem}. */
    @Nullable
    PersonRow read(int number, Cells cells) {
        problem = null;
        checkWidth(cells);
        String name = name(cells);
        IdNumber id = id(cells);
        LocalDate born = born(cells, id);
        int sex = sex(cells, id);
        String household = household(cells);
        Villages.Village village = village(cells);
        String relation = word(
                cells,
                RosterField.RELATION,
                RosterFault.RELATION_UNKNOWN,
                text -> FamilyRelation.of(text).map(FamilyRelation::code));
        String schooling = word(
                cells,
                RosterField.SCHOOLING,
                RosterFault.SCHOOLING_UNKNOWN,
                text -> Schooling.of(text).map(Schooling::id));
        String selfCare = word(
                cells,
                RosterField.SELF_CARE,
                RosterFault.SELF_CARE_UNKNOWN,
                text -> SelfCare.of(text).map(SelfCare::id));
        String student = word(
                cells,
                RosterField.STUDENT,
                RosterFault.STUDENT_UNKNOWN,
                text -> StudentKind.of(text).map(StudentKind::id));
        String phone = phone(cells);
        String address = text(cells, RosterField.ADDRESS);
        String card = card(cells);
        if (problem != null || village == null) {
            return null;
        }
        return new PersonRow(
                number,
                village,
                household,
                name,
                id,
                sex,
                born,
                relation,
                schooling,
                selfCare,
                student,
                phone,
                address.isEmpty() ? null : address,
                card,
                warning(card));
    }

    private static String warning(@Nullable String card) {
        return card != null && !new BankCard(card).fitsCheckDigit() ? "card-check-digit" : "";
    }

    private void checkWidth(Cells cells) {
        if (shortens || cells.count() == width) {
            return;
        }
        boolean extra = cells.count() < width;
        for (int i = width; i < kept(cells); i++) {
            extra |= !cells.isEmpty(i);
        }
        if (extra) {
            fault(RosterFault.CELLS, -1, cells.count(), width);
        }
    }

    private String name(Cells cells) {
        String text = text(cells, RosterField.NAME);
        int column = column(RosterField.NAME);
        if (inGb18030 && isUtf8(text)) {
            fault(RosterFault.MIXED_ENCODING, column);
            return "";
        }
        return switch (PersonName.read(text)) {
            case PersonName.Reading.Valid valid -> valid.name().text();
            case PersonName.Reading.Faulty faulty -> {
                fault(RosterFault.of(faulty.fault()), column);
                yield "";
            }
        };
    }

    /** UTF-8 that was read as GB18030 turns back into UTF-8; a name in GB18030 almost never is. */
    private static boolean isUtf8(String text) {
        byte[] bytes = text.getBytes(GB18030);
        if (bytes.length == text.length()) {
            return false;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException isNot) {
            return false;
        }
    }

    private @Nullable IdNumber id(Cells cells) {
        int column = column(RosterField.ID_NUMBER);
        String text = text(cells, RosterField.ID_NUMBER);
        if (text.isEmpty()) {
            return null;
        }
        if (lostDigits(cells, column, text)) {
            fault(RosterFault.ID_LOST_DIGITS, column);
            return null;
        }
        return switch (IdNumber.read(text, asOf)) {
            case IdNumber.Reading.Valid valid -> valid.number();
            case IdNumber.Reading.Faulty faulty -> {
                fault(RosterFault.of(faulty.fault()), column, faulty.detail());
                yield null;
            }
        };
    }

    /** A number that a spreadsheet rounded: told by the reader of the file, or written 3.70829E+17 in CSV. */
    private static boolean lostDigits(Cells cells, int column, String text) {
        boolean exponent = text.indexOf('E') > 0 || text.indexOf('e') > 0;
        return cells.lostDigits(column) || (exponent && EXPONENT.matcher(text).matches());
    }

    private @Nullable LocalDate born(Cells cells, @Nullable IdNumber id) {
        int column = column(RosterField.BORN_ON);
        String text = text(cells, RosterField.BORN_ON);
        LocalDate fromId = id == null ? null : id.bornOn();
        if (text.isEmpty()) {
            if (fromId == null) {
                fault(RosterFault.ID_AND_BIRTH_MISSING, column(RosterField.ID_NUMBER));
            }
            return fromId;
        }
        LocalDate written = BirthDay.read(text);
        if (fromId != null) {
            boolean agrees = written == null ? BirthDay.isMonthOf(text, fromId) : written.equals(fromId);
            if (!agrees) {
                fault(RosterFault.BIRTH_DIFFERS, column);
            }
            return fromId;
        }
        if (written == null) {
            fault(RosterFault.BIRTH_NOT_A_DATE, column);
        } else if (written.isAfter(asOf)) {
            fault(RosterFault.BIRTH_IN_FUTURE, column);
        }
        return written;
    }

    private int sex(Cells cells, @Nullable IdNumber id) {
        String text = text(cells, RosterField.SEX);
        int fromId = id == null ? 0 : id.sex();
        if (text.isEmpty()) {
            return fromId;
        }
        int written = switch (text) {
            case "男", "1", "男性" -> 1;
            case "女", "2", "女性" -> 2;
            case "未知", "0" -> 0;
            case "未说明", "9" -> 9;
            default -> -1;
        };
        if (written < 0) {
            fault(RosterFault.SEX_UNKNOWN, column(RosterField.SEX));
        } else if (fromId != 0 && written != fromId) {
            fault(RosterFault.SEX_DIFFERS, column(RosterField.SEX));
        }
        return fromId == 0 ? written : fromId;
    }

    private String household(Cells cells) {
        int column = column(RosterField.HOUSEHOLD_NUMBER);
        String text = CellText.withoutSpaces(text(cells, RosterField.HOUSEHOLD_NUMBER));
        if (text.isEmpty()) {
            fault(RosterFault.HOUSEHOLD_EMPTY, column);
        } else if (lostDigits(cells, column, text)) {
            fault(RosterFault.HOUSEHOLD_LOST_DIGITS, column);
        } else if (!isHousehold(text)) {
            fault(RosterFault.HOUSEHOLD_NOT_A_NUMBER, column);
        }
        return text;
    }

    private static boolean isHousehold(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            if (!letter && !(c >= '0' && c <= '9') && c != '-' && c != '_') {
                return false;
            }
        }
        return text.length() <= HOUSEHOLD_CHARACTERS;
    }

    private Villages.@Nullable Village village(Cells cells) {
        if (problem != null) {
            return null;
        }
        return switch (villages.find(text(cells, RosterField.TOWN), text(cells, RosterField.VILLAGE))) {
            case Villages.Found.One one -> one.village();
            case Villages.Found.Not not -> {
                fault(not.fault(), column(RosterField.VILLAGE), not.existing());
                yield null;
            }
        };
    }

    private @Nullable String word(
            Cells cells, RosterField field, RosterFault fault, Function<String, Optional<String>> meaning) {
        String text = text(cells, field);
        if (text.isEmpty()) {
            return null;
        }
        Optional<String> id = meaning.apply(text);
        if (id.isEmpty()) {
            fault(fault, column(field));
        }
        return id.orElse(null);
    }

    private @Nullable String phone(Cells cells) {
        String text = text(cells, RosterField.PHONE);
        if (text.isEmpty()) {
            return null;
        }
        String digits = PhoneNumber.normal(text);
        if (!PhoneNumber.isOne(digits)) {
            fault(RosterFault.PHONE_WRONG, column(RosterField.PHONE));
        }
        return digits;
    }

    private @Nullable String card(Cells cells) {
        int column = column(RosterField.BANK_CARD);
        String text = text(cells, RosterField.BANK_CARD);
        if (text.isEmpty()) {
            return null;
        }
        String digits = BankCard.normal(text);
        if (lostDigits(cells, column, text)) {
            fault(RosterFault.CARD_LOST_DIGITS, column);
        } else if (!BankCard.isOne(digits)) {
            fault(RosterFault.CARD_WRONG, column);
        }
        return digits;
    }

    private int column(RosterField field) {
        return columns.getOrDefault(field, -1);
    }

    private String text(Cells cells, RosterField field) {
        int column = column(field);
        if (column < 0 || column >= kept(cells) || cells.isEmpty(column)) {
            return "";
        }
        if (cells.end(column) - cells.start(column) > 4 * MOST_CHARACTERS) {
            fault(RosterFault.TOO_LONG, column, MOST_CHARACTERS);
            return "";
        }
        String text = CellText.normal(cells.text(column));
        if (text.length() > MOST_CHARACTERS) {
            fault(RosterFault.TOO_LONG, column, MOST_CHARACTERS);
            return "";
        }
        if (CellText.steers(text)) {
            fault(RosterFault.STEERS, column);
            return "";
        }
        return text;
    }

    private void fault(RosterFault fault, int column, Object... arguments) {
        if (problem == null) {
            problem = Problem.of(fault, column, arguments);
        }
    }
}
