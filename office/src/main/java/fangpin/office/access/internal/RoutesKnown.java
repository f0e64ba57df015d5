package fangpin.office.access.internal;

import fangpin.office.access.Needs;
import fangpin.office.access.OpenToAll;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** 无权限标注不启动: an office with a route that says neither the right it needs nor that it is open to all does not start. */
@Component
final class RoutesKnown implements SmartInitializingSingleton {
    private final RequestMappingHandlerMapping routes;

    RoutesKnown(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<HandlerMethod> unsaid = routes.getHandlerMethods().values().stream()
                .filter(route -> route.hasMethodAnnotation(Needs.class) == route.hasMethodAnnotation(OpenToAll.class))
                .toList();
        if (!unsaid.isEmpty()) {
            throw new IllegalStateException("routes that say neither @Needs nor @OpenToAll, or both: " + unsaid);
        }
    }
}
