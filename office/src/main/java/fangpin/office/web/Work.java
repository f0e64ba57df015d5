package fangpin.office.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 待办: what waits for the reader, why, and until when.
 *
 * @param words key of what is to be done, with its arguments
 * @param about whom or what it is about
 * @param clause why
 * @param dueOn first day it is late; null where there is no limit
 * @param address where it is done
 */
public record Work(
        String words,
        List<Object> arguments,
        String about,
        String clause,
        @Nullable LocalDate dueOn,
        String address) {}
