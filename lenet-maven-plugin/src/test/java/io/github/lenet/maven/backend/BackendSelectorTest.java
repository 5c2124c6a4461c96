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
import java.util.Optional;
import java.util.Set;
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
        var selection = selector("linux-arm64", "echo asked >" + folder.resolve("asked"))
                .select(CPU);

        assertThat(selection.backend()).isEqualTo(Backend.javaKernels());
        assertThat(folder.resolve("asked")).doesNotExist();
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void takesTheVariantThatIsAskedFor() throws Exception {
        var selection =
                selector("linux-x86_64", "exit 9").select(new BackendRequest("cpu", "linux-x86_64-onednn-avx2", false));

        assertThat(selection.backend()).isEqualTo(Backend.of("cpu", "linux-x86_64", "linux-x86_64-onednn-avx2", false));
    }

    @Test
    void listsTheVariantsOfThisMachine() {
        var request = new BackendRequest("cpu", "linux-x86_64-avx1024", false);

        assertThatThrownBy(() -> selector("linux-x86_64", "exit 9").select(request))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(
                        "not published for the backend cpu on this machine; known are linux-x86_64, linux-");
    }

    @Test
    void refusesAVariantThatWouldCrash() {
        var request = new BackendRequest("cpu", "linux-x86_64-avx512", false);

        assertThatThrownBy(() -> selector("linux-x86_64", "exit 9").select(request))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("avx512f");
    }

    @Test
    void takesTheCardAndShowsItAloneToTheWorker() throws Exception {
        var selection = selector("linux-x86_64", echo(NvidiaSmiTest.AMPERE)).select(CUDA);

        assertThat(selection.backend()).isEqualTo(Backend.of("cuda", "linux-x86_64", "linux-x86_64", true));
        assertThat(selection.environment()).containsExactly(Map.entry("CUDA_VISIBLE_DEVICES", "GPU-11111111-aaaa"));
        assertThat(log.lines())
                .containsExactly(
                        "info: Backend cuda: NVIDIA GeForce RTX 3080 (compute capability 8.6, 9512 of 10240 MiB free,"
                                + " driver 535.183.01)");
    }

    @Test
    void passesOverACardThatIsTooNew() throws Exception {
        var selection = selector("linux-x86_64", echo(NvidiaSmiTest.HOPPER) + echo(NvidiaSmiTest.AMPERE))
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
                "linux-x86_64",
                Optional.empty(),
                nvidiaSmi(echo(NvidiaSmiTest.AMPERE)),
                Map.of("CUDA_VISIBLE_DEVICES", "1"),
                log.log());

        assertThat(selector.select(CUDA).environment()).isEmpty();
    }

    @Test
    void failsForHopperBeforeAnyDownload() {
        assertThatThrownBy(() ->
                        selector("linux-x86_64", echo(NvidiaSmiTest.HOPPER)).select(CUDA))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining(
                        "<backend>cuda</backend> cannot be used: NVIDIA H100 80GB HBM3 (compute capability 9.0")
                .hasMessageContaining("machine code for 3.7 to 8.6")
                .hasMessageContaining(
                        "Nothing was downloaded. To train without a graphics card, set <backend>cpu</backend>");
    }

    @Test
    void fallsBackToTheProcessorInOneLine() throws Exception {
        var selection = selector("linux-x86_64", echo(NvidiaSmiTest.HOPPER)).select(AUTO);

        assertThat(selection.backend().name()).isEqualTo("cpu");
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("info: Backend cpu (auto): NVIDIA H100")
                .doesNotContain("\n");
    }

    @Test
    void knowsWhereThereIsNoCuda() throws Exception {
        assertThatThrownBy(() -> selector("macosx-arm64", "exit 9").select(CUDA))
                .hasMessageContaining("exist for linux-x86_64 and windows-x86_64, and this machine is macosx-arm64");
        assertThat(selector("macosx-arm64", "exit 9").select(AUTO).backend().name())
                .isEqualTo("cpu");
    }

    @Test
    void takesTheVariantWithCudnn() throws Exception {
        var request = new BackendRequest("cuda", "linux-x86_64-cudnn", true);

        assertThat(selector("linux-x86_64", echo(NvidiaSmiTest.AMPERE))
                        .select(request)
                        .backend()
                        .classifier())
                .isEqualTo("linux-x86_64-cudnn");
    }

    @Test
    void namesTheMissingLibraryOfTheToolkit() throws Exception {
        Files.createFile(folder.resolve("cublas64_11.dll"));
        var windows = new BackendSelector(
                "windows-x86_64",
                Optional.empty(),
                nvidiaSmi(echo(NvidiaSmiTest.AMPERE)),
                Map.of("PATH", folder.toString()),
                log.log());

        var asked = windows.select(new BackendRequest("cuda", null, false));
        var auto = windows.select(new BackendRequest("auto", null, false));

        assertThat(asked.backend().name()).isEqualTo("cuda");
        assertThat(auto.backend().name()).isEqualTo("cpu");
        assertThat(log.lines("warn"))
                .singleElement()
                .asString()
                .startsWith("cusolver64_11.dll of the CUDA 11 toolkit was not found");
        assertThat(log.lines("info"))
                .last()
                .asString()
                .contains("is there, but cusolver64_11.dll", "<cudaRedist>true</cudaRedist>");
    }

    private BackendSelector selector(String platform, String script) throws IOException {
        return new BackendSelector(
                platform, Optional.of(Set.of("avx2", "fma", "f16c")), nvidiaSmi(script), Map.of(), log.log());
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
