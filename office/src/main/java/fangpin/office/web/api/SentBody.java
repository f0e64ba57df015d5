package fangpin.office.web.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** 报文原文: the bytes of a body as they came, for a signature is of what was sent and not of what was understood. */
final class SentBody {
    private static final String KEPT = SentBody.class.getName();

    private final byte[] bytes;

    private SentBody(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Keeps the body with its request; answers it to be read once more. */
    static InputStream kept(InputStream body) throws IOException {
        byte[] bytes = body.readAllBytes();
        RequestContextHolder.currentRequestAttributes()
                .setAttribute(KEPT, new SentBody(bytes), RequestAttributes.SCOPE_REQUEST);
        return new ByteArrayInputStream(bytes);
    }

    /** What was kept with the request. */
    static SentBody of(RequestAttributes request) {
        if (request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof SentBody sent) {
            return sent;
        }
        throw new IllegalStateException("a route that asks for the body's bytes before its body");
    }

    /** Without what was sent. */
    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
