package fangpin.office.web.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON Schemas of the records that come and go, made from the records themselves. */
final class Schemas {
    private static final String REFERENCE = "#/components/schemas/";

    private final Map<String, Object> named = new TreeMap<>();
    private final Map<String, Type> types = new TreeMap<>();

    /** All that were asked for, by name. */
    Map<String, Object> named() {
        return named;
    }

    /** The schema of a type, or a reference to it. */
    Map<String, Object> of(Type type) {
        return of(type, Map.of());
    }

    private Map<String, Object> of(Type type, Map<String, Type> variables) {
        return switch (type) {
            case TypeVariable<?> variable -> of(variables.getOrDefault(variable.getName(), Object.class), variables);
            case ParameterizedType list
            when list.getRawType() == List.class ->
                Map.of("type", "array", "items", of(list.getActualTypeArguments()[0], variables));
            case ParameterizedType generic -> {
                Class<?> raw = (Class<?>) generic.getRawType();
                Type argument = generic.getActualTypeArguments()[0];
                yield record(nameOf(argument) + raw.getSimpleName(), raw, Map.of("T", argument));
            }
            case Class<?> plain
            when plain == NationalYuan.class ->
                Map.of("anyOf", List.of(Map.of("type", "number"), Map.of("type", "string")));
            case Class<?> plain
            when plain == NationalWords.class ->
                Map.of(
                        "anyOf",
                        List.of(
                                Map.of("type", "string"),
                                Map.of("type", "object", "additionalProperties", Map.of("type", "string"))));
            case Class<?> plain when plain.isRecord() -> record(plain.getSimpleName(), plain, Map.of());
            case Class<?> plain when plain.isEnum() -> Map.of("type", "string", "enum", words(plain));
            case Class<?> plain -> plain(plain);
            default -> throw new IllegalStateException("no schema for " + type);
        };
    }

    private static String nameOf(Type type) {
        return type instanceof Class<?> plain ? plain.getSimpleName() : type.getTypeName();
    }

    static List<String> words(Class<?> alternatives) {
        return Arrays.stream(alternatives.getEnumConstants())
                .map(one -> SmallWords.of((Enum<?>) one))
                .toList();
    }

    private static Map<String, Object> plain(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return Map.of("type", "integer", "format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return Map.of("type", "integer", "format", "int64");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (type == String.class) {
            return Map.of("type", "string");
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private Map<String, Object> record(String name, Class<?> type, Map<String, Type> variables) {
        Type before = types.putIfAbsent(name, type);
        if (before == null) {
            // the name is taken before its fields are looked at, for one of them may lead back
            Map<String, Object> schema = new LinkedHashMap<>();
            named.put(name, schema);
            fill(schema, type, variables);
        } else if (before != type) {
            throw new IllegalStateException("two records of the name " + name);
        }
        return Map.of("$ref", REFERENCE + name);
    }

    private void fill(Map<String, Object> schema, Class<?> type, Map<String, Type> variables) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent field : type.getRecordComponents()) {
            Map<String, Object> value = of(field.getGenericType(), variables);
            if (Fields.isOptional(field)) {
                properties.put(Fields.nameOf(field), Map.of("anyOf", List.of(value, Map.of("type", "null"))));
            } else {
                properties.put(Fields.nameOf(field), value);
                required.add(Fields.nameOf(field));
            }
        }
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", Fields.isOpen(type));
    }
}
