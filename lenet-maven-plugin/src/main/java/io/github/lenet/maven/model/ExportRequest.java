package io.github.lenet.maven.model;

import io.github.lenet.archive.ExportFormat;
import io.github.lenet.parameter.InvalidParameterException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One call of {@code lenet:export}, checked and complete.
 *
 * @param model the model to export
 * @param files the file to write of each format
 */
public record ExportRequest(ModelOptions model, Map<ExportFormat, Path> files) {

    /**
     * Checks what the user configured.
     *
     * @param model the model to export
     * @param formats names of the formats
     * @param outputDirectory the folder for the files
     * @return the request
     * @throws InvalidParameterException if there is no such format, or none is named
     */
    public static ExportRequest of(ModelOptions model, List<String> formats, Path outputDirectory) {
        if (formats.isEmpty()) {
            throw new InvalidParameterException("formats", "", "names no format to export");
        }
        var files = new EnumMap<ExportFormat, Path>(ExportFormat.class);
        for (var name : formats) {
            var format = ExportFormat.named(name);
            files.put(format, outputDirectory.resolve("model." + format));
        }
        return new ExportRequest(model, files);
    }
}
