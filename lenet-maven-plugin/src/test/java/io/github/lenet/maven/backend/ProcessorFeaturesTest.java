package io.github.lenet.maven.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorFeaturesTest {

    private static final String HASWELL = """
      processor\t: 0
      vendor_id\t: GenuineIntel
      model name\t: Intel(R) Xeon(R) CPU E5-2690 v3 @ 2.60GHz
      flags\t\t: fpu sse sse2 ssse3 fma sse4_1 sse4_2 avx f16c bmi1 avx2 bmi2

      processor\t: 1
      """;

    @Test
    void readsLinux() {
        var features = ProcessorFeatures.fromLinux(HASWELL).orElseThrow();

        assertThat(features).contains("fpu", "avx2", "bmi2").doesNotContain("flags", ":", "avx512f");
    }

    @Test
    void doesNotKnowAProcessorThatSaysNothing() {
        assertThat(ProcessorFeatures.fromLinux("processor : 0\nFeatures : fp asimd\n"))
                .isEmpty();
    }

    @Test
    void readsMacOs() {
        assertThat(ProcessorFeatures.fromMac("FPU SSE4.2 FMA AVX1.0 F16C\nBMI1 AVX2 AVX512F\n"))
                .contains("fma", "f16c", "avx2", "avx512f");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsThisMachine() {
        ProcessorFeatures.ofThisMachine()
                .ifPresent(features -> assertThat(features).isNotEmpty().doesNotContain(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-x86_64-avx512", "linux-x86_64-onednn-avx512", "windows-x86_64-onednn-avx512"})
    void refusesWhatWouldCrash(String classifier) {
        var features = ProcessorFeatures.fromLinux(HASWELL).orElseThrow();

        assertThatThrownBy(() -> ProcessorFeatures.require(classifier, features))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(classifier)
                .hasMessageContaining("avx512bw, avx512cd, avx512dq, avx512f, avx512vl, which this one lacks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-x86_64", "linux-x86_64-compat", "linux-x86_64-avx2", "linux-x86_64-onednn-avx2"})
    void acceptsWhatRuns(String classifier) {
        ProcessorFeatures.require(
                classifier, ProcessorFeatures.fromLinux(HASWELL).orElseThrow());
    }

    @Test
    void asksForNothingThatEveryProcessorHas() {
        ProcessorFeatures.require("linux-x86_64-onednn", Set.of());
        assertThatThrownBy(() -> ProcessorFeatures.require("macosx-x86_64-avx2", Set.of("avx")))
                .hasMessageContaining("avx2, f16c, fma");
    }
}
