package io.github.lenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.lenet.fixtures.InputsOfTests;
import io.github.lenet.json.DamagedJson;
import io.github.lenet.json.Json;
import io.github.lenet.model.Provenance.Build;
import io.github.lenet.model.Provenance.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {

    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasWritten() throws IOException {
        var provenance = provenance(new Build("3.9.16", new Git("53c9c0c", true)));

        provenance.write(folder.resolve("provenance.json"));

        assertThat(Provenance.read(folder.resolve("provenance.json"))).isEqualTo(provenance);
    }

    @Test
    void aBuildWithoutMavenAndGitSaysSo() throws IOException {
        provenance(new Build(null, null)).write(folder.resolve("provenance.json"));

        assertThat(Json.read(folder.resolve("provenance.json"), Map.class).get("build"))
                .hasToString("{maven=null, git=null}");
    }

    @Test
    void aLayoutOfAnotherVersionIsRefused() throws IOException {
        var file = folder.resolve("provenance.json");
        provenance(new Build(null, null)).write(file);
        Files.writeString(file, Files.readString(file).replace("\"schemaVersion\": 1", "\"schemaVersion\": 2"));

        assertThatIOException()
                .isThrownBy(() -> Provenance.read(file))
                .withMessageContaining("provenance.json")
                .withMessageContaining("schemaVersion is 2, but must be 1");
    }

    @Test
    void everyDamageIsNoticedOrHarmless() throws Exception {
        var file = folder.resolve("provenance.json");
        provenance(new Build("3.9.16", new Git("53c9c0c", true))).write(file);
        for (var text : DamagedJson.of(Files.readString(file))) {
            Files.writeString(file, text);
            try {
                Provenance.read(file);
            } catch (IOException e) {
                assertThat(e).hasMessageContaining(file.toString()).message().doesNotContain("\n");
            }
        }
    }

    private static Provenance provenance(Build build) {
        return Provenance.ofRun(
                "ab01", InputsOfTests.MNIST, "CC BY-SA 3.0", build, "Java kernels on CPU", 2, Instant.EPOCH);
    }
}
