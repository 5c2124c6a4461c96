package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostPlatformTest {

    /** Values that JVMs on these systems report. */
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x86_64",
        "Linux, aarch64, linux-arm64",
        "Linux, arm, linux-armhf",
        "Mac OS X, x86_64, macosx-x86_64",
        "Mac OS X, aarch64, macosx-arm64",
        "Windows 11, amd64, windows-x86_64",
        "Windows Server 2022, amd64, windows-x86_64"
    })
    void mapsWhatTheJvmReports(String osName, String osArch, String classifier) throws Exception {
        assertThat(HostPlatform.classifier(osName, osArch)).isEqualTo(classifier);
    }

    @Test
    void saysWhereThereAreSomeAndWhatRunsEverywhere() {
        assertThatThrownBy(() -> HostPlatform.classifier("Linux", "riscv64"))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("no native libraries for Linux on riscv64")
                .hasMessageContaining(
                        "linux-arm64, linux-armhf, linux-x86_64, macosx-arm64, macosx-x86_64, windows-x86_64")
                .hasMessageContaining("-Dlenet.backend=cpu");
    }
}
