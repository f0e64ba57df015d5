package fangpin.office.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 所填: the fields of a form as they were typed, and what is wrong with which. A form that is sent back shows both; the template
 * {@code layout/wrong} stands beside a field.
 *
 * @param fields what was typed, by the fields' names
 * @param wrong what cannot be taken, by the fields' names
 */
public record Typed(Map<String, String> fields, Map<String, Wrong> wrong) {
    /**
     * 错处: why a field cannot be taken, and what would be.
     *
     * @param key of the words
     */
    public record Wrong(String key, List<Object> arguments) {}

    public Typed {
        fields = Map.copyOf(fields);
        wrong = Map.copyOf(wrong);
    }

    /** Nothing yet. */
    public static Typed none() {
        return of(Map.of());
    }

    /** As it was sent, or as the form begins. */
    public static Typed of(Map<String, String> fields) {
        return new Typed(fields, Map.of());
    }

    /** The day a list is asked for, looked at; where none is asked for, the day it is of by itself. */
    public static Typed ofDay(String field, String asked, LocalDate otherwise) {
        return of(Map.of(field, asked.isBlank() ? otherwise.toString() : asked)).mayBeDay(field);
    }

    /** What was typed into a field, without the blanks around it. */
    public String in(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    /** With a field that must not be left empty looked at. */
    public Typed needing(String field) {
        return in(field).isEmpty() ? with(field, "web.wrong.missing") : this;
    }

    /** With a field looked at that must be a day. */
    public Typed needingDay(String field) {
        return in(field).isEmpty() ? with(field, "web.wrong.day-missing") : mayBeDay(field);
    }

    /** With a field looked at that must be a day, or empty. */
    public Typed mayBeDay(String field) {
        return in(field).isEmpty() || day(field).isPresent()
                ? this
                : with(
                        field,
                        "web.wrong.day",
                        in(field),
                        Integer.toString(TypedDay.FIRST.getYear()),
                        Integer.toString(TypedDay.LAST.getYear()));
    }

    /** With a field looked at that must be a whole number within bounds. */
    public Typed needingNumber(String field, int least, int most) {
        int number = number(field);
        return number >= least && number <= most
                ? this
                : with(field, "web.wrong.number", in(field), Integer.toString(least), Integer.toString(most));
    }

    private Typed with(String field, String key, Object... arguments) {
        Map<String, Wrong> more = new HashMap<>(wrong);
        more.putIfAbsent(field, new Wrong(key, List.of(arguments)));
        return new Typed(fields, more);
    }

    /** The day typed; empty when it is none. */
    public Optional<LocalDate> day(String field) {
        return TypedDay.of(in(field));
    }

    /** The number typed; -1 when it is none. */
    public int number(String field) {
        return in(field).matches("[0-9]{1,9}") ? Integer.parseInt(in(field)) : -1;
    }

    /** The number of a row typed; 0 when it is none. */
    public long id(String field) {
        return in(field).matches("[0-9]{1,18}") ? Long.parseLong(in(field)) : 0;
    }

    /** How many were typed; 0 when it is no number, the most there is when it is larger. */
    public int count(String field) {
        return (int) Math.min(Integer.MAX_VALUE, id(field));
    }

    /** The version of the row that the form showed. */
    public int version() {
        return count("version");
    }

    /** Whether anything was typed, or a box ticked. */
    public boolean isSet(String field) {
        return !in(field).isEmpty();
    }

    /** Which of the words of an enum was chosen; empty when it is none of them. */
    public <E extends Enum<E>> Optional<E> choice(Class<E> type, String field) {
        String word = in(field).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst();
    }

    /** Whether anything of what was looked at cannot be taken. */
    public boolean isWrong() {
        return !wrong.isEmpty();
    }

    /** Why a field cannot be taken; null when it can. */
    public @Nullable Wrong wrongIn(String field) {
        return wrong.get(field);
    }

    /** The class that marks a field which cannot be taken. */
    public String mark(String field) {
        return wrong.containsKey(field) ? "wrong" : "";
    }

    /** Never with what was typed. */
    @Override
    public String toString() {
        return "Typed " + fields.keySet() + " wrong " + wrong.keySet();
    }
}
