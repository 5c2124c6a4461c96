package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.gate.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubAnnotationsTest {

    @Test
    void aViolationIsAnError() {
        assertThat(GithubAnnotations.lines("digits", Samples.FAILED, true))
                .containsExactly("::error title=digits%3A accuracy missed::"
                        + "accuracy on mnist test (10000 images) is 0.9873 (9873/10000), but the minimum is 0.9900.");
    }

    @Test
    void aViolationThatDoesNotHaltIsAWarning() {
        assertThat(GithubAnnotations.lines("digits", Samples.FAILED, false))
                .singleElement()
                .asString()
                .startsWith("::warning title=");
    }

    @Test
    void aWarningStaysOneAlthoughEverythingPasses() {
        var verdict = new Verdict(Samples.PASSED.rules(), List.of("the test set is small"));

        assertThat(GithubAnnotations.lines("digits", verdict, true))
                .containsExactly("::warning title=digits::the test set is small");
    }

    @Test
    void aPassedVerdictSaysNothing() {
        assertThat(GithubAnnotations.lines("digits", Samples.PASSED, true)).isEmpty();
    }

    @Test
    void noTextEndsACommand() {
        assertThat(GithubAnnotations.lines("a,b", Samples.unmeasurable("100 % broken\r\n::error::false"), true))
                .containsExactly("::error title=a%2Cb%3A accuracy error::100 %25 broken\\u000d\\u000a::error::false");
    }
}
