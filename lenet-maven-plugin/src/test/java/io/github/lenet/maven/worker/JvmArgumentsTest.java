package io.github.lenet.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmArgumentsTest {

    @Test
    void splitsAtWhiteSpaceOfAnyKind() {
        assertThat(JvmArguments.parse("  -Xmx2g\n\t-ea ")).containsExactly("-Xmx2g", "-ea");
    }

    @Test
    void keepsWhatIsQuotedTogether() {
        assertThat(JvmArguments.parse("-Dfolder=\"C:\\with space\" '-Dother=\"x\"' ''"))
                .containsExactly("-Dfolder=C:\\with space", "-Dother=\"x\"", "");
    }

    @Test
    void takesNothingForNoArguments() {
        assertThat(JvmArguments.parse(null)).isEmpty();
        assertThat(JvmArguments.parse(" ")).isEmpty();
    }

    @Test
    void refusesAnOpenQuote() {
        assertThatThrownBy(() -> JvmArguments.parse("-Dfolder='C:"))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("quote '");
    }

    @Test
    void suspendsForADebuggerOfThisMachine() {
        assertThat(JvmArguments.suspended(List.of("-Xmx2g")))
                .containsExactly(
                        "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=localhost:5005", "-Xmx2g");
    }
}
