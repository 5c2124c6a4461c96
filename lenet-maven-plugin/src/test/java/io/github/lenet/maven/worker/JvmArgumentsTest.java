package io.github.lenet.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.model.InvalidParameterException;
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
}
