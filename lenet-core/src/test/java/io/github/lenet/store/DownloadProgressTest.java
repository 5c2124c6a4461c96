package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DownloadProgressTest {

    @Test
    void givesSizeAndSpeed() {
        var progress = new DownloadProgress("images.gz", 4_200_000, 0, 9_912_422, Duration.ofSeconds(3));

        assertThat(progress.bytesPerSecond()).isEqualTo(1_400_000);
        assertThat(progress.text()).isEqualTo("images.gz: 4.2 of 9.9 MB, 1.4 MB/s");
    }

    @Test
    void leavesOutASizeThatTheServerDoesNotSay() {
        var progress = new DownloadProgress("images.gz", 4_200_000, 0, -1, Duration.ofMillis(500));

        assertThat(progress.text()).isEqualTo("images.gz: 4.2 MB, 8.4 MB/s");
    }

    @Test
    void countsForTheSpeedOnlyWhatThisTransferBrought() {
        var progress = new DownloadProgress("images.gz", 4_200_000, 2_100_000, 9_912_422, Duration.ofSeconds(3));

        assertThat(progress.text()).isEqualTo("images.gz: 4.2 of 9.9 MB, 0.7 MB/s (resumed at 2.1 MB)");
    }

    @Test
    void theVeryBeginningHasNoSpeed() {
        assertThat(new DownloadProgress("images.gz", 0, 0, -1, Duration.ZERO).bytesPerSecond())
                .isZero();
    }
}
