package fangpin.office.access.internal;

import fangpin.office.access.AccessRefusal;
import fangpin.office.access.Answer;
import fangpin.office.access.SecuritySetting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** 密码规则: long enough, of several kinds of characters, not among the common ones, without the user's name. */
final class PasswordRules {
    private static final int MOST_LENGTH = 128;
    private static final int LEAST_DIFFERENT = 5;
    private static final Set<String> COMMON = read();

    private PasswordRules() {}

    static Answer<String> check(String password, String userName, Map<SecuritySetting, Integer> settings) {
        int least = Objects.requireNonNull(settings.get(SecuritySetting.PASSWORD_LEAST_LENGTH));
        int kinds = Objects.requireNonNull(settings.get(SecuritySetting.PASSWORD_LEAST_KINDS));
        String small = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < least) {
            return Answer.refused(AccessRefusal.PASSWORD_SHORT, least);
        }
        if (password.length() > MOST_LENGTH) {
            return Answer.refused(AccessRefusal.PASSWORD_LONG, MOST_LENGTH);
        }
        if (small.contains(userName) || userName.contains(small)) {
            return Answer.refused(AccessRefusal.PASSWORD_HOLDS_NAME);
        }
        if (common(small)) {
            return Answer.refused(AccessRefusal.PASSWORD_COMMON);
        }
        if (kinds(password) < kinds) {
            return Answer.refused(AccessRefusal.PASSWORD_PLAIN, kinds);
        }
        return Answer.done(password);
    }

    /** A common word stays common with digits and signs around it. */
    private static boolean common(String small) {
        String core = small.replaceAll("^[^a-z]+|[^a-z]+$", "");
        return COMMON.contains(small)
                || (!core.isEmpty() && COMMON.contains(core))
                || small.chars().distinct().count() < LEAST_DIFFERENT;
    }

    private static int kinds(String password) {
        boolean small = password.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        boolean large = password.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        boolean digit = password.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean other = password.chars().anyMatch(c -> !(c < 128 && Character.isLetterOrDigit(c)));
        return (small ? 1 : 0) + (large ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
    }

    private static Set<String> read() {
        InputStream file = PasswordRules.class.getResourceAsStream("/fangpin/office/access/common-passwords.txt");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
