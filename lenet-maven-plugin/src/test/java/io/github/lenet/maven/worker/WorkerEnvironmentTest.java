package io.github.lenet.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerEnvironmentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JAVA_TOOL_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "_JAVA_OPTIONS",
                "MAVEN_OPTS",
                "CLASSPATH",
                "LD_PRELOAD",
                "GITHUB_TOKEN",
                "AWS_SECRET_ACCESS_KEY",
                "PATHS"
            })
    void staysWithMaven(String variable) {
        assertThat(reduced(variable)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PATH",
                "Path",
                "SystemRoot",
                "LANG",
                "LC_ALL",
                "LC_CTYPE",
                "LD_LIBRARY_PATH",
                "CUDA_VISIBLE_DEVICES",
                "CUDA_PATH_V11_6",
                "NVIDIA_VISIBLE_DEVICES"
            })
    void isHandedOn(String variable) {
        assertThat(reduced(variable)).containsExactly(Map.entry(variable, "value"));
    }

    private static Map<String, String> reduced(String variable) {
        var environment = new HashMap<>(Map.of(variable, "value"));
        WorkerEnvironment.reduce(environment);
        return environment;
    }
}
