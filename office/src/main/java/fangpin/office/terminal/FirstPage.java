package fangpin.office.terminal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** 首页: fetched once, as a browser would, to know that the office answers. */
final class FirstPage {
    private static final int SERVER_ERROR = 500;

    private FirstPage() {}

    /** Fetches it; 0 when a page came. */
    static int fetch(String url) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(10))
                .build()) {
            HttpResponse<String> page =
                    client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            return page.statusCode() < SERVER_ERROR ? 0 : Terminal.REFUSED;
        } catch (IOException e) {
            return Terminal.REFUSED;
        }
    }
}
