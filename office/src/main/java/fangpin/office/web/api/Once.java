package fangpin.office.web.api;

import fangpin.office.access.Answer;
import fangpin.office.access.FieldKind;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 只办一次: does a change and keeps its receipt under the request's key in one transaction: both are there or neither, whatever is
 * killed when. A refusal keeps nothing, for it changed nothing.
 */
@Component
final class Once {
    /** Says that the receipt is of an earlier request. */
    static final String REPLAYED = "Idempotency-Replayed";

    private final ScopedWork work;
    private final KeyRows keys;
    private final Secrets secrets;
    private final JsonMapper json;

    Once(ScopedWork work, KeyRows keys, Secrets secrets, JsonMapper json) {
        this.work = work;
        this.keys = keys;
        this.secrets = secrets;
        this.json = json;
    }

    /** A request as its key remembers it. */
    KeyedRequest keyed(ApiCall call, IdempotencyKey key, Record request) {
        byte[] keyHash = sha256(call.actor().userId() + "\n" + key.text());
        // keyed, for a request says little that could not be guessed
        byte[] requestHash = secrets.fingerprint(
                FieldKind.ATTACHMENT,
                HexFormat.of().formatHex(sha256(call.target() + "\n" + json.writeValueAsString(request))));
        return new KeyedRequest(keyHash, requestHash);
    }

    /** The change's receipt, of now or of the first time. */
    ResponseEntity<Receipt> run(ApiCall call, IdempotencyKey key, Record request, Supplier<Answer<Receipt>> change) {
        KeyedRequest keyed = keyed(call, key, request);
        return work.write(call.actor(), () -> {
                    Optional<Outcome> before =
                            keys.take(List.of(keyed)).getFirst().outcome();
                    if (before.isPresent()) {
                        return before.get();
                    }
                    Receipt receipt = made(change.get());
                    keys.keep(List.of(new KeyRows.Fresh(keyed, call, receipt)));
                    return new Outcome.Settled(receipt, false);
                })
                .response();
    }

    /** What a request comes to; a refusal may still do something of its own, when nothing of the change is left. */
    static ResponseEntity<Receipt> orElse(
            Supplier<ResponseEntity<Receipt>> request, UnaryOperator<Answer<Receipt>> refused) {
        try {
            return request.get();
        } catch (RefusedException first) {
            Answer<Receipt> said =
                    Answer.refused(first.reason(), first.arguments().toArray());
            throw switch (refused.apply(said)) {
                case Answer.Refused<Receipt> last -> new RefusedException(last, first.faults());
                case Answer.Done<Receipt> done -> new IllegalStateException("refused, and done: " + done);
            };
        }
    }

    /** A refusal leaves by an exception, so that nothing of the transaction stays. */
    private static Receipt made(Answer<Receipt> answer) {
        return switch (answer) {
            case Answer.Done<Receipt>(Receipt receipt) -> receipt;
            case Answer.Refused<Receipt> refused -> throw new RefusedException(refused, List.of());
        };
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
