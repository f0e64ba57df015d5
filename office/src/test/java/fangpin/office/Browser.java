package fangpin.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does, without pictures: keeps cookies, sends forms with their proof, follows nothing by itself. */
public final class Browser {
    private static final Pattern CSRF = Pattern.compile("name=\"(?:_csrf\" value|csrf\" content)=\"([^\"]+)\"");

    private final Function<String, URI> office;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private String csrf = "";

    /** A browser that nobody has used yet. */
    public Browser(RunningOffice office) {
        this(office::at);
    }

    /** A browser of an office that runs elsewhere. */
    public Browser(Function<String, URI> office) {
        this.office = office;
    }

    /** A browser in which an account of {@link RunningOffice#account} has signed in. */
    public static Browser signedIn(RunningOffice office, String userName) {
        Browser browser = new Browser(office);
        HttpResponse<String> done = browser.signIn(userName, RunningOffice.PASSWORD);
        if (done.statusCode() != 303 || !location(done).equals("/")) {
            throw new IllegalStateException(done.statusCode() + " " + done.body());
        }
        browser.get("/account");
        return browser;
    }

    /** Fills in and sends the form of the sign-in. */
    public HttpResponse<String> signIn(String userName, String password) {
        get("/sign-in");
        return post("/sign-in", Map.of("user", userName, "password", password));
    }

    /** Asks for a page. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(office.apply(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Sends a form with the proof of the page last seen. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", csrf);
        return postRaw(path, all);
    }

    /** Sends a form as it is. */
    public HttpResponse<String> postRaw(String path, Map<String, String> fields) {
        return send(form(path, fields));
    }

    private HttpRequest form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(office.apply(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** Sends a file with the proof of the page last seen. */
    public HttpResponse<String> postFile(String path, String fileName, String text) {
        String edge = "edge-" + UUID.randomUUID();
        String form =
                "--" + edge + "\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + csrf + "\r\n--" + edge
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + text + "\r\n--" + edge + "--\r\n";
        return send(HttpRequest.newBuilder(office.apply(path))
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** Asks by a form for a file, which is kept in a place. */
    public HttpResponse<Path> download(String path, Map<String, String> fields, Path place) {
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", csrf);
        return kept(form(path, all), place);
    }

    /** Asks by an address for a file, which is kept in a place. */
    public HttpResponse<Path> download(String path, Path place) {
        return kept(HttpRequest.newBuilder(office.apply(path)).build(), place);
    }

    private HttpResponse<Path> kept(HttpRequest request, Path place) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofFile(place));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** The value of the cookie that keeps the session; empty when there is none. */
    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().endsWith("session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Uses the cookies of another browser: what a thief would do. */
    public Browser stealing(Browser other) {
        other.cookies
                .getCookieStore()
                .getCookies()
                .forEach(cookie -> cookies.getCookieStore().add(office.apply("/"), (HttpCookie) cookie.clone()));
        return this;
    }

    /** Where an answer sends the browser; empty for nowhere. */
    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher proof = CSRF.matcher(answer.body());
            if (proof.find()) {
                csrf = proof.group(1);
            }
            return answer;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Values of a header, in the order sent. */
    public static List<String> header(HttpResponse<String> answer, String name) {
        return answer.headers().allValues(name);
    }
}
