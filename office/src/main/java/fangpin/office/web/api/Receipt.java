package fangpin.office.web.api;

import org.jspecify.annotations.Nullable;

/**
 * 回执: what came of a change: its number and where to read it. The same request with the same key gets the same receipt.
 *
 * @param sameBefore of a roster: the accepted import of this very file, if there was one; null otherwise
 */
record Receipt(long id, String address, @Nullable Long sameBefore) {
    static Receipt of(String list, long id) {
        return new Receipt(id, list + "/" + id, null);
    }
}
