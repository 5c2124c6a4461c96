package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.evaluation.ConfidenceInterval;
import io.github.lenet.evaluation.Proportion;
import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void sharesAreRoundedDown() {
        assertThat(Numbers.share(new Proportion(98_996, 100_000))).isEqualTo("0.9899");
        assertThat(Numbers.share(0.98996)).isEqualTo("0.9899");
        assertThat(Numbers.share(new Proportion(9_999, 10_000))).isEqualTo("0.9999");
        assertThat(Numbers.share(1.0)).isEqualTo("1.0000");
        assertThat(Numbers.share(0.0)).isEqualTo("0.0000");
    }

    @Test
    void lossesAreRoundedUp() {
        assertThat(Numbers.loss(0.04121)).isEqualTo("0.0413");
        assertThat(Numbers.loss(0.05)).isEqualTo("0.0500");
    }

    @Test
    void intervalsAreRoundedOutwards() {
        var interval = new ConfidenceInterval(0.95, "wilson", 0.984899, 0.989301);

        assertThat(Numbers.range(interval)).isEqualTo("0.9848 to 0.9894");
        assertThat(Numbers.interval(interval)).isEqualTo("0.9848 to 0.9894 (95 % Wilson)");
        assertThat(new ConfidenceInterval(0.57, "wilson", 0, 1).displayLevel()).isEqualTo("57 %");
    }

    @Test
    void whatIsUndefinedIsADash() {
        assertThat(Numbers.share((Double) null)).isEqualTo("–");
        assertThat(Numbers.share(Double.NaN)).isEqualTo("–");
        assertThat(Numbers.loss(null)).isEqualTo("–");
        assertThat(Numbers.loss(Double.NaN)).isEqualTo("–");
    }
}
