package fangpin.packs.diff;

import org.jspecify.annotations.Nullable;

/**
 * One value that the two packs do not share.
 *
 * @param path where it stands, such as {@code products[accident].premium.amount}
 * @param before as the first pack has it; null if only the second does
 * @param after as the second pack has it; null if only the first does
 * @param clauseBefore what the first pack cites for it; empty if nothing
 * @param clauseAfter what the second pack cites for it; empty if nothing
 * @param figure true if a number changed, false if words did
 */
public record Change(
        String path,
        @Nullable String before,
        @Nullable String after,
        String clauseBefore,
        String clauseAfter,
        boolean figure) {}
