package fangpin.office.web.api;

import fangpin.office.access.ClientKeys;
import fangpin.office.access.MessageSigning;
import fangpin.office.access.Needs;
import fangpin.office.access.Right;
import fangpin.office.access.Sm2PublicKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** By which keys messages are signed: this office's, and the one registered for the program that asks. */
@RestController
class SigningRoutes {
    private final MessageSigning own;
    private final ClientKeys clients;

    SigningRoutes(MessageSigning own, ClientKeys clients) {
        this.own = own;
        this.clients = clients;
    }

    /**
     * 报文签名公钥.
     *
     * @param office this office's, the one in use first; those before it verify older replies
     * @param client the fingerprint of the program's own key; null when it need not sign
     */
    record SigningKeys(List<SigningKey> office, @Nullable String client) {}

    /**
     * 一把公钥.
     *
     * @param publicKey 04, X, Y in hexadecimal
     * @param pem the same as a SubjectPublicKeyInfo
     * @param fingerprint SM3 of that structure, in hexadecimal
     */
    record SigningKey(int number, boolean inUse, String publicKey, String pem, String fingerprint) {}

    @Needs(Right.DESK)
    @GetMapping("/api/v1/signing-keys")
    SigningKeys signingKeys(ApiCall call) {
        return new SigningKeys(
                own.keys().stream().map(SigningRoutes::line).toList(),
                clients.inForce(call.actor()).map(Sm2PublicKey::fingerprint).orElse(null));
    }

    private static SigningKey line(MessageSigning.Key key) {
        Sm2PublicKey shown = key.publicKey();
        return new SigningKey(key.number(), key.inUse(), shown.hex(), shown.pem(), shown.fingerprint());
    }
}
