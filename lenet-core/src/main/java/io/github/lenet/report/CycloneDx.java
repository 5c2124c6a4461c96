package io.github.lenet.report;

import io.github.lenet.json.Key;
import io.github.lenet.json.OmitEmpty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a CycloneDX 1.6 document that describes a model, under the names of its specification
 * (https://cyclonedx.org/docs/1.6/json/).
 *
 * <p>Written by hand and not with the library of CycloneDX, which brings 8 MB of further libraries into every build and
 * three times the processor time to each verification; a test reads the documents with that library, and validates
 * them.
 */
final class CycloneDx {

    private CycloneDx() {}

    record Bom(
            String bomFormat,
            String specVersion,
            @OmitEmpty @Nullable String serialNumber,
            int version,
            Metadata metadata,
            @OmitEmpty List<Component> components,
            @OmitEmpty List<Dependency> dependencies) {

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

    record Component(
            String type,
            @Key("bom-ref") @OmitEmpty @Nullable String reference,
            @OmitEmpty @Nullable String group,
            String name,
            @OmitEmpty @Nullable String version,
            @OmitEmpty @Nullable String description,
            @OmitEmpty List<Hash> hashes,
            @OmitEmpty List<LicenseChoice> licenses,
            @OmitEmpty @Nullable String purl,
            @OmitEmpty List<Component> components,
            @OmitEmpty @Nullable ModelCard modelCard,
            @OmitEmpty List<Data> data) {

        static Component library(String group, String name, String version) {
            var purl = "pkg:maven/" + group + "/" + name + "@" + version;
            return new Component(
                    "library", purl, group, name, version, null, List.of(), List.of(), purl, List.of(), null,
                    List.of());
        }

        static Component file(String name, String sha256) {
            var hashes = List.of(Hash.sha256(sha256));
            return new Component(
                    "file", null, null, name, null, null, hashes, List.of(), null, List.of(), null, List.of());
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

    record ModelCard(
            @OmitEmpty @Nullable ModelParameters modelParameters,
            QuantitativeAnalysis quantitativeAnalysis,
            Considerations considerations,
            @OmitEmpty List<Property> properties) {}

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

    record PerformanceMetric(
            String type,
            String value,
            String slice,
            @OmitEmpty @Nullable Interval confidenceInterval) {}

    record Interval(String lowerBound, String upperBound) {}

    record Considerations(@OmitEmpty List<String> useCases, List<String> technicalLimitations) {}

    record Property(String name, String value) {}

    record Dependency(String ref, List<String> dependsOn) {}
}
