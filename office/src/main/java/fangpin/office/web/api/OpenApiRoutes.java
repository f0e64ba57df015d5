package fangpin.office.web.api;

import fangpin.office.access.Needs;
import fangpin.office.access.Problems;
import fangpin.office.access.Right;
import fangpin.office.web.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Serves the document. */
@RestController
class OpenApiRoutes {
    private static final String EXAMPLES = "/fangpin/office/web/api-examples.json";

    private final ObjectProvider<RequestMappingHandlerMapping> mapping;
    private final Map<Language, Map<String, Object>> documents = new ConcurrentHashMap<>();

    OpenApiRoutes(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mapping) {
        this.mapping = mapping;
    }

    @Needs(Right.DESK)
    @GetMapping("/api/openapi.json")
    Map<String, Object> openApi(ApiCall call) {
        return documents.computeIfAbsent(
                call.language(), language -> new OpenApi(language, examples()).document(routes()));
    }

    private List<OpenApi.Route> routes() {
        List<OpenApi.Route> routes = new ArrayList<>();
        mapping.getObject()
                .getHandlerMethods()
                .forEach((info, handler) -> info.getPatternValues().stream()
                        .filter(Problems::areFor)
                        .forEach(pattern -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(new OpenApi.Route(method.name(), pattern, handler)))));
        return routes;
    }

    private static Map<String, Object> examples() {
        try (InputStream file = OpenApiRoutes.class.getResourceAsStream(EXAMPLES)) {
            return JsonMapper.shared().readValue(file, new TypeReference<Map<String, Object>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
