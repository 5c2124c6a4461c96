package io.github.lenet.maven.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Split;
import io.github.lenet.fixtures.SyntheticDigits;
import io.github.lenet.maven.RecordingLog;
import io.github.lenet.store.LocatedDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeakCheckTest {

    private final RecordingLog log = new RecordingLog();

    @TempDir
    Path folder;

    @BeforeEach
    void drawDigits() throws IOException {
        SyntheticDigits.write(folder, 50, 20, 3);
    }

    @Test
    void findsNothingInImagesThatWereDrawnApart() throws IOException {
        assertThat(leaked()).isZero();
        assertThat(log.lines("warn")).isEmpty();
    }

    @Test
    void countsTestImagesThatAreTrainingImages() throws IOException {
        replace(Split.TEST.imagesFile(), Split.TRAIN.imagesFile());
        replace(Split.TEST.labelsFile(), Split.TRAIN.labelsFile());

        assertThat(leaked()).isEqualTo(50);
        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .startsWith("50 of the test images also stand in the training images, byte for byte");
    }

    @Test
    void knowsNothingWithoutTrainingImages() throws IOException {
        var dataset = LocatedDataset.open("my-digits", folder);
        Files.delete(folder.resolve(Split.TRAIN.imagesFile()));

        assertThat(LeakCheck.begin(dataset, dataset.read(Split.TEST), log.log()).leaked())
                .isNull();
    }

    @Test
    void neverFailsWhateverHappens() throws IOException {
        var dataset = LocatedDataset.open("my-digits", folder);

        assertThat(LeakCheck.begin(dataset, null, log.log()).leaked()).isNull();
        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .startsWith(
                        "Nobody can tell whether test images stand in the training images: java.lang.NullPointerException");
    }

    private Integer leaked() throws IOException {
        var dataset = LocatedDataset.open("my-digits", folder);
        return LeakCheck.begin(dataset, dataset.read(Split.TEST), log.log()).leaked();
    }

    private void replace(String fileName, String other) throws IOException {
        Files.copy(folder.resolve(other), folder.resolve(fileName), StandardCopyOption.REPLACE_EXISTING);
    }
}
