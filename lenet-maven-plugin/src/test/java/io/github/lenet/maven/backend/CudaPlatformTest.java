package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that JVMs report. */
class CudaPlatformTest {

    @ParameterizedTest
    @CsvSource({"Linux, amd64, LINUX", "Windows 11, amd64, WINDOWS", "Windows Server 2022, amd64, WINDOWS"})
    void knowsTheSystemsWithCuda(String osName, String osArch, CudaPlatform platform) throws Exception {
        assertThat(CudaPlatform.of(osName, osArch)).isEqualTo(platform);
    }

    @ParameterizedTest
    @CsvSource({"Linux, aarch64", "Linux, riscv64", "Mac OS X, x86_64", "Mac OS X, aarch64", "Windows 11, aarch64"})
    void knowsThoseWithout(String osName, String osArch) {
        assertThatThrownBy(() -> CudaPlatform.of(osName, osArch))
                .isInstanceOf(NoGraphicsCardException.class)
                .hasMessageEndingWith("this machine runs " + osName + " on " + osArch);
    }
}
