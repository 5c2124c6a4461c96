package io.github.lenet.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.lenet.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Hash;
import org.cyclonedx.model.License;
import org.cyclonedx.model.component.modelCard.ModelParameters.Approach.ApproachType;
import org.cyclonedx.model.component.modelCard.PerformanceMetric;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;

/** Reads with the library of CycloneDX, which holds the published schema, what is written without it. */
class BillOfMaterialsTest {

    private final JsonParser parser = new JsonParser();

    @Test
    void followsThePublishedSchema() throws Exception {
        assertThat(parser.validate(complete(), Version.VERSION_16)).isEmpty();
        assertThat(parser.validate(bare(), Version.VERSION_16)).isEmpty();
        assertThat(parser.validate(ofNobody(), Version.VERSION_16)).isEmpty();
    }

    @Test
    void theSchemaWouldFindAMistake() throws Exception {
        assertThat(parser.validate(complete().replace("\"supervised\"", "\"by ear\""), Version.VERSION_16))
                .isNotEmpty();
        assertThat(parser.validate(complete().replace("\"slice\"", "\"part\""), Version.VERSION_16))
                .isNotEmpty();
    }

    @Test
    void describesTheModel() throws Exception {
        var model = read(complete()).getMetadata().getComponent();

        assertThat(model.getType()).isEqualTo(Component.Type.MACHINE_LEARNING_MODEL);
        assertThat(model.getGroup()).isEqualTo("io.example");
        assertThat(model.getName()).isEqualTo("digits");
        assertThat(model.getVersion()).isEqualTo("1.1");
        assertThat(model.getHashes())
                .extracting(Hash::getValue)
                .containsExactly(Samples.complete().evaluation().model().sha256());
        assertThat(model.getLicenses().getLicenses())
                .extracting(License::getName)
                .containsExactly("Apache-2.0");
        var parameters = model.getModelCard().getModelParameters();
        assertThat(parameters.getApproach().getType()).isEqualTo(ApproachType.SUPERVISED);
        assertThat(parameters.getModelArchitecture()).isEqualTo("lenet5");
        assertThat(parameters.getDatasets().get(0).getRef()).isEqualTo("dataset");
        assertThat(model.getModelCard().getConsiderations().getUseCases()).containsExactly("Sorting of letters");
    }

    @Test
    void namesTheDataWithItsLicenceAndTheSoftware() throws Exception {
        var bom = read(complete());

        assertThat(bom.getComponents())
                .extracting(Component::getName)
                .containsExactly("mnist", "lenet-core", "deeplearning4j-nn");
        var data = bom.getComponents().get(0);
        assertThat(data.getType()).isEqualTo(Component.Type.DATA);
        assertThat(data.getLicenses().getLicenses())
                .extracting(License::getName)
                .containsExactly("CC BY-SA 3.0");
        assertThat(read(bare()).getComponents().get(0).getLicenses()).isNull();
        assertThat(bom.getDependencies().get(0).getDependencies()).hasSize(3);
    }

    @Test
    void hasEveryMetricWithItsConfidenceInterval() throws Exception {
        var metrics = read(complete())
                .getMetadata()
                .getComponent()
                .getModelCard()
                .getQuantitativeAnalysis()
                .getPerformanceMetrics();

        var accuracy = metrics.get(0);
        assertThat(accuracy.getType()).isEqualTo("accuracy");
        assertThat(accuracy.getValue()).isEqualTo("0.994000");
        assertThat(accuracy.getSlice()).isEqualTo("mnist test (10000 images)");
        assertThat(accuracy.getConfidenceInterval().getLowerBound()).isEqualTo("0.992285");
        assertThat(accuracy.getConfidenceInterval().getUpperBound()).startsWith("0.9953");
        assertThat(metrics)
                .filteredOn(metric -> metric.getType().equals("recall"))
                .hasSize(20)
                .allSatisfy(metric -> assertThat(metric.getConfidenceInterval()).isNotNull())
                .extracting(PerformanceMetric::getSlice)
                .contains("mnist test (10000 images), class 7", "shifted: mnist test (10000 images), class 7");
    }

    @Test
    void hasTheAccuracyOfEachSlice() throws Exception {
        var metrics = read(text(BillOfMaterials.of("digits", Samples.sliced(), Samples.publication())))
                .getMetadata()
                .getComponent()
                .getModelCard()
                .getQuantitativeAnalysis()
                .getPerformanceMetrics();

        assertThat(metrics).last().satisfies(metric -> {
            assertThat(metric.getType()).isEqualTo("accuracy");
            assertThat(metric.getSlice()).isEqualTo("mnist test (200 images), writer=c");
            assertThat(metric.getConfidenceInterval().getUpperBound()).startsWith("0.434");
        });
    }

    @Test
    void theSerialNumberFollowsFromTheContent() throws Exception {
        assertThat(complete()).isEqualTo(complete());
        assertThat(List.of(read(complete()).getSerialNumber(), read(bare()).getSerialNumber()))
                .doesNotHaveDuplicates()
                .allMatch(number -> number.matches("urn:uuid:[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}"));
    }

    private static String complete() {
        return text(BillOfMaterials.of("digits", Samples.complete(), Samples.publication()));
    }

    private static String bare() {
        return text(BillOfMaterials.of("digits", Samples.verification(Samples.PASSED), Samples.anonymous()));
    }

    private static String ofNobody() {
        return text(BillOfMaterials.of("digits", Samples.complete(), Publication.ofNobody(null)));
    }

    private static String text(Object bom) {
        return new String(Json.bytes(bom), StandardCharsets.UTF_8);
    }

    private Bom read(String json) throws Exception {
        return parser.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
