package fangpin.office.web.api;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * 字段扩展 (exp_content): what a product asks for and the national record has no field for: the words of codes, grades, the household's number,
 * by the names of the product's columns. A JSON object, or the text of one, as hospitals' systems write it; written as text.
 *
 * @param words null when it is neither
 */
@JsonDeserialize(using = NationalWords.Reader.class)
@JsonSerialize(using = NationalWords.Writer.class)
record NationalWords(@Nullable Map<String, String> words) {
    private static final int LONGEST = 4000;

    NationalWords {
        words = words == null ? null : Map.copyOf(words);
    }

    /** These words; null when there are none. */
    static @Nullable NationalWords of(Map<String, String> words) {
        return words.isEmpty() ? null : new NationalWords(words);
    }

    private static @Nullable Map<String, String> read(JsonNode node) {
        if (node.isString()) {
            return node.stringValue().isBlank() ? Map.of() : parsed(node.stringValue());
        }
        return object(node);
    }

    private static @Nullable Map<String, String> parsed(String text) {
        try {
            return text.length() > LONGEST ? null : object(JsonMapper.shared().readTree(text));
        } catch (JacksonException noJson) {
            return null;
        }
    }

    private static @Nullable Map<String, String> object(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        Map<String, String> words = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (!value.isString() && !value.isIntegralNumber()) {
                return null;
            }
            String word = value.asString().strip();
            if (!word.isEmpty()) {
                words.put(field.getKey(), word);
            }
        }
        return words;
    }

    /** Without what is said of the person. */
    @Override
    public String toString() {
        return "words";
    }

    /** Reads. */
    static final class Reader extends ValueDeserializer<NationalWords> {
        @Override
        public NationalWords deserialize(JsonParser parser, DeserializationContext context) {
            return new NationalWords(read(context.readTree(parser)));
        }
    }

    /** Writes. */
    static final class Writer extends ValueSerializer<NationalWords> {
        @Override
        public void serialize(NationalWords value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(JsonMapper.shared()
                    .writeValueAsString(new TreeMap<>(value.words() == null ? Map.of() : value.words())));
        }
    }
}
