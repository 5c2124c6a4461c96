package io.github.lenet.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A contender that runs and waits for its turns; it idles between them. */
final class ContenderProcess implements AutoCloseable {

    private final Contender contender;
    private final Path errors;
    private final Process process;
    private final BufferedReader answers;
    private final Writer requests;
    private String version;

    private ContenderProcess(Contender contender, Path errors, Process process) {
        this.contender = contender;
        this.errors = errors;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts a contender, and waits until it is ready.
     *
     * @param contender what to start
     * @param settings where its errors go
     * @return the process
     * @throws UnavailableException if it does not start; the message says why
     * @throws IOException if the file for its errors cannot be written
     */
    static ContenderProcess start(Contender contender, Settings settings) throws UnavailableException, IOException {
        var errors = settings.folder().resolve(fileName(contender));
        var builder = new ProcessBuilder(contender.command()).redirectError(errors.toFile());
        builder.environment().putAll(contender.environment(settings.processors()));
        var started = new ContenderProcess(contender, errors, startProcess(builder));
        started.version = started.await("ready");
        return started;
    }

    /**
     * What runs there.
     *
     * @return its version, as it calls itself
     */
    String version() {
        return version;
    }

    private static String fileName(Contender contender) {
        return contender.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + contender.threads()
                + ".log";
    }

    private static Process startProcess(ProcessBuilder builder) throws UnavailableException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UnavailableException(e.getMessage());
        }
    }

    /**
     * Lets it work.
     *
     * @param size images of a mini-batch
     * @param total images in all
     * @return seconds that the work took
     * @throws UnavailableException if it has ended; the message says why
     * @throws IOException if its errors cannot be read
     */
    double turn(int size, int total) throws UnavailableException, IOException {
        try {
            requests.write(size + " " + total + "\n");
            requests.flush();
        } catch (IOException e) {
            throw ended();
        }
        return Double.parseDouble(await("seconds"));
    }

    private String await(String word) throws UnavailableException, IOException {
        for (var line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(word + " ")) {
                return line.substring(word.length() + 1);
            }
        }
        throw ended();
    }

    /** The reason of Java and of Python: the first line, or the last one, that speaks of an error. */
    private UnavailableException ended() throws IOException {
        close();
        var reason = Files.readAllLines(errors).stream()
                .filter(line -> line.matches("(Caused by: |Exception in thread \\S+ )?[\\w.]*(Error|Exception)\\b.*"))
                .reduce((first, second) -> second)
                .orElse("it ended");
        return new UnavailableException(contender.name() + ": " + reason + " (" + errors + ")");
    }

    @Override
    public void close() {
        try {
            requests.close();
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
