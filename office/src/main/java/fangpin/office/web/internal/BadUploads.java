package fangpin.office.web.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** 上传有误: a form that should bring a file and is none, or brings too much, is the sender's mistake and not ours. */
@ControllerAdvice
class BadUploads {
    @ExceptionHandler(MultipartException.class)
    void refuse(MultipartException wrong, HttpServletResponse response) throws IOException {
        response.sendError(
                wrong instanceof MaxUploadSizeExceededException
                        ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                        : HttpServletResponse.SC_BAD_REQUEST);
    }
}
