package io.github.lenet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void linesUpItsColumnsAndIsMarkdown() {
        var table = new Table("contender", "images/s").row("ours", "40,000").row("another");

        assertThat(table).hasToString("""
            | contender | images/s |
            | --------- | -------: |
            | ours      |   40,000 |
            | another   |          |""");
    }
}
