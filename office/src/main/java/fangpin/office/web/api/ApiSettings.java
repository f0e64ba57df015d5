package fangpin.office.web.api;

import fangpin.office.web.OfficeDay;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.introspect.AnnotationIntrospectorPair;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/** How programs' requests reach the routes, and how strictly their JSON is read. */
@Configuration(proxyBeanMethods = false)
class ApiSettings {
    /** What a field does not say exactly as the document asks is refused: nothing is guessed, nothing silently dropped. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return mapper -> mapper.annotationIntrospector(
                        new AnnotationIntrospectorPair(new SmallWords(), new JacksonAnnotationIntrospector()))
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    @Bean
    WebMvcConfigurer programRequests(OfficeDay day, Clock clock, ParametersKnown parameters) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallParameter(day, clock));
                resolvers.add(new KeyParameter());
                resolvers.add(new SentParameter());
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                // after the check of rights: who may not do something is not told how it would be done
                interceptors
                        .addInterceptor(parameters)
                        .addPathPatterns("/api/**")
                        .order(1);
            }
        };
    }
}
