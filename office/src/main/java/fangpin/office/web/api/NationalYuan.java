package fangpin.office.web.api;

import fangpin.office.fund.Yuan;
import java.math.BigDecimal;
import java.util.OptionalLong;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/** 国家接口的金额 (numeric 16,2): yuan, read from a number or a text by its digits, so that nothing is rounded; written as a number. */
@JsonDeserialize(using = NationalYuan.Reader.class)
@JsonSerialize(using = NationalYuan.Writer.class)
record NationalYuan(long fen) {
    /** Reads. */
    static final class Reader extends ValueDeserializer<NationalYuan> {
        @Override
        public NationalYuan deserialize(JsonParser parser, DeserializationContext context) {
            boolean amount = parser.currentToken() == JsonToken.VALUE_STRING
                    || parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                    || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
            OptionalLong fen = amount ? Yuan.fen(parser.getString()) : OptionalLong.empty();
            if (fen.isEmpty()) {
                return context.reportInputMismatch(NationalYuan.class, "not an amount");
            }
            return new NationalYuan(fen.getAsLong());
        }
    }

    /** Writes. */
    static final class Writer extends ValueSerializer<NationalYuan> {
        @Override
        public void serialize(NationalYuan value, JsonGenerator generator, SerializationContext context) {
            generator.writeNumber(BigDecimal.valueOf(value.fen(), 2));
        }
    }
}
