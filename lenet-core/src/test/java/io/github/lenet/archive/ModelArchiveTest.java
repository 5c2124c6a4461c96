package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.io.Sha256;
import io.github.lenet.network.NetworkState;
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
        assertThat(read.state()).isEqualTo(written.state());
        assertThat(sha256).isEqualTo(Sha256.hex(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lenet5", "lenet5-1998"})
    void isOpenedByDeeplearning4j(String architecture) throws Exception {
        var archive = StockNetworks.archive(architecture);
        var file = folder.resolve("model.zip");
        archive.write(file);

        var network = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);

        assertThat(network.params().toFloatVector()).isEqualTo(archive.state().parameters());
        assertThat(network.getUpdater().getStateViewArray().toFloatVector())
                .isEqualTo(archive.state().updaterState());
        assertThat(network.getLayerWiseConfigurations())
                .isEqualTo(StockNetworks.network(archive).getLayerWiseConfigurations());
    }

    @Test
    void isOpenedByDeeplearning4jWithoutTheStateOfAdam() throws Exception {
        var archive = StockNetworks.archive("lenet5");
        var file = folder.resolve("model.zip");
        archive.withoutUpdaterState().write(file);

        var network = ModelSerializer.restoreMultiLayerNetwork(file.toFile(), true);

        assertThat(network.params().toFloatVector()).isEqualTo(archive.state().parameters());
        assertThat(ModelArchive.read(file).state().updaterState()).isNull();
        assertThat(ModelArchive.read(file).state().parameters())
                .isEqualTo(archive.state().parameters());
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
        var parameters = stock.state().parameters().clone();
        for (var i = 0; i < parameters.length; i++) {
            parameters[i] = i % 777 / 1024f;
        }
        var archive = new ModelArchive(
                stock.description(),
                stock.configuration(),
                new NetworkState(parameters, stock.state().updaterState()));
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
    void refusesTheStateOfAnotherNetwork() {
        var stock = StockNetworks.archive("lenet5");
        var classic = StockNetworks.archive("lenet5-1998");

        assertThatThrownBy(() -> new ModelArchive(stock.description(), stock.configuration(), classic.state()))
                .hasMessage("parameters has 61706 numbers instead of 44426");
    }
}
