package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Maven Central wants to know of whatever is published there (https://central.sonatype.org/publish/requirements).
 */
class PublishedPomsTest {

    private static final Path PARENT = Path.of("..", "pom.xml");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url",
                "licenses/license/name",
                "licenses/license/url",
                "developers/developer/name",
                "scm/connection",
                "scm/developerConnection",
                "scm/url"
            })
    void theParentSaysForAll(String element) throws Exception {
        assertThat(value(PARENT, element)).isNotBlank();
    }

    static Stream<Path> poms() throws Exception {
        var modules = value(PARENT, "modules").strip().split("\\s+");
        return Stream.concat(Stream.of(PARENT), Stream.of(modules).map(module -> Path.of("..", module, "pom.xml")));
    }

    @ParameterizedTest
    @MethodSource("poms")
    void eachSaysWhatItIs(Path pom) throws Exception {
        assertThat(value(pom, "name")).isNotBlank();
        assertThat(value(pom, "description")).isNotBlank();
    }

    private static String value(Path pom, String element) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile());
        return XPathFactory.newInstance().newXPath().evaluate("/project/" + element, document);
    }
}
