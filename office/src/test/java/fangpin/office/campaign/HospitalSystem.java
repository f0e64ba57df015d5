package fangpin.office.campaign;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hospital's system that never gives up: it sends the same again until it has an answer. */
final class HospitalSystem {
    private static final String SETTLEMENTS = "/api/v1/settlements";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long GIVES_UP_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI office;
    private final Tally tally;

    HospitalSystem(int port, Tally tally) {
        office = URI.create("http://127.0.0.1:" + port);
        this.tally = tally;
    }

    /** An answer that is one: neither "later" nor nothing. */
    record Reply(int status, JsonNode body) {
        String reason() {
            return body.path("reason").asString("");
        }

        long id() {
            return body.path("id").asLong(-1);
        }
    }

    /** Sends a bill to be settled under its own key. */
    Reply settle(HospitalBill bill) {
        return settle(bill, bill.key());
    }

    /** Sends a bill under another key. */
    Reply settle(HospitalBill bill, String key) {
        return asked(request(bill.sender().token(), SETTLEMENTS)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(bill.json()))
                .build());
    }

    /** Reads a bill. */
    Reply read(SettlingCounty.Sender sender, long bill) {
        return asked(request(sender.token(), SETTLEMENTS + "/" + bill).GET().build());
    }

    /** Cancels a bill, whatever has been decided on it meanwhile. */
    Reply cancel(SettlingCounty.Sender sender, long bill) {
        while (true) {
            int version = read(sender, bill).body().path("version").asInt();
            Reply reply = asked(request(sender.token(), SETTLEMENTS + "/" + bill + "/cancellation")
                    .header(
                            "Idempotency-Key",
                            UUID.nameUUIDFromBytes(("cancel " + bill + " " + version)
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                                    .toString())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"version\":" + version + ",\"reason\":\"费用录错\"}"))
                    .build());
            if (!reply.reason().equals("CHANGED_MEANWHILE")) {
                return reply;
            }
        }
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(office.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private Reply asked(HttpRequest request) {
        long begun = System.nanoTime();
        int tries = 0;
        while (System.nanoTime() - begun < GIVES_UP_NANOS) {
            Optional<Reply> reply = once(request);
            if (reply.isPresent()) {
                if (tries > 0) {
                    tally.repeated(tries, System.nanoTime() - begun);
                }
                return reply.get();
            }
            tries++;
            pause(Math.min(500, 20L * tries));
        }
        throw new IllegalStateException("no answer within five minutes to " + request.method() + " " + request.uri());
    }

    /** Empty for no answer, and for one that says to come again. */
    private Optional<Reply> once(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 500 || answer.statusCode() == 429) {
                return Optional.empty();
            }
            JsonNode body = JsonMapper.shared().readTree(answer.body());
            Reply reply = new Reply(answer.statusCode(), body);
            return reply.reason().equals("REQUEST_IN_PROGRESS") ? Optional.empty() : Optional.of(reply);
        } catch (IOException lost) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static void pause(long milliseconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
