package io.github.lenet.maven.worker;

import io.github.lenet.io.Json;
import io.github.lenet.worker.WorkerEvent;
import io.github.lenet.worker.WorkerExit;
import java.io.IOException;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A worker that behaves as the third line of its request says; the first two are the port and the token. */
public final class ScriptedWorker {

  static final String DIGEST = "0123456789abcdef".repeat(4);

  private ScriptedWorker() {}

  public static void main(String[] arguments) throws Exception {
    var request = Files.readAllLines(Path.of(arguments[0]));
    try (var socket = new Socket("127.0.0.1", Integer.parseInt(request.get(0)));
        var events = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8)) {
      events.println(request.get(1));
      act(request.get(2), events, Path.of(arguments[0]).getParent().getParent());
    }
  }

  private static void act(String script, PrintStream events, Path results) throws Exception {
    switch (script) {
      case "succeed" -> {
        events.println(Json.line(new WorkerEvent.Progress(1, 32)));
        events.println(Json.line(new WorkerEvent.Finished(DIGEST, 1, 1.5)));
      }
      case "echo" -> events.println(Json.line(new WorkerEvent.Finished(System.getProperty("echo"), 1, 0)));
      case "variable" ->
          events.println(Json.line(new WorkerEvent.Finished(System.getenv("CUDA_VISIBLE_DEVICES"), 1, 0)));
      case "chatter" -> {
        for (int line = 0; line < 20_000; line++) {
          System.out.println("native libraries print to the standard output whatever they like");
          System.err.println("and to the standard error as well, more than a pipe holds");
        }
        events.println(Json.line(new WorkerEvent.Finished(DIGEST, 1, 0)));
      }
      case "fail" -> {
        events.println(Json.line(new WorkerEvent.Failed("the loss is not a number")));
        System.exit(WorkerExit.FAILED.status());
      }
      case "babble" -> {
        events.println("no JSON");
        System.exit(WorkerExit.FAILED.status());
      }
      case "finish badly" -> {
        events.println(Json.line(new WorkerEvent.Finished(DIGEST, 1, 0)));
        System.exit(WorkerExit.CANNOT_WRITE.status());
      }
      case "vanish" -> System.exit(0);
      case "out of memory" -> exhaustHeap();
      case "be killed" -> {
        leaveHalfAModel(results);
        new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
        Thread.sleep(60_000);
      }
      case "crash" -> writeWhereNoMemoryIs();
      case "hang" -> {
        events.println(Json.line(new WorkerEvent.Progress(1, 32)));
        leaveHalfAModel(results);
        Files.writeString(results.resolve("pid"), String.valueOf(ProcessHandle.current().pid()));
        Thread.sleep(60_000);
      }
      case "sleep" -> Thread.sleep(60_000);
      default -> throw new IOException("unknown script " + script);
    }
  }

  private static void leaveHalfAModel(Path results) throws IOException {
    Files.writeString(results.resolve(".training.json-1.part"), "{");
    Files.writeString(Files.createDirectories(results.resolve(".model.zip-next")).resolve("model"), "PK");
  }

  private static void exhaustHeap() {
    List<byte[]> kept = new ArrayList<>();
    while (true) {
      kept.add(new byte[1 << 20]);
    }
  }

  private static void writeWhereNoMemoryIs() throws ReflectiveOperationException {
    var unsafe = Class.forName("sun.misc.Unsafe");
    var instance = unsafe.getDeclaredField("theUnsafe");
    instance.setAccessible(true);
    unsafe.getMethod("putLong", long.class, long.class).invoke(instance.get(null), 8L, 0L);
  }
}
