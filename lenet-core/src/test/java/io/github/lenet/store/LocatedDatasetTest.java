package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.dataset.IdxFormatException;
import io.github.lenet.fixtures.SyntheticDigits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocatedDatasetTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void drawData() throws IOException {
        SyntheticDigits.write(folder, 20, 10, 1);
    }

    @Test
    void measuresTheDigestsAnew() throws IOException {
        var before = LocatedDataset.open("my-digits", folder).sha256();
        SyntheticDigits.write(folder, 20, 10, 2);

        assertThat(LocatedDataset.open("my-digits", folder).sha256()).isNotEqualTo(before);
    }

    @Test
    void knowsTheClassesOfAKnownName() throws IOException {
        assertThat(LocatedDataset.open("fashion-mnist", folder).classNames()).startsWith("T-shirt/top");
        assertThat(LocatedDataset.open("my-digits", folder).classNames())
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    }

    @Test
    void onlyDataOfTheCatalogueHasALicence() throws IOException {
        SyntheticDigits.write(folder, 10, 5, 1);
        assertThat(LocatedDataset.open("mnist", folder).licence()).hasValue("CC BY-SA 3.0");
        assertThat(LocatedDataset.open("my-digits", folder).licence()).isEmpty();
    }

    @Test
    void namesAFileThatIsMissing() throws IOException {
        Files.delete(folder.resolve("t10k-images-idx3-ubyte"));

        assertThatThrownBy(() -> LocatedDataset.open("my-digits", folder))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(folder + " holds no t10k-images-idx3-ubyte");
    }

    @Test
    void aDamagedArchiveIsNamedWithTheByte() throws IOException {
        var images = folder.resolve("t10k-images-idx3-ubyte");
        var compressed = LoopbackServer.gzip(Files.readAllBytes(images));
        Files.write(images, Arrays.copyOf(compressed, compressed.length / 2));

        assertThatThrownBy(() -> LocatedDataset.open("my-digits", folder))
                .isInstanceOf(IdxFormatException.class)
                .hasMessageStartingWith(images + ", byte ")
                .hasMessageContaining("cannot be decompressed");
    }
}
