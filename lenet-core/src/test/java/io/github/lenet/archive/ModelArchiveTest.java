package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.io.Sha256;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class ModelArchiveTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void readsWhatItWrote(String architecture) throws Exception {
        var written = StockNetworks.archive(architecture);
        var file = folder.resolve("deep/er/model.zip");

        var sha256 = written.write(file);
        var read = ModelArchive.read(file);

        assertThat(read.description()).isEqualTo(written.description());
        assertThat(read.configuration()).isEqualTo(written.configuration());
        assertThat(read.parameters()).isEqualTo(written.parameters());
        assertThat(read.updaterState()).isEqualTo(written.updaterState());
        assertThat(sha256).isEqualTo(Sha256.hex(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void isOpenedByDeeplearning4j(String architecture) throws Exception {
        var archive = StockNetworks.archive(architecture);
        var file = folder.resolve("model.zip");
        archive.write(file);

        var network = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);

        assertThat(network.params().toFloatVector()).isEqualTo(archive.parameters());
        assertThat(network.getUpdater().getStateViewArray().toFloatVector()).isEqualTo(archive.updaterState());
        assertThat(network.getLayerWiseConfigurations())
                .isEqualTo(StockNetworks.network(archive).getLayerWiseConfigurations());
    }

    @Test
    void isOpenedByDeeplearning4jWithoutTheStateOfAdam() throws Exception {
        var archive = StockNetworks.archive("lenet5");
        var file = folder.resolve("model.zip");
        archive.withoutUpdaterState().write(file);

        var network = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);

        assertThat(network.params().toFloatVector()).isEqualTo(archive.parameters());
        assertThat(ModelArchive.read(file).updaterState()).isNull();
        assertThat(ModelArchive.read(file).parameters()).isEqualTo(archive.parameters());
    }

    @Test
    void holdsStoredEntriesInAFixedOrderWithAFixedDate() throws Exception {
        var file = folder.resolve("model.zip");
        StockNetworks.archive("lenet5").write(file);

        try (var zip = new ZipFile(file.toFile())) {
            var entries = new ArrayList<ZipEntry>(Collections.list(zip.entries()));
            assertThat(entries)
                    .extracting(ZipEntry::getName)
                    .containsExactly("configuration.json", "coefficients.bin", "updaterState.bin", "lenet.json");
            assertThat(entries).extracting(ZipEntry::getMethod).containsOnly(ZipEntry.STORED);
            assertThat(entries).extracting(ZipEntry::getTimeLocal).containsOnly(LocalDateTime.of(1980, 1, 1, 12, 0));
            assertThat(entries).extracting(ZipEntry::getExtra).containsOnlyNulls();
            try (var in = new DataInputStream(zip.getInputStream(entries.get(1)))) {
                assertThat(Nd4j.read(in).shape()).containsExactly(44_426);
            }
        }
    }

    /** Fails when a single bit of the format changes, on whatever Java version and in whatever time zone. */
    @ParameterizedTest
    @CsvSource({
        "lenet5, UTC, f8dedac3d7dabce9594b5d85f8cd8f7af67d060fdc0406602d342deb79ba17e1",
        "lenet5, Asia/Kathmandu, f8dedac3d7dabce9594b5d85f8cd8f7af67d060fdc0406602d342deb79ba17e1",
        "lenet5-1998, America/New_York, e658ec3fa50e2a45495d3bee7fb12e0dbaf9914ee3de727639e6dcc173707464"
    })
    void hasTheSameBytesEverywhere(String architecture, String timeZone, String sha256) throws Exception {
        var stock = StockNetworks.archive(architecture);
        var parameters = stock.parameters().clone();
        for (var i = 0; i < parameters.length; i++) {
            parameters[i] = i % 777 / 1024f;
        }
        var archive = new ModelArchive(stock.description(), stock.configuration(), parameters, stock.updaterState());
        var before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(timeZone));
            assertThat(archive.write(folder.resolve("model.zip"))).isEqualTo(sha256);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void keepsTheOldFileWhenItCannotWrite() throws Exception {
        var target = Files.createDirectories(folder.resolve("model.zip/full"));

        assertThatThrownBy(() -> StockNetworks.archive("lenet5").write(target.getParent()))
                .isInstanceOf(IOException.class);
        assertThat(target).exists();
        assertThat(folder)
                .isDirectoryNotContaining(file -> file.getFileName().toString().endsWith(".part"));
    }

    @Test
    void refusesArraysOfAnotherLength() {
        var stock = StockNetworks.archive("lenet5");
        var parameters = stock.parameters();
        var updaterState = stock.updaterState();

        assertThatThrownBy(
                        () -> new ModelArchive(stock.description(), stock.configuration(), updaterState, updaterState))
                .hasMessage("parameters has 88852 numbers instead of 44426");
        assertThatThrownBy(() -> new ModelArchive(stock.description(), stock.configuration(), parameters, parameters))
                .hasMessage("updaterState has 44426 numbers instead of 88852");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void refusesNumbersThatAreNotFinite(float number) {
        var stock = StockNetworks.archive("lenet5");
        stock.parameters()[17] = number;

        assertThatThrownBy(() -> new ModelArchive(
                        stock.description(), stock.configuration(), stock.parameters(), stock.updaterState()))
                .hasMessage("parameters has " + number + " at index 17");
    }
}
