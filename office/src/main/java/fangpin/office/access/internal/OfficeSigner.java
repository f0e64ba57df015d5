package fangpin.office.access.internal;

import fangpin.office.access.MessageSigning;
import fangpin.office.access.Secrets;
import java.util.List;
import java.util.NavigableMap;
import org.springframework.stereotype.Service;

/** Signs with the key of the highest number; the first one is made when there is none. */
@Service
final class OfficeSigner implements MessageSigning {
    private final KeyFolder keys;
    private final KeyMarks marks;

    OfficeSigner(Secrets secrets, KeyMarks marks) {
        keys = secrets.keys();
        this.marks = marks;
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
            marks.remember(keys.firstSigning());
        }
        return keys.signings();
    }
}
