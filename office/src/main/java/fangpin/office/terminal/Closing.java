package fangpin.office.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** 有序停止: closes what was opened, the last first, once, on Ctrl-C as at the end of a verb. */
final class Closing {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean closed;

    /** Closes at the end of the process too, however it was asked to end. */
    static Closing atExit(Runnable before) {
        Closing closing = new Closing();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (closing.isOpen()) {
                                before.run();
                            }
                            closing.closeAll();
                        },
                        "closing"));
        return closing;
    }

    /** Adds what was just opened; when all is being closed already, closes it at once. */
    synchronized <T extends AutoCloseable> T add(T resource) {
        if (closed) {
            close(resource);
        } else {
            opened.push(resource);
        }
        return resource;
    }

    synchronized boolean isOpen() {
        return !closed;
    }

    /** Closes what is open, the last first. */
    synchronized void closeAll() {
        closed = true;
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    private static void close(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            log().error("not closed: {}", resource, e);
        }
    }

    /** Fetched late: where the log is written is known only once the data folder is open. */
    private static Logger log() {
        return LoggerFactory.getLogger(Closing.class);
    }
}
