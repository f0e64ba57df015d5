package fangpin.office.web.accounts;

import fangpin.office.access.Answer;
import fangpin.office.web.Words;
import org.springframework.stereotype.Component;

/** Refusals as sentences. */
@Component
final class Refusals {
    private final Times times;

    Refusals(Times times) {
        this.times = times;
    }

    String sentence(Words words, Answer.Refused<?> refused) {
        Object[] arguments = refused.arguments().stream().map(times::shown).toArray();
        return words.of(refused.reason().key(), arguments);
    }
}
