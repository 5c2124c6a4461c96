package io.github.lenet.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.maven.build.Builds;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.junit.jupiter.api.Test;
import org.w3c.dom.NodeList;

/** Eclipse marks a POM with an error where it binds a goal that is missing here. */
class EclipseMetadataTest {

    @Test
    void eclipsePassesOverEveryGoal() throws Exception {
        var goals = Builds.plugin().getMojos().stream()
                .map(MojoDescriptor::getGoal)
                .filter(goal -> !goal.equals("help"))
                .sorted()
                .toList();

        assertThat(goals).contains("train", "verify");
        assertThat(texts("//pluginExecution[action/ignore]/pluginExecutionFilter/goals/goal"))
                .isEqualTo(goals);
    }

    private static List<String> texts(String path) throws Exception {
        try (var file = EclipseMetadataTest.class.getResourceAsStream("/META-INF/m2e/lifecycle-mapping-metadata.xml")) {
            var document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
            var nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, nodes.getLength())
                    .mapToObj(node -> nodes.item(node).getTextContent())
                    .toList();
        }
    }
}
