package fangpin.office.web.api;

import fangpin.office.access.Needs;
import fangpin.office.web.Language;
import fangpin.office.web.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** 接口说明: the OpenAPI 3.1 document, made from the routes as they are mapped, so that it cannot say anything else. */
final class OpenApi {
    /** A route: one method of one address. */
    record Route(String method, String path, HandlerMethod handler) {}

    private static final String JSON = "application/json";

    private final Schemas schemas = new Schemas();
    private final Words words;
    private final Map<String, Object> examples;

    OpenApi(Language language, Map<String, Object> examples) {
        words = Words.in(language);
        this.examples = examples;
    }

    Map<String, Object> document(List<Route> routes) {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        for (Route route : routes) {
            paths.computeIfAbsent(route.path(), path -> new TreeMap<>())
                    .put(route.method().toLowerCase(Locale.ROOT), operation(route));
        }
        schemas.of(Problem.class);
        examples.forEach((name, example) -> {
            if (schemas.named().get(name) instanceof Map<?, ?> schema) {
                Map<String, Object> with = new LinkedHashMap<>();
                schema.forEach((key, value) -> with.put(String.valueOf(key), value));
                with.put("examples", List.of(example));
                schemas.named().put(name, with);
            }
        });
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", words.of("web.api.title"),
                        "version", "1",
                        "description", words.of("web.api.about")));
        document.put("security", List.of(Map.of("token", List.of())));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "securitySchemes", Map.of("token", Map.of("type", "http", "scheme", "bearer")),
                        "schemas", schemas.named()));
        return document;
    }

    private Map<String, Object> operation(Route route) {
        HandlerMethod handler = route.handler();
        String name = handler.getMethod().getName();
        List<Object> parameters = new ArrayList<>();
        Map<String, Object> form = new LinkedHashMap<>();
        boolean sendsFile = Stream.of(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == MultipartFile.class);
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", name);
        operation.put("summary", words.of("web.api.route." + name));
        operation.put("x-right", right(handler));
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.getParameterType() == IdempotencyKey.class) {
                parameters.add(
                        parameter(IdempotencyKey.HEADER, "header", true, Map.of("type", "string", "format", "uuid")));
            } else if (parameter.hasParameterAnnotation(PathVariable.class)) {
                parameters.add(parameter(nameOf(parameter), "path", true, schemas.of(parameter.getParameterType())));
            } else if (parameter.hasParameterAnnotation(RequestParam.class) && sendsFile) {
                form.put(nameOf(parameter), formField(parameter));
            } else if (parameter.hasParameterAnnotation(RequestParam.class)) {
                parameters.add(parameter(
                        nameOf(parameter), "query", isRequired(parameter), schemas.of(parameter.getParameterType())));
            } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
                operation.put("requestBody", body(JSON, schemas.of(parameter.getParameterType())));
            }
        }
        if (sendsFile) {
            operation.put(
                    "requestBody",
                    body(
                            "multipart/form-data",
                            Map.of("type", "object", "properties", form, "required", List.copyOf(form.keySet()))));
        }
        operation.put("parameters", parameters);
        operation.put("responses", responses(handler.getMethod().getGenericReturnType()));
        return operation;
    }

    private static String right(HandlerMethod handler) {
        Needs needs = handler.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException("no right at " + handler);
        }
        return needs.value().name();
    }

    private static String nameOf(MethodParameter parameter) {
        return parameter.getParameter().getName();
    }

    private static boolean isRequired(MethodParameter parameter) {
        RequestParam said = parameter.getParameterAnnotation(RequestParam.class);
        return said != null && said.required() && said.defaultValue().equals(ValueConstants.DEFAULT_NONE);
    }

    private Map<String, Object> formField(MethodParameter parameter) {
        return parameter.getParameterType() == MultipartFile.class
                ? Map.of("type", "string", "contentMediaType", "application/octet-stream")
                : schemas.of(parameter.getParameterType());
    }

    private static Map<String, Object> parameter(String name, String in, boolean required, Object schema) {
        return Map.of("name", name, "in", in, "required", required, "schema", schema);
    }

    private static Map<String, Object> body(String type, Object schema) {
        return Map.of("required", true, "content", Map.of(type, Map.of("schema", schema)));
    }

    private Map<String, Object> responses(Type answer) {
        Map<String, Object> responses = new TreeMap<>();
        if (answer instanceof ParameterizedType entity && entity.getRawType() == ResponseEntity.class) {
            Type inner = entity.getActualTypeArguments()[0];
            if (inner == byte[].class) {
                responses.put(
                        "200", response("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Map.of()));
            } else {
                responses.put("201", response(JSON, schemas.of(inner)));
            }
        } else if (answer instanceof ParameterizedType map && map.getRawType() == Map.class) {
            responses.put("200", response(JSON, Map.of("type", "object")));
        } else {
            responses.put("200", response(JSON, schemas.of(answer)));
        }
        responses.put("default", response("application/problem+json", schemas.of(Problem.class)));
        return responses;
    }

    private Map<String, Object> response(String type, Object schema) {
        return Map.of("description", words.of("web.api.answer"), "content", Map.of(type, Map.of("schema", schema)));
    }
}
