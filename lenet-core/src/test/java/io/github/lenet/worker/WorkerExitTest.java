package io.github.lenet.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerExitTest {

    @ParameterizedTest
    @EnumSource
    void isFoundByItsStatus(WorkerExit exit) {
        assertThat(WorkerExit.of(exit.status())).contains(exit);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 134, 137, 143, -1})
    void aStatusOfTheJvmOrTheSystemIsNone(int status) {
        assertThat(WorkerExit.of(status)).isEmpty();
    }

    @Test
    void everyStatusIsDifferent() {
        assertThat(Arrays.stream(WorkerExit.values()).map(WorkerExit::status)).doesNotHaveDuplicates();
    }
}
