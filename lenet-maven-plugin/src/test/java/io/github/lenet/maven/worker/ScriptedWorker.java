package io.github.lenet.maven.worker;

import io.github.lenet.io.Sha256;
import io.github.lenet.json.Json;
import io.github.lenet.worker.WorkerEvent;
import io.github.lenet.worker.WorkerExit;
import java.io.IOException;
import java.io.PrintStream;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/** A worker that behaves as the line on its standard input says. */
public final class ScriptedWorker {

    private static final String MODEL = "the model";

    static final String DIGEST = Sha256.hex(MODEL.getBytes(StandardCharsets.UTF_8));

    private ScriptedWorker() {}

    public static void main(String[] arguments) throws Exception {
        try (var socket = SocketChannel.open(UnixDomainSocketAddress.of(arguments[0]));
                var events = new PrintStream(Channels.newOutputStream(socket), true, StandardCharsets.UTF_8)) {
            var script = new Scanner(System.in, StandardCharsets.UTF_8).nextLine();
            act(script, events, Path.of(System.getenv("RESULTS")));
        }
    }

    private static void act(String script, PrintStream events, Path results) throws Exception {
        switch (script) {
            case "succeed" -> {
                events.println(Json.line(new WorkerEvent.Progress(1, 32)));
                finish(events, results);
            }
            case "echo" -> {
                events.println(Json.line(new WorkerEvent.Warned(System.getProperty("echo"))));
                finish(events, results);
            }
            case "variable" -> {
                events.println(Json.line(new WorkerEvent.Warned(System.getenv("CUDA_VISIBLE_DEVICES"))));
                finish(events, results);
            }
            case "variables" -> {
                events.println(Json.line(
                        new WorkerEvent.Warned(String.join(" ", System.getenv().keySet()))));
                finish(events, results);
            }
            case "talk" -> {
                for (int number = 0; number < 20_000; number++) {
                    events.println(Json.line(new WorkerEvent.Progress(1, number)));
                }
                finish(events, results);
            }
            case "be another" -> {
                finish(events, results);
                Files.writeString(results.resolve("model.zip"), "another model");
            }
            case "leave no model" -> {
                finish(events, results);
                Files.delete(results.resolve("model.zip"));
            }
            case "chatter" -> {
                for (int line = 0; line < 20_000; line++) {
                    System.out.println("native libraries print to the standard output whatever they like");
                    System.err.println("and to the standard error as well, more than a pipe holds");
                }
                finish(events, results);
            }
            case "fail" -> {
                events.println(Json.line(new WorkerEvent.Failed("the loss is\n::error::not a number")));
                System.exit(WorkerExit.FAILED.status());
            }
            case "babble" -> {
                events.println("no JSON");
                System.exit(WorkerExit.FAILED.status());
            }
            case "finish badly" -> {
                finish(events, results);
                System.exit(WorkerExit.CANNOT_WRITE.status());
            }
            case "vanish" -> System.exit(0);
            case "out of memory" -> exhaustHeap();
            case "be killed" -> {
                leaveHalfAModel(results);
                new ProcessBuilder(
                                "kill",
                                "-9",
                                String.valueOf(ProcessHandle.current().pid()))
                        .start();
                Thread.sleep(60_000);
            }
            case "crash" -> writeWhereNoMemoryIs();
            case "hang" -> {
                events.println(Json.line(new WorkerEvent.Progress(1, 32)));
                leaveHalfAModel(results);
                Files.writeString(
                        results.resolve("pid"),
                        String.valueOf(ProcessHandle.current().pid()));
                Thread.sleep(60_000);
            }
            case "sleep" -> Thread.sleep(60_000);
            default -> throw new IOException("unknown script " + script);
        }
    }

    private static void finish(PrintStream events, Path results) throws IOException {
        Files.writeString(results.resolve("model.zip"), MODEL);
        events.println(Json.line(new WorkerEvent.Finished(DIGEST, 1, 1.5)));
    }

    private static void leaveHalfAModel(Path results) throws IOException {
        Files.writeString(results.resolve(".training.json.lenet-123e4567-e89b-12d3-a456-426614174000.part"), "{");
        Files.writeString(results.resolve(".model.zip.lenet-123e4567-e89b-12d3-a456-426614174000.part"), "PK");
    }

    @SuppressWarnings("ModifiedButNotUsed") // It is there to take memory.
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
