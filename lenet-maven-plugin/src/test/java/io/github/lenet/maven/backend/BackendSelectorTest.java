package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.maven.RecordingLog;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Machines with and without a card, played by a script in the place of nvidia-smi. */
@DisabledOnOs(OS.WINDOWS)
class BackendSelectorTest {

    private static final BackendRequest CPU = new BackendRequest("cpu", null, false);
    private static final BackendRequest CUDA = new BackendRequest("cuda", null, true);
    private static final BackendRequest AUTO = new BackendRequest("auto", null, true);

    private final RecordingLog log = new RecordingLog();

    @TempDir
    Path folder;

    @Test
    void asksNoDriverForTheProcessor() throws Exception {
        var selection = selector("echo asked >" + folder.resolve("asked")).select(CPU);

        assertThat(selection).isEqualTo(Backend.cpu());
        assertThat(folder.resolve("asked")).doesNotExist();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void takesTheCardAndShowsItAloneToTheWorker() throws Exception {
        var selection = selector(echo(NvidiaSmiTest.AMPERE)).select(CUDA);

        assertThat(selection)
                .isEqualTo(Backend.cuda(
                        CudaPlatform.LINUX, "linux-x86_64", true, Map.of("CUDA_VISIBLE_DEVICES", "GPU-11111111-aaaa")));
        assertThat(log.lines())
                .containsExactly(
                        "info: Backend cuda: NVIDIA GeForce RTX 3080 (compute capability 8.6, 9512 of 10240 MiB free,"
                                + " driver 535.183.01)");
    }

    @Test
    void passesOverACardThatIsTooNew() throws Exception {
        var selection = selector(echo(NvidiaSmiTest.HOPPER) + echo(NvidiaSmiTest.AMPERE))
                .select(AUTO);

        assertThat(selection.environment()).containsValue("GPU-11111111-aaaa");
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("info: Backend cuda (auto): NVIDIA GeForce RTX 3080");
    }

    @Test
    void leavesTheUsersOwnChoiceOfACardAlone() throws Exception {
        var selector = new BackendSelector(
                "Linux",
                "amd64",
                nvidiaSmi(echo(NvidiaSmiTest.AMPERE)),
                Map.of("CUDA_VISIBLE_DEVICES", "1"),
                log.log());

        assertThat(selector.select(CUDA).environment()).isEmpty();
    }

    @Test
    void failsForHopperBeforeAnyDownload() {
        assertThatThrownBy(() -> selector(echo(NvidiaSmiTest.HOPPER)).select(CUDA))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "<backend>cuda</backend> cannot be used: NVIDIA H100 80GB HBM3 (compute capability 9.0")
                .hasMessageContaining("machine code for 3.7 to 8.6")
                .hasMessageContaining(
                        "Nothing was downloaded. To train without a graphics card, set <backend>cpu</backend>");
    }

    @Test
    void fallsBackToTheProcessorInOneLine() throws Exception {
        var selection = selector(echo(NvidiaSmiTest.HOPPER)).select(AUTO);

        assertThat(selection.name()).isEqualTo("cpu");
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("info: Backend cpu (auto): NVIDIA H100")
                .doesNotContain("\n");
    }

    @Test
    void knowsWhereThereIsNoCuda() throws Exception {
        var mac = new BackendSelector("Mac OS X", "aarch64", nvidiaSmi("exit 9"), Map.of(), log.log());

        assertThatThrownBy(() -> mac.select(CUDA))
                .hasMessageContaining(
                        "exist for linux-x86_64 and windows-x86_64, and this machine runs Mac OS X on aarch64");
        assertThat(mac.select(AUTO)).isEqualTo(Backend.cpu());
    }

    @Test
    void takesTheVariantWithCudnn() throws Exception {
        var request = new BackendRequest("cuda", "linux-x86_64-cudnn", true);

        assertThat(selector(echo(NvidiaSmiTest.AMPERE)).select(request).classifier())
                .isEqualTo("linux-x86_64-cudnn");
    }

    @Test
    void listsTheVariantsOfThisMachine() {
        var request = new BackendRequest("cuda", "windows-x86_64-cudnn", true);

        assertThatThrownBy(() -> selector(echo(NvidiaSmiTest.AMPERE)).select(request))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("backendClassifier is windows-x86_64-cudnn, but is not published for this machine;"
                        + " known are linux-x86_64, linux-x86_64-cudnn");
    }

    @Test
    void namesTheMissingLibraryOfTheToolkit() throws Exception {
        Files.createFile(folder.resolve("cublas64_11.dll"));
        var windows = new BackendSelector(
                "Windows 11",
                "amd64",
                nvidiaSmi(echo(NvidiaSmiTest.AMPERE)),
                Map.of("PATH", folder.toString()),
                log.log());

        var asked = windows.select(new BackendRequest("cuda", null, false));
        var auto = windows.select(new BackendRequest("auto", null, false));

        assertThat(asked.name()).isEqualTo("cuda");
        assertThat(auto.name()).isEqualTo("cpu");
        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .startsWith("cusolver64_11.dll of the CUDA 11 toolkit was not found");
        assertThat(log.lines("info"))
                .last()
                .asString()
                .contains("is there, but cusolver64_11.dll", "<cudaRedist>true</cudaRedist>");
    }

    private BackendSelector selector(String script) throws IOException {
        return new BackendSelector("Linux", "amd64", nvidiaSmi(script), Map.of(), log.log());
    }

    private NvidiaSmi nvidiaSmi(String script) throws IOException {
        var file = Files.writeString(folder.resolve("nvidia-smi"), "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new NvidiaSmi(List.of(file.toString()), Duration.ofMinutes(1));
    }

    private static String echo(String line) {
        return "echo '" + line + "'\n";
    }
}
