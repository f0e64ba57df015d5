package fangpin.office.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** As much of JSON Schema as the document uses; a word it does not know is an error. */
final class SchemaCheck {
    private static final Set<String> KNOWN = Set.of(
            "$ref",
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "anyOf",
            "enum",
            "format",
            "examples");

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    SchemaCheck(JsonNode document) {
        this.document = document;
    }

    /** What of the value is not as the schema says. */
    static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
        SchemaCheck check = new SchemaCheck(document);
        check.look(schema, value, "");
        return check.faults;
    }

    private void look(JsonNode schema, JsonNode value, String at) {
        schema.propertyNames().stream()
                .filter(word -> !KNOWN.contains(word))
                .forEach(word -> faults.add(at + " unknown word " + word));
        if (schema.has("$ref")) {
            look(document.at(schema.get("$ref").asString().substring(1)), value, at);
        }
        if (schema.has("anyOf")) {
            boolean any = false;
            for (JsonNode one : schema.get("anyOf")) {
                any |= faults(document, one, value).isEmpty();
            }
            if (!any) {
                faults.add(at + " fits none of " + schema);
            }
        }
        if (schema.has("type")) {
            typed(schema, value, at);
        }
    }

    private void typed(JsonNode schema, JsonNode value, String at) {
        String type = schema.get("type").asString();
        boolean fits = switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
        if (!fits) {
            faults.add(at + " is not " + type);
            return;
        }
        if (schema.has("enum") && !among(schema.get("enum"), value)) {
            faults.add(at + " is none of its words");
        }
        if (schema.has("format")
                && schema.get("format").asString().equals("date")
                && !value.asString().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
            faults.add(at + " is no date");
        }
        if (schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                look(schema.get("items"), value.get(i), at + "/" + i);
            }
        }
        if (schema.has("properties")) {
            properties(schema, value, at);
        }
    }

    private static boolean among(JsonNode words, JsonNode value) {
        for (JsonNode word : words) {
            if (word.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private void properties(JsonNode schema, JsonNode value, String at) {
        Set<String> known = new TreeSet<>(schema.get("properties").propertyNames());
        for (JsonNode name : schema.get("required")) {
            if (!value.has(name.asString())) {
                faults.add(at + "/" + name.asString() + " is missing");
            }
        }
        for (String name : value.propertyNames()) {
            if (known.contains(name)) {
                look(schema.get("properties").get(name), value.get(name), at + "/" + name);
            } else {
                faults.add(at + "/" + name + " is not in the document");
            }
        }
    }
}
