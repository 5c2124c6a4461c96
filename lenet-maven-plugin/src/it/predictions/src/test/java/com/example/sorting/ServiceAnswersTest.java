package com.example.sorting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asks the service what it makes of letters whose department is known, and keeps its answers for lenet:verify. */
class ServiceAnswersTest {

    private static final Map<String, String> LETTERS = new TreeMap<>(Map.of(
            "My invoice is wrong", "billing",
            "You charged me twice", "billing",
            "Where is my parcel?", "shipping",
            "The parcel is broken", "shipping",
            "I forgot my password", "account",
            "Please delete my account", "account"));

    private HttpServer service;

    /** In the place of the service, which is another program. */
    @BeforeEach
    void start() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/department", exchange -> {
            var letter = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var department = letter.contains("parcel") ? "shipping" : letter.contains("my ") ? "account" : "billing";
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                body.write(department.getBytes(UTF_8));
            }
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void collectsTheAnswers() throws Exception {
        var client = HttpClient.newHttpClient();
        var address = URI.create("http://localhost:" + service.getAddress().getPort() + "/department");
        var lines = new ArrayList<>(List.of("id,label,predicted"));
        for (var letter : LETTERS.entrySet()) {
            var request = HttpRequest.newBuilder(address).POST(BodyPublishers.ofString(letter.getKey())).build();
            var response = client.send(request, BodyHandlers.ofString());
            assertEquals(200, response.statusCode());
            lines.add("\"" + letter.getKey() + "\"," + letter.getValue() + "," + response.body());
        }
        Files.write(Path.of("target/service.csv"), lines);
    }
}
