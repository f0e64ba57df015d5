package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document says what the code does: the same routes, rights, fields; and its examples can be sent. */
class OpenApiTest {
    /** What may stand in an address: numbers of rows, places, days, words of lists. Nobody's name or number. */
    private static final Set<String> IN_ADDRESSES =
            Set.of("id", "place", "under", "day", "year", "stage", "kind", "open", "after", "limit");

    private final RunningOffice office = RunningOffice.get();
    private final JsonNode document = Program.document(office);

    private static Map<String, JsonNode> operations(JsonNode document) {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (String path : document.get("paths").propertyNames()) {
            JsonNode methods = document.get("paths").get(path);
            for (String method : methods.propertyNames()) {
                operations.put(method.toUpperCase(Locale.ROOT) + " " + path, methods.get(method));
            }
        }
        return operations;
    }

    @Test
    void everyMappedRouteIsInItWithItsRightAndNoOther() {
        Map<String, String> written = new TreeMap<>();
        operations(document)
                .forEach((route, operation) ->
                        written.put(route, operation.get("x-right").asString()));
        Map<String, String> mapped = new TreeMap<>();
        ApiRightsTest.routes(office).forEach((route, handler) -> {
            Needs needs = handler.getMethodAnnotation(Needs.class);
            mapped.put(route, needs == null ? "" : needs.value().name());
        });
        assertEquals(mapped, written);
        assertEquals("3.1.0", document.get("openapi").asString());
    }

    @Test
    void everyChangingRouteNeedsAKeyAndNoOther() {
        Map<String, HandlerMethod> routes = ApiRightsTest.routes(office);
        operations(document).forEach((route, operation) -> {
            HandlerMethod handler = Objects.requireNonNull(routes.get(route));
            boolean keyed = Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == IdempotencyKey.class);
            assertEquals(
                    route.startsWith("POST ")
                            && !route.endsWith("/search")
                            && !route.endsWith("/trial")
                            // gives a file and notes what for; nothing else changes
                            && !route.endsWith("/rejected.xlsx")
                            // national messages bear a number of their own
                            && !route.contains("/national/"),
                    keyed,
                    route);
            assertEquals(keyed, operation.get("parameters").toString().contains("\"Idempotency-Key\""), route);
        });
    }

    @Test
    void nothingPersonalStandsInAnAddress() {
        Set<String> names = new TreeSet<>();
        for (JsonNode operation : operations(document).values()) {
            for (JsonNode parameter : operation.get("parameters")) {
                if (!parameter.get("in").asString().equals("header")) {
                    names.add(parameter.get("name").asString());
                }
            }
        }
        names.removeAll(IN_ADDRESSES);
        assertEquals(Set.of(), names);
    }

    @Test
    void everySchemaHasTheFieldsOfItsRecordAndNoOther() {
        Map<String, Class<?>> records = records();
        JsonNode schemas = document.at("/components/schemas");
        for (String name : schemas.propertyNames()) {
            JsonNode schema = schemas.get(name);
            Class<?> type = name.endsWith("Listing") ? Listing.class : records.get(name);
            assertTrue(type != null, "no record for " + name);
            Set<String> needed = new TreeSet<>();
            Set<String> fields = new TreeSet<>();
            for (RecordComponent field : type.getRecordComponents()) {
                fields.add(Fields.nameOf(field));
                if (!field.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    needed.add(Fields.nameOf(field));
                }
            }
            assertEquals(fields, new TreeSet<>(schema.get("properties").propertyNames()), name);
            assertEquals(
                    needed,
                    schema.get("required")
                            .valueStream()
                            .map(JsonNode::asString)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    name);
            assertEquals(Fields.isOpen(type), schema.get("additionalProperties").asBoolean(true), name);
        }
    }

    /** Every record of the package, by name. */
    private static Map<String, Class<?>> records() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition any) {
                return true;
            }
        };
        scan.addIncludeFilter(new AssignableTypeFilter(Record.class));
        Map<String, Class<?>> records = new TreeMap<>();
        for (BeanDefinition found : scan.findCandidateComponents("fangpin.office.web.api")) {
            try {
                Class<?> type = Class.forName(found.getBeanClassName());
                records.put(type.getSimpleName(), type);
            } catch (ClassNotFoundException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return records;
    }

    @Test
    void everyExampleFitsItsSchemaAndIsReadAsItIsWritten() throws ReflectiveOperationException {
        JsonMapper strict = office.part(JsonMapper.class);
        Map<String, Class<?>> records = records();
        JsonNode schemas = document.at("/components/schemas");
        List<String> shown = new ArrayList<>();
        for (String name : schemas.propertyNames()) {
            for (JsonNode example : schemas.get(name).path("examples")) {
                shown.add(name);
                assertEquals(List.of(), SchemaCheck.faults(document, schemas.get(name), example), name);
                Object read = strict.readValue(example.toString(), records.get(name));
                assertEquals(example, strict.readTree(strict.writeValueAsString(read)), name);
                if (read instanceof Record said) {
                    assertEquals(List.of(), Fields.faults(said), name);
                }
            }
        }
        assertTrue(
                shown.containsAll(List.of("PersonSearch", "CaseDeclared", "CaseNote", "CaseNotice")), shown.toString());
    }

    @Test
    void everyNameOfAnOperationIsItsOwn() {
        List<String> names = operations(document).values().stream()
                .map(operation -> operation.get("operationId").asString())
                .toList();
        assertEquals(names.size(), new TreeSet<>(names).size());
        Program.Reply english =
                Program.of(office, "370000/", Right.POLICY_READ).get("/api/openapi.json", "Accept-Language", "en");
        assertEquals("The office for programs", english.body().at("/info/title").asString());
    }
}
