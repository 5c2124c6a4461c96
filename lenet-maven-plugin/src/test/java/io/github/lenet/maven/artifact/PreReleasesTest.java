package io.github.lenet.maven.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreReleasesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0-SNAPSHOT",
                "1.0-alpha",
                "1.0.Alpha2",
                "1.0a1",
                "1.0-beta-3",
                "1.0b2",
                "1.0_b2",
                "1.0-M3",
                "1.0.0-M2.1",
                "2.0-milestone-1",
                "1.0-rc1",
                "1.0.RC2",
                "1.0-CR1",
                "1.0-rc-1-hotfix",
                "alpha-2"
            })
    void comeBeforeARelease(String version) {
        assertThat(PreReleases.contain(version)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.0",
                "1",
                "20261124",
                "1.0.Final",
                "1.0-GA",
                "1.0-sp1",
                "33.0.0-jre",
                "1.0-b",
                "1.0-arc",
                "2.0-member"
            })
    void areNoReleases(String version) {
        assertThat(PreReleases.contain(version)).isFalse();
    }
}
