package fangpin.kernel;

/** Which calculation this is; stamped on every receipt. */
public final class Engine {
    /** Changes whenever a figure could come out otherwise from the same pack and the same input. */
    public static final String VERSION = "fangpin-kernel 0.1.0";

    private Engine() {}
}
