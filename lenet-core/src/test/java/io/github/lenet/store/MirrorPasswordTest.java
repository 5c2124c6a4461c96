package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import java.io.IOException;
import java.net.Authenticator;
import java.net.ProxySelector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is told the password of a mirror: the mirror, and nobody else. */
@Timeout(60)
class MirrorPasswordTest {

    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("anna:sécret".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();
    private final List<String> heard = new ArrayList<>();
    private Path data;
    private CatalogEntry small;

    @BeforeEach
    void drawData() throws IOException {
        data = folder.resolve("data");
        small = SmallCatalog.draw(data, List.of(), null);
    }

    private LocatedDataset obtain(String... sources) throws IOException {
        return obtain(null, sources);
    }

    private LocatedDataset obtain(Authenticator proxies, String... sources) throws IOException {
        var request = new DatasetRequest(
                "small",
                null,
                Set.of(Split.values()),
                PictureOptions.DEFAULT,
                new CacheDirectory(folder.resolve("cache"), false),
                List.of(sources),
                () -> new SourceCredentials("anna", "sécret"),
                false,
                ProxySelector.of(null),
                proxies,
                Duration.ofMinutes(1));
        return new DatasetStore(new Catalog(List.of(small)), "").obtain(request, messages);
    }

    private void listen(HttpExchange exchange) {
        heard.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    }

    @Test
    void theMirrorIsTold() throws IOException {
        try (var mirror = new LoopbackServer(exchange -> {
            listen(exchange);
            LoopbackServer.compressed(data).handle(exchange);
        })) {
            obtain(mirror.address().toString());
        }

        assertThat(heard).hasSize(4).containsOnly(BASIC);
        assertThat(messages.lines).noneMatch(line -> line.contains("sécret"));
    }

    private static void redirect(HttpExchange exchange, LoopbackServer other) throws IOException {
        exchange.getResponseHeaders()
                .add(
                        "Location",
                        other.address()
                                .resolve(LoopbackServer.fileName(exchange))
                                .toString());
        LoopbackServer.send(exchange, 307, new byte[0]);
    }

    @Test
    void nobodyIsToldToWhomTheMirrorRedirects() throws IOException {
        try (var other = new LoopbackServer(exchange -> {
                    listen(exchange);
                    LoopbackServer.compressed(data).handle(exchange);
                });
                var mirror = new LoopbackServer(exchange -> redirect(exchange, other))) {
            obtain(mirror.address().toString());
        }

        assertThat(heard).hasSize(4).containsOnly("null");
    }

    /** Here the client of the JDK keeps the headers of its caller back, and is to ask for them. */
    @Test
    void theMirrorIsToldWhereAProxyWantsAPasswordToo() throws IOException {
        try (var mirror = new LoopbackServer(exchange -> {
            listen(exchange);
            if (heard.get(heard.size() - 1).equals("null")) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"files\", charset=\"UTF-8\"");
                LoopbackServer.send(exchange, 401, new byte[0]);
            } else {
                LoopbackServer.compressed(data).handle(exchange);
            }
        })) {
            obtain(new Authenticator() {}, mirror.address().toString());
        }

        assertThat(heard).contains(BASIC).last().isEqualTo(BASIC);
    }

    @Test
    void nobodyElseIsToldWhereAProxyWantsAPasswordToo() throws IOException {
        try (var other = new LoopbackServer(exchange -> {
                    listen(exchange);
                    exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"others\"");
                    LoopbackServer.send(exchange, 401, new byte[0]);
                });
                var mirror = new LoopbackServer(exchange -> redirect(exchange, other))) {
            assertThatThrownBy(() ->
                            obtain(new Authenticator() {}, mirror.address().toString()))
                    .hasMessageContaining("the server or the proxy wants another username and password");
        }

        assertThat(heard).isNotEmpty().containsOnly("null");
    }

    @Test
    void aMirrorThatTakesAnotherPasswordIsExplained() throws IOException {
        try (var mirror = new LoopbackServer(exchange -> LoopbackServer.send(exchange, 401, new byte[0]))) {
            assertThatThrownBy(() -> obtain(mirror.address().toString()))
                    .hasMessageContaining(
                            "HTTP status 401 (it does not take the username and password of <sourceServer>)")
                    .hasMessageNotContaining("sécret");
        }
    }

    @Test
    void nobodyOnTheWayIsTold() {
        assertThatThrownBy(() -> obtain("http://files.invalid/mnist/"))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessage(
                        "<sourceServer> sends a password, for which http://files.invalid/mnist/ is not safe; use an https address");
    }

    @Test
    void noSecondServerIsTold() {
        assertThatThrownBy(() -> obtain("https://files.invalid/mnist/", "https://other.invalid/mnist/"))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageContaining("<sources> names files.invalid and other.invalid; leave all but one out");
    }

    @Test
    void aPasswordWithoutAnAddressIsOfNoUse() {
        assertThatThrownBy(() -> obtain("mirrors"))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith("<sourceServer> is of no use, because <sources> names no address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://anna:secret@files.invalid/mnist/",
                "https://secret@files.invalid/mnist/",
                "https://anna:sec ret@files.invalid/",
                "https://anna:sec/ret@files.invalid/",
                "htps://anna:secret@files.invalid/",
                "anna:secret@files.invalid"
            })
    void anAddressWithAPasswordIsRefusedAndNotShown(String address) {
        assertThatThrownBy(() -> obtain("mirrors", address))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith("<sources> has an address with a username or password in it")
                .hasMessageNotContainingAny("secret", "sec ", "sec/", "anna")
                .hasNoCause();
        assertThat(messages.lines).isEmpty();
    }

    @Test
    void anAddressWithAKeyIsRefusedAndTheKeyNotShown() {
        assertThatThrownBy(() -> obtain("https://files.invalid/mnist/?key=secret"))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessage(
                        "<sources> has https://files.invalid/mnist/ and something more after a ? or #, which the address of a folder"
                                + " has not");
        assertThatThrownBy(() -> obtain("https:files.invalid?key=secret")).hasMessageNotContaining("secret");
    }
}
