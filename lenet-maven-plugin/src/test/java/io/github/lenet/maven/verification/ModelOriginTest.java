package io.github.lenet.maven.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.dataset.Split;
import io.github.lenet.maven.build.Builds;
import io.github.lenet.model.Classifier;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.report.Publication;
import io.github.lenet.store.Catalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest(realRepositorySession = true)
class ModelOriginTest {

    private static final List<String> DIGITS = List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");

    @Inject
    private RepositorySystem system;

    @TempDir
    private Path folder;

    @Test
    void takesTheLicencesOfTheModelFromThePom() throws Exception {
        var module = Builds.module("""
            <groupId>com.acme</groupId><artifactId>digits</artifactId><version>1.1</version>
            <description>  Reads digits. </description>
            <licenses>
              <license><name> MIT License </name></license>
              <license><url>https://example.org/</url></license>
              <license><name>CC0-1.0</name></license>
            </licenses>
            """);

        assertThat(ModelOrigin.publication(module, " "))
                .isEqualTo(new Publication(
                        "com.acme", "1.1", "Reads digits.", List.of("MIT License", "CC0-1.0"), null, null, null));
    }

    @Test
    void aModelOfKnownDataHasTheLicenceOfThatData() throws Exception {
        var mnist = Catalog.builtIn().find("mnist").orElseThrow();

        var origin = origin(new TrainingData("mnist", DIGITS, mnist.sha256(Split.TRAIN)));

        assertThat(origin.dataset()).isEqualTo(mnist);
        assertThat(origin.dataset().licence()).isEqualTo("CC BY-SA 3.0");
    }

    @Test
    void otherDataUnderAKnownNameHasNone() throws Exception {
        var origin = origin(new TrainingData("mnist", DIGITS, Map.of("train-images-idx3-ubyte", "0".repeat(64))));

        assertThat(origin.dataset()).isNull();
    }

    @Test
    void dataOfOnesOwnHasNone() throws Exception {
        assertThat(origin(new TrainingData("my-digits", DIGITS, Map.of())).dataset())
                .isNull();
    }

    /** What is known of a model that was trained on some data. */
    private Publication origin(TrainingData data) throws Exception {
        var file = Models.trainedOn(Models.trained(system), folder.resolve("model.zip"), data);
        var publication = ModelOrigin.publication(Builds.module("<groupId>a</groupId><version>1</version>"), null);
        return ModelOrigin.complete(publication, Classifier.load(file), null);
    }
}
