package fangpin.office.web.api;

import fangpin.office.RunningOffice;
import fangpin.office.access.Account;
import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.access.ApiTokens;
import fangpin.office.access.Right;
import fangpin.office.access.Role;
import fangpin.office.access.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An outside program with a token. Every answer it gets is held against the document, so every test of a route tests that too. */
public final class Program {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int OFTEN = 6_000;

    private static @Nullable JsonNode document;

    private final RunningOffice office;
    private final String token;
    private final String userName;

    private Program(RunningOffice office, String token, String userName) {
        this.office = office;
        this.token = token;
        this.userName = userName;
    }

    /** The number of its token's row. */
    long tokenId() {
        return office.part(ApiTokens.class).list(maker(office)).stream()
                .filter(one -> one.userName().equals(userName))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Who makes tokens. */
    static Actor maker(RunningOffice office) {
        Account maker = office.account("api-token-maker", "370000", Role.SECURITY_ADMINISTRATOR);
        return new Actor(maker.id(), "maker", maker.roles(), new Scope("370000/"), "");
    }

    /** An answer. */
    public record Reply(int status, JsonNode body, HttpResponse<byte[]> whole) {
        String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }

        /** The named reason of a problem; empty for an answer that is none. */
        public String reason() {
            return body.path("reason").asString("");
        }

        public String text() {
            return new String(whole.body(), StandardCharsets.UTF_8);
        }
    }

    /** With these rights in a place. */
    public static Program of(RunningOffice office, String path, Right... rights) {
        return of(office, path, OFTEN, rights);
    }

    static Program of(RunningOffice office, String path, int perMinute, Right... rights) {
        Instant now = Instant.now();
        String userName = "api-program-" + COUNT.incrementAndGet();
        Answer<String> made = office.part(ApiTokens.class)
                .make(
                        maker(office),
                        new ApiTokens.Wanted(
                                userName,
                                "外部程序",
                                new Scope(path),
                                "某地",
                                Set.of(rights),
                                perMinute,
                                now.plus(Duration.ofDays(1))),
                        now);
        return switch (made) {
            case Answer.Done<String>(String token) -> new Program(office, token, userName);
            case Answer.Refused<String> refused -> throw new AssertionError(refused);
        };
    }

    /** The document, as the office serves it. */
    static JsonNode document(RunningOffice office) {
        JsonNode known = document;
        if (known == null) {
            Reply reply = of(office, "370000/", Right.POLICY_READ).raw("GET", "/api/openapi.json", null, Map.of());
            known = reply.body();
            document = known;
        }
        return known;
    }

    /** The header that lets it in. */
    String authorization() {
        return "Bearer " + token;
    }

    /** Asks for something. */
    public Reply get(String path) {
        return checked("GET", path, raw("GET", path, null, Map.of()));
    }

    Reply get(String path, String header, String value) {
        return checked("GET", path, raw("GET", path, null, Map.of(header, value)));
    }

    /** Posts JSON, with a new key. */
    public Reply post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString());
    }

    /** Posts JSON under a key. */
    public Reply post(String path, String json, String key) {
        Map<String, String> headers = Map.of("Content-Type", "application/json", "Idempotency-Key", key);
        return checked("POST", path, raw("POST", path, json.getBytes(StandardCharsets.UTF_8), headers));
    }

    /** Posts a file with the fields of its form. */
    Reply send(String path, String fileName, byte[] file, Map<String, String> fields, String key) {
        String edge = "edge-" + UUID.randomUUID();
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(
                "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        form.append("--" + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        byte[] head = form.toString().getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + file.length + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(file, 0, body, head.length, file.length);
        System.arraycopy(tail, 0, body, head.length + file.length, tail.length);
        return checked(
                "POST",
                path,
                raw(
                        "POST",
                        path,
                        body,
                        Map.of("Content-Type", "multipart/form-data; boundary=" + edge, "Idempotency-Key", key)));
    }

    /** Sends whatever it is, as it is. */
    Reply raw(String method, String path, byte @Nullable [] body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(office.at(path))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .header("Authorization", authorization());
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean json =
                    answer.headers().firstValue("Content-Type").orElse("").contains("json");
            JsonMapper mapper = JsonMapper.shared();
            JsonNode read = json ? mapper.readTree(answer.body()) : mapper.nullNode();
            return new Reply(answer.statusCode(), read, answer);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Holds an answer against what the document says of its route. */
    private Reply checked(String method, String address, Reply reply) {
        JsonNode document = document(office);
        if (reply.status() >= 400) {
            assertFits(document.at("/components/schemas/Problem"), reply);
            if (!reply.header("Content-Type").equals("application/problem+json")
                    || reply.body().get("status").asInt() != reply.status()) {
                throw new AssertionError(address + " " + reply.header("Content-Type") + " " + reply.body());
            }
            return reply;
        }
        String path = address.replaceAll("\\?.*", "");
        for (String template : document.get("paths").propertyNames()) {
            JsonNode operation = document.get("paths").get(template).path(method.toLowerCase(Locale.ROOT));
            if (path.matches(template.replaceAll("\\{[^}]+}", "[^/]+")) && !operation.isMissingNode()) {
                JsonNode content = operation.at("/responses/" + reply.status() + "/content");
                for (String type : content.propertyNames()) {
                    if (type.equals("application/json")) {
                        assertFits(content.get(type).get("schema"), reply);
                    }
                    return reply;
                }
            }
        }
        throw new AssertionError("the document does not know " + reply.status() + " of " + method + " " + address);
    }

    private void assertFits(JsonNode schema, Reply reply) {
        List<String> faults = new ArrayList<>(SchemaCheck.faults(document(office), schema, reply.body()));
        if (!faults.isEmpty()) {
            throw new AssertionError(faults + " in " + reply.text());
        }
    }
}
