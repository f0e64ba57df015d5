package fangpin.office.web.api;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** 办结: what came of a request with a key. */
sealed interface Outcome {
    /**
     * Done.
     *
     * @param before by an earlier request under the same key
     */
    record Settled(Receipt receipt, boolean before) implements Outcome {}

    /** Not done, for a reason. */
    record Refused(RefusedException why) implements Outcome {}

    /** The answer, or the refusal thrown. */
    default ResponseEntity<Receipt> response() {
        return switch (this) {
            case Settled(Receipt receipt, boolean before) ->
                ResponseEntity.created(URI.create(receipt.address()))
                        .header(Once.REPLAYED, Boolean.toString(before))
                        .body(receipt);
            case Refused(RefusedException why) -> throw why;
        };
    }
}
