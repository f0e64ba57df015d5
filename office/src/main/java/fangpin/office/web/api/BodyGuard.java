package fangpin.office.web.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Looks at each body: not more of it than the interface reads, and every field there that has to be. */
@ControllerAdvice(basePackageClasses = BodyGuard.class)
final class BodyGuard extends RequestBodyAdviceAdapter {
    static final int MOST_BYTES = 1 << 20;

    /** The body goes on after the last byte that is read of one. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        if (message.getHeaders().getContentLength() > MOST_BYTES) {
            throw new RefusedException(ApiRefusal.BODY_LARGE);
        }
        InputStream limited = new Limited(message.getBody());
        InputStream body = type == NationalEnvelope.class ? SentBody.kept(limited) : limited;
        return new HttpInputMessage() {
            @Override
            public InputStream getBody() {
                return body;
            }

            @Override
            public HttpHeaders getHeaders() {
                return message.getHeaders();
            }
        };
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType) {
        if (body instanceof Record said) {
            List<FieldFault> faults = Fields.faults(said);
            if (!faults.isEmpty()) {
                throw RefusedException.fields(faults);
            }
        }
        return body;
    }

    private static final class Limited extends FilterInputStream {
        private int left = MOST_BYTES;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] target, int from, int most) throws IOException {
            int read = super.read(target, from, most);
            count(Math.max(0, read));
            return read;
        }

        private void count(int bytes) throws TooLargeException {
            left -= bytes;
            if (left < 0) {
                throw new TooLargeException();
            }
        }
    }
}
