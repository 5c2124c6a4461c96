package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.cache.CacheDirectory;
import io.github.lenet.dataset.Split;
import io.github.lenet.io.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An archive of the shape of CIFAR-10's, with its catalogue entry but for the digest: five files of three images each.
 */
class RecordConversionTest {

    private static final int RECORD = 1 + 3 * 32 * 32;
    private static final CatalogEntry CIFAR10 =
            Catalog.builtIn().find("cifar10").orElseThrow();

    @TempDir
    private Path folder;

    private final RecordedMessages messages = new RecordedMessages();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @BeforeEach
    void drawFiles() {
        var random = new Random(1);
        // In the order of the published archive, which is not that of the batches.
        for (var name : List.of(
                "data_batch_1.bin",
                "data_batch_3.bin",
                "data_batch_2.bin",
                "data_batch_5.bin",
                "data_batch_4.bin",
                "test_batch.bin")) {
            var bytes = new byte[3 * RECORD];
            random.nextBytes(bytes);
            for (var image = 0; image < 3; image++) {
                bytes[image * RECORD] = (byte) ((name.charAt(11) + image) % 10);
            }
            files.put(name, bytes);
        }
        files.put("batches.meta.txt", "airplane\n".getBytes(StandardCharsets.UTF_8));
        files.put("readme.html", "<html>".getBytes(StandardCharsets.UTF_8));
    }

    private Path pack() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            var directory = new TarArchiveEntry("cifar-10-batches-bin/");
            tar.putArchiveEntry(directory);
            tar.closeArchiveEntry();
            for (var file : files.entrySet()) {
                var entry = new TarArchiveEntry("cifar-10-batches-bin/" + file.getKey());
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return Files.write(
                Files.createDirectories(folder.resolve("data")).resolve("cifar-10-binary.tar.gz"), out.toByteArray());
    }

    /** Looks for the data set as a build does, in the folder, under the digest of the archive there. */
    private LocatedDataset obtain(String sha256) throws IOException {
        var known = CIFAR10.files().get(0);
        var entry = new CatalogEntry(
                CIFAR10.name(),
                CIFAR10.title(),
                CIFAR10.classNames(),
                CIFAR10.licence(),
                CIFAR10.citation(),
                CIFAR10.digests(),
                List.of(new CatalogFile(known.name(), sha256, known.bytes(), known.gzip())),
                CIFAR10.mirrors(),
                null,
                null,
                CIFAR10.records());
        var request = new DatasetRequest(
                "cifar10",
                folder.resolve("data"),
                Set.of(Split.TRAIN),
                PictureOptions.DEFAULT,
                new CacheDirectory(folder.resolve("cache"), false),
                List.of(),
                null,
                true,
                null,
                null,
                Duration.ofSeconds(10));
        return new DatasetStore(new Catalog(List.of(entry)), "").obtain(request, messages);
    }

    @Test
    void knowsTheArchiveAsItWasPublished() {
        assertThat(CIFAR10.files())
                .containsExactly(new CatalogFile(
                        "cifar-10-binary.tar",
                        "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
                        170_052_171,
                        "cifar-10-binary.tar.gz"));
        assertThat(CIFAR10.mirrors()).extracting(Object::toString).containsExactly("https://www.cs.toronto.edu/~kriz/");
        assertThat(CIFAR10.sha256(Split.TRAIN))
                .isEqualTo(CIFAR10.sha256(Split.TEST))
                .containsOnlyKeys("cifar-10-binary.tar");
    }

    @Test
    void readsTheImagesInTheOrderOfTheBatches() throws IOException {
        var located = obtain(Sha256.hex(pack()));

        var train = located.read(Split.TRAIN);
        assertThat(List.of(train.size(), train.channels(), train.height(), train.width()))
                .containsExactly(15, 3, 32, 32);
        for (var image = 0; image < 15; image++) {
            var batch = files.get("data_batch_" + (image / 3 + 1) + ".bin");
            assertThat(train.label(image)).isEqualTo(batch[image % 3 * RECORD]);
            assertThat(train.pixels()[train.pixelOffset(image)]).isEqualTo(batch[image % 3 * RECORD + 1]);
            assertThat(train.pixels()[train.pixelOffset(image) + 3071]).isEqualTo(batch[image % 3 * RECORD + 3072]);
        }
        assertThat(located.read(Split.TEST).size()).isEqualTo(3);
        assertThat(train.classNames()).startsWith("airplane", "automobile").endsWith("ship", "truck");
    }

    @Test
    void isConvertedOnceAndIdentifiedByTheCatalogue() throws IOException {
        var sha256 = Sha256.hex(pack());
        var first = obtain(sha256);
        var written = Files.getLastModifiedTime(first.directory().resolve(Split.TRAIN.imagesFile()));
        var second = obtain(sha256);

        assertThat(second.directory()).isEqualTo(first.directory());
        assertThat(Files.getLastModifiedTime(first.directory().resolve(Split.TRAIN.imagesFile())))
                .isEqualTo(written);
        assertThat(first.sha256(Split.TRAIN)).isEqualTo(CIFAR10.sha256(Split.TRAIN));
        assertThat(LocatedDataset.open("cifar10", first.directory()).sha256(Split.TEST))
                .isEqualTo(CIFAR10.sha256(Split.TEST));
    }

    @Test
    void anotherArchiveIsRefused() throws IOException {
        var archive = pack();

        assertThatThrownBy(() -> obtain("00"))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(archive + " is not cifar10 (its SHA-256 is ");
    }

    @Test
    void aFileOfAnotherLengthIsRefused() throws IOException {
        files.put("data_batch_4.bin", new byte[RECORD + 5]);
        var archive = pack();

        assertThatThrownBy(() -> obtain(Sha256.hex(archive)))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessage(
                        "data_batch_4.bin in " + archive + " has 3078 bytes, but must have records of 3073, a label and"
                                + " an image of 3 x 32 x 32; fetch the archive again");
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        files.remove("test_batch.bin");
        var archive = pack();

        assertThatThrownBy(() -> obtain(Sha256.hex(archive)))
                .hasMessageStartingWith("test_batch.bin in " + archive + " has 0 bytes");
    }

    @Test
    void aLabelWithoutAClassIsRefused() throws IOException {
        files.get("data_batch_2.bin")[0] = 10;
        var archive = pack();

        assertThatThrownBy(() -> obtain(Sha256.hex(archive)))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(archive + " cannot be unpacked: the label of image 3 is 10");
    }

    @Test
    void aDamagedArchiveIsRefused() throws IOException {
        var archive = pack();
        var bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> obtain(Sha256.hex(archive)))
                .isInstanceOf(DatasetUnavailableException.class)
                .hasMessageStartingWith(archive + " cannot be unpacked: ");
    }
}
