package io.github.lenet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RateTableTest {

    private static final Contender OURS = new Contender(Contenders.OURS, 2, List.of());
    private static final Contender PYTORCH = new Contender(Contenders.PYTORCH + " in Java", 2, List.of());

    @Test
    void comparesTheArithmeticWithOpenBlasRoundByRound() {
        var rates = new RateTable();
        rates.add(
                "lenet5",
                new Speeds(
                        Map.of(
                                OURS, new Samples(List.of(50_000.0, 100_000.0)),
                                PYTORCH, new Samples(List.of(10_000.0, 20_000.0))),
                        new Samples(List.of(100e9, 200e9))));

        assertThat(rates.toString().lines().skip(2).map(line -> line.replaceAll(" +", " ")))
                .containsExactly("| lenet5 | 75,000 | 0.8 s | 5.0 | not here | 1.5 | 114 | 150 | 0.76 |");
    }
}
