package io.github.lenet.maven.backend;

import io.github.lenet.maven.build.ExternalCommand;
import io.github.lenet.maven.build.ExternalCommand.Result;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Asks NVIDIA's driver for its cards, with the tool that comes with it. */
final class NvidiaSmi {

    static final Duration PATIENCE = Duration.ofSeconds(15);

    /** On Windows Subsystem for Linux the tool is not always on the PATH. */
    private static final List<String> PROGRAMS = List.of("nvidia-smi", "/usr/lib/wsl/lib/nvidia-smi");

    private static final String FIELDS = "uuid,name,driver_version,memory.free,memory.total";

    /** Drivers before 510 do not know this field, and then print no card at all. */
    private static final String NEW_FIELD = "compute_cap";

    private static final int COLUMNS = 5;

    private final List<String> programs;
    private final Duration patience;

    NvidiaSmi() {
        this(PROGRAMS, PATIENCE);
    }

    NvidiaSmi(List<String> programs, Duration patience) {
        this.programs = programs;
        this.patience = patience;
    }

    /**
     * Lists the cards of this machine.
     *
     * @return the cards, at least one, in the driver's order
     * @throws NoGraphicsCardException if there is none, or its driver is missing or out of order
     */
    List<GraphicsCard> cards() throws NoGraphicsCardException {
        for (var program : programs) {
            var result = query(program, FIELDS + "," + NEW_FIELD);
            if (result.isPresent() && result.get().output().contains(NEW_FIELD)) {
                result = query(program, FIELDS);
            }
            if (result.isPresent()) {
                return cards(result.get());
            }
        }
        throw new NoGraphicsCardException(
                "no driver of NVIDIA is installed: there is no nvidia-smi on the PATH. If this machine has an NVIDIA card,"
                        + " install its driver; in a container, start it with access to the card (docker run --gpus all)");
    }

    static List<GraphicsCard> cards(Result result) throws NoGraphicsCardException {
        if (result.status() == Result.HANGING) {
            throw new NoGraphicsCardException(
                    "nvidia-smi does not answer: the driver or the card hangs. Restart the machine, or see `dmesg`");
        }
        if (result.status() != 0) {
            throw new NoGraphicsCardException(
                    "nvidia-smi failed (status " + result.status() + "): " + firstLine(result.output())
                            + ". Call nvidia-smi yourself; it has to list the card before a training can use it");
        }
        var lines = result.output().lines().filter(line -> !line.isBlank()).toList();
        var cards =
                lines.stream().map(NvidiaSmi::card).flatMap(Optional::stream).toList();
        if (cards.isEmpty()) {
            throw new NoGraphicsCardException(
                    lines.isEmpty()
                            ? "nvidia-smi lists no card"
                            : "the answer of nvidia-smi is not understood: " + firstLine(result.output()));
        }
        return cards;
    }

    private static Optional<GraphicsCard> card(String line) {
        var columns = Arrays.stream(line.split(",")).map(String::strip).toList();
        if (columns.size() < COLUMNS
                || !Version.isVersion(columns.get(2))
                || !columns.get(3).matches("\\d{1,9}")
                || !columns.get(4).matches("\\d{1,9}")) {
            return Optional.empty();
        }
        var capability =
                columns.size() > COLUMNS && Version.isVersion(columns.get(COLUMNS)) ? columns.get(COLUMNS) : null;
        return Optional.of(new GraphicsCard(
                columns.get(0),
                columns.get(1),
                new Version(columns.get(2)),
                capability == null ? null : new Version(capability),
                Long.parseLong(columns.get(3)),
                Long.parseLong(columns.get(4))));
    }

    private Optional<Result> query(String program, String fields) {
        return ExternalCommand.run(patience, program, "--query-gpu=" + fields, "--format=csv,noheader,nounits");
    }

    private static String firstLine(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("it said nothing")
                .strip();
    }
}
