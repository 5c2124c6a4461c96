package io.github.lenet.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShiftTest {

  private static final int IMAGES = 9_000;
  private static final int SIZE = 4;
  private static final int MARKED_ROW = 2;
  private static final int MARKED_COLUMN = 1;

  @Test
  void everyPlaceIsEquallyLikely() {
    var counts =
        IntStream.range(0, IMAGES)
            .mapToObj(image -> Shift.of(7, image))
            .collect(Collectors.groupingBy(shift -> shift, Collectors.counting()));

    assertThat(counts).hasSize(9);
    assertThat(counts.keySet()).allMatch(shift -> Math.abs(shift.rows()) <= 1 && Math.abs(shift.columns()) <= 1);
    assertThat(counts.values()).allMatch(count -> count > 850 && count < 1_150);
  }

  @Test
  void anImageIsShiftedAnewInEachEpoch() {
    var images = IntStream.range(0, IMAGES).boxed().toList();

    assertThat(images.stream().filter(image -> Shift.of(7, image).equals(Shift.of(8, image))).count())
        .isBetween(850L, 1_150L);
    assertThat(images).allMatch(image -> Shift.of(7, image).equals(Shift.of(7, image)));
  }

  @Test
  void theBatchHoldsTheShiftedImagesWhateverItHeldBefore() {
    var batch = new Batch(20, SIZE * SIZE);
    var dataset = dotted(20);
    Arrays.fill(batch.images(), 1);

    batch.fillShifted(dataset, IntStream.range(0, 20).map(i -> 19 - i).toArray(), 0, 7);

    for (var i = 0; i < 20; i++) {
      var shift = Shift.of(7, 19 - i);
      var expected = new float[SIZE * SIZE];
      expected[(MARKED_ROW + shift.rows()) * SIZE + MARKED_COLUMN + shift.columns()] = 1;
      assertThat(Arrays.copyOfRange(batch.images(), i * SIZE * SIZE, (i + 1) * SIZE * SIZE)).isEqualTo(expected);
    }
  }

  @Test
  void whatLeavesTheFrameIsGoneAndZeroMovesIn() {
    var pixels = new byte[SIZE * SIZE];
    Arrays.fill(pixels, (byte) 255);
    var dataset = new Dataset("full", "train", SIZE, SIZE, pixels, new byte[1], List.of("only"));
    var batch = new Batch(1, SIZE * SIZE);

    for (var seed = 0; seed < 30; seed++) {
      batch.fillShifted(dataset, new int[1], 0, seed);

      var shift = Shift.of(seed, 0);
      var left = (SIZE - Math.abs(shift.rows())) * (SIZE - Math.abs(shift.columns()));
      assertThat(IntStream.range(0, SIZE * SIZE).filter(i -> batch.images()[i] == 1).count()).isEqualTo(left);
    }
  }

  /** Images that are black but for one pixel away from the border. */
  private static Dataset dotted(int images) {
    var pixels = new byte[images * SIZE * SIZE];
    for (var i = 0; i < images; i++) {
      pixels[(i * SIZE + MARKED_ROW) * SIZE + MARKED_COLUMN] = (byte) 255;
    }
    return new Dataset("dotted", "train", SIZE, SIZE, pixels, new byte[images], List.of("only"));
  }
}
