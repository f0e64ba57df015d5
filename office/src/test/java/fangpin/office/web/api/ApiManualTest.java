package fangpin.office.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.RunningOffice;
import fangpin.office.access.ProgramRefusal;
import fangpin.office.access.RefusalReason;
import fangpin.office.access.Sm2PublicKey;
import fangpin.office.access.Sm2Signature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/api.md shows requests that exist, with bodies that can be sent, and names every reason of the interface. */
class ApiManualTest {
    private static final Pattern ADDRESS = Pattern.compile("\\$FANGPIN(/[^\" \n?]*)");
    private static final Pattern BODY = Pattern.compile("-d '([^']+)'");

    private final JsonNode document = Program.document(RunningOffice.get());

    private static String manual() throws IOException {
        return Files.readString(Path.of("../docs/api.md"));
    }

    @Test
    void everyRequestItShowsIsOneThatThereIs() throws IOException {
        Matcher blocks = Pattern.compile("(?s)```sh\n(.*?)```").matcher(manual());
        List<String> commands = new ArrayList<>();
        while (blocks.find()) {
            Stream.of(blocks.group(1).replace("\\\n", " ").split("\n", -1))
                    .filter(line -> line.startsWith("curl "))
                    .forEach(commands::add);
        }
        assertTrue(commands.size() > 15, "not many: " + commands);
        for (String command : commands) {
            String path = found(ADDRESS, command);
            String body = found(BODY, command);
            boolean posts = !body.isEmpty() || command.contains(" -F ") || command.contains("-X POST");
            JsonNode operation = operation(posts ? "post" : "get", path);
            assertFalse(operation.isMissingNode(), command);
            assertEquals(
                    operation.get("parameters").toString().contains("Idempotency-Key"),
                    command.contains("Idempotency-Key"),
                    command);
            if (!body.isEmpty()) {
                fits(operation.at("/requestBody/content/application~1json/schema"), body);
            }
        }
    }

    /** The signed example: its text is the text of its message, and OpenSSL signed it with the key of GB/T 32918.5, annex A.2. */
    @Test
    void theSignedExampleIsSoundForAnybodysSm2() throws IOException {
        String manual = manual();
        String text = found(Pattern.compile("(?s)```text\n(.*?)\n```"), manual);
        String message = manual.lines()
                .map(line -> found(BODY, line))
                .filter(body -> body.contains("cainfo"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                text,
                NationalText.of(JsonMapper.shared(), message.getBytes(StandardCharsets.UTF_8))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse(""));
        Sm2PublicKey key = Sm2PublicKey.ofPoint(HexFormat.of()
                .parseHex("0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020"
                        + "CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13"));
        Sm2Signature signature = Sm2Signature.read(
                        JsonMapper.shared().readTree(message).get("cainfo").asString())
                .orElseThrow();
        assertTrue(key.signed(text.getBytes(StandardCharsets.UTF_8), signature));
        // openssl pkey -pubin -outform DER | openssl dgst -sm3
        assertEquals("d94a2fcb88a63e824c32120f09f843778b6a29434a37f9d83e207e5da8806075", key.fingerprint());
    }

    /** A body may leave out what may be null. */
    private void fits(JsonNode schema, String body) {
        List<String> faults =
                SchemaCheck.faults(document, schema, JsonMapper.shared().readTree(body));
        assertEquals(List.of(), faults, body);
    }

    private JsonNode operation(String method, String path) {
        for (String template : document.get("paths").propertyNames()) {
            if (path.matches(template.replaceAll("\\{[^}]+}", "[^/]+"))) {
                JsonNode operation = document.get("paths").get(template).path(method);
                if (!operation.isMissingNode()) {
                    return operation;
                }
            }
        }
        return document.path("none");
    }

    private static String found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .findFirst()
                .orElse("");
    }

    @Test
    void everyReasonOfTheInterfaceIsInItsTableUnderItsStatus() throws IOException {
        String manual = manual();
        for (ApiRefusal refusal : ApiRefusal.values()) {
            String row = manual.lines()
                    .filter(line -> line.startsWith("|") && line.contains("`" + refusal.name() + "`"))
                    .findFirst()
                    .orElse("");
            assertTrue(
                    row.contains(Integer.toString(refusal.status())),
                    refusal.name().toLowerCase(Locale.ROOT));
        }
        for (RefusalReason reason : ProgramRefusal.values()) {
            assertTrue(manual.contains("`" + Problem.name(reason) + "`"), reason.key());
        }
    }
}
