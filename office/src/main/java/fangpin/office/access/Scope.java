package fangpin.office.access;

/**
 * 辖区: the division whose rows, and those of every division below it, a person works with.
 *
 * @param path codes from the province down, each followed by a slash: {@code 370000/371000/371082/}; never empty, for an empty
 *     path would hold everything
 */
public record Scope(String path) {
    public Scope {
        if (!path.matches("([0-9a-z-]+/)+")) {
            throw new IllegalArgumentException("not a division's path: " + path);
        }
    }

    /** Whether a division lies within this one. */
    public boolean holds(String otherPath) {
        return otherPath.startsWith(path);
    }
}
