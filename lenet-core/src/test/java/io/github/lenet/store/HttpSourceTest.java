package io.github.lenet.store;

import static io.github.lenet.store.LoopbackServer.send;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpSourceTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(400);

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();
    private Path data;
    private Path target;
    private List<CatalogFile> files;

    @BeforeEach
    void drawData() throws IOException {
        data = folder.resolve("data");
        target = Files.createDirectory(folder.resolve("target"));
        files = SmallCatalog.draw(data, List.of(), null).files();
    }

    private void fetch(URI address, Duration timeout, Duration stall) throws IOException {
        new HttpSource(address, new MirrorClient(HttpClient::newHttpClient, () -> null), timeout, stall)
                .fetch(files, target, messages);
    }

    private void fetchFrom(HttpHandler handler) throws IOException {
        try (var server = new LoopbackServer(handler)) {
            fetch(server.address(), LONG, LONG);
        }
    }

    private void assertComplete() throws IOException {
        for (var file : files) {
            assertThat(target.resolve(file.name())).hasSameBinaryContentAs(data.resolve(file.name()));
        }
        assertThat(target.toFile().list()).hasSize(4);
    }

    /** What a later build can go on with; no reader of data sets looks at it. */
    private void assertOnlyAPartArrived() throws IOException {
        assertThat(target.toFile().list())
                .containsExactlyInAnyOrder(
                        ".train-images-idx3-ubyte.gz.partial", ".train-images-idx3-ubyte.gz.partial.origin");
    }

    /** A wrong file must not stay. */
    private void assertNothingArrived() {
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void takesCompressedFiles() throws IOException {
        fetchFrom(LoopbackServer.compressed(data));

        assertComplete();
    }

    @Test
    void takesPlainFilesWhereThereAreNoCompressedOnes() throws IOException {
        fetchFrom(LoopbackServer.plain(data));

        assertComplete();
    }

    @Test
    void addsTheSlashThatAnAddressLacks() throws IOException {
        try (var server = new LoopbackServer(LoopbackServer.compressed(data))) {
            fetch(URI.create(server.address().toString().replaceAll("/$", "")), LONG, LONG);

            assertThat(server.requests()).startsWith("/data/train-images-idx3-ubyte.gz");
        }
    }

    @Test
    void followsARedirection() throws IOException {
        try (var server = new LoopbackServer(LoopbackServer.compressed(data));
                var moved = new LoopbackServer(exchange -> {
                    var to = server.address().resolve(LoopbackServer.fileName(exchange));
                    exchange.getResponseHeaders().add("Location", to.toString());
                    send(exchange, 302, new byte[0]);
                })) {
            var request = new DatasetRequest(
                    "small",
                    null,
                    Set.of(Split.values()),
                    PictureOptions.DEFAULT,
                    new CacheDirectory(target, false),
                    List.of(),
                    null,
                    false,
                    ProxySelector.of(null),
                    null,
                    LONG);
            new HttpSource(
                            moved.address(),
                            new MirrorClient(() -> MirrorClient.client(request, null), () -> null),
                            LONG,
                            LONG)
                    .fetch(files, target, messages);
        }

        assertComplete();
    }

    @Test
    void goesThroughTheProxyOfTheRequest() throws IOException {
        try (var proxy = new LoopbackServer(LoopbackServer.compressed(data))) {
            var selector = ProxySelector.of(
                    new InetSocketAddress("localhost", proxy.address().getPort()));
            var request = new DatasetRequest(
                    "small",
                    null,
                    Set.of(Split.values()),
                    PictureOptions.DEFAULT,
                    new CacheDirectory(target, false),
                    List.of(),
                    null,
                    false,
                    selector,
                    null,
                    LONG);

            // This name has no address; only the proxy could know it.
            var address = URI.create("http://mirror.invalid/data/");
            new HttpSource(address, new MirrorClient(() -> MirrorClient.client(request, null), () -> null), LONG, LONG)
                    .fetch(files, target, messages);
        }

        assertComplete();
    }

    @Test
    void aProxyThatWantsAPasswordIsExplained() {
        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> send(exchange, 407, new byte[0])))
                .withMessageContaining("MAVEN_OPTS=-Djdk.http.auth.tunneling.disabledSchemes=");
    }

    @Test
    void aWebPageInsteadOfDataIsNamedAsSuch() {
        var page = "<html><body>Accept the terms of this network</body></html>".getBytes(UTF_8);

        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> send(exchange, 200, page)))
                .withMessage("train-images-idx3-ubyte came as a web page, with 58 bytes instead of 15696");
        assertNothingArrived();
    }

    @Test
    void aFileThatIsMissingIsReportedWithBothNames() {
        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> send(exchange, 404, new byte[0])))
                .withMessage("train-images-idx3-ubyte.gz: HTTP status 404, train-images-idx3-ubyte: HTTP status 404");
        assertNothingArrived();
    }

    @Test
    void aTransferThatStopsAtTheSamePlaceAgainLeavesNoFile() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> sendHalf(exchange, compressedContent(exchange))))
                .withMessageMatching("the content breaks off after [0-9]+ bytes");
        assertOnlyAPartArrived();
    }

    @Test
    void aFileThatIsStoredHalfOnTheServerLeavesNothing() {
        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> {
                    var content = compressedContent(exchange);
                    send(exchange, 200, Arrays.copyOf(content, content.length / 2));
                }))
                .withMessageStartingWith("train-images-idx3-ubyte came damaged (");
        assertNothingArrived();
    }

    @Test
    void aFileOfWhichTheServerHasABeginningAloneLeavesNothing() {
        assertThatIOException()
                .isThrownBy(() ->
                        fetchFrom(exchange -> send(exchange, 200, Arrays.copyOf(compressedContent(exchange), 5))))
                .withMessageStartingWith("train-images-idx3-ubyte came damaged (it ends too early)");
        assertNothingArrived();
    }

    @Test
    void otherContentOfTheRightLengthIsRefused() {
        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> send(exchange, 200, new byte[15696])))
                .withMessageStartingWith("train-images-idx3-ubyte came with other content: its SHA-256 is ")
                .withMessageEndingWith("not " + files.get(0).sha256());
        assertNothingArrived();
    }

    @Test
    void anEndlessResponseIsCutOff() {
        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    while (true) {
                        exchange.getResponseBody().write(new byte[10_000]);
                    }
                }))
                .withMessage("more than 1064272 bytes came, which cannot be the data");
        assertNothingArrived();
    }

    @Test
    void anEndlessGzipHeaderIsCutOff() {
        // Flag 8 announces a file name, which ends with a zero byte: never.
        var header = new byte[] {0x1F, (byte) 0x8B, 8, 8, 0, 0, 0, 0, 0, 0};
        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(header);
                    while (true) {
                        exchange.getResponseBody().write("name".repeat(1000).getBytes(UTF_8));
                    }
                }))
                .withMessageContaining("which cannot be the data");
        assertNothingArrived();
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        // Connections are accepted by the system, and nobody ever answers.
        try (var silent = new ServerSocket(0)) {
            assertThatIOException()
                    .isThrownBy(() -> fetch(URI.create("http://localhost:" + silent.getLocalPort() + "/"), LONG, SHORT))
                    .withMessage("nothing came for 400 ms, with 0 bytes of train-images-idx3-ubyte received");
        }
        assertNothingArrived();
    }

    @Test
    void aServerThatFallsSilentHalfWayIsGivenUp() throws IOException {
        try (var server = new LoopbackServer(exchange -> sendHalfAndWait(exchange, compressedContent(exchange)))) {
            assertThatIOException()
                    .isThrownBy(() -> fetch(server.address(), LONG, SHORT))
                    .withMessageStartingWith("nothing came for 400 ms, with ");
        }
        assertOnlyAPartArrived();
    }

    @Test
    void aServerThatDripsIsGivenUpAtTheEndOfTheWholeTime() throws IOException {
        try (var server = new LoopbackServer(HttpSourceTest::drip)) {
            assertThatIOException()
                    .isThrownBy(() -> fetch(server.address(), SHORT, LONG))
                    .withMessageStartingWith("gave up after 400 ms with ");
        }
        assertOnlyAPartArrived();
    }

    @Test
    void nobodyListeningIsSaidInWords() throws IOException {
        int freePort;
        try (var socket = new ServerSocket(0)) {
            freePort = socket.getLocalPort();
        }

        assertThatIOException()
                .isThrownBy(() -> fetch(URI.create("http://localhost:" + freePort + "/"), LONG, LONG))
                .withMessage("cannot connect");
    }

    @Test
    void redirectionsInACircleHaveAnEnd() throws IOException {
        try (var circle = new LoopbackServer(exchange -> {
            exchange.getResponseHeaders()
                    .add("Location", exchange.getRequestURI().toString());
            send(exchange, 302, new byte[0]);
        })) {
            assertThatIOException()
                    .isThrownBy(() -> fetch(circle.address(), LONG, LONG))
                    .withMessage("it redirects more than 5 times");
            assertThat(circle.requests()).hasSize(6);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://[bad", "ftp://localhost/x", "file:///etc/passwd", "http://", "http:///x", "an address"})
    void aRedirectionToNowhereIsSaidInWords(String location) {
        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> {
                    exchange.getResponseHeaders().add("Location", location);
                    send(exchange, 301, new byte[0]);
                }))
                .withMessage("it redirects to what is no http or https address");
        assertNothingArrived();
    }

    @Test
    void aRedirectionWithoutAnAddressIsARefusal() {
        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> send(exchange, 302, new byte[0])))
                .withMessage("train-images-idx3-ubyte.gz: HTTP status 302, train-images-idx3-ubyte: HTTP status 302");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK|Content-Length: many||",
                "HTTP/1.1 200 OK|Content-Length: 99999999999999999999||",
                "HTTP/1.1 abc ::error::||",
                "no HTTP at all||"
            })
    void whatIsNoAnswerIsSaidInWords(String answer) throws IOException {
        assertAnswered(answer, "the server's answer is none that can be understood");
    }

    @Test
    void aServerThatHangsUpIsSaidInWords() throws IOException {
        assertAnswered("", "the server has closed the connection without an answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: -5||", "Content-Length: 3000000000||abc", "Transfer-Encoding: chunked||zz|"})
    void aWrongLengthIsABrokenTransfer(String rest) throws IOException {
        // The JDK's client may read so far ahead that it gives up before it has shown the answer.
        assertAnswered(
                "HTTP/1.1 200 OK|" + rest,
                "the content breaks off after ",
                "the server's answer is none that can be understood");
    }

    private void assertAnswered(String answer, String... messages) throws IOException {
        try (var server = new RawServer(answer.replace("|", "\r\n"))) {
            assertThatIOException()
                    .isThrownBy(() -> fetch(server.address(), LONG, LONG))
                    .satisfies(e -> assertThat(e.getMessage())
                            .doesNotContain("Exception", "java.")
                            .satisfies(message -> assertThat(messages).anyMatch(message::startsWith)));
        }
    }

    @Test
    void aServerThatWantsAPasswordIsExplained() {
        assertThatIOException()
                .isThrownBy(() -> fetchFrom(exchange -> send(exchange, 401, new byte[0])))
                .withMessage(
                        "HTTP status 401 (it wants a username and password: put them into settings.xml as <server>, and name that with"
                                + " -Dlenet.sourceServer=...)");
    }

    @Test
    void anUnknownHostIsSaidInWords() {
        assertThatIOException()
                .isThrownBy(() -> fetch(URI.create("http://mirror.invalid/"), LONG, LONG))
                .withMessage("the host is unknown here");
    }

    private byte[] compressedContent(HttpExchange exchange) throws IOException {
        var name = LoopbackServer.fileName(exchange).replace(".gz", "");
        return LoopbackServer.gzip(Files.readAllBytes(data.resolve(name)));
    }

    private static void sendHalf(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content, 0, content.length / 2);
        exchange.getResponseBody().flush();
    }

    private static void sendHalfAndWait(HttpExchange exchange, byte[] content) throws IOException {
        sendHalf(exchange, content);
        pause(60_000);
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 10_000);
        for (var i = 0; i < 10_000; i++) {
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            pause(50);
        }
    }

    private static void pause(long milliseconds) throws IOException {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IOException("the test is over", e);
        }
    }
}
