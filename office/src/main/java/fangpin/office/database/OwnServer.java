package fangpin.office.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * 自备数据库: a PostgreSQL of one's own, named on the command line.
 *
 * @param url the JDBC address, without user or password
 * @param administrator a login that may make roles and owns the database
 */
public record OwnServer(String url, Login administrator) {
    private static final Pattern USER = Pattern.compile("([?&])user=([^&]*)&?");
    private static final Pattern PASSWORD = Pattern.compile("[?&](ssl)?password=", Pattern.CASE_INSENSITIVE);

    /** Reads the address; the password comes apart from it, for the command line of a process is no secret. */
    public static OwnServer of(String named, @Nullable String password) throws RefusedException {
        String address = named.toLowerCase(Locale.ROOT).startsWith("jdbc:") ? named.substring("jdbc:".length()) : named;
        URI uri = uri(address);
        String userInfo = Objects.requireNonNullElse(uri.getUserInfo(), "");
        if (userInfo.contains(":") || PASSWORD.matcher(address).find()) {
            throw new RefusedException(Reason.DATABASE_PASSWORD_IN_ADDRESS);
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        Matcher inQuery = USER.matcher(query);
        Optional<String> user = inQuery.find()
                ? Optional.of(inQuery.group(2))
                : Optional.of(userInfo).filter(given -> !given.isEmpty());
        if (user.isEmpty()) {
            throw new RefusedException(Reason.DATABASE_ADDRESS, "user");
        }
        if (password == null || password.isEmpty()) {
            throw new RefusedException(Reason.DATABASE_PASSWORD_MISSING);
        }
        String rest =
                query.isEmpty() ? "" : USER.matcher(query).replaceFirst("$1").replaceFirst("[?&]$", "");
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String url = "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + rest;
        return new OwnServer(url, new Login(user.get(), password));
    }

    private static URI uri(String address) throws RefusedException {
        try {
            URI uri = new URI(address);
            boolean ours = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
            if (!ours
                    || uri.getHost() == null
                    || uri.getPath() == null
                    || uri.getPath().length() < 2) {
                throw new RefusedException(Reason.DATABASE_ADDRESS, "host / database");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new RefusedException(Reason.DATABASE_ADDRESS, e.getReason());
        }
    }
}
