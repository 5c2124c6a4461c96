package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Where and when the numbers were measured. */
final class Machine {

    private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

    private Machine() {}

    /**
     * Describes this machine and its Java.
     *
     * @return a line for people
     * @throws IOException if Linux does not tell
     */
    static String describe() throws IOException {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return format(
                "%s, %s, %d processors, %s, %s %s. Load when the benchmark began: %s",
                LocalDate.now(ZoneOffset.UTC),
                processor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.runtime.version"),
                load < 0 ? "unknown" : format("%.1f", load));
    }

    private static String processor() throws IOException {
        if (Files.isReadable(PROCESSOR)) {
            for (var line : Files.readAllLines(PROCESSOR)) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        }
        return System.getProperty("os.arch");
    }
}
