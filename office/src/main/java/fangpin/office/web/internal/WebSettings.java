package fangpin.office.web.internal;

import fangpin.office.web.OfficeDay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How requests reach the pages. */
@Configuration(proxyBeanMethods = false)
class WebSettings {
    /** The office's clock: China's day, wherever the machine stands. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Asia/Shanghai"));
    }

    /** The day of the office: {@code fangpin.today} is set where the demonstration is shown. */
    @Bean
    OfficeDay officeDay(Clock clock, @Value("${fangpin.today:}") String today) {
        return today.isEmpty() ? OfficeDay.of(clock) : OfficeDay.staged(clock, LocalDate.parse(today));
    }

    @Bean
    WebMvcConfigurer pageRequests(DeskParameter desk) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(desk);
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                // alternatives are written in small letters in addresses: newest, key-village
                ApplicationConversionService.addApplicationConverters(registry);
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry files) {
                for (String folder : List.of("style", "script", "vendor")) {
                    files.addResourceHandler("/" + folder + "/**")
                            .addResourceLocations("classpath:/static/" + folder + "/")
                            .setCacheControl(CacheControl.maxAge(Duration.ofHours(1)));
                }
            }
        };
    }
}
