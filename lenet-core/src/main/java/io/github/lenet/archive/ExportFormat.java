package io.github.lenet.archive;

import io.github.lenet.io.AtomicFile;
import io.github.lenet.json.Json;
import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A format in which other libraries read a model. */
public enum ExportFormat {
    /** A graph of operators that computes the probabilities of images, for most languages and devices. */
    ONNX("onnx"),
    /** What the layers have learnt, by the names and shapes of PyTorch. */
    SAFETENSORS("safetensors");

    private final String label;

    ExportFormat(String label) {
        this.label = label;
    }

    /**
     * Finds a format by the name it has in a POM.
     *
     * @param name {@code onnx} or {@code safetensors}
     * @return the format
     * @throws InvalidParameterException if there is no such format
     */
    public static ExportFormat named(String name) {
        return new Choice<>("formats", List.of(values()), format -> format.label).named(name);
    }

    /**
     * Writes a model, whole or not at all. The same model gives the same bytes.
     *
     * @param archive the model, as it was read
     * @param licence licence of the data that it was trained on, or null if nobody knows
     * @param file the file to write or replace
     * @throws IOException if the file cannot be written; an old file then stays as it was
     */
    public void write(ArchiveFile archive, @Nullable String licence, Path file) throws IOException {
        var metadata = metadata(archive, licence);
        var bytes = switch (this) {
            case ONNX -> OnnxWriter.bytes(archive.model(), metadata);
            case SAFETENSORS -> SafetensorsWriter.bytes(archive.model(), metadata);
        };
        AtomicFile.write(file, out -> out.write(bytes));
    }

    private static Map<String, String> metadata(ArchiveFile archive, @Nullable String licence) {
        var description = archive.model().description();
        var metadata = new LinkedHashMap<String, String>();
        metadata.put("architecture", description.architecture());
        metadata.put("classNames", Json.line(description.classNames()));
        metadata.put("dataset", description.dataset().name());
        if (licence != null) {
            metadata.put("datasetLicence", licence);
        }
        metadata.put("fingerprint", description.fingerprint());
        metadata.put("modelSha256", archive.sha256());
        return metadata;
    }

    /** The name in a POM, which is the extension of a file as well. */
    @Override
    public String toString() {
        return label;
    }
}
