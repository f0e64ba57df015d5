package fangpin.office.web.api;

import fangpin.office.access.Answer;
import fangpin.office.access.Audit;
import fangpin.office.access.AuditAction;
import fangpin.office.access.ClientKeys;
import fangpin.office.access.FieldKind;
import fangpin.office.access.MessageSigning;
import fangpin.office.access.ScopedWork;
import fangpin.office.access.Secrets;
import fangpin.office.access.SecuritySetting;
import fangpin.office.access.SecuritySettings;
import fangpin.office.access.Sm2PublicKey;
import fangpin.office.access.Sm2Signature;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * 报文验签与签名 (GB/T 39786): a program for which an SM2 key is registered signs each of its national messages, and says when; a message kept from
 * long ago, or another under the same number, is refused, the very same one is answered as before. Replies are signed by this office.
 */
@Component
final class NationalSeals {
    static final String SM2 = "SM2";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final ClientKeys clients;
    private final MessageSigning own;
    private final SecuritySettings settings;
    private final ScopedWork work;
    private final KeyRows numbers;
    private final Secrets secrets;
    private final Audit audit;
    private final JsonMapper json;

    NationalSeals(
            ClientKeys clients,
            MessageSigning own,
            SecuritySettings settings,
            ScopedWork work,
            KeyRows numbers,
            Secrets secrets,
            Audit audit,
            JsonMapper json) {
        this.clients = clients;
        this.own = own;
        this.settings = settings;
        this.work = work;
        this.numbers = numbers;
        this.secrets = secrets;
        this.audit = audit;
        this.json = json;
    }

    /** The key by which the program has to sign; empty when it need not. */
    Optional<Sm2PublicKey> keyOf(ApiCall call) {
        return clients.inForce(call.actor());
    }

    /** Whether a message may be looked at. What has a wrong signature is recorded, for somebody may have changed it on its way. */
    Answer<Boolean> checked(ApiCall call, NationalEnvelope asked, SentBody sent, Optional<Sm2PublicKey> key) {
        if (!text(asked.encType()).isEmpty()) {
            return Answer.refused(NationalRefusal.ENCRYPTED, text(asked.encType()));
        }
        return key.isEmpty() ? Answer.done(true) : checked(call, asked, sent, key.get());
    }

    private Answer<Boolean> checked(ApiCall call, NationalEnvelope asked, SentBody sent, Sm2PublicKey key) {
        if (text(asked.cainfo()).isEmpty()) {
            return Answer.refused(NationalRefusal.SIGNATURE_MISSING);
        }
        if (!SM2.equals(text(asked.signtype()))) {
            return Answer.refused(NationalRefusal.SIGNTYPE, text(asked.signtype()));
        }
        Optional<Sm2Signature> signature = Sm2Signature.read(text(asked.cainfo()));
        if (signature.isEmpty()) {
            return Answer.refused(NationalRefusal.SIGNATURE_MALFORMED);
        }
        Optional<byte[]> signed = NationalText.of(json, sent.bytes());
        if (signed.isEmpty()) {
            return Answer.refused(NationalRefusal.TEXT_AMBIGUOUS);
        }
        if (!key.signed(signed.get(), signature.get())) {
            audit.recordApart(
                    call.actor(),
                    AuditAction.DENIED,
                    call.target(),
                    Map.of("why", NationalRefusal.SIGNATURE_WRONG.key(), "key", key.grouped()));
            return Answer.refused(NationalRefusal.SIGNATURE_WRONG, key.fingerprint());
        }
        return fresh(call, asked, signed.get());
    }

    /** A number of a message is used once; who sends the same message again within a day gets the same answer. */
    private Answer<Boolean> fresh(ApiCall call, NationalEnvelope asked, byte[] signed) {
        String number = text(asked.msgid());
        if (number.isEmpty() || text(asked.infTime()).isEmpty()) {
            return Answer.refused(NationalRefusal.FIELD_MISSING, number.isEmpty() ? "msgid" : "inf_time");
        }
        Optional<Instant> said = time(text(asked.infTime()));
        if (said.isEmpty()) {
            return Answer.refused(NationalRefusal.TIME_FORM);
        }
        int minutes = settings.get(SecuritySetting.MESSAGE_MINUTES);
        boolean stale = Duration.between(said.get(), call.now()).abs().compareTo(Duration.ofMinutes(minutes)) > 0;
        byte[] key = sha256(("national\n" + call.actor().userId() + "\n" + number).getBytes(StandardCharsets.UTF_8));
        // keyed, for a message says little that could not be guessed
        byte[] content =
                secrets.fingerprint(FieldKind.ATTACHMENT, HexFormat.of().formatHex(sha256(signed)));
        return work.write(call.actor(), () -> {
            if (!stale) {
                numbers.meet(key, call.actor(), content, "/api/v1/national/message", call.now());
            }
            Optional<KeyRows.Kept> kept = numbers.find(key, content);
            if (kept.isEmpty()) {
                return Answer.refused(NationalRefusal.TIME_STALE, text(asked.infTime()), minutes);
            }
            return kept.get().sameRequest() ? Answer.done(true) : Answer.refused(NationalRefusal.MSGID_REUSED, number);
        });
    }

    /** The reply with this office's signature of everything else in it. */
    NationalReply signed(NationalReply reply) {
        NationalReply said = reply.withoutAmpersands().signed(null);
        byte[] text = NationalText.of(json, json.writeValueAsBytes(said)).orElseThrow();
        return said.signed(own.sign(text));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).toInstant(CHINA));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "").strip();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
