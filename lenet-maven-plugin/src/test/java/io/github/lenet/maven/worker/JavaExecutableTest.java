package io.github.lenet.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaExecutableTest {

    @TempDir
    Path jdk;

    @Test
    void isTheOneThatRunsMaven() {
        var java = JavaExecutable.ofThisJvm();

        assertThat(java.file()).isExecutable();
        assertThat(java.release()).isEqualTo(Runtime.version().feature());
    }

    @Test
    void readsTheReleaseOfAToolchain() throws Exception {
        assertThat(toolchain("JAVA_VERSION=\"21.0.4\"").release()).isEqualTo(21);
        assertThat(toolchain("JAVA_VERSION=\"25\"").release()).isEqualTo(25);
    }

    @Test
    void refusesAToolchainThatCannotRunOurClasses() {
        assertThatThrownBy(() -> toolchain("JAVA_VERSION=\"11.0.2\""))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("needs Java 17");
        assertThatThrownBy(() -> toolchain("IMPLEMENTOR=\"nobody\"")).hasMessageContaining("needs Java 17");
    }

    @Test
    void refusesAToolchainThatIsNoJdk() {
        assertThatThrownBy(() -> JavaExecutable.ofToolchain(jdk.resolve("bin/java")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("cannot read " + jdk.resolve("release"));
    }

    @Test
    void tellsOnlyANewJdkThatNativeAccessIsMeant() throws Exception {
        assertThat(toolchain("JAVA_VERSION=\"23\"").nativeAccessArguments()).isEmpty();
        assertThat(toolchain("JAVA_VERSION=\"25\"").nativeAccessArguments())
                .containsExactly("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void asksForVectorsWhereTheJdkHasThem() throws Exception {
        assertThat(toolchain("JAVA_VERSION=\"17\"\nMODULES=\"java.base jdk.incubator.vector jdk.jfr\"")
                        .vectorArguments())
                .containsExactly("--add-modules=jdk.incubator.vector");
        assertThat(toolchain("JAVA_VERSION=\"17\"\nMODULES=\"java.base jdk.jfr\"")
                        .vectorArguments())
                .isEmpty();
        assertThat(toolchain("JAVA_VERSION=\"17\"").vectorArguments()).isEmpty();
    }

    private JavaExecutable toolchain(String release) throws IOException, MojoExecutionException {
        Files.writeString(jdk.resolve("release"), release);
        return JavaExecutable.ofToolchain(jdk.resolve("bin/java"));
    }
}
