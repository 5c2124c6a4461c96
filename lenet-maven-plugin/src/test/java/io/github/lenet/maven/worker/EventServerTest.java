package io.github.lenet.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.io.Json;
import io.github.lenet.worker.WorkerEvent;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventServerTest {

  private static final WorkerEvent EVENT = new WorkerEvent.Progress(1, 64);

  @Test
  void listensOnlyToTheWorkerThatKnowsTheToken() throws Exception {
    try (var server = new EventServer()) {
      send(server, "a guess", new WorkerEvent.Failed("from a stranger"));
      send(server, server.token(), EVENT);

      assertThat(server.poll(Jobs.LONG)).isEqualTo(EVENT);
      assertThat(server.poll(Duration.ZERO)).isNull();
    }
  }

  @Test
  void makesANewTokenForEachWorker() throws Exception {
    try (var one = new EventServer();
        var other = new EventServer()) {
      assertThat(one.token()).hasSize(32).isNotEqualTo(other.token());
    }
  }

  private static void send(EventServer server, String token, WorkerEvent event) throws IOException {
    try (var socket = new Socket("127.0.0.1", server.port())) {
      var lines = token + "\n" + Json.line(event) + "\n";
      socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
    }
  }
}
