package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Downloads that break off within a file, from a server that answers each request in its own way. */
@Timeout(60)
class ResumedDownloadTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();
    private final List<String> ranges = new ArrayList<>();
    private final List<HttpHandler> answers = new ArrayList<>();
    private Path target;
    private Path drawn;
    private CatalogFile file;
    private byte[] content;
    private int half;

    @BeforeEach
    void drawData() throws IOException {
        drawn = folder.resolve("data");
        target = Files.createDirectory(folder.resolve("target"));
        file = SmallCatalog.draw(drawn, List.of(), null).files().get(0);
        content = LoopbackServer.gzip(Files.readAllBytes(drawn.resolve(file.name())));
        half = content.length / 2;
    }

    /** Answers each request with the next answer, and notes which range it asked for. */
    private void answer(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        ranges.add(headers.getFirst("Range") + " " + headers.getFirst("If-Range"));
        answers.remove(0).handle(exchange);
    }

    private void fetch(LoopbackServer server, Duration stall) throws IOException {
        fetch(server, LONG, stall);
    }

    private void fetch(LoopbackServer server, Duration timeout, Duration stall) throws IOException {
        var client = new MirrorClient(HttpClient::newHttpClient, () -> null);
        new HttpSource(server.address(), client, timeout, stall).fetch(List.of(file), target, messages);
    }

    private void fetch(HttpHandler... wanted) throws IOException {
        answers.addAll(List.of(wanted));
        try (var server = new LoopbackServer(this::answer)) {
            fetch(server, LONG);
        }
    }

    private void assertComplete() {
        assertThat(target.resolve(file.name())).hasSameBinaryContentAs(drawn.resolve(file.name()));
        assertThat(target.toFile().list()).hasSize(1);
        assertThat(answers).isEmpty();
    }

    private HttpHandler breaksOff(String header, String version) {
        return exchange -> {
            exchange.getResponseHeaders().add(header, version);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, half);
            exchange.getResponseBody().flush();
        };
    }

    private HttpHandler rest(int from, byte[] bytes) {
        return exchange -> {
            exchange.getResponseHeaders()
                    .add("Content-Range", "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
            LoopbackServer.send(exchange, 206, Arrays.copyOfRange(bytes, from, bytes.length));
        };
    }

    private HttpHandler whole() {
        return exchange -> LoopbackServer.send(exchange, 200, content);
    }

    private byte[] damaged() {
        var bytes = content.clone();
        bytes[bytes.length - 20] ^= 1;
        return bytes;
    }

    @Test
    void goesOnWhereTheConnectionWasLost() throws IOException {
        fetch(breaksOff("ETag", "\"v1\""), rest(half, content));

        assertComplete();
        assertThat(ranges).containsExactly("null null", "bytes=" + half + "- \"v1\"");
        assertThat(messages.lines).contains("Resuming the download of train-images-idx3-ubyte at 0.0 MB");
    }

    @Test
    void namesTheDateOfTheContentWhereThereIsNoTagThatStandsForItsBytes() throws IOException {
        var date = "Sat, 28 Nov 2026 12:00:00 GMT";
        fetch(
                exchange -> {
                    exchange.getResponseHeaders().add("ETag", "W/\"weak\"");
                    breaksOff("Last-Modified", date).handle(exchange);
                },
                rest(half, content));

        assertComplete();
        assertThat(ranges).last().isEqualTo("bytes=" + half + "- " + date);
    }

    @Test
    void goesOnWithoutAVersionToo() throws IOException {
        fetch(breaksOff("X-Served-By", "nobody"), rest(half, content));

        assertComplete();
        assertThat(ranges).last().isEqualTo("bytes=" + half + "- null");
    }

    @Test
    void goesOnInTheNextBuild() throws IOException {
        answers.add(exchange -> {
            breaksOff("ETag", "\"v1\"").handle(exchange);
            pause(60_000);
        });
        answers.add(rest(half, content));
        try (var server = new LoopbackServer(this::answer)) {
            assertThatIOException()
                    .isThrownBy(() -> fetch(server, Duration.ofMillis(400)))
                    .withMessageStartingWith("nothing came for 400 ms");
            fetch(server, LONG);
        }
        assertComplete();
        assertThat(ranges).last().isEqualTo("bytes=" + half + "- \"v1\"");
    }

    /** Brings one more byte each time, in the face of whatever was asked for. */
    private void dribble(HttpExchange exchange) throws IOException {
        var range = exchange.getRequestHeaders().getFirst("Range");
        var from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.getResponseHeaders().add("Content-Range", "bytes %d-%d/*".formatted(from, content.length - 1));
        exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
        exchange.getResponseBody().write(content, from, 1);
        exchange.getResponseBody().flush();
    }

    @Test
    void isGivenUpWhereEveryConnectionBringsAlmostNothing() throws IOException {
        try (var server = new LoopbackServer(this::dribble)) {
            assertThatIOException()
                    .isThrownBy(() -> fetch(server, LONG))
                    .withMessage("the content breaks off after 21 bytes; the connection was lost 21 times");
            assertThat(server.requests()).hasSize(Retries.MOST_RESUMPTIONS + 1);
        }
        assertThat(messages.lines).hasSizeLessThanOrEqualTo(Retries.MOST_RESUMPTIONS + 1);
    }

    @Test
    void allAttemptsTogetherHaveOneDeadline() throws IOException {
        try (var server = new LoopbackServer(exchange -> {
            // Each of them ends before anybody looks at the clock.
            pause(10);
            dribble(exchange);
        })) {
            assertThatIOException()
                    .isThrownBy(() -> fetch(server, Duration.ofMillis(50), LONG))
                    .withMessageStartingWith("gave up after 50 ms with ");
            assertThat(server.requests()).hasSizeLessThan(Retries.MOST_RESUMPTIONS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void asksAgainWhereTheServerHasNoTime(int status) throws IOException {
        fetch(
                exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "0");
                    LoopbackServer.send(exchange, status, new byte[0]);
                },
                whole());

        assertComplete();
        assertThat(messages.lines)
                .last()
                .isEqualTo("train-images-idx3-ubyte: HTTP status %d; asking again in 1 s".formatted(status));
    }

    @Test
    void doesNotWaitLongerThanItMay() throws IOException {
        answers.add(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "3600");
            LoopbackServer.send(exchange, 503, new byte[0]);
        });
        try (var server = new LoopbackServer(this::answer)) {
            assertThatIOException()
                    .isThrownBy(() -> fetch(server, LONG))
                    .withMessage("HTTP status 503, and 3600 s to wait would be more than is left of 300 s");
        }
    }

    @Test
    void takesTheWholeFileOfAServerThatKnowsNoRanges() throws IOException {
        fetch(breaksOff("ETag", "\"v1\""), whole());

        assertComplete();
    }

    @Test
    void asksForTheWholeFileIfTheServerSendsAnotherRange() throws IOException {
        fetch(breaksOff("ETag", "\"v1\""), rest(half + 1, content), whole());

        assertComplete();
        assertThat(ranges).last().isEqualTo("null null");
    }

    @Test
    void fetchesAPartThatTurnsOutWrongAnew() throws IOException {
        fetch(breaksOff("ETag", "\"v1\""), rest(half, damaged()), whole());

        assertComplete();
        assertThat(ranges).last().isEqualTo("null null");
        assertThat(messages.lines).anyMatch(line -> line.endsWith("; fetching it anew"));
    }

    @Test
    void fetchesAnewOnlyOnce() {
        assertThatIOException()
                .isThrownBy(() -> fetch(
                        breaksOff("ETag", "\"v1\""),
                        rest(half, damaged()),
                        breaksOff("ETag", "\"v1\""),
                        rest(half, damaged())))
                .withMessageStartingWith("train-images-idx3-ubyte came ");
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void aPartThatIsWholeNeedsNothingMore() throws IOException {
        try (var server = new LoopbackServer(this::answer)) {
            var part = PartialDownload.of(target, server.address(), file.name() + ".gz");
            try (var out = part.begin("")) {
                out.write(content);
            }
            answers.add(exchange -> LoopbackServer.send(exchange, 416, new byte[0]));
            fetch(server, LONG);
        }
        assertComplete();
    }

    /** The version would become a header, which takes no control characters. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0001", "\u007f", "\u00ff\u0085", "\u0000\n"})
    void aPartWhoseOriginIsDamagedIsFetchedAnew(String damage) throws IOException {
        try (var server = new LoopbackServer(this::answer)) {
            var part = PartialDownload.of(target, server.address(), file.name() + ".gz");
            try (var out = part.begin("\"v1\"")) {
                out.write(content, 0, half);
            }
            Files.write(
                    part.origin(),
                    damage.getBytes(StandardCharsets.ISO_8859_1),
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
            answers.add(whole());
            fetch(server, LONG);
        }

        assertComplete();
        assertThat(ranges).containsExactly("null null");
    }

    @Test
    void aPartWhoseOriginIsTooLongIsFetchedAnew() throws IOException {
        try (var server = new LoopbackServer(this::answer)) {
            var part = PartialDownload.of(target, server.address(), file.name() + ".gz");
            try (var out = part.begin("\"v1\"")) {
                out.write(content, 0, half);
            }
            try (var origin = FileChannel.open(part.origin(), StandardOpenOption.WRITE)) {
                // Most file systems keep no zeros.
                origin.write(ByteBuffer.allocate(1), 3L << 30);
            }
            answers.add(whole());
            fetch(server, LONG);
        }

        assertComplete();
    }

    @Test
    void aPartFromAnotherAddressIsNotMixedIn() throws IOException {
        answers.add(exchange -> {
            breaksOff("ETag", "\"v1\"").handle(exchange);
            pause(60_000);
        });
        try (var server = new LoopbackServer(this::answer)) {
            assertThatIOException().isThrownBy(() -> fetch(server, Duration.ofMillis(400)));
        }
        fetch(whole());

        assertComplete();
        assertThat(ranges).containsExactly("null null", "null null");
    }

    private static void pause(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IOException("the test is over", e);
        }
    }
}
