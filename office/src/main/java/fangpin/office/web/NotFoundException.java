package fangpin.office.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** 没有找到: no such record, or none of the reader's division; both look the same from outside. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Answers the page "not found". */
    public NotFoundException() {
        super("not found", null, false, false);
    }
}
