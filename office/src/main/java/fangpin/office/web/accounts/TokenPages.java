package fangpin.office.web.accounts;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Answer;
import fangpin.office.access.ApiTokens;
import fangpin.office.access.ClientKeys;
import fangpin.office.access.MessageSigning;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.Sm2PublicKey;
import fangpin.office.web.Desk;
import fangpin.office.web.NotFoundException;
import fangpin.office.web.Page;
import fangpin.office.web.PageView;
import fangpin.office.web.Place;
import fangpin.office.web.See;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 接口凭证: one token with the keys by which its national messages are signed. */
@Controller
public class TokenPages {
    private static final int NOT_ACCEPTED = 422;

    /** What the page shows; the text of the form as it was typed. */
    public record Shown(
            ApiTokens.Listed token,
            List<ClientKeys.Registered> keys,
            MessageSigning.Key office,
            Times times,
            String typed,
            String error) {
        public Shown {
            keys = List.copyOf(keys);
        }

        /** Whether the token's messages have to be signed. */
        public boolean signs() {
            return keys.stream().anyMatch(key -> key.until() == null);
        }

        /** Whether it sends messages that could be signed, now. */
        public boolean sends() {
            return token.revokedAt() == null
                    && (token.rights().contains(Right.SETTLEMENT_READ)
                            || token.rights().contains(Right.SETTLEMENT_WRITE));
        }
    }

    private final ApiTokens tokens;
    private final ClientKeys keys;
    private final MessageSigning signing;
    private final Times times;
    private final Refusals refusals;
    private final Clock clock;

    TokenPages(ApiTokens tokens, ClientKeys keys, MessageSigning signing, Times times, Refusals refusals, Clock clock) {
        this.tokens = tokens;
        this.keys = keys;
        this.signing = signing;
        this.times = times;
        this.refusals = refusals;
        this.clock = clock;
    }

    @Needs(Right.SECURITY_MANAGE)
    @GetMapping("/security/tokens/{id}")
    View show(Desk desk, @PathVariable("id") long id) {
        return shown(desk, id, "", "");
    }

    @Needs(Right.SECURITY_MANAGE)
    @PostMapping("/security/tokens/{id}/key")
    View register(Desk desk, @PathVariable("id") long id, @RequestParam("key") String key) {
        return switch (keys.register(desk.actor(), id, key, clock.instant())) {
            case Answer.Done<Sm2PublicKey> done -> See.other("/security/tokens/" + id);
            case Answer.Refused<Sm2PublicKey> refused ->
                // a private key is not shown again
                shown(
                                desk,
                                id,
                                refused.reason() == AccessRefusal.KEY_PRIVATE ? "" : key,
                                refusals.sentence(desk.words(), refused))
                        .withStatus(NOT_ACCEPTED);
        };
    }

    @Needs(Right.SECURITY_MANAGE)
    @PostMapping("/security/tokens/{id}/key/withdraw")
    View withdraw(Desk desk, @PathVariable("id") long id) {
        return switch (keys.withdraw(desk.actor(), id, clock.instant())) {
            case Answer.Done<Long> done -> See.other("/security/tokens/" + id);
            case Answer.Refused<Long> refused -> throw new NotFoundException();
        };
    }

    private PageView shown(Desk desk, long id, String typed, String error) {
        ApiTokens.Listed token = tokens.find(desk.actor(), id).orElseThrow(NotFoundException::new);
        Page page = new Page(desk, token.displayName(), List.of(), Place.SECURITY)
                .under(desk.words().of("access.security.title"), "/security");
        return PageView.of(
                "accounts/one-token.jte",
                page,
                new Shown(token, keys.of(desk.actor(), id), signing.keys().getFirst(), times, typed, error));
    }
}
