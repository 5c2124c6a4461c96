package io.github.lenet.maven.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.parameter.InvalidParameterException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactReferenceTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "com.acme:digits:1.0, com.acme:digits:zip:lenet:1.0",
                "com.acme:digits:tar.gz:1.0, com.acme:digits:tar.gz:lenet:1.0",
                "com.acme:digits:zip:letters:1.0, com.acme:digits:zip:letters:1.0",
                "com.acme:digits:zip::1.0, com.acme:digits:zip:1.0",
                "\" com.acme:digits:(,1.1-SNAPSHOT) \", \"com.acme:digits:zip:lenet:(,1.1-SNAPSHOT)\""
            })
    void completesCoordinates(String text, String complete) {
        assertThat(parse(text).coordinates()).isEqualTo(complete);
    }

    @Test
    void knowsARangeFromAVersion() {
        assertThat(parse("com.acme:digits:(,1.1)").isRange()).isTrue();
        assertThat(parse("com.acme:digits:[1.0,2.0),[3.0,)").isRange()).isTrue();
        assertThat(parse("com.acme:digits:1.1").isRange()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "digits.zip, must be groupId:artifactId[:type[:classifier]]:version",
        "com.acme:digits:zip:lenet:1.0:x, must be groupId:artifactId[:type[:classifier]]:version",
        "com.acme::1.0, 'holds '''', which is no part of Maven coordinates'",
        "com/acme:digits:1.0, 'holds ''com/acme'', which is no part of Maven coordinates'",
        "com.acme:digits:zip:le net:1.0, 'holds ''le net'', which is no part of Maven coordinates'",
        "com.acme:digits:, must end with a version such as 1.0 or a range",
        "com.acme:digits:LATEST, must end with a version such as 1.0 or a range",
        "com.acme:digits:${digits.version}, holds a property that is set nowhere"
    })
    void saysWhatIsWrong(String text, String reason) {
        assertThatThrownBy(() -> parse(text)).isInstanceOfSatisfying(InvalidParameterException.class, refused -> {
            assertThat(refused.parameter()).isEqualTo("baselineArtifact");
            assertThat(refused.value()).isEqualTo(text);
            assertThat(refused.reason()).startsWith(reason);
        });
    }

    private static ArtifactReference parse(String text) {
        return ArtifactReference.parse("baselineArtifact", text, "lenet");
    }
}
