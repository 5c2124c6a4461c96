package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.build.ExternalCommand.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in the form that nvidia-smi gives. */
class NvidiaSmiTest {

    static final String AMPERE = "GPU-11111111-aaaa, NVIDIA GeForce RTX 3080, 535.183.01, 9512, 10240, 8.6";

    static final String HOPPER = "GPU-22222222-bbbb, NVIDIA H100 80GB HBM3, 550.54.15, 81078, 81559, 9.0";

    @TempDir
    Path folder;

    @Test
    void readsACard() throws Exception {
        assertThat(NvidiaSmi.cards(new Result(0, AMPERE + "\r\n")))
                .containsExactly(new GraphicsCard(
                        "GPU-11111111-aaaa",
                        "NVIDIA GeForce RTX 3080",
                        new Version("535.183.01"),
                        new Version("8.6"),
                        9512,
                        10240));
    }

    @Test
    void readsTwoCardsInOrder() throws Exception {
        assertThat(NvidiaSmi.cards(new Result(0, HOPPER + "\n" + AMPERE + "\n")))
                .extracting(GraphicsCard::name)
                .containsExactly("NVIDIA H100 80GB HBM3", "NVIDIA GeForce RTX 3080");
    }

    @Test
    void saysWhatTheToolSaidWhenTheDriverIsNotThere() {
        var output =
                "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA"
                        + " driver is installed and running.\n";

        assertThatThrownBy(() -> NvidiaSmi.cards(new Result(9, output)))
                .isInstanceOf(NoGraphicsCardException.class)
                .hasMessageStartingWith(
                        "nvidia-smi failed (status 9): NVIDIA-SMI has failed because it couldn't communicate");
    }

    @Test
    void saysThatThereIsNoCard() {
        assertThatThrownBy(() -> NvidiaSmi.cards(new Result(0, "\n"))).hasMessage("nvidia-smi lists no card");
        assertThatThrownBy(() -> NvidiaSmi.cards(new Result(6, "No devices were found\n")))
                .hasMessageContaining("No devices were found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Segmentation fault",
                "a,b,c,d,e,f",
                "GPU-1, card, [N/A], [N/A], [N/A], [N/A]",
                "GPU-1, card, 535.1, 99999999999999999999, 1, 8.6",
                "<html>,,,,,</html>"
            })
    void saysThatItDoesNotUnderstandNonsense(String nonsense) {
        assertThatThrownBy(() -> NvidiaSmi.cards(new Result(0, nonsense)))
                .isInstanceOf(NoGraphicsCardException.class)
                .hasMessageContaining("is not understood: " + nonsense);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void asksAnOldDriverOnlyForWhatItKnows() throws Exception {
        var tool = script("""
            case "$1" in
              *compute_cap*) echo 'Field "compute_cap" is not a valid field to query.'; exit 2;;
              *) echo 'GPU-3, Tesla P100, 440.33.01, 16000, 16280';;
            esac
            """);

        assertThat(tool.cards())
                .containsExactly(new GraphicsCard("GPU-3", "Tesla P100", new Version("440.33.01"), null, 16000, 16280));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void doesNotWaitForADriverThatHangs() throws Exception {
        var tool = script("sleep 600");

        assertThatThrownBy(tool::cards)
                .hasMessageContaining("nvidia-smi does not answer: the driver or the card hangs");
    }

    @Test
    void saysHowToGetADriver() {
        var tool = new NvidiaSmi(List.of(folder.resolve("nothing").toString()), Duration.ofSeconds(1));

        assertThatThrownBy(tool::cards)
                .hasMessageContaining("there is no nvidia-smi on the PATH")
                .hasMessageContaining("docker run --gpus all");
    }

    private NvidiaSmi script(String body) throws IOException {
        var file = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\n" + body);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new NvidiaSmi(List.of(file.toString()), Duration.ofSeconds(body.startsWith("sleep") ? 1 : 60));
    }
}
