package io.github.lenet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The page of results: each part is printed as soon as it is measured, and kept in a file. */
final class Report {

    private final Path file;

    /**
     * Begins an empty page.
     *
     * @param file the file to write or replace
     * @throws IOException if it cannot be written
     */
    Report(Path file) throws IOException {
        this.file = file;
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
    }

    /**
     * Adds what was measured of all contenders.
     *
     * @param throughput who took part, and who could not
     * @param speeds what was measured
     * @throws IOException if the file cannot be written
     */
    void add(Throughput throughput, SpeedTable speeds) throws IOException {
        for (var reason : throughput.absent().values()) {
            add("Not here: " + reason);
        }
        add(speeds.table(throughput.versions(), throughput.absent().keySet()));
        add(speeds.ratios(Contenders.DEEPLEARNING4J));
        add(speeds.ratios(Contenders.PYTORCH));
    }

    /**
     * Adds a part.
     *
     * @param part a table, or a paragraph
     * @throws IOException if the file cannot be written
     */
    void add(Object part) throws IOException {
        System.out.println(part + "\n");
        Files.writeString(file, part + "\n\n", StandardOpenOption.APPEND);
    }
}
