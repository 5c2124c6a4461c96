package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Dataset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchTest {

  private final Dataset dataset =
      new Dataset(
          "tiny",
          "train",
          1,
          2,
          new byte[] {0, 51, (byte) 204, (byte) 255, 102, 0},
          new byte[] {0, 1, 2},
          List.of("a", "b", "c"));

  @Test
  void takesTheImagesInTheGivenOrderAsNumbersFromZeroToOne() {
    var batch = new Batch(2, 2);

    batch.fill(dataset, new int[] {1, 2, 0}, 0);

    assertThat(batch.size()).isEqualTo(2);
    assertThat(batch.images()).containsExactly(204 / 255f, 1f, 102 / 255f, 0f);
    assertThat(batch.labels()).containsExactly(1, 2);
  }

  @Test
  void theLastBatchHoldsWhatIsLeft() {
    var batch = new Batch(2, 2);
    batch.fill(dataset, new int[] {1, 2, 0}, 0);

    batch.fill(dataset, new int[] {1, 2, 0}, 2);

    assertThat(batch.size()).isEqualTo(1);
    assertThat(Arrays.copyOf(batch.images(), 2)).containsExactly(0f, 51 / 255f);
    assertThat(batch.labels()[0]).isZero();
  }

  @Test
  void reusesItsArrays() {
    var batch = new Batch(2, 2);
    var images = batch.images();

    batch.fill(dataset, new int[] {0, 1, 2}, 0);

    assertThat(batch.images()).isSameAs(images);
  }
}
