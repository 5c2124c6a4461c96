package io.github.lenet.fuzz;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.FileTree;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Lets Jazzer change files of each format as the coverage tells it. A JVM can do so for one format; so each has its
 * own, whose folder keeps the files that reached something new, with which the next run begins, and those that failed,
 * which it tries first.
 *
 * <p>Jazzer is there in the profile guided alone; nothing here needs it to compile.
 */
public final class GuidedFuzzing {

    /** What is measured: our own code, and the libraries to which it gives bytes from outside. */
    private static final String MEASURED =
            "io.github.lenet.**:com.fasterxml.jackson.core.**:org.apache.commons.csv.**:org.apache.commons.compress.**";

    /** Arithmetic, which looks at no byte of a file, and this package. */
    private static final String NOT_MEASURED = "io.github.lenet.kernel.**:io.github.lenet.fuzz.**";

    private static final Pattern DONE = Pattern.compile("(?m)^#(\\d+)\\s+DONE\\s+cov: (\\d+) .*? corp: (\\d+)/");

    private static Format format;

    private GuidedFuzzing() {}

    /** What Jazzer calls first. */
    public static void fuzzerInitialize() throws Exception {
        begin(Formats.in(Path.of("files").toAbsolutePath(), System.getProperty("fuzz.format")));
    }

    static void begin(Format of) {
        format = of;
    }

    /** What Jazzer calls for each file. */
    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        format.use(bytes);
    }

    /**
     * Starts Jazzer for {@code fuzz.seconds} with each format in whose name the regular expression {@code fuzz.format}
     * is found.
     */
    public static void main(String[] arguments) throws Exception {
        var wanted = System.getProperty("fuzz.format");
        var names = Formats.names().stream()
                .filter(Pattern.compile(wanted).asPredicate())
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(format(
                    "-Dfuzz.format=%s is found in no format; there are%n  %s",
                    wanted, String.join(format("%n  "), Formats.names())));
        }
        var failed = new ArrayList<String>();
        for (var name : names) {
            if (!succeeds(name, Path.of(System.getProperty("fuzz.folder")).resolve(name))) {
                failed.add(name);
            }
        }
        System.out.println(format("guided through %d formats; failed: %s", names.size(), failed));
        if (!failed.isEmpty()) {
            System.exit(1);
        }
    }

    private static boolean succeeds(String name, Path folder) throws Exception {
        var corpus = Files.createDirectories(folder.resolve("corpus"));
        Files.createDirectories(folder.resolve("failed"));
        var files = Files.createDirectories(folder.resolve("files"));
        FileTree.delete(files);
        Files.write(corpus.resolve("whole"), Formats.in(files, name).whole());
        FileTree.delete(files);
        var log = folder.resolve("jazzer.log");
        var status = new ProcessBuilder(command(name))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        var output = Files.readString(log, StandardCharsets.UTF_8);
        var done = DONE.matcher(output).results().reduce((first, last) -> last);
        System.out.println(format(
                "guided %s: %s",
                name,
                status == 0 && done.isPresent()
                        ? summary(done.get())
                        : "failed; the file is in " + folder.resolve("failed") + ", and why in " + log));
        return status == 0;
    }

    private static String summary(MatchResult done) {
        return format(
                "%,d files; %s places in the code reached, by %s files that each reached something new",
                Long.parseLong(done.group(1)), done.group(2), done.group(3));
    }

    /** Java as it runs here. */
    private static List<String> command(String name) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-Dfuzz.format=" + name,
                "-classpath",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + GuidedFuzzing.class.getName(),
                "--instrumentation_includes=" + MEASURED,
                "--instrumentation_excludes=" + NOT_MEASURED,
                "-max_total_time=" + Integer.getInteger("fuzz.seconds"),
                // Seconds on the clock, for what hangs.
                "-timeout=120",
                "-artifact_prefix=failed" + File.separator,
                "corpus",
                "failed"));
        return command;
    }
}
