package fangpin.office.access.internal;

import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.Problems;
import fangpin.office.access.ProgramRefusal;
import fangpin.office.access.Sessions;
import fangpin.office.access.SignedIn;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** 安全过滤: what every request passes before it reaches a page. */
@Configuration(proxyBeanMethods = false)
class FilterChain {
    /** Nothing is loaded from elsewhere, nothing in a page runs but our own files, nobody frames us. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** Health and metrics: open on the port of the management, which listens on this machine only; on the port of the pages there are none. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http) {
        return headers(http)
                .securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Programs: a token in each request, no cookie, no session, so nothing to forge from a browser. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, TokenDesk tokens, Problems problems, Clock clock) {
        return headers(http)
                .securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new TokenFilter(tokens, problems, clock), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint((request, response, failed) -> {
                            response.setHeader("WWW-Authenticate", "Bearer");
                            problems.write(
                                    request,
                                    response,
                                    HttpServletResponse.SC_UNAUTHORIZED,
                                    ProgramRefusal.TOKEN_NEEDED);
                        })
                        .accessDeniedHandler((request, response, denied) -> problems.write(
                                request, response, HttpServletResponse.SC_FORBIDDEN, ProgramRefusal.NO_RIGHT)))
                .build();
    }

    /** People: a session, and with each form the proof that it came from our page. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, Sessions sessions, Audit audit, Clock clock) {
        return headers(http)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SessionFilter(sessions, clock), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/sign-in", "/sign-in/*", "/style/**", "/script/**", "/vendor/**", "/language")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(FilterChain::toSignIn)
                        .accessDeniedHandler((request, response, denied) -> denied(audit, request, response)))
                .build();
    }

    private static HttpSecurity headers(HttpSecurity http) {
        return http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=()"))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny));
    }

    /** Only the path comes back after the sign-in: a query may hold what somebody searched for. */
    private static void toSignIn(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failed)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getMethod().equals("GET")) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/sign-in");
        } else {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        }
    }

    /** A form without its proof: expired, or not from our page. */
    private static void denied(Audit audit, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        SignedIn.now()
                .ifPresent(actor -> audit.recordApart(
                        actor, AuditAction.DENIED, "form", Map.of("method", request.getMethod(), "needs", "CSRF")));
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
