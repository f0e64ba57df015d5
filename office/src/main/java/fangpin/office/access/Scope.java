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

    /** The scope of a code of GB/T 2260: 371082 is {@code 370000/371000/371082/}, 370000 the whole province. */
    public static Scope ofCode(String code) {
        if (!code.matches("[1-9][0-9]{5}")) {
            throw new IllegalArgumentException("not a code of six digits: " + code);
        }
        String province = code.substring(0, 2) + "0000/";
        String city = code.substring(0, 4) + "00/";
        if (code.endsWith("0000")) {
            return new Scope(province);
        }
        return new Scope(code.endsWith("00") ? province + city : province + city + code + "/");
    }
}
