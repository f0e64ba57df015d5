package fangpin.office.web.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/** 国家接口的日期: yyyy-MM-dd; some systems send the time besides ({@code 2020-05-01 08:30:00}), which is passed over. */
final class NationalDay extends ValueDeserializer<LocalDate> {
    private static final int DAY = 10;

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
        String text = parser.getString().strip();
        try {
            return LocalDate.parse(text.matches("[0-9-]{10}[ T][0-9:.]{5,12}") ? text.substring(0, DAY) : text);
        } catch (DateTimeParseException wrong) {
            return context.reportInputMismatch(LocalDate.class, "not a day");
        }
    }
}
