package io.github.lenet.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void runsEachTaskOnce() {
    try (var workers = new Workers(4)) {
      for (int round = 0; round < 500; round++) {
        var runs = new AtomicIntegerArray(7);

        workers.run(7, (task, thread) -> runs.incrementAndGet(task));

        for (int task = 0; task < 7; task++) {
          assertThat(runs.get(task)).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void goesOnAfterATaskThatThrows() {
    try (var workers = new Workers(2)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> workers.run(3, (task, thread) -> {
            throw new ArithmeticException("no");
          }))
          .withCauseInstanceOf(ArithmeticException.class);

      workers.run(3, (task, thread) -> { });
    }
  }

  @Test
  void refusesWorkWhenClosed() {
    var workers = new Workers(2);
    workers.close();

    assertThatIllegalStateException().isThrownBy(() -> workers.run(1, (task, thread) -> { }));
  }
}
