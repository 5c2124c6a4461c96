package io.github.lenet.maven.artifact;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A folder as a Maven repository over HTTP, on the loopback interface. */
final class HttpRepository implements AutoCloseable {

    private final HttpServer server;
    private final Path folder;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    HttpRepository(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** From now on answers every request with this status, and nothing else. */
    void failWith(int failure) {
        status = failure;
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().getPath());
        var file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
        try (exchange) {
            if (status == 200 && Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(200, Files.size(file));
                Files.copy(file, exchange.getResponseBody());
            } else {
                exchange.sendResponseHeaders(status == 200 ? 404 : status, -1);
            }
        }
    }
}
