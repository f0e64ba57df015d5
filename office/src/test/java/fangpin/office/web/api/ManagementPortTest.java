package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Browser;
import fangpin.office.RunningOffice;
import fangpin.office.access.Right;
import fangpin.office.register.Neighbourhood;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.Environment;

/** Health and metrics are told on a port of their own and nowhere else, and tell of nobody. */
class ManagementPortTest {
    private final RunningOffice office = RunningOffice.get();

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        String port = office.part(Environment.class).getProperty("local.management.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, 200",
        "/actuator/health/liveness, 200",
        "/actuator/health/readiness, 200",
        "/actuator/prometheus, 200",
        "/actuator/env, 303",
        "/actuator/heapdump, 303"
    })
    void healthAndMetricsAndNothingElse(String path, int status) throws IOException, InterruptedException {
        assertEquals(status, ask(path).statusCode());
        assertEquals(303, new Browser(office).get(path).statusCode(), "not on the port of the pages");
    }

    @Test
    void aMetricNamesTheRouteAndNotTheRow() throws IOException, InterruptedException {
        Program.of(office, Neighbourhood.EAST, Right.REGISTER_READ).get("/api/v1/persons/987654321");
        String metrics = ask("/actuator/prometheus").body();
        assertTrue(metrics.contains("uri=\"/api/v1/persons/{id}\""), metrics);
        assertFalse(metrics.contains("987654321"));
    }
}
