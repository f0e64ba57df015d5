package fangpin.office.access.internal;

import fangpin.office.access.MessageSigning;
import fangpin.office.access.Secrets;
import java.util.List;
import java.util.NavigableMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Signs with the key of the highest number; the first one is made when there is none. No mark of it stands in the database: nothing is
 * sealed with it, so a lost one must not keep the office closed; hospitals see another fingerprint.
 */
@Service
final class OfficeSigner implements MessageSigning {
    private static final Logger LOG = LoggerFactory.getLogger(OfficeSigner.class);

    private final KeyFolder keys;

    OfficeSigner(Secrets secrets) {
        keys = secrets.keys();
    }

    @Override
    public String sign(byte[] text) {
        return Sm2.sign(there().lastEntry().getValue().bytes(), text);
    }

    @Override
    public List<Key> keys() {
        NavigableMap<Integer, SecretKey> all = there();
        int inUse = all.lastKey();
        return all.descendingMap().values().stream()
                .map(key -> key.signing(key.id() == inUse))
                .toList();
    }

    private NavigableMap<Integer, SecretKey> there() {
        if (keys.signings().isEmpty()) {
            MessageSigning.Key made = keys.firstSigning().signing(true);
            LOG.info(
                    "a key that signs messages was made, fingerprint {}",
                    made.publicKey().grouped());
        }
        return keys.signings();
    }
}
