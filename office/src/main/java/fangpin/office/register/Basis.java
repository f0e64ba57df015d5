package fangpin.office.register;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 依据: the pack and the clause a case of a place rests on. Places follow the documents of their own city or, where it has none, of
 * their province.
 */
public record Basis(String pack, String clause) {
    private static final Basis LISHUI = new Basis("lishui-2017", "LS §6.1");
    private static final Basis LIANYUNGANG = new Basis("lianyungang-2021", "LY36 §5");
    private static final Basis LICHENG = new Basis("licheng-2020", "LC §2.1");
    private static final Basis WEIHAI = new Basis("weihai-2020", "WH3 §2b");
    private static final Basis SHANDONG = new Basis("shandong-2020", "SD §3");

    /** The classes of low-income people, which two of the documents know by the same words. */
    private static final Map<StatusKind, String> IN_LIANYUNGANG = Map.of(
            StatusKind.SUBSISTENCE_ALLOWANCE, "LY36 §5",
            StatusKind.DESTITUTE_SUPPORT, "LY36 §5",
            StatusKind.SUDDEN_HARDSHIP, "LY36 §5",
            StatusKind.EXPENDITURE_STRAINED, "LY36 §6");

    /**
     * What a case rests on.
     *
     * @param status recognised or ended by it; null where the case is about something else
     */
    public static Basis of(String path, @Nullable StatusKind status) {
        Basis place = ofPlace(path);
        if (status == null) {
            return place;
        }
        if (place.equals(LIANYUNGANG)) {
            return new Basis(LIANYUNGANG.pack(), IN_LIANYUNGANG.getOrDefault(status, status.clause()));
        }
        return new Basis(place.pack(), status.clause());
    }

    private static Basis ofPlace(String path) {
        if (path.startsWith("370000/371000/")) {
            return WEIHAI;
        }
        if (path.startsWith("370000/370100/")) {
            return LICHENG;
        }
        if (path.startsWith("330000/")) {
            return LISHUI;
        }
        return path.startsWith("320000/") ? LIANYUNGANG : SHANDONG;
    }
}
