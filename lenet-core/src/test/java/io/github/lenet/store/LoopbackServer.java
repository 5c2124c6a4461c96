package io.github.lenet.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A mirror on this machine that behaves as a test wants. */
final class LoopbackServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    LoopbackServer(HttpHandler handler) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestURI().getPath());
            try (exchange) {
                handler.handle(exchange);
            }
        });
        server.start();
    }

    /** A mirror that has each file of a folder with {@code .gz}, as the mirrors of MNIST do. */
    static HttpHandler compressed(Path directory) {
        return exchange -> {
            var name = fileName(exchange);
            if (name.endsWith(".gz")) {
                send(exchange, 200, gzip(Files.readAllBytes(directory.resolve(name.substring(0, name.length() - 3)))));
            } else {
                send(exchange, 404, new byte[0]);
            }
        };
    }

    /** A mirror that has each file of a folder as it is. */
    static HttpHandler plain(Path directory) {
        return exchange -> {
            var file = directory.resolve(fileName(exchange));
            if (Files.exists(file)) {
                send(exchange, 200, Files.readAllBytes(file));
            } else {
                send(exchange, 403, new byte[0]);
            }
        };
    }

    static String fileName(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var compressed = new GZIPOutputStream(out)) {
            compressed.write(content);
        }
        return out.toByteArray();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/data/");
    }

    /** The paths that were asked for, in their order. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
