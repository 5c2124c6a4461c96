package io.github.lenet.store;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Authenticator;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks one web server for files. It follows redirections itself, because the JDK's client takes the headers of a
 * request, passwords among them, to whatever host it is sent to.
 */
final class MirrorClient {

    /** How long a connection may take. */
    static final Duration CONNECT = Duration.ofSeconds(5);

    private static final int MOST_REDIRECTIONS = 5;

    private static final Set<Integer> REDIRECTION = Set.of(301, 302, 303, 307, 308);

    /** Too many requests, and service unavailable. */
    private static final Set<Integer> BUSY = Set.of(429, 503);

    private final Supplier<HttpClient> client;
    private final Supplier<@Nullable SourceCredentials> known;
    private @Nullable SourceCredentials credentials;

    /**
     * A client of one server.
     *
     * @param client gives what connects to it, when it is needed
     * @param known gives what the server knows this user by, when it is needed; gives null if it knows nobody
     */
    MirrorClient(Supplier<HttpClient> client, Supplier<@Nullable SourceCredentials> known) {
        this.client = client;
        this.known = known;
    }

    /**
     * Makes what connects to servers.
     *
     * @param request says through which proxies
     * @param authenticator answers what asks for a password, or null
     */
    static HttpClient client(DatasetRequest request, @Nullable Authenticator authenticator) {
        var builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER);
        if (request.proxies() != null) {
            builder.proxy(request.proxies());
        }
        if (authenticator != null) {
            builder.authenticator(authenticator);
        }
        return builder.build();
    }

    /**
     * Gets the username and password, in the thread of the caller, where a mistake in them is an error of the build.
     */
    void signIn() {
        credentials = known.get();
    }

    /**
     * Asks for a file.
     *
     * @param address of the file
     * @param headers further headers of the request
     * @return the answer of the server, or of the one that it has sent this client to; its body is to be closed
     * @throws BusyServerException if the server has no time now
     * @throws SourceException if there is no answer that can be understood
     */
    HttpResponse<InputStream> get(URI address, Map<String, String> headers)
            throws SourceException, InterruptedException {
        var at = address;
        var isHome = true;
        for (var redirections = 0; redirections <= MOST_REDIRECTIONS; redirections++) {
            // Once away, what comes back may have been thought out by somebody else.
            isHome = isHome && isSameServer(address, at);
            var response = send(at, headers, isHome ? credentials : null);
            if (BUSY.contains(response.statusCode())) {
                close(response);
                throw new BusyServerException(
                        status(response),
                        response.headers().firstValue("Retry-After").orElse(""),
                        Instant.now());
            }
            var location = response.headers().firstValue("Location");
            if (!REDIRECTION.contains(response.statusCode()) || location.isEmpty()) {
                return response;
            }
            close(response);
            at = target(at, location.get());
        }
        throw new SourceException(format("it redirects more than %d times", MOST_REDIRECTIONS));
    }

    private HttpResponse<InputStream> send(URI address, Map<String, String> headers, @Nullable SourceCredentials user)
            throws SourceException, InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address);
            headers.forEach(request::header);
            if (user != null) {
                request.header("Authorization", user.basic());
            }
            return client.get().send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
            throw new SourceException(NetworkProblem.describe(e), e);
        }
    }

    static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            // Nothing of it was wanted.
        }
    }

    private static URI target(URI from, String location) throws SourceException {
        try {
            var to = from.resolve(new URI(location));
            var scheme = String.valueOf(to.getScheme());
            if (to.getHost() != null && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))) {
                if (scheme.equalsIgnoreCase("http") && !from.getScheme().equalsIgnoreCase("http")) {
                    throw new SourceException(
                            "it redirects from https to http, where anybody may read and change what comes");
                }
                return to;
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // Not an address at all: the same answer.
        }
        throw new SourceException("it redirects to what is no http or https address");
    }

    static boolean isSameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && port(one) == port(other);
    }

    private static int port(URI address) {
        var standard = address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
        return address.getPort() < 0 ? standard : address.getPort();
    }

    /** Whether the server, or a proxy on the way, knows too little of this user to answer. */
    static boolean wantsPassword(HttpResponse<?> response) {
        return response.statusCode() == 401 || response.statusCode() == 407;
    }

    /**
     * What an answer without the file means.
     *
     * @param response the answer
     * @return a clause
     */
    String status(HttpResponse<?> response) {
        var status = "HTTP status " + response.statusCode();
        return switch (response.statusCode()) {
            case 401 ->
                credentials == null
                        ? status
                                + " (it wants a username and password: put them into settings.xml as <server>, and name that with"
                                + " -Dlenet.sourceServer=...)"
                        : status + " (it does not take the username and password of <sourceServer>)";
            case 407 ->
                status
                        + " (the proxy wants the username and password of <proxy> in settings.xml; for an https address Java"
                        + " sends them only with MAVEN_OPTS=-Djdk.http.auth.tunneling.disabledSchemes=)";
            default -> status;
        };
    }
}
