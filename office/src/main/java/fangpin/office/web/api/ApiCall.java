package fangpin.office.web.api;

import fangpin.office.access.Actor;
import fangpin.office.web.Language;
import java.time.Instant;
import java.time.LocalDate;

/**
 * 接口请求: which program asks, in which language, on which day. Methods of routes take it as a parameter.
 *
 * @param today the office's day
 * @param now the true time
 * @param target method and path, without a query: what a key of a repeated request is bound to
 */
record ApiCall(Actor actor, Language language, LocalDate today, Instant now, String target) {}
