package fangpin.office.web.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import fangpin.office.web.TypedDay;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonNaming;

/** What is said of every field of a body: there when it must be, text one can store, days one can reckon with. */
final class Fields {
    static final int MOST_CHARACTERS = 2_000;
    static final int MOST_ENTRIES = 100;

    /** What a field is called, and how it is read. */
    private record Known(String name, boolean optional, Method accessor) {}

    /** The fields of a kind of body, found once: looking them up takes as long as a statement of the database. */
    private static final ClassValue<List<Known>> KNOWN = new ClassValue<>() {
        @Override
        protected List<Known> computeValue(Class<?> body) {
            return Arrays.stream(body.getRecordComponents())
                    .map(field -> new Known(nameOf(field), isOptional(field), field.getAccessor()))
                    .toList();
        }
    };

    private Fields() {}

    static List<FieldFault> faults(Record body) {
        List<FieldFault> faults = new ArrayList<>();
        look(body, "", faults);
        return faults;
    }

    /** Whether a field may be left out. */
    static boolean isOptional(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** A field's name as JSON writes it: national records write theirs with underscores. */
    static String nameOf(RecordComponent field) {
        return field.getDeclaringRecord().isAnnotationPresent(JsonNaming.class)
                ? field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT)
                : field.getName();
    }

    /** Whether a record passes over fields that it does not know. */
    static boolean isOpen(Class<?> record) {
        JsonIgnoreProperties ignored = record.getAnnotation(JsonIgnoreProperties.class);
        return ignored != null && ignored.ignoreUnknown();
    }

    private static void look(Record record, String at, List<FieldFault> faults) {
        for (Known field : KNOWN.get(record.getClass())) {
            String place = at + "/" + field.name();
            Object value = valueOf(record, field.accessor());
            if (value == null) {
                if (!field.optional()) {
                    faults.add(FieldFault.of(place, FieldReason.MISSING));
                }
            } else {
                lookAt(value, place, faults);
            }
        }
    }

    private static void lookAt(@Nullable Object value, String place, List<FieldFault> faults) {
        switch (value) {
            case null -> faults.add(FieldFault.of(place, FieldReason.WRONG));
            case String text when !isText(text) -> faults.add(FieldFault.of(place, FieldReason.WRONG));
            case String text
            when text.length() > MOST_CHARACTERS ->
                faults.add(new FieldFault(place, FieldReason.OUT_OF_BOUNDS, List.of(0, MOST_CHARACTERS)));
            case LocalDate day
            when !isDay(day) ->
                faults.add(new FieldFault(place, FieldReason.OUT_OF_BOUNDS, List.of(TypedDay.FIRST, TypedDay.LAST)));
            case List<?> entries
            when entries.size() > MOST_ENTRIES ->
                faults.add(new FieldFault(place, FieldReason.OUT_OF_BOUNDS, List.of(0, MOST_ENTRIES)));
            case List<?> entries -> {
                for (int i = 0; i < entries.size(); i++) {
                    lookAt(entries.get(i), place + "/" + i, faults);
                }
            }
            case Record inner -> look(inner, place, faults);
            default -> {}
        }
    }

    /** Whether the database can keep the text: no control but line breaks and tabs, no half of a character. */
    static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE
                        || (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t'));
    }

    static boolean isDay(LocalDate day) {
        return TypedDay.isLikely(day);
    }

    private static @Nullable Object valueOf(Record record, Method accessor) {
        try {
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
