package io.github.lenet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpeedTableTest {

    private static final Contender OURS_1 = new Contender(Contenders.OURS, 1, List.of());
    private static final Contender OURS_2 = new Contender(Contenders.OURS, 2, List.of());
    private static final Contender PYTHON = new Contender(Contenders.PYTORCH + " in Python", 1, List.of());
    private static final Contender JAVA = new Contender(Contenders.PYTORCH + " in Java", 2, List.of());

    private final SpeedTable table = new SpeedTable(Map.of(32, new Speeds(speeds(), samples(1, 1, 1))));

    private static Map<Contender, Samples> speeds() {
        var speeds = new LinkedHashMap<Contender, Samples>();
        speeds.put(OURS_1, samples(20_000, 18_000, 22_000));
        speeds.put(OURS_2, samples(40_000, 42_000, 30_000));
        speeds.put(PYTHON, samples(8_000, 7_000, 6_000));
        speeds.put(JAVA, samples(5_000, 9_000, 4_000));
        return speeds;
    }

    private static Samples samples(double... values) {
        return new Samples(Arrays.stream(values).boxed().toList());
    }

    @Test
    void comparesTheBestOfOursWithTheBestOfTheOthers() {
        assertThat(table.ratios(Contenders.PYTORCH))
                .isEqualTo("Times faster than the best of PyTorch: 5.0 at batch 32 (5.0 to 6.0).");
    }

    @Test
    void saysWhenThereIsNobodyToCompareWith() {
        assertThat(table.ratios(Contenders.DEEPLEARNING4J)).isEqualTo("Deeplearning4j was not measured.");
    }

    @Test
    void listsEveryContenderAndThoseThatAreAbsent() {
        var versions = new LinkedHashMap<Contender, String>();
        versions.put(OURS_1, "0.1");
        versions.put(OURS_2, "0.1");
        versions.put(PYTHON, "1.13");

        assertThat(table.table(versions, List.of(JAVA)).toString().lines())
                .containsExactly(
                        "| contender              | threads | images/s, batch 32 | ours is faster by |",
                        "| ---------------------- | ------: | -----------------: | ----------------: |",
                        "| ours 0.1               |       1 |             20,000 |               2.0 |",
                        "| ours 0.1               |       2 |             40,000 |               1.0 |",
                        "| PyTorch in Python 1.13 |       1 |              7,000 |               5.0 |",
                        "| PyTorch in Java        |       2 |           not here |                   |");
    }
}
