package io.github.lenet.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The part of a CycloneDX 1.6 document that describes a model, under the names of its specification
 * (https://cyclonedx.org/docs/1.6/json/). What is null or empty is left out.
 *
 * <p>Written by hand and not with the library of CycloneDX, which brings 8 MB of further libraries into every build and
 * three times the processor time to each verification; a test reads the documents with that library, and validates
 * them.
 */
final class CycloneDx {

    private CycloneDx() {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Bom(
            String bomFormat,
            String specVersion,
            String serialNumber,
            int version,
            Metadata metadata,
            List<Component> components,
            List<Dependency> dependencies) {

        /** The first version of a document, without a serial number. */
        Bom(Metadata metadata, List<Component> components, List<Dependency> dependencies) {
            this("CycloneDX", "1.6", null, 1, metadata, components, dependencies);
        }

        Bom withSerialNumber(String number) {
            return new Bom(bomFormat, specVersion, number, version, metadata, components, dependencies);
        }
    }

    record Metadata(Tools tools, Component component) {}

    record Tools(List<Component> components) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Component(
            String type,
            @JsonProperty("bom-ref") String reference,
            String group,
            String name,
            String version,
            String description,
            List<Hash> hashes,
            List<LicenseChoice> licenses,
            String purl,
            List<Component> components,
            ModelCard modelCard,
            List<Data> data) {

        static Component library(String group, String name, String version) {
            var purl = "pkg:maven/" + group + "/" + name + "@" + version;
            return new Component("library", purl, group, name, version, null, null, null, purl, null, null, null);
        }

        static Component file(String name, String sha256) {
            return new Component(
                    "file", null, null, name, null, null, List.of(Hash.sha256(sha256)), null, null, null, null, null);
        }
    }

    record Hash(String alg, String content) {

        static Hash sha256(String content) {
            return new Hash("SHA-256", content);
        }
    }

    record LicenseChoice(License license) {

        static List<LicenseChoice> named(List<String> names) {
            return names.stream()
                    .map(name -> new LicenseChoice(new License(name)))
                    .toList();
        }
    }

    record License(String name) {}

    record Data(String type, String name) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record ModelCard(
            ModelParameters modelParameters,
            QuantitativeAnalysis quantitativeAnalysis,
            Considerations considerations,
            List<Property> properties) {}

    record ModelParameters(
            Approach approach,
            String task,
            String architectureFamily,
            String modelArchitecture,
            List<DatasetReference> datasets,
            List<Format> inputs,
            List<Format> outputs) {}

    record Approach(String type) {}

    record DatasetReference(String ref) {}

    record Format(String format) {}

    record QuantitativeAnalysis(List<PerformanceMetric> performanceMetrics) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PerformanceMetric(String type, String value, String slice, Interval confidenceInterval) {}

    record Interval(String lowerBound, String upperBound) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Considerations(List<String> useCases, List<String> technicalLimitations) {}

    record Property(String name, String value) {}

    record Dependency(String ref, List<String> dependsOn) {}
}
